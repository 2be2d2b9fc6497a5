// A report as sheets of words and numbers, before somebody disorders and prints it. Flat headers, one row a label.

import { cellKey, type CellKey, type FormId, type TableSpec } from '../../../server/src/forms/form.ts';
import { FORMS } from '../../../server/src/forms/index.ts';
import { buildModel } from '../model.ts';
import { createRng, type Rng } from '../rng.ts';

export interface SheetRow {
  readonly label: string;
  /** No numbers of its own. */
  readonly group: boolean;
  readonly cells: readonly string[];
}

export interface Sheet {
  /** Lines above the header. */
  readonly above: readonly string[];
  readonly header: readonly (readonly string[])[];
  readonly rows: readonly SheetRow[];
  readonly below: readonly string[];
}

export interface Draft {
  readonly opening: string;
  readonly issued: Sheet;
  /** The other blocks of table two. */
  readonly blocks: readonly Sheet[];
  readonly applications: Sheet;
  readonly disputes: Sheet;
  readonly closing: string;
  readonly expected: ReadonlyMap<CellKey, number>;
}

export interface Drawn {
  readonly draft: Draft;
  readonly rng: Rng;
}

export function drawDraft(seed: number, form: FormId = '2021'): Drawn {
  const rng = createRng(seed);
  const model = buildModel({ formKind: form, density: seed % 3 === 0 ? 'sparse' : 'dense', nested: false }, rng);
  const text = (table: TableSpec, row: string, column: string): string => model.values.get(cellKey(table.id, row, column))?.text ?? '';
  const spec = FORMS[form];
  const block = (table: TableSpec): Sheet => ({
    above: [table.heading ?? ''],
    header: [[table.corner, ...table.columns.map(({ label }) => label)]],
    rows: table.rows.map((row) => ({ label: row.label, group: false, cells: table.columns.map(({ id }) => text(table, row.id, id)) })),
    below: [],
  });
  const [issued, ...blocks] = spec.tables.filter(({ section }) => section === 'proactive').map(block);
  const three = spec.tables.find(({ id }) => id === 'applications');
  const four = spec.tables.find(({ id }) => id === 'disputes');
  if (issued === undefined || three === undefined || four === undefined) throw new Error('a form without its tables');
  const paragraphs = model.blocks.filter((part) => part.kind !== 'table');
  const at = (title: string): number => paragraphs.findIndex((part) => part.text.includes(title));
  const two = at('、主动公开政府信息情况');
  const five = at('存在的主要问题及改进情况');
  return {
    rng,
    draft: {
      opening: `${`临泽湖县住房和城乡建设局${model.year}年政府信息公开工作年度报告`}\n\n${paragraphs
        .slice(0, two)
        .filter(({ kind }) => kind !== 'title')
        .map((part) => part.text)
        .join('\n')}`,
      issued,
      blocks,
      applications: applicationsOf(three, text),
      disputes: disputesOf(four, text),
      closing: paragraphs
        .slice(five)
        .map((part) => part.text)
        .join('\n'),
      expected: new Map([...model.values].map(([key, { value }]) => [key, value])),
    },
  };
}

function applicationsOf(table: TableSpec, text: (table: TableSpec, row: string, column: string) => string): Sheet {
  const rows: SheetRow[] = [];
  const seen = new Set<string>();
  for (const row of table.rows) {
    for (const group of row.groups.filter((name) => !seen.has(name))) {
      seen.add(group);
      rows.push({ label: group, group: true, cells: [] });
    }
    rows.push({ label: row.enumerator + row.label, group: false, cells: table.columns.map(({ id }) => text(table, row.id, id)) });
  }
  return { above: [table.corner], header: [['', ...table.columns.map(({ label }) => label)]], rows, below: [] };
}

function disputesOf(table: TableSpec, text: (table: TableSpec, row: string, column: string) => string): Sheet {
  const results = table.columns.map(({ label }) => label);
  return {
    above: [],
    header: [
      ['行政复议', '行政诉讼'],
      [...results, '未经复议直接起诉', '复议后起诉'],
      [...results, ...results],
    ],
    rows: [{ label: '', group: false, cells: table.rows.flatMap((row) => table.columns.map(({ id }) => text(table, row.id, id))) }],
    below: [],
  };
}

export const HEADINGS = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'] as const;

/** The values of a row put in another order: `order` lists the old places. */
export function ordered(sheet: Sheet, order: readonly number[]): Sheet {
  const pick = (cells: readonly string[]): readonly string[] => order.map((place) => cells[place] ?? '');
  return {
    ...sheet,
    header: sheet.header.map(([corner = '', ...names]) => [corner, ...pick(names)]),
    rows: sheet.rows.map((row) => (row.group ? row : { ...row, cells: pick(row.cells) })),
  };
}

export function changeRows(sheet: Sheet, change: (row: SheetRow, index: number) => SheetRow): Sheet {
  let index = 0;
  return { ...sheet, rows: sheet.rows.map((row) => (row.group ? row : change(row, index++))) };
}
