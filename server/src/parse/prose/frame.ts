// Common fields of a sentence's claims: their spans, and status unbound until they are verified.

import type { Span } from '../../text/span.ts';
import type { NumberContext, Progress } from './draft.ts';
import { cluesOf, type Clues } from './clues.ts';
import { spanIn, type Sentence } from './sentences.ts';
import { maySpeakOfThisYear } from './this-year.ts';

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
