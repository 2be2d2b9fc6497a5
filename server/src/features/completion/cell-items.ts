// Which number belongs into this cell? What its equations leave for it, with the computation.

import type { CompletionItem } from 'vscode-languageserver';
import { columnName, rowName } from '../../findings/describe.ts';
import { MAX_TERMS } from '../../findings/limits.ts';
import { solutionsFor, type Solution } from '../../equations/solve-cell.ts';
import { splitKey } from '../../forms/form.ts';
import type { Cell, Report } from '../../parse/model.ts';
import { rangeOf } from '../../text/lines.ts';
import { KINDS } from './item.ts';
import type { Spot } from './spot.ts';
import { RANKS } from './standing.ts';

export function cellItems(report: Report, { offset }: Spot, cell: Cell): CompletionItem[] {
  const written = cell.reading.kind === 'number' ? cell.reading.value : null;
  const solutions = solutionsFor(report, cell.key).filter(({ value }) => value !== written);
  const values = [...new Set(solutions.map(({ value }) => value))];
  // Between bars or columns of spaces a blank is filled where the cursor is.
  const span = cell.text === '' ? { start: offset, end: offset } : cell.span;
  return values.map((value, index) => {
    const own = solutions.filter((solution) => solution.value === value);
    return {
      label: String(value),
      kind: KINDS.value,
      detail: own[0] === undefined ? '' : computation(own[0]),
      documentation: own.map((solution) => explain(report, cell, solution)).join('\n'),
      filterText: cell.text + String(value),
      sortText: `${RANKS.indexOf('value')}${String(index).padStart(3, '0')}`,
      textEdit: { range: rangeOf(report.lines, span), newText: String(value) },
    };
  });
}

/** `13+2+0`, `17-15`. */
function computation({ added, taken }: Solution): string {
  const shown = (numbers: readonly number[]) => (added.length + taken.length > MAX_TERMS ? numbers.filter((number) => number !== 0) : numbers);
  const words = shown(added).join('+') || '0';
  return words + shown(taken).map((number) => `-${number}`).join('');
}

/** The equation in words, and whether it was read backwards: from the total to one of its addends. */
function explain(report: Report, { key }: Cell, solution: Solution): string {
  const { form } = report.form;
  const { spec, assumed } = solution;
  const { table, row, column } = splitKey(spec.right[0] ?? spec.left[0] ?? 'applications//');
  const names: Readonly<Record<typeof spec.kind, string>> = {
    'row-total': `${rowName(form, table, row)}一行之和`,
    'block-total': `${rowName(form, table, row)}各项之和`,
    'column-total': `${columnName(form, table, column)}一列第三项各行之和`,
    balance: `${columnName(form, table, column)}一列：第一项加第二项等于第三项加第四项`,
  };
  const backwards = spec.kind !== 'balance' && !spec.right.includes(key);
  return `${names[spec.kind]}${backwards ? '，倒推' : ''}：${computation(solution)}${assumed > 0 ? `（${assumed}格未填，按0计）` : ''}`;
}
