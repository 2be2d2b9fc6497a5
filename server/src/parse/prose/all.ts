// Claims of phrases that say all: 全部办结 leaves nothing to carry over.

import { subjectOf } from './bind.ts';
import type { Claim, ClaimScope } from './claim.ts';
import type { Clause } from './clauses.ts';
import type { Progress } from './draft.ts';
import { cluesOf, objectOf } from './clues.ts';
import { frameOf } from './frame.ts';
import { isWord } from './lex.ts';
import { spanIn } from './sentences.ts';
import { OF_APPLICATIONS, readingsOf } from './interpretations.ts';

/** 全部办结 of all applications; never where a term, a part or what is left is named. */
export function allClaims({ tokens }: Clause, progress: Progress): readonly Claim[] {
  const { sentence, state, figures, setting } = progress;
  const at = tokens.findIndex((token) => isWord(token, 'all'));
  const all = tokens[at];
  if (all === undefined) return [];
  const doneAt = tokens.findIndex((token, index) => index > at && isWord(token, 'action', 'done'));
  const done = tokens[doneAt];
  if (done === undefined) return [];
  const words = cluesOf(tokens);
  const named = objectOf(words);
  const subject = named === null ? state.subject : subjectOf(named);
  if (subject !== 'applications') return [];
  if (words.deadline || words.part !== null || words.column !== null || words.results.length > 0 || words.unknown) return [];
  if (leavesSome(progress)) return [];
  const last = figures.findLast((figure) => figure.claim?.kind === 'count')?.claim ?? null;
  // 办结15件，全部答复 speaks of the fifteen.
  if (last !== null && !isOfWhatCameIn(last) && !EVERY.test(sentence.text.slice(0, all.start))) return [];
  const span = spanIn(sentence, all.start, done.end);
  const scope: ClaimScope = state.otherTime ? 'other' : state.scope;
  return [
    {
      ...frameOf(progress, span, span),
      kind: 'all',
      topic: 'applications/carry-out',
      scope,
      readings: scope === 'other' ? [] : readingsOf(setting.form, { ...OF_APPLICATIONS, actions: ['carry-out'] }),
    },
  ];
}

/** 收到15件，全部办结: all of what came in, and not of a part. */
function isOfWhatCameIn({ scope, topic }: Claim): boolean {
  return scope !== 'other' && INCOMING.has(topic);
}

const INCOMING: ReadonlySet<string> = new Set(['applications', ...['receive', 'accept', 'handle', 'new', 'take'].map((action) => `applications/${action}`)]);

/** 办结15件，所有申请均已办结: none of them only. */
const EVERY = /所有(?:的)?(?:政府信息公开|信息公开|依申请公开)?申请(?:事项|件)?$/u;

/** The same sentence says what is still open, or excepts it. */
function leavesSome({ clauses, sentence }: Progress): boolean {
  const carries = clauses.some(({ tokens }) => tokens.some((token) => isWord(token, 'action', 'carry-out') || isWord(token, 'action', 'carried')));
  return carries || sentence.text.includes('除') || sentence.text.includes('延期');
}
