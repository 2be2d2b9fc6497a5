// Finds tables outside their part, in an annex or before their heading: by the words that open them and most of their labels.

import { FORMS_NEWEST_FIRST } from '../../forms/index.ts';
import type { SectionId } from '../../forms/form.ts';
import { hanOf, hanOfName } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import type { Heading } from './headings.ts';
import { opensTable, type Regions, type TablePart } from './regions.ts';
import type { Surface } from './surface.ts';

/** 附件2, 附表: what stands below is another table. */
const ANNEX = /^附[件表]/u;
const MAX_MARK = 24;
/** So much of the words of a form stands in a table that is one; a list of contents or a sentence names a few of them. */
const MOST = 0.6;

/** By the Han characters of its labels and headers, those of each form. */
const WORDS: Readonly<Record<TablePart, readonly (readonly string[])[]>> = {
  proactive: wordsOf('proactive'),
  applications: wordsOf('applications'),
  disputes: FORMS_NEWEST_FIRST.flatMap(({ tables }) => tables.filter(({ section }) => section === 'disputes')).map(({ columns }) =>
    columns.slice(0, -1).map(({ label }) => label),
  ),
};

function wordsOf(part: SectionId): readonly (readonly string[])[] {
  return FORMS_NEWEST_FIRST.map(({ tables }) => {
    const own = tables.filter(({ section }) => section === part);
    // The columns of table three are named in sentences too.
    const columns = part === 'applications' ? [] : own.flatMap((table) => table.columns);
    return [...new Set([...own.flatMap(({ rows }) => rows), ...columns].map(({ label }) => hanOfName(label.replace(/（.*）/u, ''))))];
  });
}

/** The regions once more, with the tables of `lost` parts where they stand instead; null where none of them stands anywhere. */
export function withRelocatedTables(surface: Surface, { headings, end }: ReportScope, regions: Regions, lost: readonly TablePart[]): Regions | null {
  const relocated = standing(surface, { headings, end }).filter(({ part }) => lost.includes(part));
  if (relocated.length === 0) return null;
  const regionOf = (part: TablePart): Span | null => {
    const moved = relocated.find((candidate) => candidate.part === part);
    const region = regions[part];
    if (moved !== undefined || region === null) return moved?.span ?? null;
    // What stood in another part all the while is no row of its table.
    return { start: region.start, end: Math.min(region.end, ...relocated.map(({ span }) => span.start).filter((start) => start > region.start)) };
  };
  return { proactive: regionOf('proactive'), applications: regionOf('applications'), disputes: regionOf('disputes') };
}

interface ReportScope {
  readonly headings: readonly Heading[];
  /** Of the first report in the text. */
  readonly end: number;
}

interface RelocatedTable {
  readonly part: TablePart;
  readonly span: Span;
}

/** Every table in order of place: from the words that open it to the next one, a heading or the mark of an annex. */
function standing(surface: Surface, { headings, end }: ReportScope): readonly RelocatedTable[] {
  const marks: { readonly start: number; readonly part: TablePart | null }[] = [];
  let next = 0;
  for (const line of surface.lines) {
    if (line.start >= end) break;
    const part = opensTable(surface, line, end);
    const first = next;
    // A second report may begin inside the line: its headings are none of this one's, and behind the last heading there is none.
    while (next < headings.length && (headings[next]?.span.start ?? end) < Math.min(line.end, end)) next++;
    const heads = next > first;
    if (part === null ? heads || isAnnexMark(surface.text, line) : part !== marks.at(-1)?.part) marks.push({ start: line.start, part });
  }
  return marks.flatMap(({ start, part }, index) => {
    const span = { start, end: marks[index + 1]?.start ?? end };
    return part !== null && isWhole(surface.text, part, span) ? [{ part, span }] : [];
  });
}

function isAnnexMark(text: string, line: Span): boolean {
  return line.end - line.start <= MAX_MARK && ANNEX.test(hanOf(text.slice(line.start, line.end)));
}

function isWhole(text: string, part: TablePart, span: Span): boolean {
  const key = hanOf(text.slice(span.start, span.end));
  return WORDS[part].some((words) => words.filter((word) => key.includes(word)).length >= words.length * MOST);
}
