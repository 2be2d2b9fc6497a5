// Numbers that stand in one list mean cells of one row, or of one applicant: what the sentence names, the list as a whole decides.

import { cellKey, splitKey, type CellKey, type Form } from '../../../forms/form.ts';
import type { Claim, Interpretation, Subject } from '../claim-model.ts';
import type { Token } from '../words/lex-sentence.ts';
import { columnsOf, OF_APPLICATIONS, readingsOf } from './interpretations.ts';
import { MAX_NAMED_IN_SENTENCE } from '../../limits.ts';

/** Rows and columns of table three that a sentence names anywhere. */
export interface Named {
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly (readonly string[])[];
  /** Rows of table four. */
  readonly cases: readonly (readonly string[])[];
  /** Words stand in it that the grammar does not know, enough of them to be a reason. */
  readonly unclear: boolean;
}

export const NOTHING_NAMED: Named = { rows: [], columns: [], cases: [], unclear: false };

/** Whether a claim would hold under a reading. */
export type Holds = (claim: Claim, reading: Interpretation) => boolean;

const MIN_REASON = 3;
const NAMING_ACTIONS: ReadonlySet<string> = new Set(['new', 'done', 'carry-in', 'carry-out', 'carried']);

export function namedIn(tokens: readonly Token[], form: Form): Named {
  const rows = new Map<string, readonly string[]>();
  const columns = new Map<string, readonly string[]>();
  const cases = new Map<string, readonly string[]>();
  let unclear = false;
  for (const token of tokens) {
    if (token.is === 'unknown') unclear ||= token.text.length >= MIN_REASON;
    if (token.is !== 'word') continue;
    if (token.as === 'column') columns.set(token.id, columnsOf(token.id));
    if (token.as === 'object' && CASES.has(token.id)) {
      const [reading] = readingsOf(form, { ...OF_APPLICATIONS, subject: token.id as Subject });
      cases.set(token.id, reading?.sum.map((key) => splitKey(key).row) ?? []);
    }
    const meaning =
      token.as === 'result' && !token.id.endsWith('-loose') && token.id !== 'abandoned'
        ? { ...OF_APPLICATIONS, results: [token.id] }
        : token.as === 'action' && NAMING_ACTIONS.has(token.id)
          ? { ...OF_APPLICATIONS, actions: [token.id] }
          : null;
    for (const { sum } of meaning === null ? [] : readingsOf(form, meaning)) {
      const own = sum.map((key) => splitKey(key).row);
      rows.set(own.join(), own);
    }
    if (rows.size + columns.size > MAX_NAMED_IN_SENTENCE) return NOTHING_NAMED;
  }
  return { rows: [...rows.values()], columns: [...columns.values()].filter((each) => each.length > 0), cases: [...cases.values()], unclear };
}

/** 上年结转78件，自然人71件、商业企业5件: every list under the row, or the applicant, that explains most of its numbers. */
export function jointReadings(claims: readonly Claim[], named: Named, holds: Holds): readonly Claim[] {
  const settled = [...claims];
  for (const list of listsIn(claims)) {
    const others = { column: named.rows, row: named.columns, outcome: named.cases }[list.kind].map((each) =>
      list.at.map((at) => (settled[at]?.readings ?? []).map((reading) => otherwise(reading, list.kind, each))),
    );
    const own = list.at.filter((at) => settled[at]?.readings.some((reading) => settled[at] !== undefined && holds(settled[at], reading))).length;
    // Where the sentence says of which row its applicants are, another one has to explain them all.
    const least = list.kind === 'column' && isSaid(list.at.map((at) => settled[at]?.readings ?? [])) ? list.at.length : 1;
    let best = { fitting: Math.max(own, least - 1), readings: null as readonly (readonly Interpretation[])[] | null };
    for (const readings of others) {
      const fitting = list.at.filter((at, index) => {
        const claim = settled[at];
        return claim !== undefined && readings[index]?.some((reading) => holds(claim, reading)) === true;
      }).length;
      if (fitting > best.fitting) best = { fitting, readings };
    }
    const { readings, fitting } = best;
    if (readings === null) continue;
    // Where only the fewer fit, those are right and of the others nobody knows.
    const sure = fitting * 2 >= list.at.length;
    for (const [index, at] of list.at.entries()) {
      const [claim, own, share] = [settled[at], readings[index] ?? [], settled[at + 1]];
      const [first] = own;
      if (claim === undefined || first === undefined) continue;
      const fits = own.some((reading) => holds(claim, reading));
      if (sure && share?.kind === 'share') settled[at + 1] = shareOfOther(share, claim, first);
      settled[at] = { ...claim, readings: sure || fits ? own : [] };
    }
  }
  return settled;
}

function isSaid(readings: readonly (readonly Interpretation[])[]): boolean {
  return readings.length > 1 && readings.every((each) => each.length === 1 && each[0]?.sum.every((key) => splitKey(key).row !== 'new') === true);
}

/** 法律服务机构申请办结168件，其中予以公开64件，占38.1%: the share goes with the number that it is of. */
function shareOfOther(share: Claim, claim: Claim, { sum }: Interpretation): Claim {
  const own = new Set(claim.readings.map((reading) => reading.sum.join()));
  const columns = [...new Set(sum.map((key) => splitKey(key).column))];
  const readings = share.readings.flatMap((reading): readonly Interpretation[] => {
    if (!own.has(reading.sum.join()) || reading.over === undefined) return [];
    const over = reading.over.flatMap((key) => columns.map((column) => cellKey(splitKey(key).table, splitKey(key).row, column)));
    return [
      { sum, over },
      { sum, over: reading.over },
    ];
  });
  return readings.length === 0 ? share : { ...share, readings };
}

interface List {
  /** Its numbers differ in their applicants (`column`), in their results (`row`), or in how the cases ended (`outcome`). */
  readonly kind: 'column' | 'row' | 'outcome';
  readonly at: readonly number[];
}

/** Counts of one kind that follow each other, none of them twice; percentages between them belong to them. */
function listsIn(claims: readonly Claim[]): readonly List[] {
  const lists: { kind: List['kind']; at: number[]; cells: Set<string> }[] = [];
  let open = false;
  for (const [at, claim] of claims.entries()) {
    if (claim.kind === 'share') continue;
    const kind = kindOf(claim);
    const cells = claim.readings[0]?.sum.join() ?? '';
    const last = lists.at(-1);
    if (kind === null) open = false;
    else if (open && last?.kind === kind && !last.cells.has(cells)) {
      last.at.push(at);
      last.cells.add(cells);
    } else {
      lists.push({ kind, at: [at], cells: new Set([cells]) });
      open = true;
    }
  }
  return lists;
}

const CASES: ReadonlySet<string> = new Set(['review', 'litigation', 'direct', 'after-review']);

function kindOf({ kind, scope, bound, readings }: Claim): List['kind'] | null {
  const [first] = readings;
  if (kind !== 'count' || scope === 'other' || bound !== 'exact' || first === undefined || first.over !== undefined) return null;
  const keys = first.sum.map(splitKey);
  if (keys.every(({ table, column }) => table === 'disputes' && column !== 'total')) return 'outcome';
  if (keys.some(({ table }) => table !== 'applications')) return null;
  if (keys.every(({ column }) => column !== 'total')) return 'column';
  return keys.every(({ column }) => column === 'total') ? 'row' : null;
}

/** The same columns in other rows, or the same rows of other applicants. */
function otherwise(reading: Interpretation, kind: List['kind'], named: readonly string[]): Interpretation {
  const keys = reading.sum.map(splitKey);
  const own = [...new Set(keys.map(({ row, column }) => (kind === 'row' ? row : column)))];
  const table = kind === 'outcome' ? 'disputes' : 'applications';
  const sum = own.flatMap((each): readonly CellKey[] => named.map((other) => (kind === 'row' ? cellKey(table, each, other) : cellKey(table, other, each))));
  return { sum };
}
