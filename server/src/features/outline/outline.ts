// Tree of a report down to the row, for outline, folding and selection ranges.

import type { Report, Section } from '../../parse/model.ts';
import { nest, type Entry, type OutlineNode } from './nest.ts';
import { tableEntries } from './table-entries.ts';
import { lineStart, nameAt } from './outline-words.ts';
import { proseOf } from '../../rules/shared/prose.ts';
import { hanOf } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';

const PART_LEVEL = 1;
/** Deeper than everything: where the title stands behind the heading of part one, it ends nothing. */
const TITLE_LEVEL = 9;
/** What Markdown and word processors draw before a heading. */
const MAX_MARKS = 20;
const MARKS = /^[#*_>|●■◆▶★※○\s\u200b+-]*$/u;

const outlines = new WeakMap<Report, readonly OutlineNode[]>();

/** The tree of a report, built once a report: editors ask for several things that follow from it after every change. */
export function outlineOf(report: Report): readonly OutlineNode[] {
  const known = outlines.get(report);
  if (known !== undefined) return known;
  const tables = tableEntries(report);
  // Markdown marks the blocks of a table as headings; they are the table's own.
  const headings = subHeadings(report).filter(({ span: { start } }) => !tables.some(({ span }) => span.start <= start && start < span.end));
  const outline = nest([...titleEntry(report), ...report.sections.map((section) => partEntry(report, section)), ...headings, ...tables]);
  outlines.set(report, outline);
  return outline;
}

function titleEntry(report: Report): readonly Entry[] {
  const { title } = report;
  if (title === null) return [];
  const name = nameAt(report, title.span).replaceAll(/^[#*_>\s]+|[*_\s]+$/gu, '');
  return [{ kind: 'title', name, detail: '', level: TITLE_LEVEL, span: title.span, selection: title.span }];
}

function partEntry(report: Report, { heading, span }: Section): Entry {
  const line = lineStart(report.folded, heading.start, Math.max(0, heading.start - MAX_MARKS));
  const start = MARKS.test(report.folded.slice(line, heading.start)) ? line : heading.start;
  return { kind: 'part', name: nameAt(report, heading), detail: '', level: PART_LEVEL, span: { start, end: span.end }, selection: heading };
}

/** Of a line so much is looked at: a heading ends within. */
const LEAD = 80;
const LINE = /[^\r\n]+/gu;
/** Lines of printed pages begin at some 28 characters. */
const MAX_WITH_COMMA = 25;
/** Blanks and what Markdown and word processors draw before a heading. */
const HEADING_MARKS = /^[\s\u200b]*(?:(#{1,6})[\s\u200b]*)?(?:\*\*)?/u;

interface Style {
  readonly enumerator: RegExp;
  readonly level: number;
  /** The title's length at most, in code units. */
  readonly longest: number;
  /** What may end the title where the paragraph goes on in the same line. */
  readonly runIn: RegExp;
  /** Whether the paragraph has to go on there: 1.…。 alone is an item of a list. */
  readonly goesOn: boolean;
}

const HEADING_LEVEL = 2;
const MINOR_LEVEL = 3;

const STYLES: readonly Style[] = [
  { enumerator: /^\([一二三四五六七八九十]{1,3}\)[、.\s]*/u, level: HEADING_LEVEL, longest: 30, runIn: /[。:]/u, goesOn: false },
  { enumerator: /^(?:\([0-9]{1,2}\)|[0-9]{1,2}[.、](?![0-9]))[\s\u200b]*/u, level: MINOR_LEVEL, longest: 20, runIn: /。/u, goesOn: true },
];

function subHeadings(report: Report): readonly Entry[] {
  const { sections } = report;
  let part = -1;
  return proseOf(report).flatMap((span) => {
    // Both are in the order of the text; what stands before part one has no headings of its own.
    while (part < sections.length - 1 && (sections[part + 1]?.span.start ?? 0) < span.start) part++;
    const section = sections[part];
    return section === undefined ? [] : headingsIn(report, span, section.span.end);
  });
}

function headingsIn(report: Report, span: Span, end: number): readonly Entry[] {
  const found: Entry[] = [];
  for (const line of report.folded.slice(span.start, span.end).matchAll(LINE)) {
    const heading = headingOf(line[0].slice(0, LEAD));
    if (heading === null) continue;
    const start = span.start + line.index;
    const selection = { start: start + heading.start, end: start + heading.end };
    found.push({
      kind: 'heading',
      name: nameAt(report, selection),
      detail: '',
      level: heading.level,
      span: { start: selection.start, end },
      selection,
    });
  }
  return found;
}

function headingOf(line: string): (Span & { readonly level: number }) | null {
  const marks = HEADING_MARKS.exec(line);
  const start = marks?.[0].length ?? 0;
  const words = line.slice(start);
  const style = STYLES.find(({ enumerator }) => enumerator.test(words));
  if (style === undefined) return marks?.[1] === undefined ? null : whole(words, start, HEADING_LEVEL, LEAD / 2);
  const skipped = style.enumerator.exec(words)?.[0].length ?? 0;
  const length = words.slice(skipped).search(style.runIn);
  if (length < 0) return whole(words, start, style.level, skipped + style.longest);
  const end = skipped + length;
  if (!isTitle(words.slice(skipped, end), style.longest) || (style.goesOn && isOver(words.slice(end + 1)))) return null;
  return { start, end: start + end, level: style.level };
}

/** A line that is nothing but a title. With a comma in it, a line as long as a page is wide is the first of a paragraph. */
function whole(words: string, start: number, level: number, longest: number): (Span & { readonly level: number }) | null {
  const title = words.replace(/[\s\u200b*#]+$/u, '');
  const limit = title.includes(',') ? Math.min(longest, MAX_WITH_COMMA) : longest;
  return isTitle(title, limit) ? { start, end: start + title.length, level } : null;
}

function isTitle(words: string, longest: number): boolean {
  return words.length <= longest && !/[。;!?|\t]/u.test(words) && hanOf(words).length >= 2;
}

function isOver(rest: string): boolean {
  return /^[\s\u200b*"]*$/u.test(rest);
}
