// Rows with blank cells in a table of one cell a line: read by counting lines, an empty line being a blank cell.

import { stackedCells } from './cells/stacked.ts';
import type { Item } from './lines/items.ts';
import type { FormRow } from './rows/form-rows.ts';
import { rowOf, type FoundRow, type RowsRequest } from './rows/found-rows.ts';
import type { ValueGroup } from './rows/groups.ts';
import type { LabelPlace } from './rows/label-stream.ts';

export interface OpenRow {
  readonly formRow: FormRow;
  readonly label: LabelPlace;
  readonly group?: ValueGroup;
}

interface Rows {
  readonly placed: readonly FoundRow[];
  readonly open: readonly OpenRow[];
}

/** Rows of which some cells left an empty line: read where rows of several cells stand so, and most that have figures enough add up. */
export function stackRows(request: RowsRequest, items: readonly Item[], { placed, open }: Rows): readonly FoundRow[] {
  const { surface, region, addsUp } = request;
  if (open.length === 0) return [];
  const behind = (last: number, width: number) => stackedCells({ surface, region, items }, last, width);
  const rows = open.flatMap(({ formRow, label, group }) => {
    const stacked = behind(label.lastItem, formRow.columns.length);
    if (stacked === null) return [];
    const { cells, stride } = stacked;
    return [{ cells, stride, row: rowOf(request, { formRow, label, group: group ?? { items: cells, kind: 'run', first: label.lastItem + 1 } }, cells) }];
  });
  const figures = (cells: readonly Item[]) => cells.filter(({ kind }) => kind === 'value').length;
  const telling = rows.filter(({ cells }) => cells.length > 1 && (addsUp === undefined || figures(cells) > 1));
  // Where nothing adds up, two rows that come out even speak for each other.
  const twice = ({ stride }: { readonly stride: number }) =>
    telling.filter((row) => row.stride === stride).length > 1 && telling.some(({ cells }) => figures(cells) > 0);
  const agreeing = telling.filter((row) => (addsUp === undefined ? twice(row) : addsUp(row.cells, row.row.formRow.columns)));
  if (addsUp !== undefined && agreeing.length * 2 < telling.length) return [];
  // A single cell tells nothing: an empty line stands between any two paragraphs.
  const whole = placed.flatMap(({ group, formRow }) => (formRow.columns.length > 1 ? (behind(group.first - 1, formRow.columns.length) ?? []) : []));
  const strides = new Set([...agreeing, ...whole].map(({ stride }) => stride));
  return rows.filter(({ stride }) => strides.has(stride)).map(({ row }) => row);
}
