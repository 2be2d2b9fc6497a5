// Labels that head rows, told from group labels, headers and repeated merged cells.

import type { Item } from '../lines/items.ts';
import type { RowsRequest } from './found-rows.ts';
import type { LabelPlace } from './label-stream.ts';

/** So many labels twice on their line are two reports printed side by side. */
const MIN_TWICE = 2;

export function rowLabels({ groupLabel, contextual }: RowsRequest, places: readonly LabelPlace[]): readonly LabelPlace[] {
  return withoutGroupLabel(keepInContext(withoutRepeats(places), contextual), groupLabel);
}

/** Merged cells written out in every field they span: one label, not several. */
function withoutRepeats(places: readonly LabelPlace[]): readonly LabelPlace[] {
  return places.filter((place, index) => {
    const next = places[index + 1];
    return next === undefined || next.row !== place.row || next.firstItem !== place.lastItem + 1;
  });
}

/** 总计 and 其他 stand in the header too: they are rows only behind a label that cannot be mistaken. */
function keepInContext(places: readonly LabelPlace[], contextual: ReadonlySet<string>): readonly LabelPlace[] {
  if (contextual.size === 0) return places;
  const first = places.find((place) => !contextual.has(place.row));
  if (first === undefined) return [];
  return places.filter((place) => !contextual.has(place.row) || place.start > first.start);
}

/** （六）其他处理 is a row on the older form and heads three rows on the newer one. */
function withoutGroupLabel(places: readonly LabelPlace[], groupLabel: RowsRequest['groupLabel']): readonly LabelPlace[] {
  if (groupLabel === undefined || !places.some((place) => groupLabel.beside.includes(place.row))) return places;
  return places.filter((place) => place.row !== groupLabel.row);
}

/** Two reports printed side by side: the same label more than once on a line. */
export function isSideBySide(items: readonly Item[], places: readonly LabelPlace[]): boolean {
  const seen = new Set<string>();
  let twice = 0;
  for (const place of places) {
    const key = `${items[place.firstItem]?.line}:${place.row}`;
    if (seen.has(key)) twice++;
    seen.add(key);
  }
  return twice >= MIN_TWICE;
}
