// Prose of a report for rules: the text outside tables and headings, by stretch and by line, worked out once a report.

import type { SectionId } from '../../forms/form.ts';
import { filledLines, proseSpans } from '../../parse/prose/words/prose-spans.ts';
import { reportEnd, type Report, type Section } from '../../parse/model.ts';
import type { Span } from '../../text/span.ts';

/** Several rules look at the prose of one report; it goes with it. */
const stretches = new WeakMap<Report, readonly Span[]>();
const lines = new WeakMap<Report, readonly Span[]>();

/** Stretches of prose, in order; the title stands in the first. */
export function proseOf(report: Report): readonly Span[] {
  const known = stretches.get(report);
  if (known !== undefined) return known;
  const { folded, sections, tables } = report;
  const found = proseSpans({ folded, sections, tables, end: reportEnd(report) });
  stretches.set(report, found);
  return found;
}

/** Lines of prose without surrounding blanks, empty ones left out. */
export function proseLines(report: Report): readonly Span[] {
  const known = lines.get(report) ?? proseOf(report).flatMap((span) => filledLines(report.folded, span));
  lines.set(report, known);
  return known;
}

export interface Found {
  readonly span: Span;
  /** Folded. */
  readonly words: string;
}

/** Every match of a global pattern in the prose before `until`, with its offsets. */
export function matchesIn(report: Report, pattern: RegExp, until = report.folded.length): readonly Found[] {
  const found: Found[] = [];
  for (const { start, end } of proseOf(report)) {
    const words = report.folded.slice(start, Math.min(end, until));
    // Most patterns match nowhere, and `matchAll` copies its pattern first.
    if (words.search(pattern) < 0) continue;
    for (const match of words.matchAll(pattern)) {
      const at = start + match.index;
      found.push({ span: { start: at, end: at + match[0].length }, words: match[0] });
    }
  }
  return found;
}

/** A part's text behind its heading, without blanks, and the part itself; null where it is missing. A heading written twice empties no part. */
export function bodyOf(report: Report, id: SectionId): { readonly section: Section; readonly text: string } | null {
  const own = report.sections.filter((each) => each.id === id);
  const [section] = own;
  if (section === undefined) return null;
  const texts = own.map(({ heading, span }) => report.folded.slice(heading.end, Math.min(span.end, reportEnd(report))));
  return { section, text: texts.join('').replaceAll(/[\s\u200b]/gu, '') };
}
