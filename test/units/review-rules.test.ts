// Each rule about many reports finds its planted mistake, says it in three parts, and nothing else is found.

import { describe, expect, test } from 'vitest';
import { REVIEW_RULES } from '../../server/src/units/rules/review-rules.ts';
import { plantedFindings } from './in-memory.ts';

describe.each(REVIEW_RULES.map(({ id }) => [id] as const))('%s', (id) => {
  const findings = plantedFindings(id);

  test('is the one thing that is found', () => {
    expect(findings.map(({ rule }) => rule)).toEqual([id]);
  });

  test('says figures, reason and advice in Chinese', () => {
    for (const { message } of findings) {
      expect(message).toMatch(/^.+。.*请.+。$/u);
      expect(message).not.toMatch(/[!！;]|undefined|null|NaN/u);
    }
  });
});
