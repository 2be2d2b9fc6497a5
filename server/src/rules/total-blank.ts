// Rule: blank totals whose addends say what belongs there.

import { blankTotals, isFillable, type BlankTotal } from '../equations/blank-totals.ts';
import { cellName, tableName } from '../findings/describe.ts';
import { valuesOf } from '../equations/evaluate.ts';
import type { Fix, RuleFinding } from '../findings/finding.ts';
import { grouped, type Some } from '../findings/grouping.ts';
import type { Rule, RuleContext } from './rule.ts';
import { allOf, headed, sumWords, titled } from '../findings/wording.ts';

export const totalBlank: Rule = {
  id: 'total-blank',
  name: '总计未填',
  class: '核实',
  summary: '总计未填，而按各分项可以算出应填的数。',
  check(context) {
    return grouped(blankTotals(context), ({ cell }) => cell.table).map((blanks) => finding(context, blanks));
  },
};

function finding(context: RuleContext, blanks: Some<BlankTotal>): RuleFinding {
  const [first] = blanks;
  const { form } = context.report.detectedForm;
  const name = ({ cell }: BlankTotal) => cellName(form, cell.key);
  const single = blanks.length === 1;
  const terms = sumWords(valuesOf(context, first.addends));
  const head = headed(`${tableName(first.cell.table)}有${blanks.length}个总计未填：`, blanks.map(name));
  return {
    message: single
      ? `${name(first)}未填，应为 ${first.value}。各分项之和为${terms}。请核实各分项后补填。`
      : `${head}。${allOf(head, blanks.map(name), '格')}请核实各分项后补填。`,
    span: first.cell.span,
    cells: blanks.map(({ cell }) => cell.key),
    ...(single ? { expected: first.value } : {}),
    related: single ? [] : blanks.map((blank) => ({ message: `${name(blank)}应为 ${blank.value}`, span: blank.cell.span })),
    fixes: blanks.every(isFillable)
      ? [fill(blanks, single ? titled(`总计补填 ${first.value}（${terms}）`, `总计补填 ${first.value}`) : `补填${blanks.length}个总计（按各分项之和）`)]
      : [],
  };
}

function fill(blanks: readonly BlankTotal[], title: string): Fix {
  const edits = blanks.map(({ cell, value }) => ({ span: cell.span, newText: String(value) }));
  return { title, kind: 'value', preferred: false, basis: blanks.flatMap(({ addends }) => addends), edits };
}
