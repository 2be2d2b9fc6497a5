// Rule: part five plans for the year that the report is about.

import { reportEnd } from '../parse/model.ts';
import type { Rule } from './rule.ts';

/** 2023年，我局将继续…: 将 as a word for what is to come, and no 将…作为. */
const PLAN =
  /(?<year>20[0-9]{2}) ?年(?:度)? ?[,，]? ?(?:(?:我|本)[\u4e00-\u9fff]{1,4}|[\u4e00-\u9fff]{1,12}(?:局|委|办|镇|乡|街道|政府))? ?(?:将(?:会)?(?:继续|进一步|着力|重点|不断|持续|围绕|从以下|从|努力|切实|深入|全面|积极|严格|按照|坚持|加强|加大|强化|完善|优化|推进|做好|抓好|健全)|(?:拟|计划|打算|力争)(?!生育|公布|公开目录))/gu;

export const planYear: Rule = {
  id: 'plan-year',
  name: '计划年度',
  class: '核实',
  summary: '第五部分的打算写的是年报本身的年度，应为下一年度。',
  check({ report }) {
    const { year } = report;
    const part = report.sections.find(({ id }) => id === 'problems');
    if (year === null || part === undefined) return [];
    const { heading, span } = part;
    const text = report.folded.slice(heading.end, Math.min(span.end, reportEnd(report)));
    return [...text.matchAll(PLAN)].flatMap((found) => {
      if (Number(found.groups?.['year']) !== year.value) return [];
      const start = heading.end + found.index;
      const place = { start, end: start + 4 };
      const newText = String(year.value + 1);
      return [
        {
          key: [String(year.value)],
          message: `打算的年度应为${newText}年（现为${year.value}年）。年报写的是${year.value}年的情况，下一步的打算属于下一年度。请核对，以免沿用了旧稿。`,
          span: place,
          actual: year.value,
          expected: year.value + 1,
          fixes: [{ title: `年份改为 ${newText}`, kind: 'value' as const, preferred: false, edits: [{ span: place, newText }] }],
        },
      ];
    });
  },
};
