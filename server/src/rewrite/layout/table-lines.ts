// Lines of a table with one line a row: fields between tabs or bars, or a label and its numbers, the label folded over lines or not.

import { MOST, splitBars, splitFields, type OuterBars } from '../../parse/tables/lines/fields.ts';
import type { Cell, Report } from '../../parse/model.ts';
import { BOX_PRESENT, isBlank, isBlankBetween, trimSpan } from '../../parse/document/surface.ts';
import { delimiterOf, type Delimiter } from '../../parse/tables/lines/delimiter.ts';
import { isRuling } from '../../parse/tables/lines/noise.ts';
import { fold } from '../../text/fold.ts';
import { hanOf } from '../../text/han.ts';
import { isMarkup } from '../../text/markup.ts';
import { lineOf, spanOfLine } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { headerWords } from './words-of-header.ts';
import type { WholeTable } from '../../parse/tables/whole-tables.ts';

/** What tells the cells of a line apart. */
type Separator = 'tabs' | 'bars' | 'spaces';

const NAMES: Readonly<Record<Delimiter, Separator>> = { '\t': 'tabs', '|': 'bars' };

export interface TableLine {
  /** Where its label or header begins: these may be folded over lines, of which `line` is the last and has the numbers. */
  readonly from: number;
  readonly line: number;
  readonly separator: Separator;
  /** `words`: neither a row nor a header of the form; it stands with them all the same. */
  readonly kind: 'row' | 'header' | 'words' | 'ruling';
  /** Without blanks around them. Bars that only open and close the line delimit no field. */
  readonly fields: readonly string[];
  /** The fields that are cells of the form; empty where the line is no row. */
  readonly cells: readonly number[];
}

export interface TableLines {
  /** All lines have bars; else none has. */
  readonly barred: boolean;
  /** Only lines that belong to the grid; headings, groups and blank lines between them are left out. */
  readonly lines: readonly TableLine[];
  /** Bars stand at the beginning, at the end of the lines. */
  readonly outer: OuterBars;
}

/** A field of Markdown's separator row. */
const DASHES = /^(?:--+|:-+:?|-+:)$/u;

/** The lines of the table, or null where it has not a row a line. */
export function tableLines(report: Report, table: WholeTable): TableLines | null {
  // Masked markup reads as tabs that are not in the text.
  const rows = isMarkup(report.text) ? null : rowsByLine(report, table);
  if (rows === null) return null;
  const numbers = [...rows.keys()].toSorted((one, other) => one - other);
  const separators = new Set(numbers.map((line) => separatorOf(report, line)));
  const barred = separators.has('bars');
  if (barred && separators.size > 1) return null;
  const known = headerWords(table.specs);
  const all = withHeaders(report, rows, { known, barred });
  // Box rules draw their own grid: moving a cell would break it.
  if (all.some(({ line }) => BOX_PRESENT.test(sliceOf(report.text, spanOfLine(report.lines, line))))) return null;
  const outer = outerBars(report, barred ? all.map(({ line }) => line) : []);
  const lines: TableLine[] = [];
  for (const { from, line, folded } of all) {
    const cells = rows.get(line)?.cells;
    const separator = separatorOf(report, line);
    if (folded !== undefined) {
      lines.push({ from, line, separator, kind: 'header', fields: folded, cells: [] });
      continue;
    }
    const spans = fieldsOf(report, line, { separator, outer, cells: cells ?? [] });
    const places = spans === null || cells === undefined ? [] : placesOf(report.folded, cells, spans);
    if (spans === null || places === null) return null;
    const [first = '', ...others] = spans.map((span) => sliceOf(report.text, trimSpan(report.folded, span)));
    const fields = spans.length === 0 ? [] : [linesAbove(report, from, line) + first, ...others];
    lines.push({ from, line, separator, kind: cells === undefined ? kindOf(report, spans, known) : 'row', fields, cells: places });
  }
  return { barred, lines, outer };
}

function kindOf({ folded }: Report, fields: readonly Span[], known: ReadonlySet<string>): TableLine['kind'] {
  const texts = fields.map((field) => sliceOf(folded, trimSpan(folded, field))).filter((text) => text !== '');
  if (texts.length > 0 && texts.every((text) => DASHES.test(text))) return 'ruling';
  return texts.length > 0 && texts.every((text) => !/[\s\u200b]/u.test(text) && known.has(hanOf(text))) ? 'header' : 'words';
}

/** What stands on the lines above `line` of a folded label. */
function linesAbove({ lines, text, folded }: Report, from: number, line: number): string {
  let above = '';
  for (let at = from; at < line; at++) above += sliceOf(text, trimSpan(folded, spanOfLine(lines, at)));
  return above;
}

interface RowLine {
  /** Where the label begins. */
  readonly from: number;
  readonly cells: Cell[];
}

/** The cells of each line in the order of the text; null where the cells of a row run over lines, or other words stand in its label. */
function rowsByLine(report: Report, { rows, cells }: WholeTable): ReadonlyMap<number, RowLine> | null {
  const lines = new Map<number, RowLine>();
  for (const row of rows) {
    const own = cells.filter((cell) => cell.table === row.table && cell.row === row.id);
    const line = lineOf(report.lines, own[0]?.span.start ?? row.span.start);
    const from = lineOf(report.lines, row.label.start);
    const within = ({ start, end }: Span) => lineOf(report.lines, start) === line && lineOf(report.lines, end) === line;
    if (lineOf(report.lines, row.label.end) !== line || !own.every(({ span }) => within(span))) return null;
    if (from < line && !isFoldedLabel(report, row.label, line)) return null;
    const known = lines.get(line);
    if (known !== undefined && (known.from < line || from < line)) return null;
    lines.set(line, { from, cells: [...(known?.cells ?? []), ...own] });
  }
  for (const [line, { from }] of lines) for (let at = from; at < line; at++) if (lines.has(at)) return null;
  for (const { cells: own } of lines.values()) own.sort((one, other) => one.span.start - other.span.start);
  return lines;
}

/** Words between blanks alone, no number by itself before them, and no blank line within. */
function isFoldedLabel(report: Report, label: Span, line: number): boolean {
  const first = spanOfLine(report.lines, lineOf(report.lines, label.start));
  const opening = sliceOf(report.folded, { start: first.start, end: label.start });
  const all = sliceOf(report.folded, { start: first.start, end: spanOfLine(report.lines, line).end });
  return !/(?<!\S)[0-9]+(?!\S)/u.test(opening) && delimiterOf(all) === null && !/\n[^\S\n]*\n/u.test(all);
}

function separatorOf(report: Report, line: number): Separator {
  const delimiter = delimiterOf(sliceOf(report.folded, spanOfLine(report.lines, line)));
  return delimiter === null ? 'spaces' : NAMES[delimiter];
}

interface Lines {
  readonly from: number;
  readonly line: number;
  /** The words of a header that stands on two lines, put together. */
  readonly folded?: readonly string[];
}

/** The rows, the headers between them, and those that stand right above the first. */
function withHeaders(
  report: Report,
  rows: ReadonlyMap<number, RowLine>,
  { known, barred }: { readonly known: ReadonlySet<string>; readonly barred: boolean },
): readonly Lines[] {
  const ordered = [...rows].map(([line, { from }]) => ({ from, line })).toSorted((one, other) => one.line - other.line);
  const headerEndingAt = (line: number): Lines | null => {
    const separator = separatorOf(report, line);
    if (separator !== 'spaces') return (separator === 'bars') === barred ? { from: line, line } : null;
    if (barred || line < 0) return null;
    if (areHeaders(report, line, known)) return { from: line, line };
    const folded = line === 0 ? null : foldedHeader(report, line, known);
    return folded === null ? null : { from: line - 1, line, folded };
  };
  const lines: Lines[] = [];
  let open = Number.NEGATIVE_INFINITY;
  for (const row of ordered) {
    const above: Lines[] = [];
    for (let line = row.from - 1; line > open && line >= 0; line--) {
      // The upper line of a folded header.
      if (above[0]?.from === line) continue;
      const header = headerEndingAt(line);
      if (header !== null && header.from > open) above.unshift(header);
      else if (open === Number.NEGATIVE_INFINITY) break;
    }
    lines.push(...above, row);
    open = row.line;
  }
  return lines;
}

/** The headers on `line` and the one above: words of the form, or their beginnings with the ends below in the same order; else null. */
function foldedHeader(report: Report, line: number, known: ReadonlySet<string>): readonly string[] | null {
  if (separatorOf(report, line - 1) !== 'spaces') return null;
  const textsOf = (at: number) => wordsOf(report.folded, spanOfLine(report.lines, at)).map((word) => sliceOf(report.text, word));
  const ends = textsOf(line);
  if (ends.length === 0) return null;
  const isKnown = (word: string) => known.has(hanOf(fold(word)));
  const words = textsOf(line - 1).map((word) => {
    const [end] = ends;
    // 法律服务 is a name by itself, too.
    if (end === undefined || !isKnown(word + end)) return isKnown(word) ? word : null;
    ends.shift();
    return word + end;
  });
  return ends.length > 0 || words.includes(null) ? null : words.filter((word) => word !== null);
}

interface Reading {
  readonly separator: Separator;
  readonly outer: TableLines['outer'];
  readonly cells: readonly Cell[];
}

function fieldsOf(report: Report, line: number, { separator, outer, cells }: Reading): readonly Span[] | null {
  const whole = spanOfLine(report.lines, line);
  if (separator === 'tabs') return splitFields(report.folded, whole, '\t');
  if (separator === 'spaces') return cells.length > 0 ? labelAndCells(report, whole, cells) : wordsOf(report.folded, whole);
  return splitBars(report.folded, whole, outer);
}

function outerBars(report: Report, lines: readonly number[]): TableLines['outer'] {
  const slices = lines.map((line) => sliceOf(report.folded, trimSpan(report.folded, spanOfLine(report.lines, line))));
  const barred = slices.filter((slice) => slice !== '' && !isRuling(slice));
  return {
    outerStart: barred.filter((slice) => slice.startsWith('|')).length >= barred.length * MOST,
    outerEnd: barred.filter((slice) => slice.endsWith('|')).length >= barred.length * MOST,
  };
}

/** The label, where the table has one, and the cells with nothing but blanks around them. */
function labelAndCells({ folded }: Report, whole: Span, cells: readonly Cell[]): readonly Span[] | null {
  const label = trimSpan(folded, { start: whole.start, end: cells[0]?.span.start ?? whole.end });
  let end = label.end;
  for (const { span } of cells) {
    if (span.end === span.start || !isBlankBetween(folded, end, span.start)) return null;
    ({ end } = span);
  }
  if (!isBlankBetween(folded, end, whole.end)) return null;
  return [...(label.end > label.start ? [label] : []), ...cells.map(({ span }) => span)];
}

function wordsOf(text: string, { start, end }: Span): readonly Span[] {
  const words: Span[] = [];
  for (let offset = start; offset < end; offset++) {
    if (isBlank(text.charCodeAt(offset))) continue;
    const from = offset;
    while (offset < end && !isBlank(text.charCodeAt(offset))) offset++;
    words.push({ start: from, end: offset });
  }
  return words;
}

/** Whether the line has words between blanks, and each is one of the table's headers. */
function areHeaders(report: Report, line: number, known: ReadonlySet<string>): boolean {
  const words = wordsOf(report.folded, spanOfLine(report.lines, line));
  return words.length > 0 && words.every((word) => known.has(hanOf(sliceOf(report.folded, word))));
}

/** The field each cell stands in; null where a cell is not the whole of a field. */
function placesOf(folded: string, cells: readonly Cell[], fields: readonly Span[]): readonly number[] | null {
  const places = cells.map(({ span }) =>
    fields.findIndex((field) => {
      const { start, end } = trimSpan(folded, field);
      if (span.start === span.end) return start === end && field.start <= span.start && span.start <= field.end;
      return start === span.start && end === span.end;
    }),
  );
  return places.includes(-1) ? null : places;
}

function sliceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
