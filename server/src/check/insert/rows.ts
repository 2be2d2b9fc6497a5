// Where do missing rows belong, beside which of the rows that are there?

import type { RowSpec, TableSpec } from '../../forms/form.ts';
import { tableOf } from '../../forms/index.ts';
import type { Report, Table, TableRow } from '../../report/model.ts';
import { hanOf } from '../../text/han.ts';
import { lineOf } from '../../text/lines.ts';
import type { Edit } from '../finding.ts';
import { lineBreak } from '../lines.ts';
import { blockOf, imitate, printedGroup } from './imitate.ts';
import { insertion, type Pieces } from './pieces.ts';

/**
 * Inserts neighbouring missing rows beside those that are there, in their layout; null where that would be guesswork: HTML,
 * wrapped rows. What belongs to the group above goes below its last row, what belongs to the group below above its first.
 */
export function insertRows(report: Report, table: Table, missing: readonly RowSpec[]): readonly Edit[] | null {
  const spec = tableOf(report.form.form, table.id);
  const [first] = missing;
  const last = missing.at(-1);
  if (spec === undefined || first === undefined || last === undefined) return null;
  const above = neighbour(table, spec.rows[spec.rows.indexOf(first) - 1]);
  const below = neighbour(table, spec.rows[spec.rows.indexOf(last) + 1]);
  const joinsBelow = (row: RowSpec) => below !== null && (above === null || (isOneGroup(row, below.spec) && !isOneGroup(row, above.spec)));
  const split = missing.findIndex(joinsBelow);
  const [up, down] = split < 0 ? [missing, []] : [missing.slice(0, split), missing.slice(split)];
  const runs = runsOf(up).map((rows) => ({ rows, opened: above === null ? null : labelBelow(report, above, below, rows) }));
  const request = { report, table, spec };
  const edits = [
    ...runs.flatMap(({ rows, opened }) => (opened === null ? [] : [put(request, { at: opened, rows, side: 'after', group: rows[0] })])),
    ...beside(request, above, runs.flatMap(({ rows, opened }) => (opened === null ? rows : [])), 'after'),
    ...beside(request, below, down, 'before'),
  ];
  return edits.every((edit) => edit !== null) ? edits : null;
}

/** Runs of one group. */
function runsOf(rows: readonly RowSpec[]): readonly (readonly RowSpec[])[] {
  const runs: RowSpec[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.[0] !== undefined && isOneGroup(run[0], row)) run.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** Where the label of a group stands alone between two rows, bereft of its own: the end of its line. */
function labelBelow(report: Report, above: Neighbour, below: Neighbour | null, [first]: readonly RowSpec[]): number | null {
  const from = blockOf(report, above.row)?.end;
  const label = first?.groups.at(-1);
  if (from === undefined || label === undefined || first === undefined || isOneGroup(first, above.spec)) return null;
  const to = below?.row.label.start ?? report.text.length;
  for (let line = lineOf(report.lines, from) + 1; (report.lines.starts[line] ?? to) < to; line++) {
    const span = { start: report.lines.starts[line] ?? to, end: report.lines.ends[line] ?? to };
    if (hanOf(report.folded.slice(span.start, span.end)) === hanOf(label)) return span.end;
  }
  return null;
}

interface Neighbour {
  readonly spec: RowSpec;
  readonly row: TableRow;
}

function neighbour(table: Table, spec: RowSpec | undefined): Neighbour | null {
  const row = table.rows.find((candidate) => candidate.id === spec?.id);
  return spec === undefined || row === undefined ? null : { spec, row };
}

function isOneGroup(one: RowSpec, other: RowSpec): boolean {
  return one.groups.join('/') === other.groups.join('/');
}

interface Request {
  readonly report: Report;
  readonly table: Table;
  readonly spec: TableSpec;
}

function beside(request: Request, anchor: Neighbour | null, rows: readonly RowSpec[], side: Side): readonly (Edit | null)[] {
  if (rows.length === 0) return [];
  const place = anchor === null ? null : blockOf(request.report, anchor.row);
  if (anchor === null || place === null) return [null];
  return [put(request, { at: side === 'after' ? place.end : place.start, rows, side, group: anchor.spec, anchor })];
}

type Side = 'before' | 'after';

interface Insertion {
  readonly at: number;
  readonly rows: readonly RowSpec[];
  readonly side: Side;
  /** The row whose group is open there. */
  readonly group: RowSpec | undefined;
  readonly anchor?: Neighbour;
}

function put({ report, table, spec }: Request, { at, rows, side, group: open, anchor }: Insertion): Edit | null {
  const newline = lineBreak(report);
  let group = open;
  const lines: Pieces[] = [];
  for (const row of rows) {
    const model = modelOf(spec, table, row) ?? anchor;
    const pieces = model === undefined ? null : imitate(report, model.row, row);
    if (model === undefined || pieces === null) return null;
    // Above its group's first row nothing opens the group anew: its label stands there already.
    if (side === 'after' && (group === undefined || !isOneGroup(row, group))) lines.push(...printedGroup(report, model.row, row));
    lines.push(pieces);
    group = row;
  }
  return side === 'before'
    ? insertion(at, lines.flatMap((line) => [...line, newline]))
    : insertion(at, lines.flatMap((line) => [newline, ...line]));
}

/** A row that stands as deep under its groups has its label in the same column. */
function modelOf(spec: TableSpec, table: Table, row: RowSpec): Neighbour | undefined {
  return spec.rows
    .filter(({ groups }) => groups.length === row.groups.length)
    .flatMap((candidate) => neighbour(table, candidate) ?? [])
    .at(0);
}
