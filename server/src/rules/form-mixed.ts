// Are rows or headers of both generations of the form mixed?

import { FORMS } from '../forms/index.ts';
import type { Report } from '../parse/model.ts';
import type { Span } from '../text/span.ts';
import type { Rule } from './rule.ts';

export const formMixed: Rule = {
  id: 'form-mixed',
  class: '核实',
  summary: '表格混用了2019年和2021年两种格式。',
  check({ report }) {
    const { hybrid, byRows, byHeaders } = report.form;
    if (hybrid) {
      return [
        {
          message:
            '第二部分用的是2021年格式，申请办理情况表的「（六）其他处理」却只有一行，是2019年格式的写法。2021年格式把（六）分为3行。请按2021年格式拆分。',
          span: undividedRow(report),
        },
      ];
    }
    if (byRows === null || byHeaders === null || byRows === byHeaders) return [];
    const [rows, headers] = [FORMS[byRows], FORMS[byHeaders]];
    const newer = rows.years[0] > headers.years[0] ? rows : headers;
    return [
      {
        message: `第二部分的列标题是${byHeaders}年格式，申请办理情况表的行却是${byRows}年格式。一份年报只用一种格式，${newer.years[0]}年度起用${newer.id}年格式。请统一。`,
        span: proactiveHeader(report),
      },
    ];
  },
};

function undividedRow(report: Report): Span {
  const table = report.tables.find((candidate) => candidate.id === 'applications');
  return table?.rows.find((row) => row.id === 'other')?.label ?? proactiveHeader(report);
}

function proactiveHeader(report: Report): Span {
  const header = report.tables.flatMap((table) => table.headers)[0]?.span;
  return header ?? report.sections.find((section) => section.id === 'proactive')?.heading ?? { start: 0, end: 0 };
}
