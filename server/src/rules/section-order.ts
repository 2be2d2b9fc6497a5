// Rule: the six parts out of the form's order, or one of them twice.

import { printedHeading, type SectionId } from '../forms/form.ts';
import type { Report, Section } from '../parse/model.ts';
import { partName } from '../findings/describe.ts';
import { grouped, singlyOrTogether, type Some } from '../findings/grouping.ts';
import { MAX_RELATED } from '../findings/limits.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';

export const sectionOrder: Rule = {
  id: 'section-order',
  name: '部分的次序',
  class: '强制',
  ofForm: true,
  summary: '部分的次序与统一格式不同，或同一部分出现两次。',
  check({ report }) {
    const { standing, extra, misplaced } = orderOf(report);
    return [
      ...singlyOrTogether(
        grouped(extra, (section) => section.id),
        {
          single: (section) => repeated(report, section, standing),
          together: (sections) => repeatedOften(report, sections, standing),
        },
      ),
      ...misplaced.map((section) => displaced(report, section)),
    ];
  },
};

interface Order {
  /** The one heading of each part by which the report is read. */
  readonly standing: ReadonlyMap<SectionId, Section>;
  /** Further headings of these parts. */
  readonly extra: readonly Section[];
  /** Parts that cannot stay where they are. */
  readonly misplaced: readonly Section[];
}

/** A heading copied to another place is one too many, and puts no part out of order; `section-title` leaves both alone. */
export function orderOf(report: Report): Order {
  const standing = new Map(longestRise(report).map((section) => [section.id, section]));
  const misplaced: Section[] = [];
  const extra: Section[] = [];
  for (const section of report.sections) {
    const own = standing.get(section.id);
    if (own === section) continue;
    if (own === undefined) {
      misplaced.push(section);
      standing.set(section.id, section);
    } else extra.push(section);
  }
  return { standing, extra, misplaced };
}

function rankOf(report: Report, section: Section): number {
  return report.detectedForm.form.sections.findIndex((spec) => spec.id === section.id);
}

function nameOf(report: Report, section: Section): string {
  const spec = report.detectedForm.form.sections[rankOf(report, section)];
  return spec === undefined ? '' : partName(spec);
}

function headingOf(report: Report, section: Section): string {
  const spec = report.detectedForm.form.sections[rankOf(report, section)];
  return spec === undefined ? '' : printedHeading(spec);
}

function repeated(report: Report, section: Section, standing: Order['standing']): RuleFinding {
  const other = standing.get(section.id);
  const behind = other === undefined || other.span.start < section.span.start;
  return {
    key: [headingOf(report, section), behind ? '又出现了一次' : '在后面还有一处'],
    message: `${nameOf(report, section)}的标题重复，应只有一处。${behind ? '前面' : '后面'}已有这一部分。请并入${behind ? '前' : '后'}一处，或删去多余的标题。`,
    span: section.heading,
    related: other === undefined ? [] : [{ message: behind ? '前一处在这里' : '后一处在这里', span: other.heading }],
  };
}

/** Many of them are one slip: a paste that went wrong. */
function repeatedOften(report: Report, [first, ...others]: Some<Section>, standing: Order['standing']): RuleFinding {
  const own = standing.get(first.id);
  return {
    key: [headingOf(report, first), `标题多出${others.length + 1}处`],
    message: `${nameOf(report, first)}的标题出现${others.length + 2}次，应只有一处。可能粘贴了多次。请保留一处，删去其余。`,
    span: first.heading,
    related: [
      ...(own === undefined ? [] : [{ message: '这一部分在这里', span: own.heading }]),
      ...others.slice(0, MAX_RELATED).map(({ heading }) => ({ message: '这里也是多余的', span: heading })),
    ],
  };
}

function displaced(report: Report, section: Section): RuleFinding {
  return {
    key: [headingOf(report, section), '位置不对'],
    message: `${nameOf(report, section)}应在${whereTo(report, section)}。统一格式的六个部分按一至六排列。请移到应在的位置。`,
    span: section.heading,
  };
}

function whereTo(report: Report, section: Section): string {
  const { sections } = report.detectedForm.form;
  const before = sections[rankOf(report, section) - 1];
  const after = sections[rankOf(report, section) + 1];
  if (before !== undefined) return `${partName(before)}之后`;
  return after === undefined ? '应在的次序' : `${partName(after)}之前`;
}

/** The headings of a longest rising run of parts, the earliest of equals: what stands right. One look a heading at each of six parts. */
function longestRise(report: Report): readonly Section[] {
  const best = new Map<number, readonly Section[]>();
  const isBetter = (one: readonly Section[], other: readonly Section[]) =>
    one.length > other.length || (one.length === other.length && (one.at(-1)?.span.start ?? 0) < (other.at(-1)?.span.start ?? 0));
  for (const section of report.sections) {
    const rank = rankOf(report, section);
    let before: readonly Section[] = [];
    for (const [earlier, run] of best) if (earlier < rank && isBetter(run, before)) before = run;
    if (before.length + 1 > (best.get(rank)?.length ?? 0)) best.set(rank, [...before, section]);
  }
  return [...best.values()].reduce((one, other) => (isBetter(other, one) ? other : one), []);
}
