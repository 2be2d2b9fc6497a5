// Do title, 统计期限, the opening of part one and the signature speak of one year?

import type { Report } from '../parse/model.ts';
import type { Span } from '../text/span.ts';
import type { Fix } from '../findings/finding.ts';
import { proseLines } from './shared/prose.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';

interface Evidence {
  readonly name: string;
  /** The report's year that follows from it. */
  readonly year: number;
  /** As written: a signature stands a year later. */
  readonly written: number;
  readonly span: Span;
  /** Where the same year stands once more: a period names it twice. */
  readonly again?: readonly Span[];
}

export const yearMismatch: Rule = {
  id: 'year-mismatch',
  class: '核实',
  summary: '标题、统计期限、第一部分开头和落款的年份不一致。',
  check({ report }) {
    const evidence = [...titleYear(report), ...periodYear(report), ...openingYear(report), ...signedYear(report)];
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
    message: `${odd.name}写的是${odd.written}年，${others.map((each) => `${each.name}写的是${each.written}年`).join('、')}。年报写上一年度的情况，在次年落款，各处年份应当对应。请核对，以免沿用了旧稿。`,
    span: odd.span,
    actual: odd.written,
    expected: due,
    related: others.map((each) => ({ message: `${each.name}：${each.written}年`, span: each.span })),
    fixes: [fix(odd, due)],
  };
}

function fix({ span, again = [], name }: Evidence, due: number): Fix {
  const edits = [span, ...again].map((each) => ({ span: each, newText: String(due) }));
  return { title: `${name}的年份改为 ${due}`, kind: 'value', preferred: false, edits };
}

function titleYear({ year }: Report): readonly Evidence[] {
  return year?.source === 'title' ? [{ name: '标题', year: year.value, written: year.value, span: year.span }] : [];
}

/** A period that is no whole year is another rule's, and so is the year 20223. */
function periodYear({ period, folded }: Report): readonly Evidence[] {
  if (period === null || period.from.year !== period.to.year) return [];
  const { year } = period.from;
  const [span, ...again] = [...folded.slice(period.span.start, period.span.end).matchAll(/20[0-9]{2}(?![0-9])/gu)].map(({ index }) => {
    const start = period.span.start + index;
    return { start, end: start + 4 };
  });
  return span === undefined ? [] : [{ name: '统计期限', year, written: year, span, again }];
}

/** 2023年，我办…: only where it opens the first sentences. */
const OPENING = /(?:^|[\n\r。])[ \t]*(20[0-9]{2}) ?年(?:度)? ?[,，]/u;
const MAX_OPENING = 200;

function openingYear(report: Report): readonly Evidence[] {
  const overview = report.sections.find((section) => section.id === 'overview');
  if (overview === undefined) return [];
  const start = overview.heading.end;
  const found = OPENING.exec(report.folded.slice(start, Math.min(start + MAX_OPENING, overview.span.end)));
  if (found?.[1] === undefined) return [];
  const at = start + found.index + found[0].indexOf(found[1]);
  return [{ name: '第一部分开头', year: Number(found[1]), written: Number(found[1]), span: { start: at, end: at + 4 } }];
}

const SIGNED = /^(20[0-9]{2}) ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日$/u;
/** The signature closes the text. */
const LAST_LINES = 2;

function signedYear(report: Report): readonly Evidence[] {
  const last = report.sections.at(-1);
  if (last?.id !== 'other') return [];
  const line = proseLines(report)
    .slice(-LAST_LINES)
    .find(({ start, end }) => SIGNED.test(report.folded.slice(start, end)));
  if (line === undefined) return [];
  const written = Number(report.folded.slice(line.start, line.start + 4));
  return [{ name: '落款', year: written - 1, written, span: { start: line.start, end: line.start + 4 } }];
}
