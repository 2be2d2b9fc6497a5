// Words of a line that nothing delimits: parts of a label, numbers, signs for a blank. Nearly all lines and fields are words
// of a label and then plain digits; one pass over their character codes tells those, and they read as the patterns read them.

import { ZERO_WIDTH_UNIT } from '../../../text/fold.ts';
import { isHan } from '../../../text/han.ts';
import { isDigit, readCell, saysNoChange } from '../../../text/numbers.ts';
import type { Span } from '../../../text/span.ts';
import { Turns } from '../../../text/turns.ts';
import { isBlank, visibleText, squeeze } from '../../document/surface.ts';

export interface Word extends Span {
  readonly kind: 'text' | 'value' | 'standIn';
  readonly runTogether: boolean;
}

/** The words of a line in order. `cutDigits` cuts numbers out of words in which they run on. */
export function wordsOf(text: string, line: Span, { cutDigits }: { readonly cutDigits: boolean }): readonly Word[] {
  return classify(text, splitWords(text, line), cutDigits);
}

/** Words between blanks; brackets that close on the same line keep their content together. */
function splitWords(text: string, line: Span): readonly Span[] {
  const words: Span[] = [];
  let offset = line.start;
  const turns = new Turns(line.end - line.start);
  while (turns.more() && offset < line.end) {
    while (offset < line.end && isBlank(text.charCodeAt(offset))) offset++;
    const start = offset;
    let leader = start;
    const within = new Turns(line.end - start);
    while (within.more() && offset < line.end && (!isBlank(text.charCodeAt(offset)) || text.charCodeAt(offset) === ZERO_WIDTH_UNIT)) {
      if (text.charAt(offset) === '(') offset = closingBracket(text, offset, line.end) ?? offset;
      offset++;
      if (!isLeader(text.charCodeAt(offset))) continue;
      leader = leaderEnd(text, offset, line.end);
      if (leader > offset) break;
    }
    if (offset > start) words.push({ start, end: offset });
    offset = Math.max(offset, leader);
  }
  return words;
}

/** `……`, `......`, `____` lead the eye from a label to its numbers. */
const MIN_LEADERS: Readonly<Record<string, number>> = { '…': 1, '‥': 1, _: 2 };

/** … · . _ ‥ */
function isLeader(unit: number): boolean {
  return unit === 0x2026 || unit === 0xb7 || unit === 0x2e || unit === 0x5f || unit === 0x2025;
}

/** Behind the leaders that begin here, if they come from a word and lead to a number; else `at`. */
function leaderEnd(text: string, at: number, end: number): number {
  const sign = text.charAt(at);
  if (at >= end || !/[\u4e00-\u9fff)"]/u.test(text.charAt(at - 1))) return at;
  let behind = at;
  while (behind < end && text.charAt(behind) === sign) behind++;
  const isLong = behind - at >= (MIN_LEADERS[sign] ?? 3);
  return isLong && /^ ?(?:[-+(]?[0-9OlI〇丨]|$)/u.test(text.slice(behind, Math.min(end, behind + 3))) ? behind : at;
}

/** Brackets in tables hold notes; a longer one was never closed. */
const MAX_NOTE = 120;

function closingBracket(text: string, open: number, end: number): number | null {
  const close = text.slice(open, Math.min(end, open + MAX_NOTE)).indexOf(')');
  return close < 0 ? null : open + close;
}

const BRACKETED = /^\([0-9]{1,9}\)$/u;
const ENUMERATOR = /^\(?[0-9]{1,2}[.、,)]$/u;
/** `3-6`, `1/2`, `12..5`, `1,8`: meant as a number, though none can be read from it. */
const BROKEN_NUMBER = /^[0-9][-0-9.,/:+~()]*$/u;
/** Far beyond the digits of any cell and what hangs on them. */
const MAX_HUNG = 24;
/** `29B2`, `2→233`: no word of the form begins with digits and goes on with signs or letters. */
const HUNG_SIGNS = /^[-+]?[0-9][^()。;\u4e00-\u9fff]*$/u;
/** `18余件`, `约20`, `36待核`: a number, and in the same cell a word that puts it in doubt. */
const HUNG_WORDS =
  /^(?:大?约|近|共|超过?|逾|不足)?[0-9][0-9.,]*[万亿]?(?:余|多|左右|上下|以上|以下|\(?待?核实?\)?|待查|待定|暂定|暂估|存疑|不详|见附[件表]|见备注|略)?(?:[万亿]?[元件条份项个次起宗例户]|人次)?$/u;
/** `3.2 亿元`: a unit that multiplies, parted from its number. */
const MULTIPLIER = /^(?:亿元?|万[件条次]?|元)$/u;

/** What a scanner makes of a digit: behind another number it is a cell, though none can be read from it. */
const LETTER = /^[A-Za-z]$/u;

/** Whether something hangs on the number so that none can be read: one doubtful cell, and no number with a word behind it. */
function isHungNumber(slice: string): boolean {
  return slice.length <= MAX_HUNG && !ENUMERATOR.test(slice) && (HUNG_SIGNS.test(slice) || HUNG_WORDS.test(slice));
}

/** `3 . 其他`, `1 、申请人…`: the point went its own way. */
function isSpacedEnumerator(text: string, slice: string, next: Span): boolean {
  if (!/[.、]/u.test(text.charAt(next.start)) || !/^[0-9]{1,2}$/u.test(slice)) return false;
  return next.end - next.start === 1 || isHan(text.charCodeAt(next.start + 1));
}

/** How a number or a stand-in for a blank can begin; spares labels the full reading. */
const MAY_BE_CELL = /^[-+−–—―─一?0-9OoQ〇○lI丨'_【〔/\\|无空没nN*….增减]/u;
/** Digits and signs behind a word or a colon, or between two words, that no bracket holds and no measure of time follows. */
const EMBEDDED_DIGITS = /(?<=^|[\u4e00-\u9fff)":])[-+]?\d(?:[-+\d,]*\d)?(?:\.\d+)?(?:亿元?|万(?!元)|元)?(?![\d年月日号位)])/gu;

function classify(text: string, spans: readonly Span[], cutDigits: boolean): readonly Word[] {
  const words: Word[] = [];
  const push = (span: Span, kind: Word['kind']) => words.push({ start: span.start, end: span.end, kind, runTogether: false });
  spans.forEach((span, index) => {
    const slice = visibleText(text, span);
    const next = spans[index + 1];
    // What a mirror site writes for a blank it has no sign for.
    if (slice === '?') return;
    const nextIsText = () => next !== undefined && isHan(text.charCodeAt(next.start)) && readCell(visibleText(text, next)).kind === 'unreadable';
    // A number in brackets, and not the numeral of a label.
    if (BRACKETED.test(slice) && !nextIsText() && (next !== undefined || index > 0)) {
      push(span, 'value');
      return;
    }
    if (next !== undefined && (ENUMERATOR.test(slice) || isSpacedEnumerator(text, slice, next))) {
      push(span, 'text');
      return;
    }
    const reading = MAY_BE_CELL.test(slice) ? readCell(slice) : null;
    if (cutDigits && MULTIPLIER.test(slice) && joinsNumber(text, words.at(-1), spans[index - 1])) {
      words[words.length - 1] = { start: words.at(-1)?.start ?? span.start, end: span.end, kind: 'value', runTogether: false };
    } else if (reading?.kind === 'number') push(span, 'value');
    else if (reading?.kind === 'blank') push(span, nextIsText() ? 'text' : 'standIn');
    else if (BROKEN_NUMBER.test(slice) || saysNoChange(slice)) push(span, 'value');
    else if (cutDigits && (isHungNumber(slice) || (LETTER.test(slice) && words.at(-1)?.kind === 'value'))) push(span, 'value');
    else if (cutDigits) cut(text, span, words);
    else push(span, 'text');
  });
  return words;
}

/** Whether the word before is a whole number, and one without a unit yet. */
function joinsNumber(text: string, word: Word | undefined, before: Span | undefined): boolean {
  if (word?.kind !== 'value' || before === undefined || word.start !== before.start || word.end !== before.end) return false;
  const reading = readCell(visibleText(text, word));
  return reading.kind === 'number' && reading.unit === null;
}

/** `…数量21710000218二、上年…` → label, value, label; the digit before `.` or `、` numbers the next label. */
function cut(text: string, span: Span, words: Word[]): void {
  const { text: slice, offsetAt } = squeeze(text, span);
  const push = (from: number, to: number, kind: Word['kind']) => {
    words.push({ start: offsetAt(from), end: offsetAt(to - 1) + 1, kind, runTogether: kind === 'value' });
  };
  let from = 0;
  for (const match of slice.matchAll(EMBEDDED_DIGITS)) {
    const start = match.index;
    if (insideBrackets(slice, start)) continue;
    const end = start + match[0].length;
    const numbersNext = /[.、,]/u.test(slice.charAt(end)) && (end + 1 === slice.length || isHan(slice.charCodeAt(end + 1)));
    const stop = numbersNext ? end - 1 : end;
    if (stop === start) continue;
    if (start > from) push(from, start, 'text');
    push(start, stop, 'value');
    from = stop;
  }
  if (from < slice.length) push(from, slice.length, 'text');
}

/** In a note, or in the mark a word processor leaves where somebody commented: `[张1]`. */
function insideBrackets(slice: string, offset: number): boolean {
  const from = Math.max(0, offset - MAX_NOTE);
  const before = slice.slice(from, offset);
  const open = before.lastIndexOf('(');
  if (open >= 0 && (closingBracket(slice, from + open, slice.length) ?? -1) > offset) return true;
  return before.lastIndexOf('[') > before.lastIndexOf(']') && /^[^[]*\]/u.test(slice.slice(offset, offset + MAX_NOTE));
}

const SPACE = 0x20;
const OPENING_BRACKET = 0x28;
const CLOSING_BRACKET = 0x29;
const POINT = 0x2e;
const ENUMERATION_COMMA = 0x3001;
/** 丨, which scanners write for a one. */
const STROKE = 0x4e28;
/** As many digits as a cell may have. */
const MAX_DIGITS = 15;
/** More numbers on a line are no row. */
const MAX_NUMBERS = 64;
/** Shorter words may stand for a blank (没有) or say that nothing changed (与上年持平), if they begin so. */
const MIN_DOUBTFUL_WORD = 7;
const DOUBTFUL = unitsOf('一无空没增减未不持与同亿万元');
/** What may belong to the number before it, if it is short: `1.余件`. */
const MIN_NUMBERED_WORD = 4;
const HANGS_ON_NUMBER = unitsOf('万亿元美余多左上以待核暂存不略见附查件条份项个次起宗例户人批部笔单台套');

function unitsOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}

/** Behind the word that begins at `from`, or -1 where it is more than the words of a label. */
function wordEnd(text: string, from: number, end: number): number {
  let at = from;
  let least = 1;
  const first = text.charCodeAt(at);
  if (isDigit(first)) {
    // `1.属于国家秘密`: the number of a row.
    const sign = text.charCodeAt(at + 1);
    const behind = text.charCodeAt(at + 2);
    if ((sign !== POINT && sign !== ENUMERATION_COMMA) || !isHan(behind) || HANGS_ON_NUMBER.has(behind)) return -1;
    at += 2;
    least = MIN_NUMBERED_WORD + 2;
  } else if (DOUBTFUL.has(first)) least = MIN_DOUBTFUL_WORD;
  else if (!isHan(first) && first !== OPENING_BRACKET) return -1;
  for (; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE) break;
    if ((!isHan(unit) && unit !== OPENING_BRACKET && unit !== CLOSING_BRACKET && unit !== ENUMERATION_COMMA) || unit === STROKE) return -1;
  }
  return at - from < least ? -1 : at;
}

/** The label and the numbers of a line that nothing delimits. One is used for line after line. */
export class PlainLine {
  label: Span | null = null;
  count = 0;
  readonly starts = new Int32Array(MAX_NUMBERS);
  readonly ends = new Int32Array(MAX_NUMBERS);

  /** False where a line is not plain. */
  read(text: string, { start, end }: Span): boolean {
    let labelStart = -1;
    let labelEnd = -1;
    this.count = 0;
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (unit === SPACE) continue;
      const behind = isDigit(unit) ? digitsEnd(text, at, end) : -1;
      if (behind < 0) {
        // What follows a number may belong to it.
        const last = this.count > 0 ? -1 : wordEnd(text, at, end);
        if (last <= at) return false;
        if (labelStart < 0) labelStart = at;
        labelEnd = last;
        at = last - 1;
      } else {
        if (this.count === MAX_NUMBERS) return false;
        this.starts[this.count] = at;
        this.ends[this.count] = behind;
        this.count++;
        at = behind - 1;
      }
    }
    this.label = labelStart < 0 ? null : { start: labelStart, end: labelEnd };
    return true;
  }
}

/** Behind digits up to a blank or the end, or -1. */
function digitsEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  return at - from <= MAX_DIGITS && (at === end || text.charCodeAt(at) === SPACE) ? at : -1;
}

/** What a trimmed field holds: one number, or one word of a label; null where neither is certain. */
export function plainField(text: string, { start, end }: Span): 'value' | 'label' | null {
  if (start === end) return null;
  if (isDigit(text.charCodeAt(start)) && digitsEnd(text, start, end) === end) return 'value';
  return wordEnd(text, start, end) === end ? 'label' : null;
}
