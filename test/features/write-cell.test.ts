// A number that is typed into the form view lands in its cell, and nowhere else.

import { expect, it } from 'vitest';
import { newReport } from '../../server/src/features/requests/new-report-request.ts';
import { writeCell } from '../../server/src/features/form-view/write-cell.ts';
import { cellKey, type CellKey } from '../../server/src/forms/form.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { draftWith } from '../support/draft.ts';

const LAYOUTS = ['tab', 'space', 'pipe'] as const;

function written(text: string, key: CellKey, typed: string): string {
  const writing = writeCell(parseReport(text), { key, typed, read: parseReport });
  if (writing.kind === 'refused') throw new Error(writing.reason);
  return applyEdits(text, writing.edits);
}

function valuesOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...parseReport(text).cells].map(([key, cell]) => [key, cell.reading.kind === 'blank' ? '' : cell.text]));
}

it.each([2020, 2024])('cells of the empty report of %i are filled in turn', (year) => {
  const { snippet } = newReport({ organ: '青禾县统计局', year, candidates: [] });
  let text = snippet.replaceAll(/\$\{\d+\}/gu, '');
  const expected: Record<string, string> = { ...valuesOf(text) };
  const keys = parseReport(text).detectedForm.form.tables.flatMap(({ id, rows, columns }) =>
    rows.flatMap((row) => columns.map((column) => cellKey(id, row.id, column.id))),
  );
  for (const [index, key] of keys.entries()) {
    if (index % 7 !== 0) continue;
    text = written(text, key, String(index));
    expected[key] = String(index);
  }
  expect(valuesOf(text)).toEqual(expected);
});

it('a row that begins with blanks is read by a stroke in its first cell, which the first number there replaces', () => {
  const blank = newReport({ organ: '青禾县统计局', year: 2024, candidates: [] }).snippet.replaceAll(/\$\{\d+\}/gu, '');
  const text = written(blank, 'applications/new/business', '5');
  expect(text).toContain('本年新收政府信息公开申请数量\t—\t5\t\t\t\t\t\n');
  expect(written(text, 'applications/new/natural', '3')).toContain('本年新收政府信息公开申请数量\t3\t5\t\t\t\t\t\n');
});

it.each(LAYOUTS)('with %s a cell is changed, and made blank, and all others stay', (layout) => {
  const text = draftWith({}, { layout });
  const key = 'applications/granted/natural';
  expect(valuesOf(written(text, key, '7'))).toEqual({ ...valuesOf(text), [key]: '7' });
  const blank = written(text, key, '');
  expect(valuesOf(blank)).toEqual({ ...valuesOf(text), [key]: '' });
  expect(written(blank, key, '8')).toBe(text);
});

it.each(LAYOUTS)('with %s a row that is missing is put in by its first number', (layout) => {
  const whole = draftWith({}, { layout });
  const text = whole
    .split('\n')
    .filter((line) => !line.includes('重复申请'))
    .join('\n');
  const after = valuesOf(written(text, 'applications/repeat/research', '5'));
  expect(Object.keys(after).toSorted()).toEqual(Object.keys(valuesOf(whole)).toSorted());
  expect(after['applications/repeat/research']).toBe('5');
  expect(after['applications/repeat/natural']).toBe('');
});

it('a table that is missing is put in whole', () => {
  const text = draftWith({}).replace(/二、主动公开政府信息情况\n[\s\S]*?\n\n/u, '二、主动公开政府信息情况\n\n');
  const after = valuesOf(written(text, 'fees/fees/amount', '5.2'));
  expect(after['fees/fees/amount']).toBe('5.2');
  expect(after['issued/normative/made']).toBe('');
});

it('what is no number is written as it was typed where it fits, and refused where it would move other cells', () => {
  expect(valuesOf(written(draftWith({}), 'applications/granted/natural', '见附件'))['applications/granted/natural']).toBe('见附件');
  const writing = writeCell(parseReport(draftWith({}, { layout: 'space' })), { key: 'applications/granted/natural', typed: '见附件', read: parseReport });
  expect(writing.kind).toBe('refused');
});

it('a tab or a line break that is typed does not make another cell', () => {
  const text = draftWith({});
  expect(valuesOf(written(text, 'applications/granted/natural', '见\t附\n件'))).toEqual({ ...valuesOf(text), 'applications/granted/natural': '见 附 件' });
});

it('the same text is no edit', () => {
  expect(writeCell(parseReport(draftWith({})), { key: 'applications/granted/natural', typed: ' 8 ', read: parseReport })).toEqual({ kind: 'edits', edits: [] });
});

it('a cell whose part is missing is refused with what to do first', () => {
  const text = draftWith({}).replace(/四、政府信息公开行政复议[\s\S]*?\n\n/u, '');
  expect(writeCell(parseReport(text), { key: 'disputes/review/total', typed: '1', read: parseReport })).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('标题'),
  });
});
