// Rule: a report that does not use the form of its year.

import type { RuleFinding } from '../findings/finding.ts';
import { FORM_2019, formForYear, FORMS } from '../forms/index.ts';
import type { Span } from '../text/span.ts';
import type { Rule } from './rule.ts';
import { formForceOf } from './shared/form-force.ts';

export const formOutdated: Rule = {
  id: 'form-outdated',
  name: '格式与年度',
  class: '强制',
  summary: '2021年度及以后的年报用了2019年格式；或2020年度及以前的年报用了2021年格式。',
  check({ report }) {
    const { byRows, byHeaders } = report.detectedForm;
    const { year } = report;
    if (year !== null && formForceOf(report) === 'none') return [before(year.value, year.span)];
    // Only where all evidence agrees; a mixture is `form-mixed`.
    if (year === null || byRows === null || byRows !== byHeaders) return [];
    const due = formForYear(year.value);
    const used = FORMS[byRows];
    if (year.value < used.years[0]) {
      return [
        {
          class: '提示',
          key: [`${year.value}年度`, `${used.id}年格式`],
          message: `${year.value}年度的年报用了${used.id}年格式。该格式从${used.years[0]}年度年报起通行。请核实年度是否写错。`,
          span: year.span,
        },
      ];
    }
    if (due.id === byRows) return [];
    return [
      {
        // A year that is only inferred from the text lowers the certainty: the sentence may speak of another year.
        class: year.source === 'opening' ? '核实' : '强制',
        key: [`${year.value}年度`, `${used.id}年的旧格式`],
        message: `${year.value}年度的年报用了${used.id}年的旧格式。${due.notice}的格式从${due.years[0]}年度年报起通行。请用“换用${due.id}年格式”改换，或核实年度。`,
        span: year.span,
      },
    ];
  },
};

/** Said once; the rules of the form are silent. */
function before(year: number, span: Span): RuleFinding {
  return {
    class: '提示',
    key: [`${year}年度`],
    message: `${year}年度还没有统一格式，未按统一格式检查。统一格式从${FORM_2019.years[0]}年度年报起使用。请核实年度是否写错。`,
    span,
  };
}
