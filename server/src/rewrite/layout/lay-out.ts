// Writes the lines of a table with tabs, aligned columns or bars. CJK takes two columns. A label or header that is folded over
// lines is one text with `\n` in it.

import { displayWidth } from '../../text/width.ts';
import { MAX_HEADER_COLUMNS, MAX_LINE_COLUMNS, MIN_LABEL_COLUMNS } from '../limits.ts';
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

/** The label to the left, then the numbers, set to the right of their columns; labels and headers are folded where the lines would be too wide. Other lines are words, two blanks apart. */
export function alignedLines({ lines }: TableLines, folds = true): Laid {
  const first = lines.findIndex(({ kind }) => kind === 'row');
  const headless = lines.slice(0, first).findLastIndex(({ kind }) => kind !== 'header');
  // What stands above words no longer stands on the table once its tabs are gone.
  const columns = lines.map((line, index) => (index <= headless ? null : columnsOf(line, rowBelow(lines, index))));
  const whole = widthsOf(columns.flatMap((each) => each ?? []));
  const isWide = folds && whole.label + whole.numbers > MAX_LINE_COLUMNS;
  const folded = isWide ? columns.map((each) => each && { ...each, values: each.values.map(foldHeader) }) : columns;
  const { values: widths, numbers, label } = isWide ? widthsOf(folded.flatMap((each) => each ?? [])) : whole;
  const labelWidth = isWide ? Math.min(label, Math.max(MIN_LABEL_COLUMNS, MAX_LINE_COLUMNS - numbers)) : label;
  return new Map(
    lines.map(({ line, fields }, index) => {
      const own = folded[index] ?? null;
      if (own === null) return [line, fields.filter((field) => field !== '').join(GAP)];
      const labels = foldLabel(own.label, labelWidth);
      const above = labels.slice(0, -1);
      const heights = own.values.map((value) => value.split('\n'));
      const rows = Array.from({ length: Math.max(1, ...heights.map(({ length }) => length)) }, (_, height) => heights.map((parts) => parts[height] ?? ''));
      const printed = rows.map((values, height) => {
        const padded = values.map((value, column) => padStart(value, widths[column] ?? 0));
        return [...(labelWidth > 0 ? [padEnd(height === 0 ? (labels.at(-1) ?? '') : '', labelWidth)] : []), ...padded].join(GAP).trimEnd();
      });
      return [line, [...above, ...printed].join('\n')];
    }),
  );
}

/** The widths of the columns, and what the numbers take with the gaps before them. */
function widthsOf(columns: readonly Columns[]): { readonly label: number; readonly values: readonly number[]; readonly numbers: number } {
  const values = columnWidths(columns.flatMap((each) => [0, 1].map((height) => each.values.map((value) => value.split('\n')[height] ?? ''))));
  return {
    label: Math.max(0, ...columns.map((each) => displayWidth(each.label))),
    values,
    numbers: values.reduce((sum, width) => sum + GAP.length + width, 0),
  };
}

/** 社会公益 above 组织. */
function foldHeader(value: string): string {
  const characters = Array.from(value);
  const isHeader = characters.every((character) => displayWidth(character) === 2);
  const kept = MAX_HEADER_COLUMNS / 2;
  return isHeader && characters.length > kept && characters.length <= kept * 2
    ? `${characters.slice(0, kept).join('')}\n${characters.slice(kept).join('')}`
    : value;
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

/** Lines behind the first stand in, so that they are not taken for another label. */
const INDENT = '  ';
const CLOSING = /[、，。；：！？）〕】》」』”’,.;:!?)\]}]/u;
const OPENING = /[（〔【《「『“‘([{]/u;
const PAUSE = /[、，；：）,;:)]/u;

/** A label in as few lines as fit, each about as wide as the others. */
function foldLabel(label: string, width: number): readonly string[] {
  const widest = brokenLabel(label, width);
  for (let narrower = MIN_LABEL_COLUMNS; narrower < width; narrower++) {
    const lines = brokenLabel(label, narrower);
    if (lines.length === widest.length) return lines;
  }
  return widest;
}

/** In lines that are at most so wide, broken behind a pause where one is near; blanks are left whole. */
function brokenLabel(label: string, width: number): readonly string[] {
  if (displayWidth(label) <= width) return [label];
  const characters = Array.from(label);
  const lines: string[] = [];
  let from = 0;
  let taken = 0;
  for (const [at, character] of characters.entries()) {
    const own = displayWidth(character);
    if (taken + own > width) {
      const end = breakBefore(characters, from, at);
      if (end === null) return [label];
      lines.push((lines.length > 0 ? INDENT : '') + characters.slice(from, end).join(''));
      from = end;
      taken = INDENT.length + displayWidth(characters.slice(from, at).join(''));
    }
    taken += own;
  }
  return [...lines, (lines.length > 0 ? INDENT : '') + characters.slice(from).join('')];
}

/** Where to break at the latest place before `limit`; null where nothing may be broken. */
function breakBefore(characters: readonly string[], from: number, limit: number): number | null {
  const mayBreak = (at: number) => {
    const [before = '', after = ''] = [characters[at - 1], characters[at]];
    const isWord = /[\p{L}\p{N}]/u.test(before) && displayWidth(before) === 1 && /[\p{L}\p{N}]/u.test(after) && displayWidth(after) === 1;
    return !isWord && !/\s/u.test(before + after) && !OPENING.test(before) && !CLOSING.test(after) && !/^[0-9]/u.test(after);
  };
  const places = Array.from({ length: limit - from }, (_, index) => limit - index).filter((at) => at > from && mayBreak(at));
  const near = places.find((at) => PAUSE.test(characters[at - 1] ?? '') && (at - from) * 3 >= (limit - from) * 2);
  return near ?? places[0] ?? null;
}
