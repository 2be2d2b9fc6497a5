// How is a located mistake put into words: the sum a value comes from, what a broken equation says, what remains afterwards?

import { definedTotal, isTotal, splitKey, type CellKey, type EquationSpec } from '../forms/form.ts';
import { valueOf } from '../parse/model.ts';
import { cellName, columnName, rowName } from '../findings/describe.ts';
import { valuesOf, type EvaluatedEquation, type EvaluatedReport } from '../equations/evaluate.ts';
import type { Fix, Related } from '../findings/finding.ts';
import type { Edit } from '../text/edits.ts';
import { sumWords } from '../findings/wording.ts';
import { tidy } from '../text/numbers.ts';
import { brokenAfter, type System } from '../equations/system.ts';

export interface NewValue {
  readonly key: CellKey;
  readonly to: number;
}

/** 「改后全部平衡」, counted over the whole report: what stays broken of the system, and what was broken elsewhere. */
export function aftermath({ equations }: EvaluatedReport, system: System, changes: readonly NewValue[]): string {
  const deltas = changes.flatMap(({ key, to }) => {
    const cell = system.indexOf.get(key);
    return cell === undefined ? [] : [{ cell, by: to - (system.values[cell] ?? 0) }];
  });
  const left = equations.tally.broken - brokenAfter(system, []) + brokenAfter(system, deltas);
  return left === 0 ? '改后全部平衡' : `改后仍有${left}条不平`;
}

export interface ValueFix {
  readonly changes: readonly NewValue[];
  /** Where only one total can be meant: 总计改为 15. */
  readonly totals?: 'short';
}

/** One value fix for one or more cells: each value with its computation, and what remains. Never preferred by itself. */
export function valueFix(context: EvaluatedReport, system: System, { changes, totals }: ValueFix): Fix {
  const parts = changes.map((change) => {
    const name = changes.length === 1 && totals === 'short' && isTotal(splitKey(change.key)) ? '总计' : cellName(context.report.form.form, change.key);
    return `${name}改为 ${change.to}${bracketed(computation(context, system, change.key, changes))}`;
  });
  return { title: `${parts.join('、')}，${aftermath(context, system, changes)}`, kind: 'value', preferred: false, edits: editsOf(context, changes) };
}

export function editsOf({ report }: EvaluatedReport, changes: readonly NewValue[]): readonly Edit[] {
  return changes.flatMap(({ key, to }) => {
    const cell = report.cells.get(key);
    return cell === undefined ? [] : [{ span: cell.span, newText: String(to) }];
  });
}

function bracketed(words: string): string {
  return words === '' ? '' : `（${words}）`;
}

/** 13+2+0+0+0+0 for a total, 15-2 for an addend, 16+1-1 in a balance; empty where no equation gives the value. */
function computation(context: EvaluatedReport, system: System, key: CellKey, changes: readonly NewValue[]): string {
  const wanted = changes.find((change) => change.key === key)?.to;
  const value = (each: CellKey) => changes.find((change) => change.key === each)?.to ?? valuesOf(context, [each])[0] ?? 0;
  const specs = system.equations.map((equation) => equation.spec).filter((spec) => spec.left.includes(key) || spec.right.includes(key));
  for (const spec of [...specs.filter((each) => definedTotal(each) === key), ...specs]) {
    const left = spec.left.filter((each) => each !== key).map(value);
    const right = spec.right.filter((each) => each !== key).map(value);
    const [plus, minus] = spec.left.includes(key) ? [right, left] : [left, right];
    const sum = (terms: readonly number[]) => terms.reduce((total, term) => total + term, 0);
    if (tidy(sum(plus) - sum(minus)) !== wanted) continue;
    if (definedTotal(spec) === key) return sumWords(plus);
    return `${plus.join('+')}-${spec.kind === 'balance' ? minus.join('-') : tidy(sum(minus))}`;
  }
  return '';
}

/** The broken equations as seen from a cell, short: 本行总计、本列（七）总计. */
export function relationNames(equations: readonly EvaluatedEquation[], key: CellKey): string {
  return equations.map(({ spec }) => relationName(spec, spec.right[0] === key)).join('、');
}

function relationName({ kind }: EquationSpec, isOwnTotal: boolean): string {
  switch (kind) {
    case 'row-total':
      return isOwnTotal ? '本行各类申请人之和' : '本行总计';
    case 'column-total':
      return isOwnTotal ? '本列各项办理结果之和' : '本列（七）总计';
    case 'balance':
      return '本列新收、上年结转、总计、结转下年度的勾稽关系';
    case 'block-total':
      return isOwnTotal ? '四种结果之和' : '本组总计';
    default:
      return kind satisfies never;
  }
}

/** What one broken equation says, both sides and the difference, in one clause. */
export function equationWords(context: EvaluatedReport, { spec, left, right }: EvaluatedEquation): string {
  const { form } = context.report.form;
  const { table, row, column } = splitKey(spec.right[0] as CellKey);
  const difference = `相差${tidy(Math.abs((left ?? 0) - (right ?? 0)))}`;
  const terms = sumWords(valuesOf(context, spec.left));
  switch (spec.kind) {
    case 'row-total':
      return `${rowName(form, table, row)}行总计为${right}，各类申请人之和为${left}（${terms}），${difference}`;
    case 'block-total':
      return `${cellName(form, spec.right[0] as CellKey)}为${right}，四种结果之和为${left}（${terms}），${difference}`;
    case 'column-total':
      return `${columnName(form, table, column)}列（七）总计为${right}，（一）至（六）各项办理结果之和为${left}（${terms}），${difference}`;
    case 'balance': {
      const [received, carriedIn] = valuesOf(context, spec.left);
      const [done, carriedOut] = valuesOf(context, spec.right);
      return `${columnName(form, table, column)}列新收${received}加上年结转${carriedIn}等于${left}，办结总计${done}加结转下年度${carriedOut}等于${right}，${difference}`;
    }
    default:
      return spec.kind satisfies never;
  }
}

/** Broken equations as related places: at their total, or where that is the cell in question, at what it sums up. */
export function equationPlaces(context: EvaluatedReport, equations: readonly EvaluatedEquation[], key: CellKey): readonly Related[] {
  return equations.flatMap((equation) => {
    const { left, right } = equation.spec;
    const at = [...right, ...left].find((each) => each !== key && context.report.cells.has(each));
    const cell = at === undefined ? undefined : context.report.cells.get(at);
    return cell === undefined ? [] : [{ message: equationWords(context, equation), span: cell.span }];
  });
}

/** The number that stands in a cell, in words. */
export function standing({ report }: EvaluatedReport, key: CellKey): string {
  return String(valueOf(report, key) ?? '空白');
}
