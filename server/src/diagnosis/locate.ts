// Locates the mistakes behind broken sums: one answer a mistake, as certain as the equations make it.

import type { Report } from '../parse/model.ts';
import type { EquationState, EvaluatedEquation } from '../equations/evaluate.ts';
import { displacedCounts } from './displaced.ts';
import type { Displaced } from './displacement.ts';
import { explain, isRowConsistent, moveOf, ranked, standsOut, type Change, type Explanation, type OutsideFact } from './explanation.ts';
import { movedLine } from './displaced.ts';
import { search } from '../equations/search-changes.ts';
import { brokenAfter, brokenOf, isCount, residualsAfter, systemOf, type Delta, type System } from '../equations/system.ts';
import { MAX_PEELED } from './limits.ts';

/** One cell, whose change mends every broken equation it stands in. */
export interface WrongCell {
  readonly kind: 'cell';
  readonly system: System;
  readonly change: Change;
  readonly facts: readonly string[];
  /** Facts that speak for the number as it stands. */
  readonly against: readonly string[];
  readonly equations: readonly EvaluatedEquation[];
  /** How many equations of the table stay broken for other reasons once it is fixed. */
  readonly remaining: number;
  /** The only explanation, and every equation of the cell bears it out. */
  readonly sure: boolean;
}

/** Some cases stand in one column or row and belong in another; one candidate a place where that may have happened. */
export interface Misfiled {
  readonly kind: 'misfiled';
  readonly system: System;
  readonly equations: readonly EvaluatedEquation[];
  readonly candidates: readonly Explanation[];
  readonly sure: boolean;
}

/** Broken sums that more than one explanation fits, or none that is small enough to name. */
export interface Open {
  readonly kind: 'open';
  readonly system: System;
  readonly equations: readonly EvaluatedEquation[];
  /** `block`: a sum that nothing crosses. `rows`: a total was typed to match. `pair`: two cells of one line. */
  readonly reason: 'block' | 'tie' | 'rows' | 'pair' | 'many';
  readonly suspects: readonly Explanation[];
}

export type Mistake = WrongCell | Misfiled | Displaced | Open;

export interface Location {
  readonly mistakes: readonly Mistake[];
}

export interface LocateOptions {
  /** What sentences and last year's report say of the table. */
  readonly facts?: readonly OutsideFact[];
}

const NOTHING: Location = { mistakes: [] };

/** Costs next to nothing where all equations hold and every row has its values. Bounded on any input, never throws. */
export function locate(report: Report, equations: EquationState, options: LocateOptions = {}): Location {
  const displaced = displacedCounts(report, equations);
  if (equations.tally.broken === 0) return displaced.length === 0 ? NOTHING : { mistakes: displaced };
  const facts = options.facts ?? [];
  const spoken = new Set(displaced.flatMap((line) => line.cells));
  const groups = groupsOf(equations, spoken);
  return { mistakes: [...displaced, ...groups.flatMap((group) => inGroup({ report, equations, facts }, group))] };
}

/** Table three hangs together; each block of table four stands alone. Without equations a displaced row already explains. */
function groupsOf(equations: EquationState, spoken: ReadonlySet<string>): readonly (readonly EvaluatedEquation[])[] {
  const free = equations.all.filter(({ spec }) => spoken.size === 0 || ![...spec.left, ...spec.right].some((key) => spoken.has(key)));
  const crossed = free.filter(({ spec }) => spec.kind !== 'block-total');
  const blocks = free.filter(({ spec }) => spec.kind === 'block-total').map((equation) => [equation]);
  return [crossed, ...blocks].filter((group) => group.some((equation) => equation.status === 'broken'));
}

interface Task {
  readonly report: Report;
  readonly equations: EquationState;
  readonly facts: readonly OutsideFact[];
}

function inGroup(task: Task, group: readonly EvaluatedEquation[]): readonly Mistake[] {
  const system = systemOf(task.report, task.equations, group);
  const rank = (found: readonly (readonly Delta[])[]) => ranked(found.map((deltas) => explain(task.report, system, task.facts, deltas)));
  const singles = rank(search(system, system.residuals, 1));
  if (singles.length > 0) return [fromSingles(task, system, singles)];
  const line = movedLine(task.report, system);
  if (line !== null) return [line];
  const pairs = rank(search(system, system.residuals, 2));
  if (pairs.length > 0) return fromPairs(task, system, pairs);
  return fromMany(task, system);
}

function fromSingles(task: Task, system: System, singles: readonly Explanation[]): Mistake {
  const isBlock = system.equations.every(({ spec }) => spec.kind === 'block-total');
  const [first] = singles;
  const change = first?.changes[0];
  const alone = singles.length === 1 && !isBlock;
  if (first === undefined || change === undefined || !(alone || standsOut(singles, isBlock ? 'facts' : 'slips'))) {
    return isBlock ? open(system, 'block', [...exchangesWithTotal(task, system), ...singles]) : open(system, 'tie', singles);
  }
  const contradicted = first.support < 0;
  return {
    kind: 'cell',
    system,
    change,
    facts: first.facts,
    against: first.against,
    equations: brokenOf(
      system,
      first.deltas.map(({ cell }) => cell),
    ),
    remaining: 0,
    sure: alone && !contradicted && isFullyChecked(task, system, first.deltas),
  };
}

/** A result and its total in each other's place: two cells, and one slip. */
function exchangesWithTotal(task: Task, system: System): readonly Explanation[] {
  const total = system.keys.findIndex((key) => system.equations.some(({ spec }) => spec.right[0] === key));
  return system.keys.flatMap((_, cell) => {
    const by = (system.values[total] ?? 0) - (system.values[cell] ?? 0);
    const deltas = [
      { cell, by },
      { cell: total, by: -by },
    ];
    return cell === total || by === 0 || brokenAfter(system, deltas) > 0 ? [] : [explain(task.report, system, task.facts, deltas)];
  });
}

/** Every equation the form has for these cells was checked. */
function isFullyChecked({ equations }: Task, system: System, deltas: readonly Delta[]): boolean {
  return deltas.every(({ cell }) => {
    const key = system.keys[cell];
    return key !== undefined && equations.byCell.get(key)?.every((equation) => equation.status !== 'unchecked') === true;
  });
}

function fromPairs(task: Task, system: System, pairs: readonly Explanation[]): readonly Mistake[] {
  const moves = pairs.map(moveOf);
  const [first] = pairs;
  if (first === undefined) return [];
  if (moves.every((move) => move !== null)) {
    const sure = pairs.length === 1 && first.support >= 0 && isFullyChecked(task, system, first.deltas);
    return [{ kind: 'misfiled', system, candidates: pairs, equations: allBroken(system), sure }];
  }
  if (pairs.length === 1 && standAlone(system, first.deltas)) return separate(system, first);
  if (pairs.every(isRowConsistent)) return [open(system, 'rows', pairs)];
  return [open(system, pairs.length === 1 ? 'pair' : 'tie', pairs)];
}

/** Independent mistakes: each cell's own equations are all off by the same, and no two cells share one. */
function separate(system: System, explanation: Explanation): readonly Mistake[] {
  return explanation.deltas.flatMap<Mistake>(({ cell, by }, index) => {
    const change = explanation.changes[index];
    if (change === undefined) return [];
    const remaining = brokenAfter(system, [{ cell, by }]);
    return [
      { kind: 'cell', system, change, facts: explanation.facts, against: explanation.against, equations: brokenOf(system, [cell]), remaining, sure: false },
    ];
  });
}

function standAlone(system: System, deltas: readonly Delta[]): boolean {
  const touched = deltas.flatMap(({ cell }) => (system.ofCell[cell] ?? []).map((term) => term.equation));
  return new Set(touched).size === touched.length;
}

/** Three and more: first the cells that stand alone, then what is left of the residuals. */
function fromMany(task: Task, system: System): readonly Mistake[] {
  const peeled = peel(system);
  const rest = residualsAfter(system, peeled);
  const explained = (deltas: readonly Delta[]) => explain(task.report, system, task.facts, deltas);
  const alone = separate(system, explained(peeled));
  if (rest.every((residual) => residual === 0)) return alone;
  const equations = system.equations.filter((_, index) => rest[index] !== 0);
  for (const size of peeled.length > 0 ? [1, 2, 3] : [3]) {
    const found = ranked(search(system, rest, size).map(explained));
    if (found.length === 0) continue;
    const moves = found.every((each) => moveOf(each) !== null);
    const reason = found.every(isRowConsistent) ? 'rows' : found.length === 1 ? 'pair' : 'tie';
    const mistake: Mistake = moves ? { kind: 'misfiled', system, candidates: found, equations, sure: false } : { ...open(system, reason, found), equations };
    return [...alone, mistake];
  }
  return [
    open(
      system,
      'many',
      peeled.map((delta) => explained([delta])),
    ),
  ];
}

/** Cells all of whose equations are off by the same, where no other such cell claims one of them. */
function peel(system: System): readonly Delta[] {
  const peeled: Delta[] = [];
  let residuals: readonly number[] = system.residuals;
  for (let round = 0; round < MAX_PEELED; round++) {
    const claims = consistentCells(system, residuals, peeled);
    const free = claims.find((claim) => claims.every((other) => other === claim || !shareEquation(system, claim, other)));
    if (free === undefined) break;
    peeled.push(free);
    residuals = residualsAfter(system, peeled);
  }
  return peeled.length > 1 || residuals.some((residual) => residual !== 0) ? peeled : [];
}

function consistentCells(system: System, residuals: readonly number[], taken: readonly Delta[]): readonly Delta[] {
  return system.keys.flatMap((_, cell) => {
    const terms = system.ofCell[cell] ?? [];
    const by = -(terms[0]?.sign ?? 0) * (residuals[terms[0]?.equation ?? 0] ?? 0);
    const value = (system.values[cell] ?? 0) + by;
    const agrees = terms.length > 1 && by !== 0 && terms.every(({ equation, sign }) => (residuals[equation] ?? 0) + sign * by === 0);
    return agrees && isCount(value) && taken.every((delta) => delta.cell !== cell) ? [{ cell, by }] : [];
  });
}

function shareEquation(system: System, one: Delta, other: Delta): boolean {
  const own = new Set((system.ofCell[one.cell] ?? []).map((term) => term.equation));
  return (system.ofCell[other.cell] ?? []).some((term) => own.has(term.equation));
}

function open(system: System, reason: Open['reason'], suspects: readonly Explanation[]): Open {
  return { kind: 'open', system, equations: allBroken(system), reason, suspects };
}

function allBroken(system: System): readonly EvaluatedEquation[] {
  return system.equations.filter((_, index) => system.residuals[index] !== 0);
}
