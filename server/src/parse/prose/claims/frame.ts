// What all claims of a sentence begin with: where they stand, and that they have not been held against the tables yet.

import type { Span } from '../../../text/span.ts';
import type { NumberContext, Progress } from '../numbers/draft.ts';
import { cluesOf, type Clues } from '../words/clues.ts';
import { spanIn, type Sentence } from '../words/sentences.ts';
import type { Clause } from '../words/clauses.ts';
import { isWord, type Token } from '../words/lex-sentence.ts';

/** `span`: all the words of the claim; `numberSpan`: its number, or the words that stand for one. */
export function frameOf({ hedged }: Progress, span: Span, numberSpan: Span) {
  return {
    span,
    numberSpan,
    text: '',
    value: 0,
    decimals: 0,
    scale: 1,
    bound: 'exact' as const,
    hedged,
    plain: true,
    ofThisYear: false,
    reading: null,
    status: 'unbound' as const,
  };
}

/** The frame of a claim whose number is written. */
export function numberFrame(progress: Progress, place: NumberContext, words: Clues) {
  const { start, quantity } = place.token;
  return {
    ...frameOf(progress, extentOf(progress.sentence, place, words), spanIn(progress.sentence, start, quantity.numberEnd)),
    value: quantity.value,
    decimals: quantity.decimals,
    bound: quantity.bound,
    plain: !words.unknown,
    ofThisYear: maySpeakOfThisYear(place, progress),
  };
}

/** Words with which a claim may begin. */
const OPENING_WORDS: ReadonlySet<string> = new Set(['object', 'action', 'result', 'outcome', 'column', 'share', 'rate', 'part']);

/** From the first word that matters to the last. */
function extentOf(sentence: Sentence, { left, token, right }: NumberContext, words: Clues): Span {
  const first = left.find((each) => each.is === 'word' && OPENING_WORDS.has(each.as) && each.id !== 'foreign');
  const behind = cluesOf(left).empty && !words.empty ? right.findLast((each) => each.is === 'word' && OPENING_WORDS.has(each.as)) : undefined;
  return spanIn(sentence, first?.start ?? token.start, behind?.end ?? token.end);
}

/** 收到的112件申请中，已办结104件 */
const AMONG_RECEIVED = /[收受接][^,;。]{0,4}的[0-9]{1,7}件[^,;。]{0,12}中/u;

/** Behind what was carried in, 办结 is of both, unless it is said of this year; elsewhere the sentence has to tell the two apart. */
function maySpeakOfThisYear({ token, clause }: NumberContext, { clauses, sentence }: Progress): boolean {
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
