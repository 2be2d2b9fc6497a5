// The published years at hand give no false alarm about the folder when they are reviewed together.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseReport } from '../../server/src/parse/parse.ts';
import { REVIEW_RULES } from '../../server/src/units/review-rules.ts';
import { reviewTexts, type TextFile } from './in-memory.ts';

const CORPUS = path.resolve(import.meta.dirname, '../../../shared/corpus');

function published(name: string): string {
  return readFileSync(path.join(CORPUS, name), 'utf8');
}

describe.runIf(existsSync(CORPUS))('published reports', () => {
  const OF_REVIEWS = new Set(REVIEW_RULES.map(({ id }) => id));
  test.each(['pdftotext-layout', 'pdftotext-raw', 'pdfplumber-text'])('洪泽 2023 and 2024, %s', (kind) => {
    const [before, now] = ['12_淮安市洪泽区_2023', '13_淮安市洪泽区_2024'].map((name) => published(`${name}_${kind}.txt`));
    const [former, current] = [parseReport(before ?? ''), parseReport(now ?? '')];
    const files: TextFile[] = [
      { path: '2023.txt', text: before ?? '', former: true },
      { path: '2024.txt', text: now ?? '' },
    ];
    const { units, year } = reviewTexts(files, { names: [current.unit ?? ''], aliases: [former.unit ?? ''] });
    expect(year).toBe(2024);
    expect(units.map(({ entry }) => [entry.current?.path, entry.previous?.path])).toEqual([['2024.txt', '2023.txt']]);
    expect(units.flatMap(({ findings }) => findings.filter(({ rule }) => OF_REVIEWS.has(rule)).map(({ message }) => message))).toEqual([]);
  });
});
