// Published reports in every text layer at hand: no cell is read wrongly, and their own mistakes are found.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCorpus, readShared } from '../accuracy/corpus.ts';
import { brokenSpans, scoreCells } from '../accuracy/score.ts';
import { read, SHARED } from './shared.ts';

if (SHARED === null) {
  test('published reports: the shared folder is not beside this clone, nothing to read', () => expect(SHARED).toBeNull());
} else {
  const folder = SHARED;

  describe.each(loadCorpus(folder))('$file', ({ text, cells }) => {
    const reading = read(text);
    test('no cell is wrong', () => expect(scoreCells(reading.report, cells).wrong).toEqual([]));
    test('every span holds its text', () => expect(brokenSpans(reading)).toEqual([]));
  });

  test('a report with two broken sums in table four gives these two and no other error', () => {
    const { result } = read(readShared(folder, '12_淮安市洪泽区_2023_pdftotext-raw.txt'));
    const errors = result.findings.filter((finding) => finding.severity === 'error');
    expect(errors.map((finding) => finding.rule)).toEqual(['unbalanced', 'unbalanced']);
    expect(errors.map((finding) => finding.cells[0]).toSorted()).toEqual(['disputes/after-review/total', 'disputes/review/total']);
  });

  const blankForms = readdirSync(join(folder, 'corpus')).filter((file) => file.startsWith('00_'));

  test.each(blankForms)('blank form %s: no equation error, at most ten findings', (file) => {
    const { result } = read(readShared(folder, file));
    expect(result.equations.broken).toBe(0);
    expect(result.findings.filter((finding) => finding.rule === 'unbalanced')).toEqual([]);
    expect(result.findings.length).toBeLessThanOrEqual(10);
  });
}
