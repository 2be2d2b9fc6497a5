// Words that say how all cases ended → claims: 均维持 leaves none of another outcome, 无一被纠正 none that was corrected.

import type { Claim, Interpretation, Subject } from '../claim-model.ts';
import type { Clause } from '../words/clauses.ts';
import { cluesOf } from '../words/clues.ts';
import type { Figure, Progress } from '../numbers/draft.ts';
import { frameOf } from './frame.ts';
import { isWord } from '../words/lex-sentence.ts';
import { OF_APPLICATIONS, readingsOf } from './interpretations.ts';
import { spanIn } from '../words/sentences.ts';

const ALL_UPHELD = /^(?:均|都|全部|全)/u;
const DECIDED = /审结|结案|办结/u;

/** A clause without a number, behind the cases that it speaks of. */
export function outcomeClaims({ tokens }: Clause, progress: Progress): readonly Claim[] {
  const { sentence, state, setting } = progress;
  const words = cluesOf(tokens);
  const lost = tokens.some((token) => isWord(token, 'outcome', 'lost'));
  // 无败诉 is said of suits only.
  const cases = casesOf(progress.figures).filter((subject) => !lost || subject !== 'review');
  if (cases.length === 0 || words.unknown || words.role || words.objects.length > 0 || state.otherTime || state.scope === 'other') return [];
  const at = tokens.findIndex((token) => isWord(token, 'outcome'));
  const outcome = tokens[at];
  const none = tokens.findLast((token, index) => index < at && isWord(token, 'none'));
  const all = tokens.findLast((token, index) => index < at && isWord(token, 'all'));
  if (outcome === undefined || tokens.slice(at + 1).some((token) => token.is === 'word' && token.as !== 'filler' && token.as !== 'outcome')) return [];
  const first = none ?? all ?? outcome;
  const spoken = sentence.text.slice(first.start, outcome.end);
  const others =
    none !== undefined && words.outcome === 'corrected'
      ? ['corrected']
      : none === undefined && words.outcome === 'upheld' && ALL_UPHELD.test(spoken)
        ? othersThanUpheld(sentence.text)
        : null;
  if (others === null) return [];
  const span = spanIn(sentence, first.start, outcome.end);
  const sum = cases.flatMap((subject) =>
    others.flatMap((each) => readingsOf(setting.form, { ...OF_APPLICATIONS, actions: [], subject, outcome: each })[0]?.sum ?? []),
  );
  const reading: Interpretation = { sum };
  return [{ ...frameOf(progress, span, span), kind: 'none', topic: `${cases[0] ?? ''}/${others[0] ?? ''}`, scope: state.scope, readings: [reading] }];
}

/** 已审结3件，均维持: what is still open is not among them. */
function othersThanUpheld(text: string): readonly string[] {
  return DECIDED.test(text) ? ['corrected', 'other'] : ['corrected', 'other', 'pending'];
}

const OUTCOMES: ReadonlySet<string> = new Set(['upheld', 'other', 'pending']);
const CASES: ReadonlySet<string> = new Set(['review', 'litigation', 'direct', 'after-review']);

/** The kinds of cases counted last, one right behind the other. */
function casesOf(figures: readonly Figure[]): readonly Subject[] {
  const found: Subject[] = [];
  let next: number | null = null;
  for (const { claim, clause, past } of figures.toReversed()) {
    const [subject = '', detail] = claim?.topic.split('/') ?? [];
    // 起诉4件，3件获维持，1件在审，无一败诉
    if (claim !== null && claim.scope !== 'other' && !past && CASES.has(subject) && detail !== undefined && OUTCOMES.has(detail)) continue;
    if (claim === null || claim.scope === 'other' || past || !CASES.has(subject) || (detail !== undefined && detail !== 'closed' && detail !== 'happen')) break;
    if (next !== null && clause < next - 1) break;
    next = clause;
    if (!found.includes(subject as Subject)) found.push(subject as Subject);
  }
  return found;
}
