// Do title, 由…编制 and the signature name one organ?

import type { Report } from '../../report/model.ts';
import type { Span } from '../../text/span.ts';
import { matchesIn, proseLines } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { isSubsequence } from '../../text/subsequence.ts';
import { MAX_PREAMBLE } from '../../report/limits.ts';

interface Named {
  readonly place: string;
  readonly name: string;
  readonly span: Span;
}

const COMPILED = /由([\u4e00-\u9fff()]{4,30}?)(?:负责|组织|根据|依据|按照|统一|汇总)?(?:编制|编写|《|依据|根据|按照)/gu;
const ORGAN = /(?:局|委|委员会|办|办公室|办公厅|办事处|政府|厅|院|中心|所|站|处|队|管委会)$/u;
const SIGNATURE = /^[\u4e00-\u9fff()]{4,30}$/u;
const DATED = /^\(?20[0-9]{2} ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日\)?$/u;

export const unitMismatch: Rule = {
  id: 'unit-mismatch',
  class: '核实',
  summary: '标题、编制单位和落款写的不是同一个机关。',
  check({ report }) {
    const { unit, title } = report;
    if (unit === null || title === null) return [];
    return [...compiler(report), ...signature(report)]
      .filter(({ name }) => !isSame(name, unit))
      .map(({ place, name, span }) => ({
        message: `标题的单位是“${unit}”，${place}写的是“${name}”。同一份年报的单位名称应当一致，另一个名称多是从别处抄来的。请核对单位名称。`,
        span,
        related: [{ message: `标题：${unit}`, span: title.span }],
      }));
  },
};

function compiler(report: Report): readonly Named[] {
  const before = report.sections[0]?.span.start ?? 0;
  const found = matchesIn(report, COMPILED, Math.min(before, MAX_PREAMBLE))[0];
  const name = found === undefined ? undefined : new RegExp(COMPILED.source, 'u').exec(found.words)?.[1];
  if (found === undefined || name === undefined || !ORGAN.test(name)) return [];
  const start = found.span.start + 1;
  return [{ place: '编制单位', name, span: { start, end: start + name.length } }];
}

/** The line above the closing date. */
function signature(report: Report): readonly Named[] {
  const last = report.sections.at(-1);
  const lines = proseLines(report);
  const dated = lines.at(-1);
  const line = lines.at(-2);
  if (last?.id !== 'other' || dated === undefined || line === undefined || line.start < last.heading.end) return [];
  if (!DATED.test(report.folded.slice(dated.start, dated.end))) return [];
  const name = report.folded.slice(line.start, line.end);
  return SIGNATURE.test(name) && ORGAN.test(name) ? [{ place: '落款', name, span: line }] : [];
}

/** One containing the other is the same: 洪泽区人民政府 and 淮安市洪泽区人民政府办公室, and abbreviations of either. */
function isSame(one: string, other: string): boolean {
  const [first, second] = [bare(one), bare(other)];
  return isSubsequence(first, second) || isSubsequence(second, first);
}

function bare(name: string): string {
  return name.replaceAll(/\s/gu, '').replaceAll('人民政府', '政府');
}
