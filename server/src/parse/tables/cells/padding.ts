// Removes padding fields of delimited tables: those between two columns in which no row has a value.

import type { Item } from '../lines/items.ts';
import type { Assignment } from '../rows/assign.ts';
import type { LabelPlace } from '../rows/label-stream.ts';

/** So many rows of one shape show which fields they use. */
const MIN_ROWS = 3;
/** Three columns with a field between any two, and a label. */
const MIN_FIELDS = 6;

/** The rows without such fields, where one stands between any two cells. */
export function withoutPadding(assignments: readonly Assignment[], widthOf: (place: LabelPlace) => number): readonly Assignment[] {
  const used = new Map<number, { rows: number; readonly fields: Set<number> }>();
  for (const { place, group } of assignments) {
    const fields = group.items[0]?.fields ?? 0;
    // Twice as many fields as columns, and a label.
    if (fields < MIN_FIELDS || fields < widthOf(place) * 2) continue;
    const known = used.get(fields) ?? { rows: 0, fields: new Set<number>() };
    known.rows++;
    for (const item of group.items) if (isWritten(item)) known.fields.add(item.field);
    used.set(fields, known);
  }
  if (used.size === 0) return assignments;
  return assignments.map((assignment) => {
    const { place, group } = assignment;
    const shape = used.get(group.items[0]?.fields ?? 0);
    const first = shape === undefined ? undefined : Math.min(...shape.fields);
    if (shape === undefined || first === undefined || shape.rows < MIN_ROWS || [...shape.fields].some((field) => (field - first) % 2 !== 0)) return assignment;
    const items = group.items.filter(({ field }) => (field - first) % 2 === 0);
    return items.length === widthOf(place) ? { place, group: { ...group, items } } : assignment;
  });
}

function isWritten({ kind, start, end }: Item): boolean {
  return kind === 'value' || start < end;
}
