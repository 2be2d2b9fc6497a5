// Order and selection of the units of a review, without an editor, so that both are tested.

import type { ReviewedUnitView } from '../../../server/src/protocol/folder-review.ts';

export type UnitState = ReviewedUnitView['state'];

/** From what is to be done first to what is done. */
export const STATES: readonly UnitState[] = ['absent', 'errors', 'to-verify', 'done'];

export type UnitOrder = 'list' | 'name' | 'problems';

export function unitsOf(
  units: readonly ReviewedUnitView[],
  { state, order, query }: { readonly state: UnitState; readonly order: UnitOrder; readonly query: string },
): readonly ReviewedUnitView[] {
  const chosen = units.filter((unit) => unit.state === state && unit.name.includes(query));
  if (order === 'name') return chosen.toSorted((one, other) => one.name.localeCompare(other.name, 'zh'));
  return order === 'problems' ? chosen.toSorted((one, other) => other.findings.length - one.findings.length) : chosen;
}

export interface Placed {
  readonly unit: ReviewedUnitView;
  readonly finding: ReviewedUnitView['findings'][number];
}

/** Errors that stand in a file, unit after unit. */
export function errorsOf(units: readonly ReviewedUnitView[]): readonly Placed[] {
  return units.flatMap((unit) => unit.findings.filter(({ severity, path }) => severity === 'error' && path !== null).map((finding) => ({ unit, finding })));
}
