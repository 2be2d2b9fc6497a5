// Rule: title, 统计期限, the opening of part one and the signature speak of different years.

import type { Fix } from '../findings/finding.ts';
import { editsTo, yearEvidence, type Evidence } from './shared/years.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';

export const yearMismatch: Rule = {
  id: 'year-mismatch',
  name: '年份不一致',
  class: '核实',
  summary: '标题、统计期限、第一部分开头和落款的年份不一致。',
  check({ report }) {
    const evidence = yearEvidence(report);
    const year = majority(evidence);
    if (year === null) return [];
    const others = evidence.filter((each) => each.year === year);
    return evidence.filter((each) => each.year !== year).map((each) => finding(each, year, others));
  },
};

/** The year most of them say; between two the first, which is the title's. */
function majority(evidence: readonly Evidence[]): number | null {
  const count = (year: number) => evidence.filter((each) => each.year === year).length;
  const [best] = evidence.toSorted((one, other) => count(other.year) - count(one.year));
  return best?.year ?? null;
}

function finding(odd: Evidence, year: number, others: readonly Evidence[]): RuleFinding {
  const due = year + odd.written - odd.year;
  return {
    key: [`${odd.name}写的是${odd.written}年`, ...others.map((each) => `${each.name}写的是${each.written}年`)],
    message: `${odd.name}的年份应为 ${due}（现为 ${odd.written}）。${others.map((each) => `${each.name}为${each.written}年`).join('，')}，各处年份不一致。请核实。`,
    span: odd.span,
    actual: odd.written,
    expected: due,
    related: others.map((each) => ({ message: `${each.name}：${each.written}年`, span: each.span })),
    fixes: [fixOf([odd], year), fixOf(others, odd.year)],
  };
}

/** Which of them is the slip nobody knows but the person: either side can be taken. */
function fixOf(places: readonly Evidence[], year: number): Fix {
  const edits = places.flatMap((each) => editsTo(each, year));
  return {
    title: `${places.map(({ name }) => name).join('、')}的年份改为 ${[...new Set(edits.map(({ newText }) => newText))].join('、')}`,
    kind: 'value',
    preferred: false,
    edits,
  };
}
