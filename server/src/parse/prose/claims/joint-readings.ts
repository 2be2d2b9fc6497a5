// Numbers that stand in one list mean cells of one row, or of one applicant: what the sentence names, the list as a whole decides.

import { cellKey, splitKey, type CellKey, type Form } from '../../../forms/form.ts';
import type { Claim, Interpretation } from '../claim-model.ts';
import type { Token } from '../words/lex-sentence.ts';
import { columnsOf, OF_APPLICATIONS, readingsOf } from './interpretations.ts';
import { MAX_NAMED_IN_SENTENCE } from '../../limits.ts';

/** Rows and columns of table three that a sentence names anywhere. */
export interface Named {
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly (readonly string[])[];
}

const NOTHING_NAMED: Named = { rows: [], columns: [] };

/** Whether a claim would hold under a reading. */
export type Holds = (claim: Claim, reading: Interpretation) => boolean;

const NAMING_ACTIONS: ReadonlySet<string> = new Set(['new', 'done', 'carry-in', 'carry-out', 'carried']);

export function namedIn(tokens: readonly Token[], form: Form): Named {
  const rows = new Map<string, readonly string[]>();
  const columns = new Map<string, readonly string[]>();
  for (const token of tokens) {
    if (token.is !== 'word') continue;
    if (token.as === 'column') columns.set(token.id, columnsOf(token.id));
    const meaning =
      token.as === 'result'
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
  return { rows: [...rows.values()], columns: [...columns.values()].filter((each) => each.length > 0) };
}

/** 上年结转78件，自然人71件、商业企业5件: every list under the row, or the applicant, that explains most of its numbers. */
export function jointReadings(claims: readonly Claim[], named: Named, holds: Holds): readonly Claim[] {
  const settled = [...claims];
  for (const list of listsIn(claims)) {
    const others = (list.kind === 'column' ? named.rows : named.columns).map((each) =>
      list.at.map((at) => otherwise(settled[at]?.readings[0], list.kind, each)),
    );
    const own = list.at.filter((at) => settled[at]?.readings.some((reading) => settled[at] !== undefined && holds(settled[at], reading))).length;
    // Where the sentence says of which row its applicants are, another one has to explain them all.
    const least = isSaid(list.at.map((at) => settled[at]?.readings ?? [])) ? list.at.length : 1;
    let best = { fitting: Math.max(own, least - 1), readings: null as readonly Interpretation[] | null };
    for (const readings of others) {
      const fitting = list.at.filter((at, index) => {
        const [claim, reading] = [settled[at], readings[index]];
        return claim !== undefined && reading !== undefined && holds(claim, reading);
      }).length;
      if (fitting > best.fitting) best = { fitting, readings };
    }
    const { readings, fitting } = best;
    if (readings === null) continue;
    // Where only the fewer fit, those are right and of the others nobody knows.
    const sure = fitting * 2 >= list.at.length;
    for (const [index, at] of list.at.entries()) {
      const [claim, reading] = [settled[at], readings[index]];
      if (claim !== undefined && reading !== undefined)
        settled[at] = sure || holds(claim, reading) ? { ...claim, readings: [reading] } : { ...claim, readings: [] };
    }
  }
  return settled;
}

function isSaid(readings: readonly (readonly Interpretation[])[]): boolean {
  return readings.length > 1 && readings.every((each) => each.length === 1 && each[0]?.sum.every((key) => splitKey(key).row !== 'new') === true);
}

interface List {
  /** Its numbers differ in their applicants (`column`), or in their results (`row`). */
  readonly kind: 'column' | 'row';
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

const NO_RESULTS: ReadonlySet<string> = new Set(['new', 'carried-in', 'carried-out', 'total']);

function kindOf({ kind, scope, bound, readings }: Claim): List['kind'] | null {
  const [first] = readings;
  if (kind !== 'count' || scope === 'other' || bound !== 'exact' || first === undefined || first.over !== undefined) return null;
  const keys = first.sum.map(splitKey);
  if (keys.some(({ table }) => table !== 'applications')) return null;
  if (keys.every(({ column }) => column !== 'total')) return 'column';
  return keys.every(({ row, column }) => column === 'total' && !NO_RESULTS.has(row)) ? 'row' : null;
}

/** The same columns in other rows, or the same rows of other applicants. */
function otherwise(reading: Interpretation | undefined, kind: List['kind'], named: readonly string[]): Interpretation {
  const keys = (reading?.sum ?? []).map(splitKey);
  const own = [...new Set(keys.map(({ row, column }) => (kind === 'column' ? column : row)))];
  const sum = own.flatMap((each): readonly CellKey[] =>
    named.map((other) => (kind === 'column' ? cellKey('applications', other, each) : cellKey('applications', each, other))),
  );
  return { sum };
}
