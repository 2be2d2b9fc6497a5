// Several copies of one table in its part: versions, or parts with their sum; chooses the one that is meant.

import { hanOf } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import type { Surface } from '../document/surface.ts';
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
