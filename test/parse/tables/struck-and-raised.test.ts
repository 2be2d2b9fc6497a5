// Struck-out figures and the raised marks of notes stay out of the numbers of a page.

import { describe, expect, test } from 'vitest';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { readSurface } from '../../../server/src/parse/document/surface.ts';
import { pageOf } from '../../support/page.ts';
import { composeDraft } from '../../support/draft.ts';

/** What stands in the cell of 行政许可, what is its text, and what is read. */
const CELLS: readonly (readonly [string, string, number | null])[] = [
  ['2982<sup>1</sup>', '2982', 2982],
  ['2982<sup><a href="#n1">[1]</a></sup>', '2982', 2982],
  ['2982 <sup>注</sup>', '2982', 2982],
  ['<s>223</s>233', '233', 233],
  ['<p><del>223</del><ins>233</ins></p>', '233', 233],
  ['233<strike>4</strike>', '233', 233],
  ['<s>223</s>', '', null],
  ['<sup>12</sup>', '12', 12],
  ['<s>223<p>233', '233', 233],
];

const page = pageOf(composeDraft({ form: '2021', layout: 'tab' }));

function cellIn(text: string) {
  return parseReport(text).cells.get('licensing/licences/decisions');
}

describe('in a cell', () => {
  test.each(CELLS)('%s', (written, text, value) => {
    const cell = cellIn(page.replace('<td>行政许可</td><td>36</td>', `<td>行政许可</td><td>${written}</td>`));
    expect(cell?.text).toBe(text);
    expect(cell?.reading.kind === 'number' ? cell.reading.value : null).toBe(value);
  });
});

test('a tag that is never closed hides no more than its paragraph', () => {
  const report = parseReport(page.replace('<body>', '<body><p>初稿<del>一、总体情况<p>'));
  expect(report.cells.size).toBe(parseReport(page).cells.size);
  expect(cellIn(page.replace('<body>', '<body><p>初稿<sup>1'))?.text).toBe('36');
});

test('struck-out sentences say nothing', () => {
  const claims = (words: string) => parseReport(page.replace(/一、总体情况<\/p>/u, `一、总体情况</p><p>${words}</p>`)).claims.map(({ value }) => value);
  expect(claims('2023年，收到政府信息公开申请9<sup>2</sup>件。')).toContain(9);
  expect(claims('2023年，<del>收到政府信息公开申请9件。</del>')).not.toContain(9);
});

test('a power stays what it is', () => {
  const read = (html: string) => readSurface(`<p>${html}</p>`).text.replaceAll('\u200b', '').trim();
  expect(read('绿地4km<sup>2</sup>')).toBe('绿地4km2');
  expect(read('收到4件<sup>2</sup>')).toBe('收到4件');
});
