// One planted mistake: what is reported of it, and what its fixes do.

import { checkReport } from '../../../server/src/check.ts';
import type { Finding } from '../../../server/src/findings/finding.ts';
import { evaluateEquations } from '../../../server/src/equations/evaluate.ts';
import type { Explanation, OutsideFact } from '../../../server/src/diagnosis/explanation.ts';
import { locate, type Mistake } from '../../../server/src/diagnosis/locate.ts';
import type { CellKey } from '../../../server/src/forms/form.ts';
import { differing, planted, valuesAfter, type Table, type Values } from './tables.ts';

export const OF_SUMS: ReadonlySet<string> = new Set(['wrong-cell', 'misfiled-case', 'shifted-cells', 'unbalanced']);

export interface Outcome {
  /** Findings that speak of sums, and findings of error severity that do not. */
  readonly findings: readonly Finding[];
  readonly others: readonly Finding[];
  /** One `wrong-cell` at the one wrong cell, with its right value. */
  readonly pinned: boolean;
  /** The first fix of every finding, taken together, gives the truth back. */
  readonly first: boolean;
  /** Every finding has an explanation that is part of the truth, and together they are the truth. */
  readonly listed: boolean;
  readonly preferred: 'none' | 'right' | 'wrong';
  /** A preferred fix left more wrong cells than there were. */
  readonly worsened: boolean;
}

export function tryMistake(table: Table, changes: ReadonlyMap<CellKey, number>, facts: readonly OutsideFact[] = []): Outcome {
  const report = planted(table, changes);
  const { findings } = checkReport(report, { facts });
  const wrong: Values = new Map([...table.truth, ...changes]);
  const sums = findings.filter((finding) => OF_SUMS.has(finding.rule));
  const [only] = sums;
  const [key] = changes.keys();
  const preferred = sums.flatMap((finding) => finding.fixes.filter((fix) => fix.preferred));
  const preferredValues = preferred.map((fix) => valuesAfter(table, wrong, fix.edits));
  const { mistakes } = locate(report, evaluateEquations(report), { facts });
  const taken = sums.flatMap((finding) => finding.fixes[0]?.edits ?? []);
  return {
    findings: sums,
    others: findings.filter((finding) => !OF_SUMS.has(finding.rule) && finding.severity === 'error'),
    pinned: sums.length === 1 && only?.rule === 'wrong-cell' && only.cells[0] === key && key !== undefined && only.expected === table.truth.get(key),
    first: sums.length > 0 && differing(table.truth, valuesAfter(table, wrong, taken)) === 0,
    listed: isListed(mistakes, changes, table.truth),
    preferred: preferred.length === 0 ? 'none' : preferredValues.every((values) => differing(table.truth, values) === 0) ? 'right' : 'wrong',
    worsened: preferredValues.some((values) => differing(table.truth, values) > changes.size),
  };
}

function isListed(mistakes: readonly Mistake[], changes: ReadonlyMap<CellKey, number>, truth: Values): boolean {
  const isTrue = ({ changes: suspected }: Pick<Explanation, 'changes'>) => suspected.every(({ key, to }) => changes.has(key) && truth.get(key) === to);
  const covered = new Set<CellKey>();
  for (const mistake of mistakes) {
    for (const explanation of explanationsOf(mistake)) {
      if (isTrue(explanation)) for (const { key } of explanation.changes) covered.add(key);
    }
  }
  return [...changes.keys()].every((key) => covered.has(key));
}

function explanationsOf(mistake: Mistake): readonly Pick<Explanation, 'changes'>[] {
  switch (mistake.kind) {
    case 'cell':
      return [{ changes: [mistake.change] }];
    case 'misfiled':
      return mistake.candidates;
    case 'open':
      return mistake.suspects;
    case 'displaced':
      return [];
    default:
      return mistake satisfies never;
  }
}
