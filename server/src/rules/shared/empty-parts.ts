// Which parts that are written in sentences say nothing? No text, 无 alone, or headings with nothing below them.
// Parts of tables are told of by their tables.

import type { SectionId } from '../../forms/form.ts';
import { reportEnd, type Report, type Section } from '../../parse/model.ts';
import { filledLines } from '../../parse/prose/words/prose-spans.ts';
import type { Span } from '../../text/span.ts';
import { subHeadingOf, type SubHeading } from './sub-headings.ts';

export interface EmptyPart {
  readonly section: Section;
  /** `none`: no text. `nothing`: 无 alone. `below`: headings with no text below them. */
  readonly kind: 'none' | 'nothing' | 'below';
  /** The headings of `below`, in order; whether the part has other text. */
  readonly headings: readonly Span[];
  readonly isWhole: boolean;
}

/** Written in sentences, and whether 无 is no answer there: 其他需要报告的事项 may be none. */
const PROSE_PARTS: readonly (readonly [SectionId, boolean])[] = [
  ['overview', true],
  ['problems', true],
  ['other', false],
];
const NOTHING = /^(?:\(?[一二12]\)?[、.]?)?(?:无|暂无|没有|略|不存在|\/|-)?[。.]?$/u;

const known = new WeakMap<Report, readonly EmptyPart[]>();

/** At most one a part, in the form's order; worked out once a report. */
export function emptyParts(report: Report): readonly EmptyPart[] {
  const parts = known.get(report) ?? PROSE_PARTS.flatMap(([id, nothingCounts]) => emptyPart(report, id, nothingCounts));
  known.set(report, parts);
  return parts;
}

/** A heading written twice empties no part. */
function emptyPart(report: Report, id: SectionId, nothingCounts: boolean): readonly EmptyPart[] {
  const own = report.sections.filter((each) => each.id === id);
  const [section] = own;
  if (section === undefined || own.some((each) => isCutShort(report, each))) return [];
  const lines = own.flatMap(({ heading, span }) => filledLines(report.folded, { start: heading.end, end: Math.min(span.end, reportEnd(report)) }));
  const whole = lines
    .map(({ start, end }) => report.folded.slice(start, end))
    .join('')
    .replaceAll(/[\s\u200b]/gu, '');
  if (whole === '') return [{ section, kind: 'none', headings: [], isWhole: true }];
  if (nothingCounts && NOTHING.test(whole)) return [{ section, kind: 'nothing', headings: [], isWhole: true }];
  const { headings, isWhole } = emptyBelow(report, id, lines);
  return headings.length === 0 ? [] : [{ section, kind: 'below', headings, isWhole }];
}

/** The heading behind it stands twice: what follows there may be this part's, and the doubled heading is told of. */
function isCutShort({ sections }: Report, section: Section): boolean {
  const next = sections[sections.indexOf(section) + 1];
  return next !== undefined && next.id !== section.id && sections.filter(({ id }) => id === next.id).length > 1;
}

/**
 * Headings whose next line is a heading of their level or above, or none. A line is taken for a heading by its words, which
 * are those of the form; any other short line may be what there is to say, save in part one where there is nothing else.
 */
function emptyBelow(report: Report, id: SectionId, lines: readonly Span[]): { readonly headings: readonly Span[]; readonly isWhole: boolean } {
  const read = lines.map((span) => ({ span, heading: subHeadingOf(report.folded.slice(span.start, span.end)) }));
  const onlyHeadings = read.every(({ heading }) => heading !== null);
  const counts = (heading: SubHeading) => heading.isKnown || (onlyHeadings && id === 'overview');
  const said = (span: Span | undefined) => span !== undefined && id === 'problems' && NOTHING.test(report.folded.slice(span.start, span.end));
  const headings = read.flatMap(({ span, heading }, index) => {
    if (heading === null || !counts(heading)) return [];
    const at = said(read[index + 1]?.span) ? index + 2 : index + 1;
    const next = read[at];
    const isEmpty = next === undefined || (next.heading !== null && counts(next.heading) && next.heading.level <= heading.level);
    return isEmpty ? [span] : [];
  });
  const others = read.filter(({ span, heading }) => (heading === null || !counts(heading)) && !said(span));
  return { headings, isWhole: others.length === 0 };
}
