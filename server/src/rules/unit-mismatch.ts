// Rule: title, 由…编制 and signature name different organs, or the text calls itself by another kind of organ.

import type { Report } from '../parse/model.ts';
import type { Span } from '../text/span.ts';
import { matchesIn, proseLines } from './shared/prose.ts';
import type { Rule } from './rule.ts';
import { MAX_RELATED } from '../findings/limits.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { fitting } from '../findings/wording.ts';
import { isSubsequence } from '../text/subsequence.ts';

interface Named {
  readonly place: string;
  readonly name: string;
  readonly span: Span;
}

/** What an organ is called, to its last word. */
const ORGAN = '[\\u4e00-\\u9fff()]{2,28}?(?:局|委|委员会|办|办公室|办公厅|办事处|政府|厅|院|中心|所|站|处|队|管委会)';
const COMPILER = new RegExp(`(?<=由)${ORGAN}(?=(?:负责|组织|根据|依据|按照|统一|汇总)?(?:编制|编写|《|依据|根据|按照))`, 'gu');
/** The last two lines. */
const SIGNED = new RegExp(`^(${ORGAN})\n\\(?20[0-9]{2} ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日\\)?$`, 'u');

export const unitMismatch: Rule = {
  id: 'unit-mismatch',
  name: '机关名称',
  class: '核实',
  summary: '标题、编制机关和落款写的不是同一个机关，或者正文的自称与机关不符（局的年报写“我委”）。',
  check({ report }) {
    const { unit, title } = report;
    if (unit === null || title === null) return [];
    const named = [...(isGovernment(unit) ? [] : compiler(report)), ...signature(report)]
      .filter(({ name }) => !isSame(name, unit))
      .map(({ place, name, span }) => ({
        key: [unit, place === COMPILED ? '编制单位' : place, name],
        message: `${fitting(`${place}是“${name}”，标题是“${unit}”`, `${place}与标题的机关不同`)}。标题的机关是“${unit}”，${place}是“${name}”。请核实。`,
        span,
        related: [{ message: `标题：${unit}`, span: title.span }],
      }));
    return [...named, ...otherSelf(report, unit, title.span)];
  },
};

/** 我委 in the report of a 局: what an organ calls itself ends in the last word of its name. */
const SELF = /(?:我|本)(?<kind>局|委|厅|镇|乡|街道|中心|院)(?![子员托派会内外体地土级村人民科])/gu;
function otherSelf(report: Report, unit: string, title: Span): readonly RuleFinding[] {
  const found = matchesIn(report, SELF).filter(({ words }) => !unit.includes(words.slice(1)));
  const [first, ...others] = found;
  if (first === undefined) return [];
  return [
    {
      key: [unit, first.words],
      message: `正文自称“${first.words}”，与标题的机关不同${others.length > 0 ? `，全文${found.length}处` : ''}。标题的机关是“${unit}”。请核实这一段的内容和数字。`,
      span: first.span,
      related: [{ message: `标题：${unit}`, span: title }, ...others.slice(0, MAX_RELATED).map(({ span, words }) => ({ message: `自称“${words}”`, span }))],
    },
  ];
}

const COMPILED = '编制机关';

/** The report of a government is compiled by the office that is in charge of disclosure there (条例第四十九条第二款). */
function isGovernment(unit: string): boolean {
  return /(?:政府|[省市区县旗盟州])$/u.test(unit);
}

function compiler(report: Report): readonly Named[] {
  const [found] = matchesIn(report, COMPILER, report.sections[0]?.span.start ?? 0);
  return found === undefined ? [] : [{ place: COMPILED, name: found.words, span: found.span }];
}

/** The line above the closing date. */
function signature(report: Report): readonly Named[] {
  const last = proseLines(report).slice(-2);
  const [line] = last;
  const name = SIGNED.exec(last.map(({ start, end }) => report.folded.slice(start, end)).join('\n'))?.[1];
  return name === undefined || line === undefined ? [] : [{ place: '落款', name, span: line }];
}

/** One containing the other is the same: 洪泽区人民政府 and 淮安市洪泽区人民政府办公室, and abbreviations of either. */
function isSame(one: string, other: string): boolean {
  const [first, second] = [bare(one), bare(other)];
  return isSubsequence(first, second) || isSubsequence(second, first);
}

function bare(name: string): string {
  return name.replaceAll('人民政府', '政府');
}
