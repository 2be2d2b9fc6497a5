// Do the six parts stand in the form's order, each once?

import type { Report, Section } from '../../report/model.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { partName } from '../wording.ts';

export const sectionOrder: Rule = {
  id: 'section-order',
  class: '强制',
  summary: '部分的次序与统一格式不同，或同一部分出现两次。',
  check({ report }) {
    return [...repeated(report), ...misplaced(report)];
  },
};

/** Parts that cannot stay where they are; also asked by `section-title`, which leaves their numerals alone. */
export function misplacedSections(report: Report): readonly Section[] {
  const firsts = report.sections.filter((section, index) => firstIndex(report, section) === index);
  const ranks = firsts.map((section) => rankOf(report, section));
  const kept = longestRise(ranks);
  return firsts.filter((_, index) => !kept.has(index));
}

export function repeatedSections(report: Report): readonly Section[] {
  return report.sections.filter((section, index) => firstIndex(report, section) !== index);
}

function firstIndex(report: Report, section: Section): number {
  return report.sections.findIndex((candidate) => candidate.id === section.id);
}

function rankOf(report: Report, section: Section): number {
  return report.form.form.sections.findIndex((spec) => spec.id === section.id);
}

function nameOf(report: Report, section: Section): string {
  const spec = report.form.form.sections[rankOf(report, section)];
  return spec === undefined ? '' : partName(spec);
}

function repeated(report: Report): readonly RuleFinding[] {
  return repeatedSections(report).map((section) => {
    const first = report.sections[firstIndex(report, section)];
    return {
      message: `${nameOf(report, section)}部分又出现了一次。统一格式中每个部分只有一个。请并入前一处，或删去多余的标题。`,
      span: section.heading,
      related: first === undefined ? [] : [{ message: '第一次出现在这里', span: first.heading }],
    };
  });
}

function misplaced(report: Report): readonly RuleFinding[] {
  return misplacedSections(report).map((section) => ({
    message: `${nameOf(report, section)}部分的位置不对。统一格式规定六个部分按一至六的次序排列。请把这一部分移到${whereTo(report, section)}。`,
    span: section.heading,
  }));
}

function whereTo(report: Report, section: Section): string {
  const { sections } = report.form.form;
  const before = sections[rankOf(report, section) - 1];
  const after = sections[rankOf(report, section) + 1];
  if (before !== undefined) return `${partName(before)}之后`;
  return after === undefined ? '应在的位置' : `${partName(after)}之前`;
}

/** Indices of a longest rising run of ranks: what stands right; six parts, so the square of it is nothing. */
function longestRise(ranks: readonly number[]): ReadonlySet<number> {
  const best: number[][] = [];
  ranks.forEach((rank, index) => {
    let run: number[] = [];
    for (let earlier = 0; earlier < index; earlier++) {
      const candidate = best[earlier] ?? [];
      if ((ranks[earlier] ?? 0) < rank && candidate.length > run.length) run = candidate;
    }
    best.push([...run, index]);
  });
  const longest = best.reduce((one, other) => (other.length > one.length ? other : one), []);
  return new Set(longest);
}
