// Does a second report begin in the same text?

import type { Rule } from './rule.ts';
import { firstLine } from '../parse/line-spans.ts';

export const reportTwice: Rule = {
  id: 'report-twice',
  class: '核实',
  summary: '同一文件里还有第二份年报。',
  check({ report }) {
    if (report.secondReport === null) return [];
    return [
      {
        message: '从这里开始是第二份年报，只核对了前一份。一个文件一份年报，数字才不会混在一起。请把第二份另存为一个文件。',
        span: firstLine(report, report.secondReport),
      },
    ];
  },
};
