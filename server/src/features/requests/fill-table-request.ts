// Custom request: cells that a pasted block would change in the table at a position, to be confirmed first.

import { tableNumber } from '../../findings/describe.ts';
import { fillTable } from '../../rewrite/paste/fill-table.ts';
import type { Report } from '../../parse/model.ts';
import { shownChange, type ShownChange } from '../wire/shown-change.ts';

/** `summed`: a total that was not copied, the sum of its addends. */
type FilledCell = ShownChange & { readonly summed: boolean };

export type FilledTable =
  | {
      readonly kind: 'filled';
      /** 表三 */
      readonly table: string;
      /** How many numbers were copied; `changes` are those that differ, and totals that were not copied. */
      readonly count: number;
      readonly changes: readonly FilledCell[];
      /** What does not add up afterwards, or null. */
      readonly warning: string | null;
    }
  | { readonly kind: 'refused'; readonly reason: string };

export function filledTable(report: Report, target: Parameters<typeof fillTable>[1], block: string): FilledTable {
  const filling = fillTable(report, target, block);
  if (filling.kind === 'refused') return filling;
  const changes = filling.changes.map((change) => ({ ...shownChange(report.lines, change), summed: change.summed }));
  return { kind: 'filled', table: tableNumber(filling.section), count: filling.count, changes, warning: filling.warning };
}
