// Which rows have one field too few or too many, although seven values could be read?

import { APPLICANT_COLUMNS } from '../forms/applications.ts';
import { cellKey, type CellKey } from '../forms/form.ts';
import { tableOf } from '../forms/index.ts';
import { valueOf, type Report, type TableRow } from '../parse/model.ts';
import type { EquationState } from '../equations/evaluate.ts';
import { lineSpan } from '../parse/line-spans.ts';
import { alignments } from './alignment.ts';
import type { Displaced } from './displacement.ts';
import { candidateOf, tokensOf, type Token } from './row-text.ts';
import { addsUp, targetOf } from '../equations/target.ts';
import { MAX_ROW_LINE } from './limits.ts';

const WIDTH = APPLICANT_COLUMNS.length;
const TAB = 0x09;
const PIPE = 0x7c;

/** Rows that were read with seven values although their line has another number of fields than its neighbours. */
export function rowsOfOtherFields(report: Report, equations: EquationState): readonly Displaced[] {
  if (equations.filling.size === 0 && equations.tally.broken === 0) return [];
  const rows = report.tables.find((table) => table.id === 'applications')?.rows ?? [];
  const usual = usualSeparators(report, rows);
  return rows.flatMap((row) => {
    const keys = cellsOf(report, row.id);
    const difference = usual === null ? 0 : separators(report, row) - usual;
    const tokens = padded(report, keys, difference) ?? surplus(report, row, difference);
    const target = tokens === null ? [] : targetOf(report, equations, keys);
    if (tokens === null || !addsUp(target) || isInPlace(report, keys, target, difference)) return [];
    const found = tokens.map((token) => token.text);
    const [only] = alignments({ texts: found, block: keys.length, blocks: 1, target });
    if (only === undefined) return [];
    const candidates = [candidateOf(report, tokens, only)];
    return [{ kind: 'displaced', table: 'applications', axis: 'row', id: row.id, span: row.span, cells: keys, found, candidates, sure: true }];
  });
}

/** Six values and an empty field at one end: an empty label field stands in for the value that was lost. */
function padded(report: Report, keys: readonly CellKey[], difference: number): readonly Token[] | null {
  const cells = keys.map((key) => report.cells.get(key));
  const written = cells.flatMap((cell) => (cell?.reading.kind === 'number' ? [{ text: String(cell.reading.value), span: cell.span }] : []));
  const isEnd = [cells[0], cells.at(-1)].some((cell) => cell?.text === '');
  return difference <= 0 && isEnd && written.length === keys.length - 1 ? written : null;
}

/** Eight values of which the last repeats the one before it: they were read as a merged cell written out twice. */
function surplus(report: Report, row: TableRow, difference: number): readonly Token[] | null {
  if (difference !== 1) return null;
  const tokens = tokensOf(report, { start: row.span.start, end: lineSpan(report, row.span.end).end });
  return tokens !== null && tokens.length === WIDTH + 1 ? tokens : null;
}

/** What is written is right, and no field is gone: an empty cell is only empty. */
function isInPlace(report: Report, keys: readonly CellKey[], target: readonly (number | null)[], difference: number): boolean {
  return difference >= 0 && keys.every((key, at) => report.cells.get(key)?.text === '' || target[at] === valueOf(report, key));
}

function cellsOf(report: Report, row: string): readonly CellKey[] {
  const columns = tableOf(report.form.form, 'applications')?.columns ?? [];
  return columns.map((column) => cellKey('applications', row, column.id));
}

/** How many separators most of the rows have in their line; null where they differ too much to say. */
function usualSeparators(report: Report, rows: readonly TableRow[]): number | null {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const count = separators(report, row);
    counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  const [usual] = [...counts].sort((one, other) => other[1] - one[1]);
  return usual !== undefined && usual[0] > 0 && usual[1] > rows.length / 2 ? usual[0] : null;
}

function separators(report: Report, { span }: TableRow): number {
  const line = lineSpan(report, span.end);
  if (line.start > span.start || line.end - line.start > MAX_ROW_LINE) return 0;
  let count = 0;
  for (let at = line.start; at < line.end; at++) {
    const unit = report.text.charCodeAt(at);
    if (unit === TAB || unit === PIPE) count++;
  }
  return count;
}
