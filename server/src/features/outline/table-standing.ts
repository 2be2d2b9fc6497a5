// How many equations of a table hold, in a few words for the outline.

import { evaluateEquations } from '../../equations/evaluate.ts';
import type { TableId } from '../../forms/form.ts';
import type { Report } from '../../parse/model.ts';

/** 「勾稽 39/39」, with what is wrong or could not be judged behind it; null for a table without equations. */
export function standingWords(report: Report, table: TableId): string | null {
  const own = evaluateEquations(report).all.filter(({ spec }) => spec.table === table);
  if (own.length === 0) return null;
  const count = (status: (typeof own)[number]['status']) => own.filter((equation) => equation.status === status).length;
  const [broken, unchecked] = [count('broken'), count('unchecked')];
  // An empty table holds in every one, and is not done for that.
  const blanks = new Set(own.flatMap((equation) => equation.blanks)).size;
  const holding = own.filter((equation) => equation.status === 'holding' && equation.blanks.length === 0).length;
  const remarks = [
    ...(broken > 0 ? [`${broken}条不成立`] : []),
    ...(unchecked > 0 ? [`${unchecked}条未核对`] : []),
    ...(blanks > 0 ? [`未填${blanks}格`] : []),
  ];
  return `勾稽 ${holding}/${own.length}${remarks.length === 0 ? '' : `（${remarks.join('，')}）`}`;
}
