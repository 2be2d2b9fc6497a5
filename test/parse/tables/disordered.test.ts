// Tables out of order are read by their words, or it is said that they cannot be.

import { describe, expect, test } from 'vitest';
import { FURTHER_KINDS } from '../../generator/disorder/further-kinds.ts';
import { KINDS } from '../../generator/disorder/kinds.ts';
import { measure } from '../../generator/disorder/measure.ts';

const SEEDS = [11, 13];

describe('tables out of order', () => {
  test.each([...KINDS, ...FURTHER_KINDS].map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
    for (const seed of SEEDS) {
      const { outcome, detail } = measure(kind, seed);
      expect({ outcome, detail: outcome === 'whole' ? '' : detail }).toEqual({ outcome: 'whole', detail: '' });
    }
  });
});
