// Sentences that count as finished only what came in this year, without what was carried in: 收到112件，已办结104件；另办结上年结转6件.

import type { Clause } from './clauses.ts';
import type { NumberContext, Progress } from './draft.ts';
import { isWord, type Token } from './lex.ts';

/** 收到的112件申请中，已办结104件 */
const AMONG_RECEIVED = /[收受接][^,;。]{0,4}的[0-9]{1,7}件[^,;。]{0,12}中/u;

/** Behind what was carried in, 办结 is of both, unless it is said of this year; elsewhere the sentence has to tell the two apart. */
export function maySpeakOfThisYear({ token, clause }: NumberContext, { clauses, sentence }: Progress): boolean {
  if (clause.tokens.some(isThisYear)) return true;
  const carriedIn = clauses.filter(({ tokens }) => tokens.some((each) => isWord(each, 'action', 'carry-in')));
  if (carriedIn.some((each) => startOf(each) < token.start && !finishes(each))) return false;
  if (carriedIn.length > 0 || AMONG_RECEIVED.test(sentence.text.slice(0, token.start))) return true;
  const tokens = clauses.flatMap((each) => each.tokens);
  if (tokens.some((each) => isThisYear(each) || isWord(each, 'action', 'new'))) return true;
  // 收到112件，已办结104件，8件正在办理: of those that came in.
  return (
    tokens.some((each) => isWord(each, 'action', 'carry-out')) && tokens.some((each) => isWord(each, 'action', 'receive') || isWord(each, 'action', 'accept'))
  );
}

function isThisYear(token: Token): boolean {
  return isWord(token, 'time', 'this');
}

function finishes({ tokens }: Clause): boolean {
  return tokens.some((token) => isWord(token, 'action', 'done'));
}

function startOf({ tokens }: Clause): number {
  return tokens[0]?.start ?? 0;
}
