// Which columns did somebody add to a table of the form? Known by their own headers; their cells are no cells of the form.

import type { ColumnSpec } from '../../../forms/form.ts';
import { hanOf, hanOfName } from '../../../text/han.ts';
import type { Span } from '../../../text/span.ts';
import { windowsOf } from './place.ts';
import type { Item } from '../lines/items.ts';
import { MAX_ADDED_COLUMNS } from '../../limits.ts';
import type { Surface } from '../../document/surface.ts';
import { namesOfColumn, type FormRow } from '../rows/form-rows.ts';
import type { ValueGroup } from '../rows/groups.ts';
import type { LabelPlace } from '../rows/label-stream.ts';

/** What a header may be called that no form prints. */
const ADDED = /^(?:备注|说明|附注|小计|占比|占比情况|所占比例|比例|比重|百分比|同比|同比增减|同比增长|同比变化)$/u;
/** Of a line of headers, whatever stands between them. Headers are short, and the stack of a pattern that takes millions of characters is not long enough. */
const WORD = /[^\s,;、|]{1,64}/gu;
/** Begins the headers of each block of table two. */
const CORNER = '信息内容';
/** The header over all columns of table three: what stands behind it stands behind them. */
const OVER_ALL = hanOfName('申请人情况');

export interface AddedColumn {
  readonly span: Span;
  /** The name of the form's column behind which it stands; null behind the last. */
  readonly after: string | null;
  /** The rows that begin here have it. */
  readonly rows: Span;
}

export function isAddedName(words: string): boolean {
  return ADDED.test(hanOf(words));
}

/** Added columns by their headers, which stand among those of the form and before the rows. */
export function addedColumns({ text }: Surface, items: readonly Item[], places: readonly LabelPlace[], rows: readonly FormRow[]): readonly AddedColumn[] {
  const names = new Set(rows.flatMap(({ columns }) => columns.flatMap(namesOfColumn)));
  const found: { readonly span: Span; readonly after: string | null; readonly block: number }[] = [];
  const blocks: number[] = [0];
  // Behind which header the words stand; undefined where they stand behind none.
  let after: string | null | undefined;
  let next = 0;
  for (const item of items) {
    if (item.kind === 'prose') after = undefined;
    if (item.kind !== 'label') continue;
    for (const word of text.slice(item.start, item.end).matchAll(WORD)) {
      const key = hanOf(word[0]);
      const start = item.start + word.index;
      while (next < places.length && (places[next]?.end ?? 0) <= start) next++;
      if ((places[next]?.start ?? Number.POSITIVE_INFINITY) <= start) after = undefined;
      else if (key === CORNER) {
        blocks.push(start);
        after = undefined;
      } else if (key === OVER_ALL) after = null;
      else if (names.has(key)) after = key;
      else if (after !== undefined && ADDED.test(key)) found.push({ span: { start, end: start + word[0].length }, after, block: blocks.length });
    }
  }
  const seen = new Set<string>();
  return found.slice(0, MAX_ADDED_COLUMNS).flatMap(({ span, after: name, block }) => {
    // The headers come again on every page.
    const key = `${block}:${text.slice(span.start, span.end)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ span, after: name, rows: { start: span.end, end: blocks[block] ?? Number.POSITIVE_INFINITY } }];
  });
}

/** The values of a row without those of added columns, where it has a cell for each. */
export function withoutAdded(group: ValueGroup, place: LabelPlace, columns: readonly ColumnSpec[], { added, addsUp }: Adding): ValueGroup {
  const own = added.filter(({ rows }) => rows.start <= place.start && place.start < rows.end);
  if (own.length === 0) return group;
  const order = orderOf(columns, own);
  // Empty fields beside the row are cells of merged labels, or close the line.
  const windows = windowsOf(group.items, order.length).map((from) => group.items.slice(from, from + order.length).filter((_cell, index) => order[index] === 'own'));
  const agreeing = windows.length > 1 && addsUp !== undefined ? windows.filter(addsUp) : windows;
  const gapsOf = (items: readonly Item[]) => items.filter(({ kind }) => kind === 'blank').length;
  const fewest = Math.min(...agreeing.map(gapsOf));
  const [items, ...others] = agreeing.filter((window) => gapsOf(window) === fewest);
  return items === undefined || others.length > 0 ? group : { ...group, items };
}

interface Adding {
  readonly added: readonly AddedColumn[];
  /** Whether the values of one row add up among themselves; left out where rows have no total. */
  readonly addsUp?: ((items: readonly Item[]) => boolean) | undefined;
}

/** The columns as they are printed, those of the form and the others. */
function orderOf(columns: readonly ColumnSpec[], added: readonly AddedColumn[]): readonly ('own' | 'added')[] {
  const behind = (names: readonly string[] | null) =>
    added.filter(({ after }) => (names === null ? after === null : after !== null && names.includes(after))).map(() => 'added' as const);
  return [...columns.flatMap((column) => ['own' as const, ...behind(namesOfColumn(column))]), ...behind(null)];
}
