// Item: a label, a value or a blank of a table, in reading order. Every layout ends as the same list of items.

import type { Span } from '../../../text/span.ts';

/** `prose`: a sentence beside a table; it separates values, and no row begins in it. */
type ItemKind = 'label' | 'prose' | 'value' | 'blank';

export interface Item extends Span {
  readonly kind: ItemKind;
  /** Line of the surface. */
  readonly line: number;
  /** Position among the delimited fields of its line (or of the whole table in a stream); -1 where nothing delimits. */
  readonly field: number;
  /** How many fields its line has; 0 where nothing delimits. */
  readonly fields: number;
  /** A value cut out of running text: neighbouring cells may have run together in it. */
  readonly runTogether: boolean;
}

/** Where a number stands or could stand. */
export function isCellItem(item: Item): boolean {
  return item.kind === 'value' || item.kind === 'blank';
}

/** How the cells of a region are told apart. */
export type Delimiting =
  /** Nothing but blanks stands between them. */
  | 'spaces'
  /** Tabs or bars, a row on each line. */
  | 'fields'
  /** Bars that end cells, whatever the line breaks. */
  | 'stream';
