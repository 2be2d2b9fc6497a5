// The numbers and names that 分别, 前者, 后者 and 两者合计 point back to.

import { RESULT_GROUPS } from '../../../forms/sentence-words.ts';
import { cluesOf, type Clues } from '../words/clues.ts';
import { isWord, type Token } from '../words/lex-sentence.ts';
import type { Figure, NumberContext, Progress } from './draft.ts';
import { runFrom } from './runs.ts';

/** Remembers through one sentence which names still wait for their number, and which two things were spoken of. */
export class PointingBack {
  /** Names still without their number behind 分别为. */
  private names: Token[] = [];
  /** Documents that 分别 was said of. */
  private documents: Token[] = [];
  /** Outcomes that 分别 was said of: behind the next cases they come in the same order. */
  private outcomes: Token[] = [];
  /** 今年分别为61件和36件: the numbers before it that were counted for last year. */
  private sources: Clues[] = [];
  /** 占比 before them: what the numbers are of each. */
  private shared: readonly Token[] = [];
  /** The numbers of which 分别占 gives the shares, as far as they still wait. */
  private parts: Figure[] = [];
  /** What 前者 and 后者 point back to. */
  private pair: readonly [Figure, Figure] | null = null;

  /** The words before a number, with those that they point back to. */
  wordsOf(place: NumberContext, progress: Progress): Clues {
    return this.behind(this.inTurn(place, progress), progress.figures);
  }

  /** 予以公开、不予公开分别为85件、27件: to each number the name that stands in its place. */
  private inTurn({ clause, index, left, token }: NumberContext, { clauses, pending, figures }: Progress): Clues {
    const own = cluesOf(left);
    if (own.list === 'respectively') {
      const at = left.findIndex((each) => isWord(each, 'list', 'respectively'));
      const before = pending === null ? [] : (clauses[index - 1]?.tokens ?? []);
      const isNamedHere = namesIn(left.slice(0, at)).length > 0;
      const source = isNamedHere ? left.slice(0, at) : before;
      const count = runFrom(clauses, index).length;
      this.names = [...namesFor(namesIn(source), count)];
      const counted = figures.slice(-count);
      const goesOn = this.names.length === 0 && count > 1 && own.empty && own.objects.length === 0 && token.quantity.measure.kind === 'count';
      this.sources = goesOn && counted.length === count && counted.every(isOfLastYear) ? counted.map(({ words }) => words) : [];
      const isOfChannels = this.names.some((each) => isWord(each, 'part'));
      // 现行有效规章和规范性文件分别为17件、268件: the verb is of each.
      const areDocuments = this.names.length > 0 && this.names.every(isDocument);
      const verbs = areDocuments ? source.filter((each) => isWord(each, 'action')) : [];
      // 新收、办结申请分别为17件、16件: so is the noun.
      const nouns = this.names.some((each) => isWord(each, 'action')) ? left.filter((each) => isWord(each, 'object')) : [];
      const others = left.filter((each) => isWord(each, 'share') || (isOfChannels && each.is === 'word' && !isWord(each, 'part')));
      this.shared = [...verbs, ...nouns, ...others];
      if (this.names.some((each) => isWord(each, 'outcome'))) this.outcomes = this.names.slice();
      // 复议后起诉的46件，依次为28件、1件、6件、11件
      else if (goesOn && this.sources.length === 0 && this.outcomes.length === count) this.names = this.outcomes.slice();
      if (areDocuments) this.documents = this.names.slice();
      // 废止分别为1件、21件: of the documents named before; of what else, nobody knows.
      else if (this.names.length === 0 && count > 1 && own.actions.some((action) => OF_DOCUMENTS.has(action)) && token.quantity.measure.kind !== 'percent') {
        if (own.objects.length > 0 || this.documents.length !== count) return { ...own, narrowed: true };
        this.names = this.documents.slice();
        this.shared = left.filter((each) => isWord(each, 'action'));
      }
    } else if (!(clause.opener === '、' && own.empty) && left.length > 0) {
      this.names = [];
      this.sources = [];
    }
    const source = this.sources.shift();
    if (source !== undefined) return { ...source, list: null, compare: false, trend: null };
    const name = this.names.shift();
    return name === undefined ? own : { ...cluesOf([...left.filter((token) => token.is !== 'word'), ...this.shared, name]), unknown: false };
  }

  /** 予以公开13件、部分公开6件，分别占32.5%、15%: the number that a percentage is the share of; null where none is pointed at. */
  partOf({ clause, index, left, token }: NumberContext, own: Clues, { clauses, figures }: Progress): Figure | null {
    if (token.quantity.measure.kind !== 'percent') return null;
    const count = own.share && own.results.length === 0 && own.column === null ? runFrom(clauses, index).length : 0;
    // 无法提供11件、予以公开12件，占31.43%和34.29%
    if (own.share && count > 0 && (own.list === 'respectively' || count > 1)) {
      const numbers = figures.filter(({ quantity }) => quantity.measure !== '%');
      this.parts = count > 1 && numbers.length >= count ? numbers.slice(-count) : [];
    } else if (!(clause.opener === '、' && own.empty) && left.length > 0) this.parts = [];
    return this.parts.shift() ?? null;
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

function isOfLastYear({ last, words }: Figure): boolean {
  return last && words.trend === null && !words.compare;
}

function isDocument(token: Token): boolean {
  return isWord(token, 'object', 'normative') || isWord(token, 'object', 'regulations');
}

const OF_DOCUMENTS: ReadonlySet<string> = new Set(['made', 'repealed', 'effective']);

const NAMES = ['result', 'column', 'outcome', 'object', 'part', 'action'] as const;

/** Names of one kind, in order; none where there is only one. */
function namesIn(tokens: readonly Token[]): readonly Token[] {
  for (const kind of NAMES) {
    // 维持、纠正、其他分别为17件、2件、5件
    const names = tokens.filter((token) => isWord(token, kind) || (kind === 'outcome' && isWord(token, 'column', 'rest')));
    if (names.length > 1) return names;
  }
  return [];
}

/** As many names as numbers; 因不掌握、没有现成信息而无法提供的分别为58件、8件: the group that the reasons belong to has no number. */
function namesFor(names: readonly Token[], numbers: number): readonly Token[] {
  if (names.length === numbers) return names;
  const isGroup = (token: Token) => token.is === 'word' && token.as === 'result' && token.id in RESULT_GROUPS;
  const reasons = names.filter((token) => !isGroup(token));
  return reasons.length === numbers && names.length === numbers + 1 ? reasons : [];
}
