// The stretches of the report that are prose, and what of them is read: what stands outside headings and tables, line by line.

import { FORMS_NEWEST_FIRST, tablesOfSection } from '../../../forms/index.ts';
import type { Span } from '../../../text/span.ts';
import { Turns } from '../../../text/turns.ts';
import type { Section, Table } from '../../model.ts';
import { isBlank } from '../../document/surface.ts';

export interface ProseSource {
  readonly folded: string;
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  readonly end: number;
}

/** The stretches of text between headings and tables, in order. */
export function proseSpans({ sections, tables, end }: ProseSource): readonly Span[] {
  const [first] = sections;
  const spans: Span[] = [{ start: 0, end: Math.min(first?.span.start ?? firstTable(tables) ?? end, end) }];
  for (const section of sections) {
    const body = { start: section.heading.end, end: Math.min(section.span.end, end) };
    const ids = FORMS_NEWEST_FIRST.flatMap((form) => tablesOfSection(form, section.id)).map(({ id }) => id);
    if (ids.length === 0) {
      spans.push(...around(body, tables));
      continue;
    }
    // Around a table that could not be read, nobody knows what is prose.
    const own = tables.filter((table) => ids.includes(table.id));
    if (own.some((table) => table.state === 'unreadable')) continue;
    // A table whose own heading is missing stands here too, and is no prose either.
    if (within(body, own).length > 0) spans.push(...around(body, tables));
  }
  return spans.filter((span) => span.end > span.start);
}

function within(body: Span, tables: readonly Table[]): readonly Span[] {
  return tables.flatMap((table) => (table.span === null ? [] : [table.span])).filter((span) => span.start >= body.start && span.end <= body.end);
}

/** Before the first and behind the last table of a stretch; a part whose heading is missing leaves its table in the part before. */
function around(body: Span, tables: readonly Table[]): readonly Span[] {
  const inside = within(body, tables);
  if (inside.length === 0) return [body];
  return [
    { start: body.start, end: Math.min(...inside.map((span) => span.start)) },
    { start: Math.max(...inside.map((span) => span.end)), end: body.end },
  ];
}

function firstTable(tables: readonly Table[]): number | null {
  const starts = tables.flatMap((table) => (table.span === null ? [] : [table.span.start]));
  return starts.length === 0 ? null : Math.min(...starts);
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const ASTERISK = 0x2a;

/** The lines of a stretch without the filler around them, empty ones left out. */
export function filledLines(folded: string, { start, end }: Span): readonly Span[] {
  const found: Span[] = [];
  const turns = new Turns(end - start);
  for (let from = start; turns.more() && from < end;) {
    let to = from;
    while (to < end && !isBreak(folded.charCodeAt(to))) to++;
    const line = trimFiller(folded, from, to);
    if (line.end > line.start) found.push(line);
    from = to + 1;
  }
  return found;
}

function isBreak(unit: number): boolean {
  return unit === LINE_FEED || unit === CARRIAGE_RETURN;
}

function trimFiller(folded: string, start: number, end: number): Span {
  let [first, last] = [start, end];
  while (first < last && isFiller(folded.charCodeAt(first))) first++;
  while (last > first && isFiller(folded.charCodeAt(last - 1))) last--;
  return { start: first, end: last };
}

/** What falls out of a sentence: blanks, zero width, and the asterisks of Markdown. */
export function isFiller(unit: number): boolean {
  return isBlank(unit) || unit === ASTERISK;
}

const FILLER = /[\s\u200b*]+/gu;

export function withoutFiller(text: string): string {
  return text.replaceAll(FILLER, '');
}
