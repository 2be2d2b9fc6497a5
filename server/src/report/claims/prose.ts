// Which sentences does the report have outside its tables? Broken lines, blanks and page numbers are taken out.

import type { TableId } from '../../forms/form.ts';
import type { Span } from '../../text/span.ts';
import type { Section, Table } from '../model.ts';

export interface ProseSource {
  readonly folded: string;
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  readonly end: number;
}

/** A sentence as it reads, without blanks. */
export interface Sentence {
  readonly text: string;
  /** The offset in the original of a position in `text`; `text.length` gives the end. */
  readonly offsetAt: (position: number) => number;
  /** True where a line with an enumerator opens it: （二）, 1., 二是. */
  readonly opensPart: boolean;
}

const PART_TABLES: Readonly<Record<string, readonly TableId[]>> = {
  proactive: ['issued', 'licensing', 'enforcement', 'fees', 'procurement'],
  applications: ['applications'],
  disputes: ['disputes'],
};

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const ENUMERATOR = /^(?:#{1,6}|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.、](?![0-9])|[一二三四五六七八九十]是)/u;
const PAGE_NUMBER = /^[-—–]{1,2}[0-9]{1,3}[-—–]{1,2}$|^第[0-9]{1,3}页/u;
/** A line of its own that is no sentence: a sub-heading. */
const MAX_HEADING = 26;
/** A hostile text may have no point at all; what is longer is cut, so that every look around a number is bounded. */
const MAX_SENTENCE = 1200;

/** The stretches of text between headings and tables, in order. */
export function proseSpans({ sections, tables, end }: ProseSource): readonly Span[] {
  const [first] = sections;
  const spans: Span[] = [{ start: 0, end: Math.min(first?.span.start ?? firstTable(tables) ?? end, end) }];
  for (const section of sections) {
    const body = { start: section.heading.end, end: Math.min(section.span.end, end) };
    const ids = PART_TABLES[section.id];
    if (ids === undefined) {
      spans.push(body);
      continue;
    }
    // Around a table that could not be read, nobody knows what is prose.
    const own = tables.filter((table) => ids.includes(table.id));
    if (own.some((table) => table.state === 'unreadable')) continue;
    const inside = own.flatMap((table) => (table.span === null ? [] : [table.span])).filter((span) => span.start >= body.start && span.end <= body.end);
    if (inside.length === 0) continue;
    spans.push({ start: body.start, end: Math.min(...inside.map((span) => span.start)) }, { start: Math.max(...inside.map((span) => span.end)), end: body.end });
  }
  return spans.filter((span) => span.end > span.start);
}

function firstTable(tables: readonly Table[]): number | null {
  const starts = tables.flatMap((table) => (table.span === null ? [] : [table.span.start]));
  return starts.length === 0 ? null : Math.min(...starts);
}

/** Sentences of one stretch; each ends at its point, at a sub-heading or before an enumerated line. */
export function sentencesIn(folded: string, span: Span): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let offsets: number[] = [];
  let text = '';
  let opensPart = false;
  const close = (end: number) => {
    if (text.length > 1) {
      const at = offsets;
      sentences.push({ text, opensPart, offsetAt: (position) => at[position] ?? (at.at(-1) ?? end - 1) + 1 });
    }
    text = '';
    offsets = [];
    opensPart = false;
  };
  let start = span.start;
  while (start < span.end) {
    let end = start;
    while (end < span.end && !isBreak(folded.charCodeAt(end))) end++;
    const line = squeezeLine(folded, start, end);
    if (line.text !== '' && !PAGE_NUMBER.test(line.text) && !isBareNumber(line.text, folded, end, span.end) && line.text.charAt(0) !== '|') {
      const enumerated = ENUMERATOR.test(line.text);
      if (enumerated) close(start);
      for (let index = 0; index < line.text.length; index++) {
        const character = line.text.charAt(index);
        if (text === '') opensPart = enumerated && index === 0;
        text += character;
        offsets.push(line.offsets[index] ?? start);
        if (character === '。' || character === '!' || character === '?' || text.length >= MAX_SENTENCE) close(end);
      }
      if (enumerated && text.length === line.text.length && text.length <= MAX_HEADING) close(end);
    }
    start = end + 1;
  }
  close(span.end);
  return sentences;
}

function squeezeLine(folded: string, start: number, end: number): { readonly text: string; readonly offsets: readonly number[] } {
  let text = '';
  const offsets: number[] = [];
  for (let at = start; at < end; at++) {
    const unit = folded.charCodeAt(at);
    // Blanks, zero width, and the asterisks of Markdown.
    if (unit === 0x20 || unit === 0x09 || unit === 0x200b || unit === 0x0c || unit === 0x2a) continue;
    text += folded.charAt(at);
    offsets.push(at);
  }
  return { text, offsets };
}

/** A line that is only a number is the page's, unless what it counts follows. */
function isBareNumber(line: string, folded: string, lineEnd: number, end: number): boolean {
  if (!/^[0-9]{1,3}$/u.test(line)) return false;
  const ahead = folded.slice(lineEnd, Math.min(end, lineEnd + 12)).replaceAll(/\s/gu, '');
  return !/^[件条份项宗起例个次年月日万元%余多,.0-9]/u.test(ahead);
}

function isBreak(unit: number): boolean {
  return unit === LINE_FEED || unit === CARRIAGE_RETURN;
}
