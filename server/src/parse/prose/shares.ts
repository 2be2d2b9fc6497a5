// What share of what is a percentage? 办结率, 占, and a percentage in brackets behind its number.

import type { Form } from '../../forms/form.ts';
import { subjectOf } from './bind.ts';
import type { Claim, Reading } from './claim.ts';
import type { Place, Progress, State } from './draft.ts';
import { cluesOf, objectOf, type Clues } from './clues.ts';
import { numberFrame } from './frame.ts';
import { isWord } from './lex.ts';
import { OF_APPLICATIONS, readingsOf } from './interpretations.ts';

type Share = Pick<Claim, 'topic' | 'scope' | 'readings'>;

/** A percentage, with the words before it. */
export function shareClaims(place: Place, own: Clues, progress: Progress): readonly Claim[] {
  const share = own.rate === null ? shareFor(place, own, progress) : rateOf(place, own, progress);
  if (share === null) return [];
  return [{ ...numberFrame(progress, place, own), kind: 'share', scale: 100, ...(isAbout(place, progress.sentence.text) && { bound: 'about' }), ...share }];
}

/** 约占办结件数的47% */
function isAbout({ left }: Place, text: string): boolean {
  const from = left[0]?.start ?? 0;
  return /[约近]占/u.test(text.slice(Math.max(0, from - 1), left.at(-1)?.end ?? from));
}

function shareFor(place: Place, own: Clues, { setting: { form }, state, figures }: Progress): Share | null {
  // 予以公开11件（含部分1件），占64.7%: what stands in brackets is not what is divided.
  const before = figures.findLast(({ depth }) => depth <= place.clause.depth);
  const previous = before?.claim ?? null;
  // 公开比例52.4% is of several results together.
  if (own.share && own.results.length === 0 && own.actions.includes('publish')) return null;
  if (own.share) {
    const whole = wholeOf(place);
    if (whole.results.length > 0) return previous === null ? null : partOfResult(form, previous, whole);
    if (own.results.length > 0 || own.column !== null) return namedShare(form, own, state);
    if (previous?.topic === 'applications/done' && previous.readings.length > 0 && !own.unknown && own.part === null) {
      return { topic: 'applications/done/share', scope: previous.scope, readings: doneShare(form) };
    }
  }
  const bracketed = place.clause.opener === '(' && place.left.length === 0;
  if ((!own.share && !bracketed) || own.unknown || before === undefined || previous?.kind !== 'count' || !previous.topic.startsWith('applications/')) return null;
  const { words } = before;
  if (words.results.length === 0 && words.column === null && !previous.topic.endsWith('/done')) return null;
  return { topic: `${previous.topic}/share`, scope: previous.scope, readings: previous.readings.length === 0 ? [] : shareOf(form, words) };
}

/** What stands behind 占. */
function wholeOf({ left }: Place): Clues {
  return cluesOf(left.slice(left.findIndex((token) => isWord(token, 'share')) + 1));
}

/** 占不予公开的42.67%: the number before it over the result that 占 names; no claim where that number is none of the table's. */
function partOfResult(form: Form, previous: Claim, { results }: Clues): Share {
  const [whole] = readingsOf(form, { ...OF_APPLICATIONS, results });
  const readings = whole === undefined || previous.kind !== 'count' ? [] : previous.readings.map(({ sum }) => ({ sum, over: whole.sum }));
  return { topic: `${previous.topic}/share`, scope: readings.length === 0 ? 'other' : previous.scope, readings };
}

/** 自然人申请占88.2% */
function namedShare(form: Form, own: Clues, state: State): Share {
  const scope = own.part !== null || own.narrowed || state.otherTime ? 'other' : state.scope;
  return { topic: `applications/${own.results.at(-1) ?? own.column ?? ''}/share`, scope, readings: scope === 'other' ? [] : shareOf(form, own) };
}

/** 办结率: what was finished of what was to be finished. Kept terms are no rate of the table. */
function rateOf({ token, index }: Place, words: Clues, { setting: { form }, state, clauses }: Progress): Share | null {
  const subject = subjectOf(objectOf(words)) ?? state.subject;
  if (subject !== 'applications') return null;
  // 答复率100% speaks of those whose term has come, and so does 办结率100% behind 均在法定期限内答复.
  const { value } = token.quantity;
  const inTime = value === 100 && clauses.slice(0, index).some(({ tokens }) => tokens.some((each) => isWord(each, 'deadline')));
  const about = inTime || words.deadline || words.unknown || words.part !== null || state.otherTime || (words.rate === 'replied' && value === 100);
  const scope = about ? 'other' : state.scope;
  return { topic: 'applications/rate', scope, readings: scope === 'other' ? [] : doneShare(form) };
}

/** What was finished over what was to be finished. */
function doneShare(form: Form): readonly Reading[] {
  const [done] = readingsOf(form, { ...OF_APPLICATIONS, actions: ['done'] });
  return done === undefined ? [] : readingsOf(form, { ...OF_APPLICATIONS, actions: ['take'] }).map(({ sum }) => ({ sum: done.sum, over: sum }));
}

/** A row over the year's applications; an applicant over the applications counted the same way. */
function shareOf(form: Form, { results, column }: Clues): readonly Reading[] {
  const bases = readingsOf(form, { ...OF_APPLICATIONS, actions: ['done', 'take'] });
  if (results.length > 0) {
    const [part] = readingsOf(form, { ...OF_APPLICATIONS, results });
    return part === undefined ? [] : bases.map(({ sum }) => ({ sum: part.sum, over: sum }));
  }
  const parts = readingsOf(form, { ...OF_APPLICATIONS, actions: ['done', 'take'], column });
  return parts.flatMap(({ sum }, index) => {
    const base = bases[index];
    return base === undefined ? [] : [{ sum, over: base.sum }];
  });
}
