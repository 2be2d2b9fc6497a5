// An equation in words: its values, whether it holds, and why it could not be checked.

import { splitKey, type CellKey, type EquationSpec } from '../forms/form.ts';
import type { Report } from '../parse/model.ts';
import { cellName, columnName, rowName, tableName } from './describe.ts';
import type { EquationState, EvaluatedEquation } from '../equations/evaluate.ts';
import { listed } from './wording.ts';
import { tidy } from '../text/numbers.ts';
import { MAX_TERMS } from './limits.ts';

/** （一）予以公开 or 自然人: what the equation is about, within its table and kind. */
export function equationName({ detectedForm: { form } }: Report, { kind, table, right: [key] }: EquationSpec): string {
  if (key === undefined) return '';
  const { row, column } = splitKey(key);
  const name = kind === 'row-total' || kind === 'block-total' ? rowName(form, table, row) : columnName(form, table, column);
  return name.slice(1, -1);
}

/**
 * `13+2+0+0+0+0 = 15`, `7+2 = 9 ≠ 8`, `12+1 = 12+1`; a blank is 空, what could not be read `?`.
 * Null where no cell of it was read.
 */
export function equationSum(report: Report, { filling }: EquationState, { spec, left, right, status }: EvaluatedEquation): string | null {
  const cells = [...spec.left, ...spec.right];
  if (cells.every((key) => !report.cells.has(key))) return null;
  const words = (keys: readonly CellKey[]) => sumOf(keys.map((key) => termOf(report, filling.get(key), key)));
  if (status !== 'broken' || left === null || right === null) return `${words(spec.left)} = ${words(spec.right)}`;
  const rightWords = words(spec.right);
  return `${words(spec.left)} = ${left} ≠ ${rightWords}${spec.right.length > 1 ? ` = ${right}` : ''}`;
}

/** The outcome for VS Code in English: holds, does not hold, not checked. */
export function englishOutcome(report: Report, { spec, status, left, right, blanks }: EvaluatedEquation): string {
  if (status === 'holding') return 'holds';
  if (status === 'broken') return `does not hold: difference ${tidy(Math.abs((left ?? 0) - (right ?? 0)))}`;
  const cells = [...spec.left, ...spec.right].filter((key) => !blanks.includes(key));
  const counts = { blank: blanks.length, 'not read': 0, 'not a number': 0 };
  for (const key of cells) {
    const kind = report.cells.get(key)?.reading.kind;
    if (kind === undefined) counts['not read'] += 1;
    if (kind === 'unreadable') counts['not a number'] += 1;
  }
  const said = Object.entries(counts).filter(([, count]) => count > 0);
  if (said.length === 0) return 'not checked: the digits of this row ran together and were split by this equation';
  return `not checked: ${said.map(([what, count]) => `${count} ${count === 1 ? 'cell' : 'cells'} ${what}`).join(', ')}`;
}

/** 成立, 不成立，相差1, or 未核对 with the reason. */
export function equationOutcome(report: Report, equation: EvaluatedEquation): string {
  const { status, left, right } = equation;
  if (status === 'holding') return '成立';
  if (status === 'broken') return `不成立，相差${tidy(Math.abs((left ?? 0) - (right ?? 0)))}`;
  return `未核对：${reasonOf(report, equation).words}`;
}

/** What was not checked and why, one line a reason: 表四未读取：3条. */
export function uncheckedReasons(report: Report, { all }: EquationState): readonly string[] {
  const counts = new Map<string, number>();
  for (const equation of all.filter(({ status }) => status === 'unchecked')) {
    const { general } = reasonOf(report, equation);
    counts.set(general, (counts.get(general) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => `${reason}：${count}条`);
}

interface Reason {
  /** Of this equation. */
  readonly words: string;
  /** The same for all equations that wait for the like. */
  readonly general: string;
}

function reasonOf(report: Report, { spec, blanks }: EvaluatedEquation): Reason {
  const keys = [...spec.left, ...spec.right];
  const state = report.tables.find(({ id }) => id === spec.table)?.state ?? 'missing';
  if (state !== 'read') {
    const words = `${tableName(spec.table)}${state === 'empty' ? '还未填' : '未读取'}`;
    return { words, general: words };
  }
  const named = (some: readonly CellKey[]) =>
    listed(
      some.map((key) => cellName(report.detectedForm.form, key)),
      '格',
    );
  const absent = keys.filter((key) => !report.cells.has(key));
  if (absent.length > 0) return { words: `${named(absent)}未读取`, general: '有单元格未读取' };
  const odd = keys.filter((key) => report.cells.get(key)?.reading.kind === 'unreadable');
  if (odd.length > 0) return { words: `${named(odd)}不是数字`, general: '有单元格不是数字' };
  if (report.equationsUsedToSplit.includes(spec.id)) {
    return { words: '本行数字连写，已按这条勾稽关系拆分，不再重复核对', general: '数字连写，已按勾稽关系拆分' };
  }
  return { words: `${named(blanks)}未填`, general: '有单元格未填' };
}

function termOf(report: Report, filled: number | null | undefined, key: CellKey): string {
  const reading = report.cells.get(key)?.reading;
  if (reading?.kind === 'number') return String(reading.value);
  if (reading?.kind === 'blank') return filled === 0 ? '0' : '空';
  return '?';
}

function sumOf(terms: readonly string[]): string {
  const shown = terms.length > MAX_TERMS ? terms.filter((term) => term !== '0') : terms;
  return shown.length === 0 ? '0' : shown.join('+');
}
