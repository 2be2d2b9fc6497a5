// Writes the lines of a table with tabs, aligned columns or bars. CJK takes two columns.

import { displayWidth } from '../../text/width.ts';
import type { TableLine, TableLines } from './table-lines.ts';

type Laid = ReadonlyMap<number, string>;

const GAP = '  ';
/** Markdown wants three dashes in each column of its separator row. */
const MIN_DASHES = 3;

/** One tab between two fields; headers without a corner stand above their columns. */
export function tabbedLines({ lines }: TableLines): Laid {
  return new Map(
    lines.map((line, index) => {
      const lead = line.separator === 'spaces' && lacksCorner(line, rowBelow(lines, index)) ? [''] : [];
      return [line.line, [...lead, ...line.fields].join('\t')];
    }),
  );
}

function lacksCorner(line: TableLine, row: TableLine | undefined): boolean {
  return line.kind === 'header' && row?.cells[0] === 1 && line.fields.length > 1 && line.fields.length === row.cells.length;
}

/** The row a header belongs to. */
function rowBelow(lines: readonly TableLine[], index: number): TableLine | undefined {
  return lines.slice(index).find((line) => line.kind === 'row');
}

/** Bars stay where they are; the fields of neighbouring lines are made equally wide. */
export function barredLines({ lines, outer }: TableLines): Laid {
  return new Map(
    runsOf(lines).flatMap((run) => {
      const widths = columnWidths(run.map(({ kind, fields }) => (kind === 'ruling' ? fields.map(() => '-'.repeat(MIN_DASHES)) : fields)));
      return run.map(({ line, kind, fields }): [number, string] => {
        const padded = fields.map((field, column) => (kind === 'ruling' ? dashes(field, widths[column] ?? 0) : padEnd(field, widths[column] ?? 0)));
        return [line, `${outer.outerStart ? '| ' : ''}${padded.join(' | ')}${outer.outerEnd ? ' |' : ''}`.trimEnd()];
      });
    }),
  );
}

/** Lines next to each other. */
function runsOf(lines: readonly TableLine[]): readonly (readonly TableLine[])[] {
  const runs: TableLine[][] = [];
  let previous = -1;
  for (const line of lines) {
    if (line.line === previous + 1 && runs.length > 0) runs.at(-1)?.push(line);
    else runs.push([line]);
    previous = line.line;
  }
  return runs;
}

/** `:--` keeps the colon that sets the alignment. */
function dashes(field: string, width: number): string {
  const start = field.startsWith(':') ? ':' : '';
  const end = field.length > 1 && field.endsWith(':') ? ':' : '';
  return start + '-'.repeat(Math.max(1, width - start.length - end.length)) + end;
}

interface Columns {
  readonly label: string;
  readonly values: readonly string[];
}

/** The label to the left, then the numbers, set to the right of their columns. Other lines are words, two blanks apart. */
export function alignedLines({ lines }: TableLines): Laid {
  const first = lines.findIndex(({ kind }) => kind === 'row');
  const headless = lines.slice(0, first).findLastIndex(({ kind }) => kind !== 'header');
  // What stands above words no longer stands on the table once its tabs are gone.
  const columns = lines.map((line, index) => (index <= headless ? null : columnsOf(line, rowBelow(lines, index))));
  const [labelWidth = 0] = columnWidths(columns.flatMap((each) => (each === null ? [] : [[each.label]])));
  const widths = columnWidths(columns.flatMap((each) => (each === null ? [] : [each.values])));
  return new Map(
    lines.map(({ line, fields }, index) => {
      const own = columns[index] ?? null;
      if (own === null) return [line, fields.filter((field) => field !== '').join(GAP)];
      const values = own.values.map((value, column) => padStart(value, widths[column] ?? 0));
      return [line, [...(labelWidth > 0 ? [padEnd(own.label, labelWidth)] : []), ...values].join(GAP).trimEnd()];
    }),
  );
}

/** The numbers of a row, or as many headers above them; null where there are fewer or more. */
function columnsOf({ kind, fields, cells }: TableLine, row: TableLine | undefined): Columns | null {
  if (kind === 'row') return { label: labelOf(fields, cells[0] ?? 0), values: cells.map((field) => fields[field] ?? '') };
  const words = fields.filter((field) => field !== '');
  if (kind !== 'header' || row === undefined || words.length < 2) return null;
  const corner = words.length - row.cells.length;
  return corner === 0 || corner === 1 ? { label: words.slice(0, corner).join(''), values: words.slice(corner) } : null;
}

function labelOf(fields: readonly string[], count: number): string {
  return fields
    .slice(0, count)
    .filter((field) => field !== '')
    .join(GAP);
}

function columnWidths(lines: readonly (readonly string[])[]): readonly number[] {
  const widths: number[] = [];
  for (const fields of lines) fields.forEach((field, column) => (widths[column] = Math.max(widths[column] ?? 0, displayWidth(field))));
  return widths;
}

function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}
