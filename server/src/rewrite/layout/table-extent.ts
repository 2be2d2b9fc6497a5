// Extent of a table in the text, where all of it is the table's own: labels, numbers, headers, groups.

import { isRuling } from '../../parse/tables/lines/noise.ts';
import type { Report } from '../../parse/model.ts';
import { isHan, hanKey } from '../../text/han.ts';
import { isMarkup } from '../../text/markup.ts';
import { lineOf } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { headerWords } from './words-of-header.ts';
import type { WholeTable } from '../../parse/tables/whole-tables.ts';

export interface TableExtent {
  /** Whole lines. */
  readonly span: Span;
  /** Han characters of a header or group → how it is written, once for each time it stands there. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** How the labels of the rows are written, enumerators included, in the order of `table.rows`. */
  readonly labels: readonly string[];
}

/** Headers stand within so many lines above the first row. */
const MAX_HEADER_LINES = 60;
/** What may stand in a table besides words: blanks, separators, rulings, points and brackets, Markdown's marks. */
const ORNAMENT = /[\s|(){}[\]<>.,:;、。·"'#*=+_\-\u200b–—―─━═┄┅┈┉╌╍┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝/~\\]/u;

/** The extent of a table, or null where something in it is not of the form: it could not be kept. */
export function tableExtent(report: Report, table: WholeTable): TableExtent | null {
  if (isMarkup(report.text)) return null;
  const own = [...table.rows.map(({ label }) => label), ...table.cells.map(({ span }) => span)];
  const firstRow = lineOf(report.lines, Math.min(...own.map(({ start }) => start)));
  const heading = report.sections.find(({ id }) => id === table.section)?.heading;
  const top = Math.max(firstRow - MAX_HEADER_LINES, heading === undefined ? 0 : Math.min(firstRow, lineOf(report.lines, heading.end) + 1));
  const last = lastLine(report, Math.max(...own.map(({ end }) => end)));
  const labels = table.rows.map(({ label }) => writtenLabel(report, table, label));
  const taken = takenBy(report, [...labels.map(({ span }) => span), ...table.cells.map(({ span }) => span)]);
  const known = [...headerWords(table.specs)].toSorted((one, other) => other.length - one.length);
  for (let line = top; line <= firstRow; line++) {
    const span = { start: report.lines.starts[line] ?? 0, end: report.lines.ends[last] ?? report.lines.length };
    const words = wordsIn(report, span, taken, known);
    if (words !== null && !isBlankLine(report, line)) return { span, words, labels: labels.map(({ text }) => text) };
  }
  return null;
}

/** The line of the last cell, and rulings that close the table. */
function lastLine({ folded, lines }: Report, end: number): number {
  let line = lineOf(lines, end);
  while (line + 1 < lines.starts.length && isRuling(folded.slice(lines.starts[line + 1], lines.ends[line + 1]).trim())) line++;
  return line;
}

function isBlankLine({ folded, lines }: Report, line: number): boolean {
  return folded.slice(lines.starts[line], lines.ends[line]).trim() === '';
}

interface Written {
  readonly span: Span;
  readonly text: string;
}

/** `（一）`, `一、`, `1.` before a label. */
const ENUMERATOR = /(?:\([一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]{1,2}[、.]|(?<![0-9])[0-9]{1,2}[.、])\s*["(]?$/u;
const OPENING = /["(]+$/u;
const CLOSING = /^["):]+/u;
const MAX_ENUMERATOR = 8;

function writtenLabel(report: Report, table: WholeTable, { start, end }: Span): Written {
  if (start === end) return { span: { start, end }, text: '' };
  const floor = Math.max(start - MAX_ENUMERATOR, ...table.cells.map(({ span }) => (span.end <= start ? span.end : 0)));
  const before = report.folded.slice(floor, start);
  const lead = (ENUMERATOR.exec(before) ?? OPENING.exec(before))?.[0].length ?? 0;
  const span = { start: start - lead, end: end + (CLOSING.exec(report.folded.slice(end, end + 4))?.[0].length ?? 0) };
  const inside = table.cells.map((cell) => cell.span).filter((cell) => span.start < cell.start && cell.end < span.end);
  return { span, text: joined(report.text, span, inside) };
}

/** The text of a span without what stands in `holes`, in one line. */
function joined(text: string, span: Span, holes: readonly Span[]): string {
  let result = '';
  let { start } = span;
  for (const hole of holes.toSorted((one, other) => one.start - other.start)) {
    result += text.slice(start, hole.start);
    start = hole.end;
  }
  return (result + text.slice(start, span.end)).trim().replaceAll(/[^\S\r\n]*[\t\r\n|][\s|]*/gu, '');
}

/** Marks what belongs to rows. */
function takenBy(report: Report, spans: readonly Span[]): Uint8Array {
  const taken = new Uint8Array(report.text.length);
  for (const { start, end } of spans) taken.fill(1, start, end);
  return taken;
}

/** The headers and groups that make up all that no row takes; null where anything else stands there. */
function wordsIn({ text, folded }: Report, { start, end }: Span, taken: Uint8Array, known: readonly string[]): TableExtent['words'] | null {
  const offsets: number[] = [];
  let han = '';
  for (let offset = start; offset < end; offset++) {
    if (taken[offset] === 1) continue;
    if (isHan(folded.charCodeAt(offset))) {
      offsets.push(offset);
      han += String.fromCharCode(hanKey(folded.charCodeAt(offset)));
    } else if (!ORNAMENT.test(folded.charAt(offset)) && !isDecimals(folded, offset)) return null;
  }
  const ends = segment(han, known);
  if (ends === null) return null;
  const words = new Map<string, string[]>();
  let from = 0;
  for (const to of ends) {
    const word = han.slice(from, to);
    const span = { start: offsets[from] ?? 0, end: (offsets[to - 1] ?? 0) + 1 };
    const lead = OPENING.exec(folded.slice(Math.max(start, span.start - 1), span.start))?.[0].length ?? 0;
    const tail = CLOSING.exec(folded.slice(span.end, span.end + 1))?.[0].length ?? 0;
    const written = joined(text, { start: span.start - lead, end: span.end + tail }, []);
    words.set(word, [...(words.get(word) ?? []), written]);
    from = to;
  }
  return words;
}

/** `保留4位小数` in a header. */
function isDecimals(folded: string, offset: number): boolean {
  return /保留 ?[0-9] ?位/u.test(folded.slice(Math.max(0, offset - 3), offset + 3)) && /[0-9]/u.test(folded.charAt(offset));
}

/** Where each word ends if the characters are words of the form one after another, else null. */
function segment(han: string, known: readonly string[]): readonly number[] | null {
  /** For each place that words reach: where the last of them began. */
  const began = new Map<number, number>([[0, 0]]);
  for (let place = 0; place < han.length; place++) {
    if (!began.has(place)) continue;
    for (const word of known) if (!began.has(place + word.length) && han.startsWith(word, place)) began.set(place + word.length, place);
  }
  if (!began.has(han.length)) return null;
  const ends: number[] = [];
  for (let place = han.length; place > 0; place = began.get(place) ?? 0) ends.unshift(place);
  return ends;
}
