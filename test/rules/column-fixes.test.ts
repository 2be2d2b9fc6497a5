// Fixes of columns that are missing, unnamed or moved: the header goes with its values, and every number keeps its cell.

import { describe, expect, test } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import { cellKey } from '../../server/src/forms/form.ts';
import { FORM_2021, tableOf } from '../../server/src/forms/index.ts';
import { verifiedFixes } from '../../server/src/fixes/verified-fixes.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { blanks, compose, pipes, tabs, type Printer } from '../generator/disorder/printers.ts';
import { changeRows, drawDraft, ordered, type Sheet } from '../generator/disorder/sheet.ts';
import { applyEdits } from '../support/apply.ts';

const { draft } = drawDraft(31);
const COLUMNS = tableOf(FORM_2021, 'applications')?.columns ?? [];
const PRINTERS = [tabs, blanks, pipes].map((print) => [print.name, print] as const);

const without = (sheet: Sheet, at: number): Sheet => ({
  ...changeRows(sheet, (row) => ({ ...row, cells: row.cells.toSpliced(at, 1) })),
  header: sheet.header.map((line) => line.toSpliced(at + 1, 1)),
});
const unnamed = (sheet: Sheet, at: number): Sheet => ({ ...sheet, header: sheet.header.map((line) => line.toSpliced(at + 1, 1)) });

/** The text with its one fix of `column-header` made, once it has been verified. */
function mended(sheet: Sheet, print: Printer): { readonly text: string; readonly after: string } {
  const text = compose({ ...draft, applications: sheet }, { three: print });
  const report = parseReport(text);
  const { findings } = checkReport(report);
  const [finding, ...others] = findings.filter(({ rule }) => rule === 'column-header');
  expect(others).toEqual([]);
  const fixes = finding === undefined ? [] : verifiedFixes({ report, findings, options: {} }, finding);
  expect(fixes.map(({ kind }) => kind)).toEqual(['text']);
  return { text, after: applyEdits(text, fixes[0]?.edits ?? []) };
}

function numbersOf(text: string): ReadonlyMap<string, number> {
  return new Map([...parseReport(text).cells].flatMap(([key, { reading }]) => (reading.kind === 'number' ? [[key, reading.value]] : [])));
}

describe.each(PRINTERS)('%s', (_, print) => {
  test.each([COLUMNS.length - 1, 2])('a missing column (%i) is put in with a blank in each row', (at) => {
    const { text, after } = mended(without(draft.applications, at), print);
    expect(numbersOf(after)).toEqual(numbersOf(text));
    const report = parseReport(after);
    const rows = tableOf(FORM_2021, 'applications')?.rows ?? [];
    expect(rows.map(({ id }) => report.cells.get(cellKey('applications', id, COLUMNS[at]?.id ?? ''))?.reading.kind)).toEqual(rows.map(() => 'blank'));
    expect(checkReport(report).findings.filter(({ rule }) => rule === 'column-header')).toEqual([]);
  });

  test('columns in another order are moved with their headers', () => {
    const { after } = mended(ordered(draft.applications, [6, 0, 2, 1, 3, 5, 4]), print);
    expect(numbersOf(after)).toEqual(draft.expected);
    const line = after.split('\n').find((each) => each.includes('科研机构')) ?? '';
    const places = COLUMNS.map(({ label }) => line.indexOf(label));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  test('a header that is gone comes back, and nothing else changes', () => {
    const { after } = mended(unnamed(draft.applications, COLUMNS.length - 1), print);
    expect(numbersOf(after)).toEqual(draft.expected);
    expect(checkReport(parseReport(after)).findings.filter(({ rule }) => rule === 'column-header')).toEqual([]);
  });
});
