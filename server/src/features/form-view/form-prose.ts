// The prose of a report by part: paragraphs with the numbers they state, and the cells these speak of.

import { sectionOfTable, tablesOfSection } from '../../forms/index.ts';
import type { CellKey, SectionId } from '../../forms/form.ts';
import { takesLines } from '../../insertion/pieces.ts';
import { withoutHeaders } from '../../rewrite/export/printed-prose.ts';
import { filledLines, proseSpans } from '../../parse/prose/words/prose-spans.ts';
import { reportEnd, type Report } from '../../parse/model.ts';
import { rangeOf, spanOf } from '../../text/lines.ts';
import type { Range, Span } from '../../text/span.ts';
import { MAX_PARAGRAPHS_DRAWN, MAX_PARAGRAPH_DRAWN } from '../limits.ts';
import { reviewNumbers, type ReviewedNumber } from '../requests/review-request.ts';

/** A line of the text as it is written. */
export interface Paragraph {
  readonly text: string;
  readonly range: Range;
  /** Numbers that it states, in order; offsets into `text`. */
  readonly figures: readonly FigureView[];
}

interface FigureView extends Span {
  readonly kind: ReviewedNumber['kind'];
  readonly reason: string;
  /** The cells that it speaks of. */
  readonly cells: readonly CellKey[];
}

export interface PartProse {
  /** Before the table, or all of it where the part has none. */
  readonly before: readonly Paragraph[];
  readonly after: readonly Paragraph[];
  /** The lines of a part whose table could not be read: nobody knows what in it is a table. */
  readonly unread: readonly Paragraph[];
}

interface Prose {
  readonly opening: readonly Paragraph[];
  readonly parts: ReadonlyMap<SectionId, PartProse>;
}

export function proseOf(report: Report): Prose {
  const figures = figureViews(report);
  const { sections, tables, folded } = report;
  const spans = proseSpans({ folded, sections, tables, end: reportEnd(report) });
  let left = MAX_PARAGRAPHS_DRAWN;
  const paragraphs = (span: Span): readonly Paragraph[] => {
    const lines = filledLines(folded, span).slice(0, Math.max(0, left));
    left -= lines.length;
    return lines.map((line) => paragraphOf(report, line, figures));
  };
  const opening = spans.slice(0, 1).filter(({ start }) => start === 0 && start < (sections[0]?.span.start ?? Infinity));
  const parts = sections.map((section): [SectionId, PartProse] => {
    const own = spans.filter((span) => span.start >= section.heading.end && span.end <= section.span.end);
    const isTabular = tablesOfSection(report.detectedForm.form, section.id).length > 0;
    const isUnread = isTabular && own.length === 0;
    const [first, last] = [own[0], own.slice(1)];
    // A part begins with prose or with its table: what follows a table is behind its last cell.
    const startsWithTable =
      first !== undefined &&
      isTabular &&
      tables.some(({ id, span }) => span !== null && sectionOfTable(report.detectedForm.form, id) === section.id && span.end <= first.start);
    return [
      section.id,
      {
        before: first === undefined || startsWithTable ? [] : withoutHeaders(report, section.id, paragraphs(first)),
        after: withoutHeaders(report, section.id, (startsWithTable ? own : last).flatMap(paragraphs)),
        unread: isUnread ? paragraphs({ start: section.heading.end, end: section.span.end }) : [],
      },
    ];
  });
  return { opening: opening.flatMap(paragraphs), parts: new Map(parts) };
}

function paragraphOf(report: Report, line: Span, figures: readonly Located[]): Paragraph {
  const end = Math.min(line.end, line.start + MAX_PARAGRAPH_DRAWN);
  return {
    // Of markup what is left when its tags are taken for blanks.
    text: (takesLines(report) ? report.text : report.folded).slice(line.start, end) + (end < line.end ? '…' : ''),
    range: rangeOf(report.lines, line),
    figures: figures
      .filter(({ at }) => at.start >= line.start && at.end <= end)
      .map(({ at, view }) => ({ ...view, start: at.start - line.start, end: at.end - line.start })),
  };
}

interface Located {
  readonly at: Span;
  readonly view: Omit<FigureView, 'start' | 'end'>;
}

function figureViews(report: Report): readonly Located[] {
  const cells = new Map<number, readonly CellKey[]>();
  for (const { numberSpan, readings, reading } of report.claims) {
    const meant = readings[reading ?? 0];
    if (meant !== undefined) cells.set(numberSpan.start, [...meant.sum, ...(meant.over ?? [])]);
  }
  return reviewNumbers(report).map(({ range, kind, reason }) => {
    const at = spanOf(report.lines, range);
    return { at, view: { kind, reason, cells: cells.get(at.start) ?? [] } };
  });
}
