// The five sample reports, in full: every cell, organ, year and form, and what is said about them.

import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../accuracy/corpus.ts';
import { brokenSpans, scoreCells } from '../accuracy/score.ts';
import { read, SHARED } from './shared.ts';

/** Rules that must speak, once each; 000 also contradicts its own table in its prose. */
const DUE: Readonly<Record<string, readonly string[]>> = {
  '000': ['radical-character'],
  '004': ['radical-character', 'amount-decimals'],
};

if (SHARED === null) {
  test('seeds: the shared folder is not beside this clone, nothing to read', () => expect(SHARED).toBeNull());
} else {
  const seeds = loadCorpus(SHARED).filter(({ file }) => file.startsWith('seeds/'));

  test('all five are at hand', () => expect(seeds.map(({ file }) => file.slice(6, 9))).toEqual(['000', '001', '002', '003', '004']));

  describe.each(seeds)('$file', ({ file, text, cells, meta }) => {
    const reading = read(text);
    const rules = reading.result.findings.map((finding) => finding.rule);

    test('every cell', () => expect(scoreCells(reading.report, cells)).toEqual({ right: cells.size, absent: [], wrong: [] }));

    test('organ, year and form', () => {
      const { unit, year, detectedForm: form } = reading.report;
      expect({ unit, year: year?.value ?? null, form: form.id }).toEqual(meta);
    });

    test('every span holds its text', () => expect(brokenSpans(reading)).toEqual([]));

    test('findings', () => {
      for (const rule of DUE[file.slice(6, 9)] ?? []) expect(rules.filter((found) => found === rule)).toHaveLength(1);
      if (!file.startsWith('seeds/000')) {
        expect(reading.result.findings.filter((finding) => finding.severity === 'error')).toEqual([]);
      }
    });

    test('every equation holds', () => expect(reading.result.equations).toMatchObject({ broken: 0, unchecked: 0 }));
  });
}
