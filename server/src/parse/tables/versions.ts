// Several copies of one table in its part: versions, or parts with their sum; chooses the one that is meant.

import { hanOf } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import type { Surface } from '../document/surface.ts';
import type { TableId } from '../../forms/form.ts';
import type { Item } from './lines/items.ts';
import type { FoundRows } from './rows/found-rows.ts';

/** What stands above the version that counts. */
const CHOSEN = /修改后|更正后|修订后|调整后|改后|最终|正式|新表|合计|汇总|总表/u;
/** So much above a version is looked at for its name. */
const NAME_REACH = 60;
/** More copies are no versions. */
const MAX_VERSIONS = 8;

/** The stretches of a region in which one table after the other stands; null where the rows of several stand among each other. */
export function versionsOf(found: FoundRows, region: Span): readonly Span[] | null {
  const duplicates = found.problems.flatMap(({ table, problem }) =>
    problem.kind === 'row-duplicate' ? [{ id: `${table}/${problem.row}`, span: problem.span }] : [],
  );
  const [again] = duplicates;
  if (again === undefined) return null;
  const firsts = [...found.rows.map(({ row }) => row.span), ...found.unplaced.map(({ label }) => label)];
  const end = Math.max(...firsts.map((span) => span.end));
  if (duplicates.some(({ span }) => span.start < end)) return null;
  const starts = duplicates.filter(({ id }) => id === again.id).map(({ span }) => span.start);
  const cuts = starts.map((start) => Math.max(end, ...duplicates.filter(({ span }) => span.end <= start).map(({ span }) => span.end)));
  if (cuts.length >= MAX_VERSIONS) return null;
  return [region.start, ...cuts].map((start, index) => ({ start, end: cuts[index] ?? region.end }));
}

export interface Copies {
  readonly table: TableId;
  /** Each from its header to its last row. */
  readonly copies: readonly Span[];
  /** Which of them is read. */
  readonly chosen: number;
}

/** Blocks of a table that stand there several times, each copy whole and below a header of its own; `isHeader` knows one. */
export function copiesOf(surface: Surface, found: FoundRows, isHeader: (item: Item) => boolean): readonly Copies[] {
  const tables = new Set(found.problems.flatMap(({ table, problem }) => (problem.kind === 'row-duplicate' ? [table] : [])));
  return together(
    [...tables].flatMap((table): readonly Copies[] => {
      const rows = found.rows.flatMap(({ row }) => (row.table === table ? [row.span] : [])).toSorted(byStart);
      const again = found.problems.flatMap((one) => (one.table === table && one.problem.kind === 'row-duplicate' ? [one.problem.span] : [])).toSorted(byStart);
      const count = again.length / rows.length;
      if (!Number.isInteger(count) || count >= MAX_VERSIONS) return [];
      const all = [rows, ...Array.from({ length: count }, (_, at) => again.slice(at * rows.length, (at + 1) * rows.length))];
      const bodies = all.map((own): Span => ({ start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 }));
      const headers = bodies.map(({ start }, at) => {
        const from = bodies[at - 1]?.end ?? 0;
        return found.items.findLast((item) => item.start >= from && item.end <= start && isHeader(item));
      });
      if (headers.some((header) => header === undefined)) return [];
      const copies = bodies.map(({ start, end }, at): Span => ({ start: headers[at]?.start ?? start, end }));
      const lastBefore = Math.max(0, ...found.rows.flatMap(({ row }) => (row.span.end < (copies[0]?.start ?? 0) ? [row.span.end] : [])));
      const versions = copies.map(({ start, end }, at): Version => ({
        region: { start: Math.max(copies[at - 1]?.end ?? lastBefore, start - NAME_REACH), end },
        start,
        holds: false,
      }));
      return [{ table, copies, chosen: chosenVersion(surface, versions) }];
    }),
  );
}

/** Where all blocks stand once before any stands again, what is written above the first of them is said of all. */
function together(doubled: readonly Copies[]): readonly Copies[] {
  const [first] = doubled.toSorted((one, other) => byStart(one.copies[0] ?? NOWHERE, other.copies[0] ?? NOWHERE));
  if (first === undefined) return doubled;
  const isInTurn = first.copies.every((_, at) => {
    const end = Math.max(...doubled.map(({ copies }) => copies[at]?.end ?? Number.POSITIVE_INFINITY));
    return doubled.every(({ copies }) => copies.length === first.copies.length && (copies[at + 1]?.start ?? Number.POSITIVE_INFINITY) >= end);
  });
  return isInTurn ? doubled.map((one) => ({ ...one, chosen: first.chosen })) : doubled;
}

const NOWHERE: Span = { start: 0, end: 0 };

function byStart(one: Span, other: Span): number {
  return one.start - other.start;
}

/** The text without these stretches; every offset stays. */
export function without(surface: Surface, spans: readonly Span[]): Surface {
  let text = surface.text;
  for (const { start, end } of spans) text = text.slice(0, start) + text.slice(start, end).replaceAll(/[^\n\r]/gu, ' ') + text.slice(end);
  return { ...surface, text };
}

export interface Version {
  readonly region: Span;
  /** Where its first row begins. */
  readonly start: number;
  /** All its sums hold. */
  readonly holds: boolean;
}

/** The version that is called the right one, else the one whose sums hold, else the first. */
export function chosenVersion({ text }: Surface, versions: readonly Version[]): number {
  const nameOf = ({ region, start }: Version) => hanOf(text.slice(region.start, start).trimStart().slice(0, NAME_REACH));
  const named = versions.filter((version) => CHOSEN.test(nameOf(version)));
  const holding = versions.filter(({ holds }) => holds);
  const [chosen = versions[0]] = named.length > 0 ? named : holding;
  return Math.max(
    0,
    versions.findIndex((version) => version === chosen),
  );
}
