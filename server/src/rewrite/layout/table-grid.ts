// Which fields stand on each line when a table is written out anew? As printed, with every word as it was written.

import { cellKey, type TableSpec } from '../../forms/form.ts';
import type { Report } from '../../parse/model.ts';
import { hanOfName } from '../../text/han.ts';
import { SPANNING } from './header-words.ts';
import type { TableExtent } from './table-extent.ts';
import type { WholeTable } from '../../parse/tables/whole-tables.ts';

/** The fields of each line; lines differ in length. */
type Grid = readonly (readonly string[])[];

/** `groups`: where （三）不予公开 and its like stand, on lines of their own or, as printed, in columns to the left. */
interface GridOptions {
  readonly groups: 'lines' | 'columns';
}

/** What the table is written from. A header that was not there is not made up. */
export interface Written {
  readonly report: Report;
  readonly table: WholeTable;
  readonly extent: TableExtent;
}

interface Source {
  readonly label: (spec: TableSpec, row: string) => string;
  readonly values: (spec: TableSpec, row: string) => readonly string[];
  /** The next of the words that go by one of these names, or nothing. */
  readonly take: (names: readonly string[]) => string;
}

export function gridOf(written: Written, options: GridOptions): Grid {
  const source = sourceOf(written);
  const lines = written.table.specs.flatMap((spec) => {
    if (spec.id === 'applications') return applicationLines(spec, source, options);
    return spec.id === 'disputes' ? disputeLines(spec, source) : blockLines(spec, source);
  });
  return lines.filter((fields) => fields.some((field) => field !== ''));
}

function sourceOf({ report, table, extent }: Written): Source {
  const labels = new Map(table.rows.map((row, index) => [`${row.table}/${row.id}`, extent.labels[index] ?? '']));
  const left = new Map([...extent.words].map(([word, texts]) => [word, [...texts]]));
  return {
    label: (spec, row) => labels.get(`${spec.id}/${row}`) ?? '',
    values: (spec, row) => spec.columns.map((column) => report.cells.get(cellKey(spec.id, row, column.id))?.text ?? ''),
    take: (names) => {
      for (const name of names) {
        const text = left.get(hanOfName(name))?.shift();
        if (text !== undefined) return text;
      }
      return '';
    },
  };
}

function blockLines(spec: TableSpec, source: Source): Grid {
  return [
    [source.take([spec.heading ?? ''])],
    [source.take([spec.corner]), ...columnsOf(spec, source)],
    ...spec.rows.map((row) => [source.label(spec, row.id), ...source.values(spec, row.id)]),
  ];
}

function applicationLines(spec: TableSpec, source: Source, { groups }: GridOptions): Grid {
  const depth = groups === 'columns' ? Math.max(...spec.rows.map((row) => row.groups.length)) : 0;
  const beside = (fields: readonly string[]) => [...fields, ...blanks(depth + 1 - fields.length)];
  const lines: (readonly string[])[] = [...applicationHeaders(spec, source, beside)];
  let open: readonly string[] = [];
  for (const row of spec.rows) {
    const opened = row.groups.map((group, level) => (open[level] === group ? '' : source.take([group])));
    const label = source.label(spec, row.id);
    if (depth > 0) lines.push([...beside([...opened, label]), ...source.values(spec, row.id)]);
    else lines.push(...opened.map((group) => [group]), [label, ...source.values(spec, row.id)]);
    open = row.groups;
  }
  return lines;
}

/** Over three lines where the words that span columns were there, else in one. */
function applicationHeaders(spec: TableSpec, source: Source, beside: (fields: readonly string[]) => readonly string[]): Grid {
  const corner = source.take([spec.corner]);
  const [all = '', organisations = ''] = (SPANNING.applications ?? []).map((word) => source.take([word]));
  const columns = columnsOf(spec, source);
  if (all === '' && organisations === '') return [[...beside([corner]), ...columns]];
  const inner = columns.slice(1, -1);
  return [
    [...beside([corner]), all, ...blanks(columns.length - 1)],
    [...beside(['']), columns[0] ?? '', organisations, ...blanks(inner.length - 1), columns.at(-1) ?? ''],
    [...beside(['']), '', ...inner, ''],
  ];
}

/** Three blocks side by side over one row of values. */
function disputeLines(spec: TableSpec, source: Source): Grid {
  const [review, ...litigation] = spec.rows;
  const gap = blanks(spec.columns.length - 1);
  const names = (row: TableSpec['rows'][number] | undefined) => (row === undefined ? [] : [row.label, ...row.aliases]);
  const group = litigation[0]?.groups ?? [];
  return [
    [source.take(names(review)), ...gap, source.take(group), ...gap, '', ...gap],
    [...columnsOf(spec, source), ...litigation.flatMap((row) => [source.take(names(row)), ...gap])],
    ['', ...gap, ...litigation.flatMap(() => columnsOf(spec, source))],
    spec.rows.flatMap((row) => source.values(spec, row.id)),
  ];
}

function columnsOf(spec: TableSpec, source: Source): readonly string[] {
  return spec.columns.map((column) => source.take([column.label, ...column.aliases]));
}

function blanks(count: number): readonly string[] {
  return Array.from({ length: Math.max(0, count) }, () => '');
}
