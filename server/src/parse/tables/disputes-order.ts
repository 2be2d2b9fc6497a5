// Order of the blocks of table four, and of the results in each, where its header stands whole.

import { DISPUTES } from '../../forms/disputes-table.ts';
import type { ColumnSpec, RowSpec } from '../../forms/form.ts';
import { hanOfName } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import type { Surface } from '../document/surface.ts';
import type { Item } from './lines/items.ts';
import { namesOf } from './rows/row-names.ts';
import { headerNames, headerWords, type HeaderWord } from './rows/header-words.ts';

export interface DisputesOrder {
  readonly blocks: readonly { readonly spec: RowSpec; readonly columns: readonly ColumnSpec[] }[];
  readonly span: Span;
}

const { rows: BLOCKS, columns: COLUMNS } = DISPUTES;
const GROUPS: readonly string[] = [...new Set(BLOCKS.flatMap(({ groups }) => groups))].map(hanOfName);
const WIDTH = COLUMNS.length;

export const FORM_ORDER: DisputesOrder['blocks'] = BLOCKS.map((spec) => ({ spec, columns: COLUMNS }));

export function isFormOrder(blocks: DisputesOrder['blocks']): boolean {
  return blocks.every(({ spec, columns }, index) => spec === BLOCKS[index] && columns.every((column, at) => column === COLUMNS[at]));
}

/** The block that is called so. */
export function blockNamed(key: string): RowSpec | undefined {
  return (
    BLOCKS.find((block) => namesOf(block).includes(key)) ??
    BLOCKS.find((block) => block.groups.length > 0 && namesOf(block).some((name) => GROUPS.some((group) => key === group + name)))
  );
}

/** The order that the header above the values says; null where it is scattered, or not all there. */
export function disputesOrder(surface: Surface, items: readonly Item[], firstValue: number): DisputesOrder | null {
  const above = items.filter((item) => item.kind === 'label' && item.end <= firstValue);
  const words = headerWords(surface, above, headerNames(COLUMNS)).filter(
    (word, index, all) => word.key !== all[index - 1]?.key || word.line !== all[index - 1]?.line,
  );
  const blocks = blocksOf(words);
  const results = resultsOf(words);
  const [first, last] = [words[0], words.at(-1)];
  if (blocks === null || results === null || first === undefined || last === undefined) return null;
  const sorted = blocks.map((spec, place) => ({ spec, columns: results.columnsOf(spec, place) }));
  return { blocks: sorted, span: { start: first.span.start, end: last.span.end } };
}

/** The blocks left to right: those of a group where the name of the group stands, if each level stands on one line. */
function blocksOf(words: readonly HeaderWord[]): readonly RowSpec[] | null {
  const named = words.flatMap((word) => {
    const block = blockNamed(word.key);
    return block === undefined ? [] : [{ block, word }];
  });
  const group = words.find(({ key }) => GROUPS.includes(key));
  const inGroup = named.filter(({ block }) => block.groups.length > 0);
  const alone = named.filter(({ block }) => block.groups.length === 0);
  const lines = (list: typeof named) => new Set(list.map(({ word }) => word.line));
  if (named.length !== BLOCKS.length || new Set(named.map(({ block }) => block)).size < BLOCKS.length || lines(inGroup).size !== 1) return null;
  if (group === undefined) return lines(named).size === 1 ? named.map(({ block }) => block) : null;
  if (alone.some(({ word }) => word.line !== group.line)) return null;
  const before = alone.filter(({ word }) => word.span.start < group.span.start);
  const behind = alone.filter(({ word }) => word.span.start > group.span.start);
  return [...before, ...inGroup, ...behind].map(({ block }) => block);
}

interface Results {
  readonly columnsOf: (block: RowSpec, place: number) => readonly ColumnSpec[];
}

/** The results of each block: all on one line, or those of the block without a group above the others. */
function resultsOf(words: readonly HeaderWord[]): Results | null {
  const lines = new Map<number, ColumnSpec[]>();
  for (const { column, line } of words) if (column !== null) lines.set(line, [...(lines.get(line) ?? []), column]);
  const rows = [...lines.values()];
  const whole = rows.find((row) => row.length === WIDTH * BLOCKS.length);
  if (whole !== undefined) {
    const parts = BLOCKS.map((_, place) => whole.slice(place * WIDTH, (place + 1) * WIDTH));
    return parts.every(isPermutation) ? { columnsOf: (_, place) => parts[place] ?? COLUMNS } : null;
  }
  const [upper, lower, ...others] = rows;
  if (upper?.length !== WIDTH || lower?.length !== WIDTH * (BLOCKS.length - 1) || others.length > 0) return null;
  const parts = [upper, lower.slice(0, WIDTH), lower.slice(WIDTH)];
  if (!parts.every(isPermutation)) return null;
  const [, left, right] = parts;
  // Of the two blocks in the group the one further left has the left results.
  let taken = 0;
  const ofGroup = new Map<RowSpec, readonly ColumnSpec[]>();
  return {
    columnsOf: (block) => {
      if (block.groups.length === 0) return upper;
      const columns = ofGroup.get(block) ?? (taken++ === 0 ? left : right) ?? COLUMNS;
      ofGroup.set(block, columns);
      return columns;
    },
  };
}

function isPermutation(columns: readonly ColumnSpec[]): boolean {
  return COLUMNS.every((column) => columns.includes(column)) && columns.length === WIDTH;
}

/** Each figure behind the name of its result, below the name of its block; null where they do not stand so. */
export function pairedCells(
  surface: Surface,
  items: readonly Item[],
): { readonly cells: ReadonlyMap<RowSpec, readonly (readonly [ColumnSpec, Item])[]>; readonly span: Span } | null {
  const cells = new Map<RowSpec, [ColumnSpec, Item][]>();
  const names = headerNames(COLUMNS).columns;
  let block: RowSpec | undefined;
  let column: ColumnSpec | undefined;
  let first: Item | undefined;
  for (const item of items) {
    if (item.kind === 'prose' || (item.kind === 'blank' && item.start === item.end)) continue;
    if (item.kind === 'label') {
      const words = headerWords(surface, [item], headerNames(COLUMNS));
      for (const { key } of words) {
        block = blockNamed(key) ?? block;
        column = names.get(key) ?? (blockNamed(key) === undefined ? column : undefined);
      }
      first ??= words.some(({ key }) => blockNamed(key) !== undefined) ? item : undefined;
      continue;
    }
    if (block === undefined || column === undefined || first === undefined) return null;
    const own = cells.get(block) ?? [];
    if (own.some(([other]) => other === column)) return null;
    cells.set(block, [...own, [column, item]]);
    column = undefined;
  }
  const isWhole = BLOCKS.every((spec) => cells.get(spec)?.length === WIDTH);
  const last = items.findLast(({ kind }) => kind === 'value');
  return isWhole && first !== undefined && last !== undefined ? { cells, span: { start: first.start, end: last.end } } : null;
}
