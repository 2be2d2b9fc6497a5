// Lexer of a table region: each line is a page mark, a ruling, delimited fields, or words.

import { readCell, saysNoChange } from '../../../text/numbers.ts';
import { countBefore } from '../../../text/search.ts';
import type { Span } from '../../../text/span.ts';
import { blankPlace } from './blank-place.ts';
import { delimiterOf, type ListSign } from './delimiter.ts';
import { MOST, splitBars, splitFields, type OuterBars } from './fields.ts';
import type { Delimiting, Item } from './items.ts';
import { isListRow, listFields, listSignOf, type ColumnNames } from './lists.ts';
import { isPageMark, isPageNumber, isRuling, isSentence, MAX_SENTENCE_LINE } from './noise.ts';
import { NONE_RULED, ruledLines } from './rulers.ts';
import type { Surface } from '../../document/surface.ts';
import { isBlank, isBlankBetween, visibleText, trimSpan } from '../../document/surface.ts';
import { plainField, PlainLine, wordsOf } from './plain-line.ts';

export interface Lexed {
  readonly items: readonly Item[];
  readonly delimiting: Delimiting;
}

/** The items of a region, line by line. `columns` are those of its tables, by whose names lists tell their figures. */
export function lexRegion(surface: Surface, region: Span, columns: readonly ColumnNames[]): Lexed {
  const lines = linesOf(surface, region);
  const bars = barsOf(surface.text, lines);
  const { delimiting } = bars;
  if (delimiting === 'stream') return { items: lexStream(surface, lines), delimiting };
  const items: Item[] = [];
  const sign = delimiting === 'spaces' ? listSignOf(surface.text, lines, columns) : null;
  const ruled = delimiting === 'spaces' && sign === null ? ruledLines(surface, lines) : NONE_RULED;
  for (const line of lines) {
    const fields = ruled.get(line.line);
    if (fields !== undefined) {
      fields.forEach((field, index) => lexField(surface, field, { line: line.line, field: index, fields: fields.length }, items));
      continue;
    }
    if (sign === null || !lexList(surface, line, { sign, columns }, items)) lexLine(surface, line, bars, items);
  }
  return { items, delimiting: sign === null ? delimiting : 'fields' };
}

interface Line extends Span {
  readonly line: number;
}

function linesOf(surface: Surface, region: Span): readonly Line[] {
  const lines: Line[] = [];
  const first = countBefore(surface.lines.length, (line) => (surface.lines[line]?.end ?? 0) < region.start);
  for (let line = first; line < surface.lines.length; line++) {
    const span = surface.lines[line];
    if (span === undefined || span.start > region.end) break;
    const start = Math.max(span.start, region.start);
    const end = Math.min(span.end, region.end);
    if (start < end) lines.push({ start: behindQuoting(surface.text, start, end), end, line });
  }
  return lines;
}

/** Marks of a quoted e-mail (`> `, `>> `) open its lines; no cell begins with one. */
function behindQuoting(text: string, start: number, end: number): number {
  if (text.charAt(start) !== '>') return start;
  let at = start;
  while (at < end && (text.charAt(at) === '>' || (text.charAt(at) === ' ' && text.charAt(at + 1) === '>'))) at++;
  return text.charAt(at) === ' ' && at < end ? at + 1 : at;
}

/** A line with so many filled cells is a row. */
const WIDE = 3;
/** So many fields, filled or not, make one too. */
const MANY = 8;
/** In a stream so many lines have bars, and more than so many of them come on each that is a row. */
const MIN_STREAM = 8;
const LINES_PER_ROW = 6;

/** How the bars of a region are set. */
interface Bars extends OuterBars {
  readonly delimiting: Delimiting;
  /** Tabs stand on lines of their own: a browser sets them so between cells that hold paragraphs, and no field is empty. */
  readonly stacked: boolean;
}

/** Bars on lines that hold hardly more than one cell each end cells; otherwise a line is a row. */
function barsOf(text: string, lines: readonly Line[]): Bars {
  if (!hasDelimiter(text, lines)) return UNDELIMITED;
  let barred = 0;
  let wide = 0;
  let otherwise = 0;
  let bars = 0;
  let starts = 0;
  let ends = 0;
  let lone = 0;
  for (const line of lines) {
    const slice = visibleText(text, line);
    if (slice.trim() === '' && slice.split('\t').length === 2) lone++;
    if ((delimiterOf(slice) ?? '|') !== '|') otherwise++;
    if (!slice.includes('|')) continue;
    const trimmed = slice.trim();
    if (isRuling(trimmed)) continue;
    barred++;
    const fields = slice.split('|');
    // A row has more to say of it than a stray bar: one that a converter left beside a small table would move all its cells.
    const own = fields.length - 1;
    bars += own;
    if (trimmed.startsWith('|')) starts += own;
    if (trimmed.endsWith('|')) ends += own;
    if (fields.length >= MANY || fields.filter((field) => field.trim() !== '').length >= WIDE) wide++;
  }
  const stream = barred >= MIN_STREAM && wide * LINES_PER_ROW < barred;
  const stacked = lone >= MIN_STREAM && lone >= otherwise * MOST;
  const delimiting = stream ? 'stream' : barred > 0 || (otherwise > 0 && !stacked) ? 'fields' : 'spaces';
  return { delimiting, outerStart: starts >= bars * MOST, outerEnd: ends >= bars * MOST, stacked };
}

const UNDELIMITED: Bars = { delimiting: 'spaces', outerStart: true, outerEnd: true, stacked: false };

function hasDelimiter(text: string, lines: readonly Line[]): boolean {
  return delimiterOf(text.slice(lines[0]?.start ?? 0, lines.at(-1)?.end ?? 0)) !== null;
}

const plain = new PlainLine();

function lexLine(surface: Surface, line: Line, bars: Bars, items: Item[]): void {
  const { text } = surface;
  if (plain.read(text, line)) {
    pushPlain(text, line, items);
    return;
  }
  const trimmed = trimSpan(text, line);
  if (trimmed.start === trimmed.end && (bars.stacked || !text.slice(line.start, line.end).includes('\t'))) return;
  const slice = visibleText(text, trimmed);
  if (isPageMark(slice) || isRuling(slice) || isPageNumber(text, line, slice)) return;
  const delimiter = delimiterOf(text.slice(line.start, line.end));
  if (delimiter === null) {
    const whole = surface.lines[line.line];
    if (whole !== undefined && whole.end - whole.start <= MAX_SENTENCE_LINE && isSentence(slice)) {
      const row = ROW_BEFORE_PROSE.exec(slice)?.[1]?.length ?? 0;
      if (row > 0 && slice.length === trimmed.end - trimmed.start)
        lexWords(text, { start: trimmed.start, end: trimmed.start + row }, { line: line.line, ...NOWHERE }, items);
      push(items, 'prose', { start: trimmed.start + row, end: trimmed.end }, { line: line.line, ...NOWHERE });
      return;
    }
    lexWords(text, trimmed, { line: line.line, ...NOWHERE }, items);
    return;
  }
  const fields = delimiter === '|' ? splitBars(text, line, bars) : splitFields(text, line, delimiter);
  fields.forEach((field, index) => lexField(surface, field, { line: line.line, field: index, fields: fields.length }, items));
}

interface Lists {
  readonly sign: ListSign;
  readonly columns: readonly ColumnNames[];
}

/** The fields of a list; false where the line is none, but words or a sentence. */
function lexList(surface: Surface, line: Line, { sign, columns }: Lists, items: Item[]): boolean {
  const { text } = surface;
  const fields = listFields(text, line, sign, columns);
  const [first] = fields;
  if (fields.length === 1 && (first?.label === null || first?.cell === null)) return false;
  if (isSentence(text.slice(line.start, line.end)) && !isListRow(text, fields)) return false;
  fields.forEach(({ label, cell, mixed }, field) => {
    const place = mixed === true ? { line: line.line, ...NOWHERE } : { line: line.line, field, fields: fields.length };
    if (label !== null) lexField(surface, label, place, items);
    if (cell !== null) lexField(surface, cell, place, items);
  });
  return true;
}

/** The label of a plain line, if it has one, and its numbers. */
function pushPlain(text: string, line: Line, items: Item[]): void {
  const { label, count } = plain;
  if (count === 1 && label === null && isPageNumber(text, line, text.slice(plain.starts[0], plain.ends[0]))) return;
  const place = { line: line.line, ...NOWHERE };
  if (label !== null) push(items, 'label', label, place);
  for (let index = 0; index < count; index++) push(items, 'value', { start: plain.starts[index] ?? 0, end: plain.ends[index] ?? 0 }, place);
}

/** Where on the surface an item stands, apart from its offsets. */
interface FieldPosition {
  readonly line: number;
  readonly field: number;
  readonly fields: number;
}

const NOWHERE = { field: -1, fields: 0 };

/** Spelled out: there are hundreds of items in a report, and copying objects into them was what the lexer cost. */
function push(items: Item[], kind: Item['kind'], { start, end }: Span, { line, field, fields }: FieldPosition, runTogether = false): void {
  items.push({ kind, start, end, line, field, fields, runTogether });
}

/** Grouped digits inside one field are one number; elsewhere blanks separate numbers. */
const GROUPED = /^[-+]?[0-9]{1,3}(?: [0-9]{3})+$/u;

/** `**37**`, `"37"`: Markdown's stress and a spreadsheet's quotation marks lie around a cell, not in it. */
const WRAPPED = /^(?:(\*{1,3})[^*]+\1|(")[^"]*")$/u;

function unwrapped(text: string, span: Span): Span {
  const first = text.charAt(span.start);
  if (first !== '*' && first !== '"') return span;
  const match = WRAPPED.exec(text.slice(span.start, span.end));
  const width = (match?.[1] ?? match?.[2] ?? '').length;
  return trimSpan(text, { start: span.start + width, end: span.end - width });
}

function lexField(surface: Surface, field: Span, place: FieldPosition, items: Item[]): void {
  const { text } = surface;
  const trimmed = trimSpan(text, field);
  const kind = plainField(text, trimmed);
  if (kind !== null) {
    push(items, kind, trimmed, place);
    return;
  }
  const span = unwrapped(text, trimmed);
  if (span.start === span.end) {
    const start = blankPlace(surface, field);
    push(items, 'blank', { start, end: start }, place);
    return;
  }
  const slice = text.slice(span.start, span.end);
  const reading = readCell(slice);
  if (reading.kind === 'blank') push(items, 'blank', span, place);
  else if (reading.kind === 'number' && (!/\s/u.test(slice) || GROUPED.test(slice) || !/^[0-9\s]+$/u.test(slice))) {
    push(items, 'value', span, place);
  } else if (saysNoChange(slice)) push(items, 'value', span, place);
  else if (slice.length > MIN_NUMBER_AND_PROSE && NUMBER_BEFORE_PROSE.test(slice)) {
    const number = NUMBER_BEFORE_PROSE.exec(slice)?.[1]?.length ?? 0;
    push(items, 'value', { start: span.start, end: span.start + number }, place);
    push(items, 'prose', { start: span.start + number, end: span.end }, place);
  } else lexWords(text, span, place, items);
}

/** Shorter fields hold no sentence. */
const MIN_NUMBER_AND_PROSE = 6;
/** The paragraph below a table runs on behind its last number: `86.35（二）主动公开的主要类别。…。` */
const NUMBER_BEFORE_PROSE = /^([-+]?[0-9][0-9.,]{0,20}) ?(?=(?:\([一二三四五六七八九十]\)|[一二三四五六七八九十]、)?[\u4e00-\u9fff][^。]{4,400}。)/u;
/** The same behind the label of a row. */
const ROW_BEFORE_PROSE =
  /^([\u4e00-\u9fff]{2,12} ?[0-9][0-9.,]{0,20}) ?(?=(?:\([一二三四五六七八九十]\)|[一二三四五六七八九十]、)[\u4e00-\u9fff][^。]{4,400}。)/u;

/** One cell after another between bars; line breaks are blanks. */
function lexStream(surface: Surface, lines: readonly Line[]): readonly Item[] {
  const { text } = surface;
  const items: Item[] = [];
  let field = 0;
  let start = lines[0]?.start ?? 0;
  let current = lines[0]?.line ?? 0;
  const close = (end: number) => {
    const span = trimSpan(text, { start, end });
    lexField(surface, span.start === span.end ? { start: end, end } : span, { line: current, field: field++, fields: 0 }, items);
  };
  for (const line of lines) {
    const slice = visibleText(text, line).trim();
    if (isPageMark(slice) || isRuling(slice)) continue;
    for (let offset = line.start; offset < line.end; offset++) {
      const unit = text.charCodeAt(offset);
      if (unit === 0x7c) {
        close(offset);
        start = offset + 1;
        current = line.line;
      } else if (!isBlank(unit) && isBlankBetween(text, start, offset)) {
        current = line.line;
        start = offset;
      }
    }
  }
  return items;
}

/** Words of a line without delimiters: neighbouring text words make one label, each number is a value. */
function lexWords(text: string, line: Span, place: FieldPosition, items: Item[]): void {
  let start = -1;
  let end = -1;
  const flush = () => {
    if (start >= 0) push(items, 'label', { start, end }, place);
    start = -1;
  };
  for (const word of wordsOf(text, line, { cutDigits: place.field < 0 })) {
    if (word.kind === 'text') {
      if (start < 0) start = word.start;
      end = word.end;
      continue;
    }
    flush();
    push(items, word.kind === 'value' ? 'value' : 'blank', word, place, word.runTogether);
  }
  flush();
}
