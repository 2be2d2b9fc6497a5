// Custom request: all equations of a report in groups, passing ones too.

import { equationName, equationOutcome, equationSum } from '../../findings/equation-words.ts';
import { evaluateEquations, type EvaluatedEquation } from '../../equations/evaluate.ts';
import type { Judged } from '../readiness.ts';
import type { CellKey, EquationSpec } from '../../forms/form.ts';
import type { Report } from '../../parse/model.ts';
import { rangeOf } from '../../text/lines.ts';
import type { Range } from '../../text/span.ts';

export interface EquationEntry {
  readonly id: string;
  /** （一）予以公开 */
  readonly name: string;
  /** `13+2+0+0+0+0 = 15`; null where none of its cells was read. */
  readonly sum: string | null;
  /** `blank`: it holds, but only because blanks read as 0; `waiting`: what is wrong with it waits while it is being typed. */
  readonly status: EvaluatedEquation['status'] | 'blank' | 'waiting';
  /** 成立, 不成立，相差1, 未核对：…, 未填2格 */
  readonly outcome: string;
  /** Its total cell, else where its table stands; null where there is no table. */
  readonly range: Range | null;
}

export interface EquationGroup {
  readonly id: string;
  readonly name: string;
  readonly equations: readonly EquationEntry[];
}

const GROUPS: readonly { readonly kind: EquationSpec['kind']; readonly name: string }[] = [
  { kind: 'row-total', name: '表三·各行总计' },
  { kind: 'column-total', name: '表三·各列总计' },
  { kind: 'balance', name: '表三·一加二等于三加四' },
  { kind: 'block-total', name: '表四·各项总计' },
];

/** Every equation of the report's form, in the form's order. */
export function equationGroups({ report, check, visible }: Judged): readonly EquationGroup[] {
  const state = evaluateEquations(report);
  const waiting = new Set(check.findings.filter((finding) => !visible.includes(finding)).flatMap(({ cells }) => cells));
  return GROUPS.map(({ kind, name }) => ({
    id: kind,
    name,
    equations: state.all
      .filter(({ spec }) => spec.kind === kind)
      .map((equation) => ({
        id: equation.spec.id,
        name: equationName(report, equation.spec),
        sum: equationSum(report, state, equation),
        ...standingOf(report, equation, waiting),
        range: placeOf(report, equation.spec),
      })),
  }));
}

function standingOf(report: Report, equation: EvaluatedEquation, waiting: ReadonlySet<CellKey>): Pick<EquationEntry, 'status' | 'outcome'> {
  const { spec, status, blanks } = equation;
  if (status === 'broken' && [...spec.left, ...spec.right].some((key) => waiting.has(key))) return { status: 'waiting', outcome: '正在输入' };
  if (status === 'holding' && blanks.length > 0) return { status: 'blank', outcome: `未填${blanks.length}格` };
  return { status, outcome: equationOutcome(report, equation) };
}

function placeOf(report: Report, { left, right, table }: EquationSpec): Range | null {
  const key = [...right, ...left].find((each) => report.cells.has(each));
  const span = key === undefined ? report.tables.find(({ id }) => id === table)?.span : report.cells.get(key)?.span;
  return span === undefined || span === null ? null : rangeOf(report.lines, span);
}
