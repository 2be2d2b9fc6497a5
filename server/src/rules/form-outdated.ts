// Does the report use the form of its year?

import { formForYear, FORMS } from '../forms/index.ts';
import type { Rule } from './rule.ts';

export const formOutdated: Rule = {
  id: 'form-outdated',
  class: '强制',
  summary: '2021年度及以后的年报用了2019年格式；或2020年度及以前的年报用了2021年格式。',
  check({ report }) {
    const { byRows, byHeaders } = report.form;
    const { year } = report;
    // Only where all evidence agrees; a mixture is `form-mixed`.
    if (year === null || byRows === null || byRows !== byHeaders) return [];
    const due = formForYear(year.value);
    if (due.id === byRows) return [];
    const used = FORMS[byRows];
    if (used.years[0] > due.years[0]) {
      return [
        {
          class: '提示',
          message: `本报告为${year.value}年度，表格却是${used.id}年格式（${used.notice}），该格式从${used.years[0]}年度起使用。请核对年度是否写错。`,
          span: year.span,
        },
      ];
    }
    return [
      {
        // A year that is only inferred from the text lowers the certainty: the sentence may speak of another year.
        class: year.source === 'opening' ? '核实' : '强制',
        message: `本报告为${year.value}年度，表格却是${used.id}年的旧格式。${due.years[0]}年度起应使用${due.notice}规定的格式，旧格式的项目已经取消或拆分。请换用新格式的表格，或核对年度是否写错。`,
        span: year.span,
      },
    ];
  },
};
