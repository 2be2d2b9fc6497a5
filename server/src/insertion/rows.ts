// Inserts missing rows of a table beside their neighbours of the form.

import type { RowSpec, TableSpec } from '../forms/form.ts';
import { tableOf } from '../forms/index.ts';
import type { Report, Table, TableRow } from '../parse/model.ts';
import { hanOf } from '../text/han.ts';
import { lineOf } from '../text/lines.ts';
import type { Edit } from '../text/edits.ts';
import { lineBreak } from '../parse/line-spans.ts';
import { blockOf, imitate, printedGroup } from './imitate.ts';
import { insertion, type Pieces } from './pieces.ts';

/**
 * Inserts neighbouring missing rows beside those that are there, in their layout; null where that would be guesswork: HTML,
 * wrapped rows. What belongs to the group above goes below its last row, what belongs to the group below above its first.
 */
export function insertRows(report: Report, table: Table, missing: readonly RowSpec[]): readonly Edit[] | null {
  const spec = tableOf(report.detectedForm.form, table.id);
  const [first] = missing;
  const last = missing.at(-1);
  if (spec === undefined || first === undefined || last === undefined) return null;
  const above = neighbour(table, spec.rows[spec.rows.indexOf(first) - 1]);
  const below = neighbour(table, spec.rows[spec.rows.indexOf(last) + 1]);
  const [up, down] = parted(missing, above, below);
  const request = { report, table, spec };
  const edits = [...belowRow(request, above, { rows: up, next: below }), ...aboveRow(request, below, down)];
  return edits.every((edit) => edit !== null) ? edits : null;
}

/** What goes below the row above, and what above the row below: its own group, unless that is the group above too. */
function parted(missing: readonly RowSpec[], above: Neighbour | null, below: Neighbour | null): readonly [readonly RowSpec[], readonly RowSpec[]] {
  if (below === null) return [missing, []];
  if (above === null) return [[], missing];
  const split = isOneGroup(above.spec, below.spec) ? missing.length : missing.findLastIndex((row) => !isOneGroup(row, below.spec)) + 1;
  return [missing.slice(0, split), missing.slice(split)];
}

/** Below the label of their group where it stands bereft of its own, else on below what stands there. */
function belowRow(
  request: Request,
  above: Neighbour | null,
  { rows, next }: { readonly rows: readonly RowSpec[]; readonly next: Neighbour | null },
): readonly (Edit | null)[] {
  if (rows.length === 0) return [];
  const end = above === null ? undefined : blockOf(request.report, above.row)?.end;
  if (above === null || end === undefined) return [null];
  const places: { readonly at: number; readonly open: RowSpec; readonly rows: RowSpec[] }[] = [{ at: end, open: above.spec, rows: [] }];
  for (const run of runsOf(rows)) {
    const opened = labelBelow(request.report, { from: end, above, next }, run);
    if (opened === null) places.at(-1)?.rows.push(...run);
    else places.push({ at: opened, open: run[0], rows: [...run] });
  }
  return places
    .filter((place) => place.rows.length > 0)
    .map(({ at, open, rows: put }) => putBelow(request, at, linesOf(request, put, { anchor: above, open })));
}

/** Rows of its group right above the first row that is there, others above the labels that open it; which of these open others is guesswork. */
function aboveRow(request: Request, below: Neighbour | null, rows: readonly RowSpec[]): readonly (Edit | null)[] {
  if (rows.length === 0) return [];
  const start = below === null ? undefined : blockOf(request.report, below.row)?.start;
  if (below === null || start === undefined) return [null];
  const labels = labelsAbove(request.report, below, start);
  const others = labels === start ? [] : rows.filter((row) => !isOneGroup(row, below.spec));
  if (others.some((row) => row.groups.length > 0)) return [null];
  const own = rows.filter((row) => !others.includes(row));
  return [
    ...(others.length === 0 ? [] : [putAbove(request, labels, linesOf(request, others, { anchor: below, open: below.spec }))]),
    ...(own.length === 0 ? [] : [putAbove(request, start, linesOf(request, own, { anchor: below, open: below.spec }))]),
  ];
}

/** Runs of one group. */
function runsOf(rows: readonly RowSpec[]): readonly Run[] {
  const runs: [RowSpec, ...RowSpec[]][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run !== undefined && isOneGroup(run[0], row)) run.push(row);
    else runs.push([row]);
  }
  return runs;
}

type Run = readonly [RowSpec, ...RowSpec[]];

interface Between {
  readonly from: number;
  readonly above: Neighbour;
  readonly next: Neighbour | null;
}

/** Where the label of a group stands alone between two rows, bereft of its own: the end of its line. */
function labelBelow({ lines, folded, text }: Report, { from, above, next }: Between, [first]: Run): number | null {
  const label = first.groups.at(-1);
  if (label === undefined || isOneGroup(first, above.spec)) return null;
  const to = next?.row.label.start ?? text.length;
  const found = lines.ends.find((end, line) => end > from && end < to && hanOf(folded.slice(lines.starts[line], end)) === hanOf(label));
  return found ?? null;
}

/** Where the lines begin that name the row's groups and nothing else, or the row's own. */
function labelsAbove({ lines, folded }: Report, { spec }: Neighbour, start: number): number {
  let line = lineOf(lines, start);
  while (line > 0 && spec.groups.some((group) => hanOf(group) === hanOf(folded.slice(lines.starts[line - 1], lines.ends[line - 1])))) line--;
  return lines.starts[line] ?? start;
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

/** The rows in the layout of those that are there, each group opened by its label; `open` is of the group that is open already. */
function linesOf(
  { report, table, spec }: Request,
  rows: readonly RowSpec[],
  { anchor, open }: { readonly anchor: Neighbour; readonly open: RowSpec },
): readonly Pieces[] | null {
  const lines: Pieces[] = [];
  let last = open;
  for (const row of rows) {
    const model = modelOf(spec, table, row) ?? anchor;
    const pieces = imitate(report, model.row, row);
    if (pieces === null) return null;
    if (!isOneGroup(row, last)) lines.push(...printedGroup(report, model.row, row));
    lines.push(pieces);
    last = row;
  }
  return lines;
}

function putBelow({ report }: Request, at: number, lines: readonly Pieces[] | null): Edit | null {
  return lines === null
    ? null
    : insertion(
        at,
        lines.flatMap((line) => [lineBreak(report), ...line]),
      );
}

function putAbove({ report }: Request, at: number, lines: readonly Pieces[] | null): Edit | null {
  return lines === null
    ? null
    : insertion(
        at,
        lines.flatMap((line) => [...line, lineBreak(report)]),
      );
}

/** A row that stands as deep under its groups has its label in the same column. */
function modelOf(spec: TableSpec, table: Table, row: RowSpec): Neighbour | undefined {
  return spec.rows
    .filter(({ groups }) => groups.length === row.groups.length)
    .flatMap((candidate) => neighbour(table, candidate) ?? [])
    .at(0);
}
