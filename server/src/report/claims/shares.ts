// What share of what is a percentage? 办结率, 占, and a percentage in brackets behind its number.

import type { Form } from '../../forms/form.ts';
import type { Claim, Reading } from './claim.ts';
import type { State } from './draft.ts';
import { objectOf, type Features } from './features.ts';
import { subjectOf } from './bind.ts';
import { readingsOf } from './readings.ts';

interface Share {
  readonly topic: string;
  readonly scope: State['scope'];
  readonly readings: readonly Reading[];
}

const WHOLE = { subject: 'applications' as const, results: [], outcome: null, column: null };

/** 办结率: what was finished of what was to be finished. Kept terms are no rate of the table. */
export function rateOf(form: Form, words: Features, state: State, value: number): Share | null {
  const subject = subjectOf(objectOf(words)) ?? state.subject;
  if (subject !== 'applications') return null;
  // 答复率100% speaks of those whose term has come.
  const about = words.deadline || words.unknown || words.part !== null || state.otherTime || (words.rate === 'replied' && value === 100);
  const scope = about ? 'other' : state.scope;
  return { topic: 'applications/rate', scope, readings: scope === 'other' ? [] : doneShare(form) };
}

/** What was finished over what was to be finished. */
export function doneShare(form: Form): readonly Reading[] {
  const [done] = readingsOf(form, { ...WHOLE, actions: ['done'] });
  return done === undefined ? [] : readingsOf(form, { ...WHOLE, actions: ['take'] }).map(({ sum }) => ({ sum: done.sum, over: sum }));
}

/** A row over the year's applications; an applicant over the applications counted the same way. */
export function shareOf(form: Form, { results, column }: Features): readonly Reading[] {
  const bases = readingsOf(form, { ...WHOLE, actions: ['done', 'take'] });
  if (results.length > 0) {
    const [part] = readingsOf(form, { ...WHOLE, actions: [], results });
    return part === undefined ? [] : bases.map(({ sum }) => ({ sum: part.sum, over: sum }));
  }
  const parts = readingsOf(form, { ...WHOLE, actions: ['done', 'take'], column });
  return parts.flatMap(({ sum }, index) => {
    const base = bases[index];
    return base === undefined ? [] : [{ sum, over: base.sum }];
  });
}

/** The number before it over the result that 占 names; no claim where that number is none of the table's. */
export function overResult(form: Form, previous: Claim | null, { results }: Features): readonly Reading[] {
  const [whole] = readingsOf(form, { ...WHOLE, actions: [], results });
  return whole === undefined || previous?.kind !== 'count' ? [] : previous.readings.map(({ sum }) => ({ sum, over: whole.sum }));
}
