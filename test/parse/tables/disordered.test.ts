// Are tables out of order read by their words, or is it said that they cannot be?

import { describe, expect, test } from 'vitest';
import { KINDS } from '../../generator/disorder/kinds.ts';
import { measure, textOf } from '../../generator/disorder/measure.ts';

const SEEDS = [11, 12, 13];

describe('tables out of order', () => {
  test.each(KINDS.filter(({ name }) => /^(?:order|added|missing|mistyped header|doubled|four|lost|signs|leaders|ruler|short|no numbers|prose|twice|conflict|loose|turned|torn (?:group|sums|all|counts))/u.test(name)).map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
    for (const seed of SEEDS) {
      const { outcome, detail } = measure(kind, seed);
      expect({ outcome, detail: outcome === 'whole' ? '' : `${detail}\n${textOf(kind, seed).slice(0, 0)}` }).toEqual({ outcome: 'whole', detail: '' });
    }
  });
});
