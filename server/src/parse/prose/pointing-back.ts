// Which numbers and names do 分别, 前者, 后者 and 两者合计 point back to?

import type { Clause } from './clauses.ts';
import type { Figure, Place, Progress } from './draft.ts';
import { cluesOf, type Clues } from './clues.ts';
import { isWord, type Token } from './lex.ts';

/** Remembers through one sentence which names still wait for their number, and which two things were spoken of. */
export class PointingBack {
  /** Names still without their number behind 分别为. */
  private names: Token[] = [];
  /** What 前者 and 后者 point back to. */
  private pair: readonly [Figure, Figure] | null = null;

  /** The words before a number, with those that they point back to. */
  wordsOf(place: Place, progress: Progress): Clues {
    return this.behind(this.inTurn(place, progress), progress.figures);
  }

  /** 予以公开、不予公开分别为85件、27件: to each number the name that stands in its place. */
  private inTurn({ clause, index, left }: Place, { clauses, pending }: Progress): Clues {
    const own = cluesOf(left);
    if (own.list === 'respectively') {
      const at = left.findIndex((token) => isWord(token, 'list', 'respectively'));
      const names = namesIn(left.slice(0, at));
      const listed = names.length > 0 ? names : namesIn(pending === null ? [] : (clauses[index - 1]?.tokens ?? []));
      this.names = listed.length === numbersFrom(clauses, index) ? [...listed] : [];
    } else if (clause.opener !== '、' || !own.empty) this.names = [];
    const name = this.names.shift();
    return name === undefined ? own : { ...cluesOf([...left.filter((token) => token.is !== 'word'), name]), unknown: false };
  }

  /** 两者合计, 前者, 后者: takes its words from the numbers it points back to. */
  private behind(own: Clues, figures: readonly Figure[]): Clues {
    if (own.back === null || own.results.length > 1) return own;
    const [first, second] = figures.filter((figure) => figure.claim !== null).slice(-2);
    if (first === undefined || second === undefined) return { ...own, narrowed: true };
    if (own.back !== 'both') {
      this.pair ??= [first, second];
      const figure = this.pair[own.back === 'former' ? 0 : 1];
      return { ...own, objects: [figure.claim?.topic.split('/')[0] ?? 'foreign'] };
    }
    const results = [...first.words.results, ...second.words.results];
    if (results.length === 2) return { ...own, results, empty: false };
    const topics = [first, second].map((figure) => figure.claim?.topic);
    return topics.includes('applications/carry-in') ? { ...own, actions: ['take'], empty: false } : { ...own, narrowed: true };
  }
}

const NAMES = ['result', 'column', 'outcome', 'object'] as const;

/** Names of one kind, in order; none where there is only one. */
function namesIn(tokens: readonly Token[]): readonly Token[] {
  for (const kind of NAMES) {
    const names = tokens.filter((token) => isWord(token, kind));
    if (names.length > 1) return names;
  }
  return [];
}

/** The numbers of a clause and of those behind it that only go on with the list. */
function numbersFrom(clauses: readonly Clause[], index: number): number {
  const numbers = ({ tokens }: Clause) => tokens.filter((token) => token.is === 'quantity').length;
  let count = 0;
  for (let at = index; at < clauses.length; at++) {
    const clause = clauses[at];
    if (clause === undefined || (at > index && (clause.opener !== '、' || numbers(clause) !== 1))) break;
    count += numbers(clause);
  }
  return count;
}
