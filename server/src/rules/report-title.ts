// Rule: the title does not say 年度报告, or not the year once.

import type { Report } from '../parse/model.ts';
import type { RuleFinding } from '../findings/finding.ts';
import type { Rule } from './rule.ts';

const YEAR = '20 ?[0-9] ?[0-9] ?年(?:度)?';
/** 2023年青禾县财政局2023年…; 2023年政府信息公开2023年度报告 */
const TWICE = new RegExp(`(?<first>${YEAR})(?<between>[^\\n]*?)(?<second>${YEAR})`, 'u');
/** 政府信息公开工作报告 */
const WORK_REPORT = /政府信息公开(?:工作)?报告/u;

export const reportTitle: Rule = {
  id: 'report-title',
  name: '年报标题',
  class: '提示',
  summary: '标题没有写“年度报告”，或者年份写了两次。',
  check({ report }) {
    return report.title === null ? [] : [...workReport(report), ...yearTwice(report)];
  },
};

function workReport({ folded, title }: Report): readonly RuleFinding[] {
  const start = title?.span.start ?? 0;
  const found = WORK_REPORT.exec(folded.slice(start, title?.span.end));
  if (found === null) return [];
  const span = { start: start + found.index, end: start + found.index + found[0].length };
  const newText = '政府信息公开工作年度报告';
  return [
    {
      key: [found[0]],
      message: `标题应为“${newText}”（现为“${found[0]}”）。《条例》第四十九条、第五十条所说的是年度报告。请改正。`,
      span,
      fixes: [{ title: `改为“${newText}”`, kind: 'text', preferred: true, edits: [{ span, newText }] }],
    },
  ];
}

function yearTwice({ folded, title }: Report): readonly RuleFinding[] {
  const start = title?.span.start ?? 0;
  const found = TWICE.exec(folded.slice(start, title?.span.end));
  const { first = '', between = '', second = '' } = found?.groups ?? {};
  if (found === null || digitsOf(first) !== digitsOf(second)) return [];
  const at = start + found.index + first.length + between.length;
  const span = { start: at, end: at + second.length };
  // 2023年政府信息公开工作2023年度报告: 年度 belongs to 报告.
  const isOfReport = second.endsWith('年度') && /^ ?(?:工作)?报告/u.test(folded.slice(span.end));
  const surplus = isOfReport ? second.slice(0, -2) : second;
  return [
    {
      key: [second],
      message: `标题里“${second}”写了两次。年份只写一次。请删去一处。`,
      span,
      related: [{ message: '标题里的年份', span: { start: start + found.index, end: start + found.index + first.length } }],
      fixes: [{ title: `删去“${surplus}”`, kind: 'text', preferred: true, edits: [{ span: { start: at, end: at + surplus.length }, newText: '' }] }],
    },
  ];
}

function digitsOf(year: string): string {
  return year.replaceAll(/[^0-9]/gu, '');
}
