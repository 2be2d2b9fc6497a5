// With the memory of the versions before, a report is that of a fresh parse: every layout and noise, and edits one upon the other.

import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { parseReport } from '../../server/src/parse/parse.ts';
import { ReportMemory } from '../../server/src/parse/report-memory.ts';
import { generateMany } from '../generator/generate.ts';
import { createRng } from '../generator/rng.ts';
import { applyChange, randomChange } from './changes.ts';

const TEXTS = 200;
const EDITS = 3;
const SEED = 4_100;

test('any text, after any edits', () => {
  const differing: string[] = [];
  let moved = 0;
  for (const { seed, layout, noise, text } of generateMany(TEXTS, SEED)) {
    const memory = new ReportMemory();
    const rng = createRng(seed);
    let edited = text;
    parseReport(edited, memory);
    for (let turn = 0; turn < EDITS; turn++) {
      edited = applyChange(edited, randomChange(edited, rng, text));
      const [known, fresh] = [parseReport(edited, memory), parseReport(edited)];
      if (fresh.cells.size > 0 && fresh.claims.length > 0) moved++;
      if (!isDeepStrictEqual(known, fresh)) differing.push(`${layout.name} ${noise.name} ${seed}, edit ${turn}`);
    }
  }
  expect(differing).toEqual([]);
  expect(moved).toBeGreaterThan(TEXTS);
}, 240_000);

test('a word put in above moves all that was read below, and taken out again moves it back', () => {
  const memory = new ReportMemory();
  for (const { text } of generateMany(40, SEED)) {
    for (const version of [text, `前言\n${text}`, text, text.replace('。', '，特此说明。'), text]) {
      expect(isDeepStrictEqual(parseReport(version, memory), parseReport(version))).toBe(true);
    }
  }
});
