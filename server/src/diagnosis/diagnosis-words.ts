// Words of a located mistake: the sum a value comes from, what a broken equation says, what remains afterwards.

import { definedTotal, isTotal, splitKey, type CellKey, type EquationSpec, type Form, type TableId } from '../forms/form.ts';
import { valueOf } from '../parse/model.ts';
import { cellName, columnName, rowName, rowNumber } from '../findings/describe.ts';
import { valuesOf, type EvaluatedEquation, type EvaluatedReport } from '../equations/evaluate.ts';
import type { Fix, Related } from '../findings/finding.ts';
import type { Edit } from '../text/edits.ts';
import { fitting, sumWords, titled } from '../findings/wording.ts';
import { tidy } from '../text/numbers.ts';
import { brokenAfter, type System } from '../equations/system.ts';

export interface NewValue {
  readonly key: CellKey;
  readonly to: number;
}

/** 改后全部成立, counted over the whole report: what stays broken of the system, and what was broken elsewhere. */
export function aftermath({ equations }: EvaluatedReport, system: System, changes: readonly NewValue[]): string {
  const deltas = changes.flatMap(({ key, to }) => {
    const cell = system.indexOf.get(key);
    return cell === undefined ? [] : [{ cell, by: to - (system.values[cell] ?? 0) }];
  });
  const left = equations.tally.broken - brokenAfter(system, []) + brokenAfter(system, deltas);
  return left === 0 ? '改后全部成立' : `改后还有${left}条不成立`;
}

export interface ValueFix {
  readonly changes: readonly NewValue[];
  /** Where only one total can be meant: 总计改为 15. */
  readonly totals?: 'short';
}

/** One value fix for one or more cells: each value, its computation where there is room, and what remains. Never preferred by itself. */
export function valueFix(context: EvaluatedReport, system: System, fix: ValueFix): Fix {
  return {
    title: valueTitle(context, system, fix),
    kind: 'value',
    preferred: false,
    basis: basisOf(system, fix.changes),
    edits: editsOf(context, fix.changes),
  };
}

function valueTitle(context: EvaluatedReport, system: System, { changes, totals }: ValueFix): string {
  const { form } = context.report.detectedForm;
  const after = aftermath(context, system, changes);
  const [first] = changes;
  if (changes.length === 1 && first !== undefined) {
    const { table, row, column } = splitKey(first.key);
    const name = totals === 'short' && isTotal(splitKey(first.key)) ? '总计' : cellName(form, first.key);
    const value = `改为 ${first.to}`;
    const terms = bracketed(computation(context, system, first.key, changes));
    return titled(
      `${name}${value}${terms}，${after}`,
      `${name}${value}，${after}`,
      `${rowNumber(form, table, row)}${columnName(form, table, column)}${value}，${after}`,
    );
  }
  // Cells of one row or column share its name.
  const parts = changes.map(({ key, to }) => ({ ...splitKey(key), to }));
  const [one] = parts;
  if (one === undefined || parts.length > MAX_CELLS_IN_TITLE) return `${changes.length}格改为 ${changes.map(({ to }) => to).join('、')}，${after}`;
  const ofRow = (name: string) => `${name}：${parts.map(({ column, to }) => `${plainColumn(form, one.table, column)}改为 ${to}`).join('、')}，${after}`;
  const ofColumn = (rows: readonly string[]) =>
    `${columnName(form, one.table, one.column)}列：${parts.map(({ to }, at) => `${rows[at] ?? ''}改为 ${to}`).join('、')}，${after}`;
  const numbers = parts.map(({ table, row }) => rowNumber(form, table, row));
  if (parts.every(({ row }) => row === one.row)) return titled(ofRow(rowName(form, one.table, one.row)), ofRow(numbers[0] ?? ''));
  if (parts.every(({ column }) => column === one.column)) return titled(ofColumn(parts.map(({ table, row }) => rowName(form, table, row))), ofColumn(numbers));
  const places = (names: readonly string[]) => `${parts.map(({ to }, at) => `${names[at] ?? ''}改为 ${to}`).join('、')}，${after}`;
  return titled(
    places(changes.map(({ key }) => cellName(form, key))),
    places(parts.map(({ table, column }, at) => `${numbers[at] ?? ''}${plainColumn(form, table, column)}`)),
  );
}

/** More cells are named where the fix shows its changes one by one. */
const MAX_CELLS_IN_TITLE = 2;

function plainColumn(form: Form, table: TableId, column: string): string {
  return columnName(form, table, column).slice(1, -1);
}

/** The other cells of the equations that the new values are read off. */
export function basisOf(system: System, changes: readonly NewValue[]): readonly CellKey[] {
  const changed = new Set(changes.map(({ key }) => key));
  const specs = system.equations.map(({ spec }) => spec).filter(({ left, right }) => [...left, ...right].some((key) => changed.has(key)));
  return specs.flatMap(({ left, right }) => [...left, ...right].filter((key) => !changed.has(key)));
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
export function relationNames(equations: readonly EvaluatedEquation[]): string {
  return equations.map(({ spec }) => RELATION_NAMES[spec.kind]).join('、');
}

const RELATION_NAMES: Readonly<Record<EquationSpec['kind'], string>> = {
  'row-total': '本行总计',
  'column-total': '本列（七）总计',
  balance: '本列“一加二等于三加四”',
  'block-total': '本组总计',
};

/** What one broken equation says, both sides and the difference, in one clause. */
export function equationWords(context: EvaluatedReport, equation: EvaluatedEquation): string {
  const { spec, left, right } = equation;
  const { form } = context.report.detectedForm;
  const terms = sumWords(valuesOf(context, spec.left));
  switch (spec.kind) {
    case 'row-total':
    case 'block-total':
      return `${totalName(form, spec)}为${right}，各项相加为${left}（${terms}），${difference(equation)}`;
    case 'column-total':
      return `${totalName(form, spec)}为${right}，（一）至（六）相加为${left}（${terms}），${difference(equation)}`;
    case 'balance': {
      const [received, carriedIn] = valuesOf(context, spec.left);
      const [done, carriedOut] = valuesOf(context, spec.right);
      return `${totalName(form, spec)}新收${received}＋上年结转${carriedIn}＝${left}，办理结果${done}＋结转下年度${carriedOut}＝${right}，${difference(equation)}`;
    }
    default:
      return spec.kind satisfies never;
  }
}

/** The same without its terms, for a first sentence. */
export function equationGist(context: EvaluatedReport, equation: EvaluatedEquation): string {
  const { spec, left, right } = equation;
  const { form } = context.report.detectedForm;
  if (spec.kind === 'balance') return `${totalName(form, spec)}一加二为${left}，三加四为${right}，${difference(equation)}`;
  return fitting(`${totalName(form, spec)}为${right}，各项相加为${left}，${difference(equation)}`, `${totalName(form, spec)}为${right}，各项相加为${left}`);
}

/** “（一）予以公开”行总计, “自然人”列（七）总计, “总计”列, “行政复议·总计” */
function totalName(form: Form, { kind, right }: EquationSpec): string {
  const key = right[0] as CellKey;
  const { table, row, column } = splitKey(key);
  if (kind === 'block-total') return cellName(form, key);
  if (kind === 'row-total') return `${rowName(form, table, row)}行总计`;
  return `${columnName(form, table, column)}列${kind === 'balance' ? '' : '（七）总计'}`;
}

function difference({ left, right }: EvaluatedEquation): string {
  return `相差${tidy(Math.abs((left ?? 0) - (right ?? 0)))}`;
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
  return String(valueOf(report, key) ?? '未填');
}
