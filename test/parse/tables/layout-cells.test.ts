// A report that a web page laid out with tables is read: its title, its organ, its paragraphs line by line.

import { expect, it } from 'vitest';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { composeDraft } from '../../support/draft.ts';

const TITLE = '青禾县人民政府办公室2023年政府信息公开工作年度报告';

/** The page's outer table holds the menu in one cell and the whole article, tables and all, in the next. */
function page(): string {
  const [, ...lines] = composeDraft({ form: '2021', layout: 'tab' })
    .split('\n')
    .filter((line) => line !== '');
  const rows = (run: readonly string[]) =>
    `<table>${run
      .map(
        (row) =>
          `<tr>${row
            .split('\t')
            .map((field) => `<td>${field}</td>`)
            .join('')}</tr>`,
      )
      .join('\n')}</table>`;
  const article: string[] = [];
  let run: string[] = [];
  for (const line of [...lines, '']) {
    if (line.includes('\t')) {
      run.push(line);
      continue;
    }
    if (run.length > 0) article.push(rows(run));
    run = [];
    article.push(`<p>${line}</p>`);
  }
  return [
    `<html><head><title>${TITLE}_青禾县门户网站</title></head><body><table><tr><td><ul><li>公开指南</li><li>公开年报</li></ul></td><td>`,
    `<h1>${TITLE}</h1>`,
    ...article,
    '</td></tr></table></body></html>',
  ].join('\n');
}

it('finds the title, the organ and every part', () => {
  const report = parseReport(page());
  expect(report.title?.text).toBe(TITLE);
  expect(report.unit).toBe('青禾县人民政府办公室');
  expect(report.sections.map(({ id }) => id)).toEqual(['overview', 'proactive', 'applications', 'disputes', 'problems', 'other']);
  expect(report.cells.size).toBe(200);
});

it('finds the title behind a menu of a hundred entries', () => {
  const menu = Array.from({ length: 100 }, (_, index) => `<li>栏目${index}</li>`).join('\n');
  expect(parseReport(page().replace('<body>', `<body><ul>${menu}</ul>`)).unit).toBe('青禾县人民政府办公室');
});

it('keeps the blocks inside a cell of figures on one line', () => {
  const cell = (text: string) => `<td><p>${text}</p></td>`;
  const row = `<tr>${['一、本年新收政府信息</p><p>公开申请数量', '3', '0', '0', '0', '0', '0', '3'].map(cell).join('')}</tr>`;
  const report = parseReport(`<p>三、收到和处理政府信息公开申请情况</p><table>${row}${row.replace('一、本年新收', '二、上年结转')}</table>`);
  expect(report.cells.size).toBe(14);
});
