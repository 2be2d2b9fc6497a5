// Tables that are mostly blank: what a few numbers among blanks force is no evidence, so nothing is derived from them.

import type { TableId } from '../forms/form.ts';
import type { Report } from '../parse/model.ts';

/** The tables of which more than half of the cells that are there are blank. */
export function mostlyBlank({ cells }: Report): ReadonlySet<TableId> {
  const surplus = new Map<TableId, number>();
  for (const { table, reading } of cells.values()) surplus.set(table, (surplus.get(table) ?? 0) + (reading.kind === 'blank' ? 1 : -1));
  return new Set([...surplus].flatMap(([table, blanks]) => (blanks > 0 ? [table] : [])));
}
