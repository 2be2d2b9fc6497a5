// Whatever writes into a table follows the order in which its columns stand, and the columns that were added.

import { describe, expect, test } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import { totalsOf } from '../../server/src/features/requests/totals.ts';
import { cellKey, type CellKey } from '../../server/src/forms/form.ts';
import { FORM_2021, tableOf } from '../../server/src/forms/index.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { fillTable } from '../../server/src/rewrite/paste/fill-table.ts';
import { formatTables } from '../../server/src/rewrite/layout/format-tables.ts';
import { convertForm } from '../../server/src/rewrite/conversion/convert-form.ts';
import { compose, blanks, pipes, tabs, type Printer } from '../generator/disorder/printers.ts';
import { changeRows, drawDraft, ordered, type Sheet } from '../generator/disorder/sheet.ts';
import { applyEdits } from '../support/apply.ts';

const SEED = 31;
const { draft } = drawDraft(SEED);
const ORDER = [6, 0, 2, 1, 3, 5, 4];
const COLUMNS = tableOf(FORM_2021, 'applications')?.columns ?? [];

const moved = (sheet: Sheet): Sheet => ordered(sheet, ORDER);
/** Numbers of the lines before the columns, and last year's totals behind them. */
const added = (sheet: Sheet): Sheet => ({
  ...changeRows(sheet, (row, index) => ({ ...row, cells: [String(index + 1), ...row.cells, String(index * 3 + 2)] })),
  header: [['', '行次', ...(sheet.header[0] ?? []).slice(1), '上年总计']],
});

const SHEETS: readonly (readonly [string, (sheet: Sheet) => Sheet])[] = [
  ['other order', moved],
  ['added columns', added],
  ['both', (sheet) => added(moved(sheet))],
];
const CASES = SHEETS.flatMap(([name, change]) => [tabs, blanks, pipes].map((print) => [`${name}, ${print.name}`, change, print] as const));

function textOf(change: (sheet: Sheet) => Sheet, print: Printer): string {
  return compose({ ...draft, applications: change(draft.applications) }, { three: print });
}

function expectCells(text: string, expected: ReadonlyMap<CellKey, number> = draft.expected): void {
  const { cells } = parseReport(text);
  const wrong = [...expected].filter(([key, value]) => {
    const reading = cells.get(key)?.reading;
    return reading?.kind !== 'number' || reading.value !== value;
  });
  expect(wrong).toEqual([]);
}

const lineOf = (text: string, label: string): string => text.split('\n').find((line) => line.includes(label)) ?? '';

describe.each(CASES)('%s', (_, change, print) => {
  const text = textOf(change, print);

  test('is read', () => expectCells(text));

  test('a missing row comes back with a place for each column', () => {
    const lost = text.replace(`${lineOf(text, '重复申请')}\n`, '');
    const fixes = checkReport(parseReport(lost))
      .findings.filter(({ rule }) => rule === 'row-missing')
      .flatMap((finding) => finding.fixes ?? []);
    const [fix] = fixes;
    expect(fix).toBeDefined();
    const mended = applyEdits(lost, fix?.edits ?? []);
    expectCells(mended, new Map([...draft.expected].filter(([key]) => !key.startsWith('applications/repeat/'))));
    const report = parseReport(mended);
    expect(COLUMNS.map(({ id }) => report.cells.get(cellKey('applications', 'repeat', id))?.reading.kind)).toEqual(COLUMNS.map(() => 'blank'));
  });

  test('a value that the fixes or a recomputed total write lands in its own cell', () => {
    const row = lineOf(text, '予以公开');
    const total = draft.expected.get('applications/granted/total') ?? 0;
    const wrong = text.replace(row, row.replace(new RegExp(`(?<![0-9])${total}(?![0-9])`, 'u'), String(total + 1)));
    expect(wrong).not.toBe(text);
    const { changes } = totalsOf(parseReport(wrong));
    expect(changes.map(({ to }) => to)).toContain(String(total));
    const [fix] = checkReport(parseReport(wrong))
      .findings.filter(({ rule }) => rule === 'wrong-cell')
      .flatMap(({ fixes }) => fixes ?? []);
    expect(fix).toBeDefined();
    expect(applyEdits(wrong, fix?.edits ?? [])).toBe(text);
  });

  test('a block pasted beside its labels, or without them as the columns stand, lands where it belongs', () => {
    const zeroed = changeRows(draft.applications, (own) => ({ ...own, cells: own.cells.map(() => '0') }));
    const empty = compose({ ...draft, applications: change(zeroed) }, { three: print });
    const sheet = change(draft.applications);
    const at = empty.indexOf('予以公开');
    const rows = draft.applications.rows.filter(({ group }) => !group);
    const labelled = fillTable(
      parseReport(empty),
      { offset: at },
      [(draft.applications.header[0] ?? []).join('\t'), ...rows.map((own) => [own.label, ...own.cells].join('\t'))].join('\n'),
    );
    expect(labelled.kind === 'filled' ? '' : labelled.reason).toBe('');
    if (labelled.kind === 'filled')
      expectCells(
        applyEdits(
          empty,
          labelled.changes.map(({ edit }) => edit),
        ),
      );
    const order = change === added ? COLUMNS.map((__, index) => index) : ORDER;
    const bare = fillTable(parseReport(empty), { offset: at }, rows.map((own) => order.map((place) => own.cells[place]).join('\t')).join('\n'));
    expect(bare.kind === 'filled' ? '' : bare.reason).toBe('');
    if (bare.kind === 'filled')
      expectCells(
        applyEdits(
          empty,
          bare.changes.map(({ edit }) => edit),
        ),
      );
    expect(sheet.rows.length).toBeGreaterThan(0);
  });

  test.each(['tabs', 'aligned', 'keep'] as const)('formatting (%s) leaves every cell as it is', (layout) => {
    expectCells(applyEdits(text, formatTables(parseReport(text), { layout })));
  });
});

test.each([tabs, blanks])('a value that was lost is told by the column as it is printed', (print) => {
  const order = [0, 2, 1, 4, 3, 5, 6];
  const sheet = ordered(draft.applications, order);
  const lost = 1;
  const changed = changeRows(sheet, (row) => (row.label.includes('本年新收') ? { ...row, cells: row.cells.toSpliced(lost, 1) } : row));
  const { findings } = checkReport(parseReport(compose({ ...draft, applications: changed }, { three: print })));
  const told = findings.filter(({ rule }) => rule === 'shifted-cells');
  expect(told).toHaveLength(1);
  const words = told.flatMap(({ message, related = [] }) => [message, ...related.map((one) => one.message)]).join('');
  expect(words).toContain(COLUMNS[order[lost] ?? 0]?.label);
});

test('a report whose columns are moved is converted cell by cell, or not at all', () => {
  const old = drawDraft(SEED, '2019').draft;
  const text = compose({ ...old, applications: ordered(old.applications, ORDER) }, {});
  const converted = convertForm(parseReport(text));
  if (converted?.kind !== 'converted') {
    expect(converted?.kind).toBe('refused');
    return;
  }
  const kept = [...old.expected].filter(([key]) => key.startsWith('applications/granted/'));
  expectCells(applyEdits(text, converted.edits), new Map(kept));
});
