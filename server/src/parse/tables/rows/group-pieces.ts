// Pieces of a group's label before the figures of a line, which are no row label: a group stands beside the middle of its rows,
// and may be broken over lines.

import { hanOf, hanOfName } from '../../../text/han.ts';
import { isCellItem, type Item } from '../lines/items.ts';
import type { FormRow } from './form-rows.ts';

/** A longer piece would be a whole group label, which heads its rows. */
const MAX_PIECE = 8;

interface Names {
  readonly groups: readonly string[];
  readonly rows: readonly string[];
}

const known = new WeakMap<readonly FormRow[], Names>();

function namesOf(rows: readonly FormRow[]): Names {
  const names = known.get(rows) ?? {
    groups: [...new Set(rows.flatMap(({ spec }) => spec.groups))].map(hanOfName),
    rows: rows.flatMap(({ spec }) => [spec.label, ...spec.aliases]).map(hanOfName),
  };
  known.set(rows, names);
  return names;
}

/** The items without such pieces: the label that is broken around the figures can then be followed over them. */
export function withoutGroupPieces(text: string, items: readonly Item[], rows: readonly FormRow[]): readonly Item[] {
  const { groups, rows: labels } = namesOf(rows);
  if (groups.length === 0) return items;
  const isPiece = (item: Item, index: number) => {
    const next = items[index + 1];
    if (item.kind !== 'label' || item.field >= 0 || next === undefined || !isCellItem(next) || next.line !== item.line) return false;
    if (items[index - 1]?.line === item.line || item.end - item.start > MAX_PIECE) return false;
    const key = hanOf(text.slice(item.start, item.end));
    // What may be a piece of a row's label stays.
    return key.length > 1 && groups.some((group) => group.includes(key) && group !== key) && !labels.some((label) => label.includes(key));
  };
  return items.some(isPiece) ? items.filter((item, index) => !isPiece(item, index)) : items;
}
