// Rule: a second report begins in the same text.

import type { Rule } from './rule.ts';
import { firstLine } from '../parse/line-spans.ts';

export const reportTwice: Rule = {
  id: 'report-twice',
  name: '两份年报',
  class: '核实',
  summary: '同一文稿里还有第二份年报。',
  check({ report }) {
    if (report.secondReport === null) return [];
    return [
      {
        key: [],
        message: '从这里开始是第二份年报，只核对了前一份。请把第二份另存为一个文件。',
        span: firstLine(report, report.secondReport),
      },
    ];
  },
};
