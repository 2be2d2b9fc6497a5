// The published years at hand give no false alarm about the folder when they are reviewed together.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseReport } from '../../server/src/parse/parse.ts';
import { REVIEW_RULES } from '../../server/src/units/rules/review-rules.ts';
import { reviewTexts, type TextFile } from './in-memory.ts';

const CORPUS = path.resolve(import.meta.dirname, '../../../shared/corpus');

function published(name: string): string {
  return readFileSync(path.join(CORPUS, name), 'utf8');
}

describe.runIf(existsSync(CORPUS))('published reports', () => {
  const OF_REVIEWS = new Set([...REVIEW_RULES.map(({ id }) => id), 'carry-over', 'stock-chain', 'item-chain']);
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

  test('宿迁 2023 and 2024, under titles of our own', () => {
    const texts = ['2023_left', '2024_right'].map((name) => {
      const year = name.slice(0, 4);
      return `宿迁市${year}年政府信息公开工作年度报告\n一、总体情况\n${published(`14_宿迁市_${name}-half-crop_pdftotext-raw.txt`)}`;
    });
    const [before = '', now = ''] = texts;
    const { units, year } = reviewTexts(
      [
        { path: '2023.txt', text: before, former: true },
        { path: '2024.txt', text: now },
      ],
      { names: ['宿迁市'] },
    );
    expect([year, ...units.map(({ entry }) => entry.previous?.path)]).toEqual([2024, '2023.txt']);
    expect(units.flatMap(({ findings }) => findings.filter(({ rule }) => OF_REVIEWS.has(rule)).map(({ message }) => message))).toEqual([]);
  });
});
