// Checks the numbers of a list or a trend against each other.

import type { Quantity, Relation } from '../parse/prose/claim-model.ts';
import { tidy } from '../text/numbers.ts';

export type List = Extract<Relation, { readonly kind: 'list' }>;
export type Trend = Extract<Relation, { readonly kind: 'trend' }>;

export function sumOfItems({ items }: List): number {
  return tidy(items.reduce((sum, item) => sum + item.value, 0));
}

/** The items make up the total, or less where the list does not name everything. */
export function listHolds(list: List): boolean {
  const sum = sumOfItems(list);
  return sum === list.total.value || (sum < list.total.value && !list.complete);
}

/** The written direction and change are those of the two numbers. */
export function trendHolds(trend: Trend): boolean {
  return directionHolds(trend) && changeFits(trend, Math.abs(differenceOf(trend)));
}

export function directionHolds(trend: Trend): boolean {
  return Math.sign(differenceOf(trend)) === trend.direction;
}

export function differenceOf({ current, previous }: Trend): number {
  return tidy(current.value - previous.value);
}

/** Every number the relation speaks of. */
export function quantitiesOf(relation: Relation): readonly Quantity[] {
  if (relation.kind === 'list') return [relation.total, ...relation.items];
  return [relation.current, relation.previous, ...(relation.change === null ? [] : [relation.change])];
}

function changeFits({ previous, change }: Trend, difference: number): boolean {
  if (change === null) return true;
  if (!change.percent) return change.value === difference;
  if (previous.value === 0) return true;
  return Math.abs((difference / previous.value) * 100 - change.value) < 10 ** -change.decimals + 1e-9;
}
