// A stretch of prose → its sentences. Broken lines are joined; blanks and page numbers are taken out.

import { isHan } from '../../../text/han.ts';
import { isDigit } from '../../../text/numbers.ts';
import { countBefore } from '../../../text/search.ts';
import type { Span } from '../../../text/span.ts';
import { visibleEnd } from '../../document/surface.ts';
import { isFiller, filledLines, withoutFiller } from './prose-spans.ts';
import { MAX_SENTENCE } from '../../limits.ts';

const TAB = 9;
/** Two numbers in fields beside each other. */
const FIELDS = /[0-9]\t[0-9]/u;

/** A sentence as it reads, without blanks; 其它 as the form writes it. */
export interface Sentence {
  readonly text: string;
  /** The offset in the original of a position in `text`; `text.length` gives the end. */
  readonly offsetAt: (position: number) => number;
  /** How the pieces of it lie to one another in the original. */
  readonly gaps: () => string;
  /** True where a line with an enumerator opens it: （二）, 1., 二是. */
  readonly opensPart: boolean;
  /** Two columns run into each other: a wide gap between words, of which nobody knows what belongs together. */
  readonly torn: boolean;
}

/** Where positions of a sentence stand in the original; its end is that of the last character, not of the blanks behind it. */
export function spanIn({ offsetAt }: Sentence, start: number, end: number): Span {
  return { start: offsetAt(start), end: end > start ? offsetAt(end - 1) + 1 : offsetAt(start) };
}

const ENUMERATOR = /^(?:#{1,6}|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.、](?![0-9])|[一二三四五六七八九十]是)/u;
/** The points of a list: each is a sentence, of what was spoken of before. */
const BULLET = /^[-•·●▪■◆○](?!\d+$)/u;
const PAGE_NUMBER = /^[-—–]{1,2}[0-9]{1,3}[-—–]{1,2}$|^第[0-9]{1,3}页/u;
/** A line of its own that is no sentence: a sub-heading. */
const MAX_HEADING = 26;
/** So much of a line tells what it is. */
const LEAD = 60;
/** Narrower gaps are made by hand. */
const GUTTER = 8;
/** One word in two writings of one length, so that no position moves. */
const OTHER = '其它';
const AS_PRINTED = '其他';
/** What a bare number counts stands so near behind it. */
const AHEAD = 12;

/** Sentences of one stretch; each ends at its point, at a sub-heading or before an enumerated line. */
export function sentencesIn(folded: string, span: Span): readonly Sentence[] {
  const builder = new Builder(folded);
  for (const line of filledLines(folded, span)) {
    const lead = withoutFiller(folded.slice(line.start, visibleEnd(folded, line, LEAD)));
    if (PAGE_NUMBER.test(lead) || isBareNumber(lead, folded, { start: line.end, end: span.end }) || lead.startsWith('|')) continue;
    builder.line(line, ENUMERATOR.test(lead) ? 'enumerated' : BULLET.test(lead) ? 'bullet' : 'plain');
  }
  return builder.finish();
}

/** A line that is only a number is the page's, unless what it counts follows. */
function isBareNumber(line: string, folded: string, behind: Span): boolean {
  if (!/^[0-9]{1,3}$/u.test(line)) return false;
  const ahead = withoutFiller(folded.slice(behind.start, visibleEnd(folded, behind, AHEAD)));
  return !/^[件条份项宗起例个次年月日万元%余多,.0-9]/u.test(ahead);
}

/** Joins pieces of lines into sentences; remembers where each piece stands. */
class Builder {
  private readonly folded: string;
  private readonly sentences: Sentence[] = [];
  private text = '';
  private positions: number[] = [];
  private offsets: number[] = [];
  private opensPart = false;
  private torn = false;
  /** Numbers stand in fields of their own: a row of a table, and no sentence. */
  private isRow = false;

  constructor(folded: string) {
    this.folded = folded;
  }

  line({ start, end }: Span, kind: 'enumerated' | 'bullet' | 'plain'): void {
    const enumerated = kind === 'enumerated';
    if (kind !== 'plain' || FIELDS.test(this.folded.slice(start, end))) this.close();
    const before = this.sentences.length;
    if (this.text === '') this.opensPart = enumerated;
    let run = start;
    for (let at = start; at < end; at++) {
      const unit = this.folded.charCodeAt(at);
      if (isFiller(unit)) {
        this.add(run, at);
        if (unit === TAB && isDigit(this.folded.charCodeAt(at - 1)) && isDigit(this.folded.charCodeAt(at + 1))) this.isRow = true;
        if (at - run > 0 && this.isGutter(at, end)) this.torn = true;
        run = at + 1;
      } else if (endsSentence(unit) || this.text.length + at - run >= MAX_SENTENCE) {
        this.add(run, at + 1);
        this.close();
        run = at + 1;
      }
    }
    this.add(run, end);
    if (this.isRow) this.close();
    if (enumerated && before === this.sentences.length && this.text.length <= MAX_HEADING) this.close();
  }

  finish(): readonly Sentence[] {
    this.close();
    return this.sentences;
  }

  /** Blanks around a number are those of a form to be filled in. */
  private isGutter(at: number, end: number): boolean {
    if (at + GUTTER > end) return false;
    let next = at;
    while (next < end && isFiller(this.folded.charCodeAt(next))) next++;
    return next - at >= GUTTER && next < end && isHan(this.folded.charCodeAt(at - 1)) && isHan(this.folded.charCodeAt(next));
  }

  private add(start: number, end: number): void {
    if (end <= start) return;
    this.positions.push(this.text.length);
    this.offsets.push(start);
    this.text += this.folded.slice(start, end);
  }

  private close(): void {
    if (this.text.length > 1 && !this.isRow) {
      const { positions, offsets, opensPart, torn } = this;
      const text = this.text.replaceAll(OTHER, AS_PRINTED);
      this.sentences.push({ text, opensPart, torn, offsetAt: (position) => offsetIn(positions, offsets, position), gaps: () => gapsOf(positions, offsets) });
    }
    this.text = '';
    this.positions = [];
    this.offsets = [];
    this.opensPart = false;
    this.torn = false;
    this.isRow = false;
  }
}

function offsetIn(positions: readonly number[], offsets: readonly number[], position: number): number {
  const run = Math.max(0, countBefore(positions.length, (index) => (positions[index] ?? 0) <= position) - 1);
  return (offsets[run] ?? 0) + position - (positions[run] ?? 0);
}

function gapsOf(positions: readonly number[], offsets: readonly number[]): string {
  const [first = 0] = offsets;
  return positions.length < 2 ? '' : positions.map((position, index) => `${position}:${(offsets[index] ?? 0) - first}`).join(' ');
}

function endsSentence(unit: number): boolean {
  return unit === 0x3002 || unit === 0x21 || unit === 0x3f;
}
