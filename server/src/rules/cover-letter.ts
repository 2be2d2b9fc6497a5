// Rule: a cover letter to the collecting office left in front of the report.

import { matchesIn } from './shared/prose.ts';
import type { Rule } from './rule.ts';

/** 关于报送…年度报告的函, 现将…报送你办, 请审阅, 特此报告. */
const LETTER =
  /关于(?:报送|上报|呈报|报请)[^。\n]{2,80}(?:的函|的报告|的请示)|现将[^。\n]{2,100}?(?:报送|呈报|上报|报上|呈送)(?:给?(?:你|贵)[办局委室]?|你们|如下|上来)?[,，]?[^。\n]{0,12}?(?:请(?:予)?(?:审阅|审核|审示|审查|查收|审定)|。)|(?:妥否|当否)[,，]?请(?:批示|审示)|特此(?:报告|函告|函达)/gu;

export const coverLetter: Rule = {
  id: 'cover-letter',
  name: '报送函',
  class: '核实',
  summary: '年报前面留有报送函的文字。',
  check({ report }) {
    const [first] = report.sections;
    if (first === undefined) return [];
    const found = matchesIn(report, LETTER, first.span.start);
    const [letter] = found;
    if (letter === undefined) return [];
    return [
      {
        key: [],
        message: '第一部分前面有报送函的文字。向主管部门报送用的函不是年报的内容，不公开。请核对后删去。',
        span: letter.span,
        related: found.slice(1).map(({ span }) => ({ message: '也是报送函的文字', span })),
      },
    ];
  },
};
