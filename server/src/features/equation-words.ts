// How is an equation told, with its values put in and how it stands? 「✓ 成立」,「✗ 差 3」: the word says it without the sign.

import { remainder } from '../check/blanks.ts';
import { cellName, columnName, rowName } from '../check/describe.ts';
import { evaluateEquations, type EvaluatedEquation } from '../check/equations.ts';
import { splitKey, type CellKey, type EquationSpec } from '../forms/form.ts';
import type { Report } from '../report/model.ts';

/** A sum with more terms is told without its zeros. */
const MAX_TERMS = 6;
/** A blank whose value nothing tells. */
const OPEN = '空白';

/** 「（一）予以公开」行：12+2+0+0+0+0=14，总计 14。✓ 成立 */
export function equationWords(report: Report, equation: EvaluatedEquation): string {
  return `${nameOf(report, equation.spec)}：${sidesOf(report, equation)}。${verdictOf(report, equation)}`;
}

function verdictOf(report: Report, equation: EvaluatedEquation): string {
  const { status, left, right } = equation;
  switch (status) {
    case 'holding':
      return '✓ 成立';
    case 'broken':
      return `✗ 差 ${Math.abs(remainder(left ?? 0, right ?? 0))}`;
    case 'unchecked':
      return `未核对：${reasonOf(report, equation)}`;
    default:
      return status satisfies never;
  }
}

function nameOf({ form: { form } }: Report, { kind, table, left }: EquationSpec): string {
  const { row, column } = splitKey(left[0] ?? 'applications//');
  switch (kind) {
    case 'row-total':
    case 'block-total':
      return `${rowName(form, table, row)}各项之和`;
    case 'column-total':
      return `${columnName(form, table, column)}列各项办理结果之和`;
    case 'balance':
      return `${columnName(form, table, column)}列，第一项加第二项等于第三项加第四项`;
    default:
      return kind satisfies never;
  }
}

function sidesOf(report: Report, { spec, left, right }: EvaluatedEquation): string {
  const [whole] = spec.right;
  if (spec.kind === 'balance' || whole === undefined) return `${sideOf(report, spec.left, left)}，${sideOf(report, spec.right, right)}`;
  return `${sideOf(report, spec.left, left)}，${spec.kind === 'column-total' ? '（七）总计' : '总计'} ${valueWords(report, whole)}`;
}

/** `12+2=14`; a single term needs no sum, and with an open blank there is none yet. */
function sideOf(report: Report, keys: readonly CellKey[], sum: number | null): string {
  const values = keys.map((key) => valueWords(report, key));
  const shown = values.length > MAX_TERMS ? values.filter((value) => value !== '0') : values;
  const terms = shown.length === 0 ? '0' : shown.join('+');
  return sum === null || shown.length < 2 || shown.includes(OPEN) ? terms : `${terms}=${sum}`;
}

/** A value as it is counted: blanks as the equations read them. */
function valueWords(report: Report, key: CellKey): string {
  const reading = report.cells.get(key)?.reading;
  if (reading === undefined) return '缺';
  if (reading.kind === 'number') return String(reading.value);
  if (reading.kind === 'unreadable') return '不是数';
  return String(evaluateEquations(report).filling.get(key) ?? OPEN);
}

function reasonOf(report: Report, { spec, blanks }: EvaluatedEquation): string {
  const keys = [...spec.left, ...spec.right];
  const absent = keys.filter((key) => !report.cells.has(key));
  if (absent.length > 0) return `没有读到${named(report, absent)}`;
  const unreadable = keys.filter((key) => report.cells.get(key)?.reading.kind === 'unreadable');
  if (unreadable.length > 0) return `${named(report, unreadable)}不是数`;
  if (report.spentEquations.includes(spec.id)) return '数字连在一起，拆分时已用过这个等式';
  return `${named(report, blanks)}空白，要先填上`;
}

function named({ form: { form } }: Report, keys: readonly CellKey[]): string {
  const [first] = keys;
  if (first === undefined) return '有的格';
  return keys.length === 1 ? cellName(form, first) : `${cellName(form, first)}等${keys.length}格`;
}
