// One line of a hover about an equation: its words, its values, and whether it holds.

import { equationName, equationOutcome, equationSum } from '../../findings/equation-words.ts';
import { evaluateEquations, type EvaluatedEquation } from '../../equations/evaluate.ts';
import type { EquationSpec } from '../../forms/form.ts';
import type { Report } from '../../parse/model.ts';

const SAYS: Readonly<Record<EquationSpec['kind'], string>> = {
  'row-total': '各格之和等于总计',
  'block-total': '各格之和等于总计',
  'column-total': '列各项办理结果之和等于（七）总计',
  balance: '列第一项加第二项等于第三项加第四项',
};

/** The words after the sign say the same without it. */
const SIGNS: Readonly<Record<EvaluatedEquation['status'], string>> = { holding: '✓ ', broken: '✗ ', unchecked: '' };

/** “（一）予以公开”各格之和等于总计：12+2+0+0+0+0 = 14。✓ 成立 */
export function equationLine(report: Report, equation: EvaluatedEquation): string {
  const { spec, status } = equation;
  const sum = equationSum(report, evaluateEquations(report), equation);
  const values = sum === null ? '' : `：${sum}`;
  return `“${equationName(report, spec)}”${SAYS[spec.kind]}${values}。${SIGNS[status]}${equationOutcome(report, equation)}`;
}
