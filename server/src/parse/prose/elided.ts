// Elided words: subject, verbs and applicant carry forward from the words and the claim before.

import { subjectOf } from './bind.ts';
import type { Claim, Subject } from './claim.ts';
import type { State } from './draft.ts';
import { objectOf, type Clues } from './clues.ts';

const DOCUMENTS: ReadonlySet<string> = new Set(['normative', 'regulations']);

/** Words have been spoken: their subject and their verbs hold until others come. */
export function spoken(state: State, words: Clues): State {
  const subject = subjectOf(objectOf(words));
  if (subject === null) return words.actions.length > 0 ? { ...state, actions: words.actions } : state;
  const same = subject === state.subject;
  return { ...state, subject, actions: words.actions.length > 0 || !same ? words.actions : state.actions, blocked: same ? state.blocked : null };
}

/** These words had their number. */
export function counted(state: State, words: Clues, claim: Claim | undefined): State {
  return {
    ...state,
    ...foreignWith(state, words, claim),
    sifting: words.role && claim === undefined && DOCUMENTS.has(objectOf(words) ?? '') ? true : state.sifting && !words.actions.includes('made'),
    told: [...state.told, ...words.actions],
    halves: halvesWith(state.halves, claim),
    column: words.column,
    outcome: words.outcome ?? (words.column === 'rest' ? state.outcome : null),
  };
}

/** 公租房申请8件，结转1件; 备案行政复议37件、行政诉讼26件: another population was counted, and what follows divides it. */
function foreignWith(state: State, words: Clues, claim: Claim | undefined): Partial<State> {
  if (claim === undefined || claim.scope !== 'other' || state.scope === 'other' || state.otherTime) return {};
  const subject = claim.topic.split('/')[0] as Subject;
  if (subject !== 'applications') return { blocked: subject, ...(words.role && { scope: 'other' }) };
  return (words.narrowed || words.led) && words.objects.length > 0 ? { subject: 'foreign' } : {};
}

/** An outcome in between belongs to one half: then the next one does too. */
function halvesWith(halves: readonly Subject[], claim: Claim | undefined): readonly Subject[] {
  const topic = claim?.topic;
  return topic === 'direct' || topic === 'after-review' ? [...halves, topic] : [];
}
