// Reads a transposed table three: applicants in its rows, outcomes in its columns.

import { APPLICANT_COLUMNS } from '../../forms/applications-table.ts';
import { cellKey, printedLabel, splitKey, type ColumnSpec, type RowSpec } from '../../forms/form.ts';
import type { Span } from '../../text/span.ts';
import type { Cell, TableRow } from '../model.ts';
import { findRows } from './find-rows.ts';
import type { FormRow } from './rows/form-rows.ts';
import { headerNames, headerWords } from './rows/header-words.ts';
import type { FoundRows, RowsRequest } from './rows/found-rows.ts';

export interface TurnedReading {
  readonly cells: readonly Cell[];
  /** The labels in the header. */
  readonly rows: readonly TableRow[];
  readonly span: Span;
  readonly header: Span;
}

/** Fewer labels without values are no header. */
const MIN_LABELS = 12;

/** The table read with rows and columns exchanged; null where it does not stand so. */
export function readTurned(request: RowsRequest, found: FoundRows): TurnedReading | null {
  if (found.rows.length > 0 || found.bare.length + found.unplaced.length < MIN_LABELS) return null;
  const { original, surface, region } = request;
  const value = found.items.findIndex(({ kind }) => kind === 'value');
  const names = headerNames(
    request.rows.map(({ spec }): ColumnSpec => ({ id: spec.id, label: spec.label, aliases: [...spec.aliases, printedLabel(spec)], type: 'count' })),
  );
  const words = headerWords(surface, found.items.slice(0, Math.max(0, value)), names);
  const labels = words.flatMap(({ column, span }) => (column === null ? [] : [{ column, span }]));
  const [first, last] = [labels[0], labels.at(-1)];
  const columns = labels.map(({ column }) => column);
  if (first === undefined || last === undefined || labels.length < MIN_LABELS || new Set(columns).size < columns.length) return null;
  const rows = APPLICANT_COLUMNS.map((applicant): FormRow => {
    const spec: RowSpec = { id: applicant.id, enumerator: '', label: applicant.label, aliases: applicant.aliases, groups: [], basis: [] };
    return { table: 'applications', spec, columns, keys: columns.map(({ id }) => cellKey('applications', id, applicant.id)) };
  });
  const turned = findRows({ original, surface, region: { start: last.span.end, end: region.end }, rows, contextual: new Set() });
  if (turned.rows.length < APPLICANT_COLUMNS.length || turned.problems.length > 0) return null;
  // Row and column of a cell are those of the form, whichever stands upright.
  const cells = turned.rows.flatMap((row) => row.cells.map((cell): Cell => ({ ...cell, row: splitKey(cell.key).row, column: splitKey(cell.key).column })));
  const header = { start: first.span.start, end: last.span.end };
  const end = Math.max(...turned.rows.map(({ row }) => row.span.end));
  return {
    cells,
    rows: labels.map(({ column, span }): TableRow => ({ table: 'applications', id: column.id, span, label: span, match: 'printed' })),
    span: { start: header.start, end },
    header,
  };
}
