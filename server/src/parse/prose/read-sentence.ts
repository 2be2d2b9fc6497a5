// One sentence → its claims and relations: walks the clauses with what was last spoken of, so that elided words carry forward.

import { contextOf, counted, headed, spoken } from './numbers/context.ts';
import type { Claim, LastYearClaim, Quantity, Relation, Subject } from './claim-model.ts';
import { clausesOf, type Clause } from './words/clauses.ts';
import { borneOut, borneOutByLastYear, type Unread } from './claims/borne-out.ts';
import { carriedLater, countClaims } from './claims/counts.ts';
import { type Context, type Figure, type NumberContext, type Progress, type Setting, type State } from './numbers/draft.ts';
import { cluesOf, type Clues } from './words/clues.ts';
import { amongIn } from './numbers/dividing.ts';
import { isWord, type Token } from './words/lex-sentence.ts';
import { lastYearClaims, unchangedClaims } from './claims/last-year.ts';
import { listsOf } from './numbers/claim-lists.ts';
import { allClaims, noneClaims, noneOfPart } from './claims/none-and-all.ts';
import { openingOf } from './numbers/sentence-opening.ts';
import { namedIn, type Named } from './claims/joint-readings.ts';
import { changeClaims, itemClaims, meanClaims, ratioClaims } from './claims/means-and-ratios.ts';
import { outcomeClaims } from './claims/outcomes.ts';
import { PointingBack } from './numbers/pointing-back.ts';
import { tokensOf } from './numbers/reported-words.ts';
import { placesIn, riseBehind, turnOf, YearsInTurn } from './numbers/runs.ts';
import { spanIn, type Sentence } from './words/sentences.ts';
import { shareClaims } from './claims/shares.ts';
import { trendsOf } from './numbers/trends.ts';
import { wordsAfter, wordsFor } from './numbers/words-for.ts';

export interface SentenceResult {
  readonly claims: readonly Claim[];
  readonly relations: readonly Relation[];
  readonly lastYear: readonly LastYearClaim[];
  /** It does not say of what it speaks: of applications only where the tables bear it out. */
  readonly tentative: boolean;
  /** Rows and columns that its words name; asked for only where a number does not fit. */
  readonly named: () => Named;
  /** What the next sentence of the paragraph still speaks of. */
  readonly subject: Subject | null;
  readonly wholes: readonly Figure[];
}

export function readSentence(sentence: Sentence, setting: Setting, context: Context): SentenceResult {
  return new Walk(sentence, setting, context).read();
}

/** 其中 at the beginning divides the only number of its measure in the sentence before. */
export function dividesWhole({ text }: Sentence): boolean {
  return text.startsWith('其中');
}

/** The life of one sentence; nothing of it survives. */
class Walk implements Progress {
  readonly sentence: Sentence;
  readonly setting: Setting;
  readonly clauses: readonly Clause[];
  private readonly tokens: readonly Token[];
  private readonly tentative: boolean;
  /** A number stands in it, or a word for none or all; of others only the subject is asked. */
  private readonly speaks: boolean;
  readonly hedged: boolean;
  readonly ofDisputes: boolean;
  readonly figures: Figure[] = [];
  state: State;
  open = false;
  pending: Clues | null = null;
  part: Figure | null = null;
  private readonly claims: Claim[] = [];
  private readonly lastYear: LastYearClaim[] = [];
  private readonly unread: Unread[] = [];
  /** What was spoken of before each bracket that is still open. */
  private readonly outer: State[] = [];
  private readonly pointingBack = new PointingBack();
  private readonly years: YearsInTurn;
  /** The clause before names the other year of a comparison, whose number may stand in brackets. */
  private comparing: 'last' | 'earlier' | null = null;

  constructor(sentence: Sentence, setting: Setting, context: Context) {
    const tokens = tokensOf(sentence, setting);
    this.years = new YearsInTurn(sentence.text, setting.year);
    this.sentence = sentence;
    this.setting = setting;
    this.tokens = tokens;
    this.clauses = clausesOf(tokens);
    const { state, tentative } = openingOf(sentence.text, tokens, { clauses: this.clauses, subject: context.subject });
    this.state = state;
    this.tentative = tentative;
    if (dividesWhole(sentence)) this.figures.push(...context.wholes);
    this.ofDisputes = context.ofDisputes;
    this.speaks = tokens.some((token) => token.is === 'quantity' || isWord(token, 'none') || isWord(token, 'all'));
    this.hedged = tokens.some((token) => isWord(token, 'hedge'));
  }

  read(): SentenceResult {
    this.claims.push(...noneOfPart(this));
    for (const [index, clause] of this.clauses.entries()) {
      if (clause.opener === '(') {
        this.outer.push(this.state);
        // 复议后起诉51件（维持33件）: of that half.
        this.state = { ...this.state, halves: [] };
        // 较上年同期（12件）
        if (this.comparing !== null) this.state = { ...this.state, otherTime: true, lastYear: this.comparing === 'last' };
        // 网络申请63件（自然人60件）
        if (this.dividesPart(clause, index)) this.state = { ...this.state, blocked: 'applications' };
      }
      if (clause.opener === ')') this.state = this.outer.pop() ?? this.state;
      this.clause(clause, index);
    }
    this.claims.push(...changeClaims(this), ...itemClaims(this));
    this.bearOut();
    const relations =
      this.figures.length < 2 ? [] : [...listsOf(this.sentence.text, this.clauses, this.figures), ...trendsOf(this.sentence, this.clauses, this.figures)];
    return {
      claims: this.claims,
      relations,
      lastYear: this.lastYear,
      tentative: this.tentative,
      named: () => namedIn(this.tokens, this.setting.form),
      subject: this.state.subject === 'foreign' ? null : this.state.subject,
      wholes: wholesOf(this.figures),
    };
  }

  private clause(clause: Clause, index: number): void {
    const { otherTime, lastYear } = this.state;
    this.state = contextOf(clause, this.state, this.setting, this.sentence.text);
    const among = amongIn(clause.tokens);
    if (among !== null || clause.opener === ';') this.state = { ...this.state, among };
    const places = placesIn(clause, index);
    for (const place of places) this.quantity(place);
    if (places.length === 0) this.wordsOnly(clause, index);
    else this.behindNumbers(clause);
    // 与2020年的4件基本持平
    const compares = clause.tokens.some((token) => isWord(token, 'compare') || isWord(token, 'filler', 'even') || isWord(token, 'trend', 'same'));
    this.comparing = places.length > 0 || !compares || !this.state.otherTime ? null : this.state.lastYear ? 'last' : 'earlier';
    // 比上年35件: the year spoken of for comparison ends with its clause.
    // 上年无结转: what there was not ends with its clause, too.
    const isNone = places.length === 0 && clause.tokens.some((token) => isWord(token, 'none'));
    if (compares || (isNone && this.state.otherTime)) this.state = { ...this.state, otherTime, lastYear };
    // 与2019年（66件）相比，
    if (compares && places.length === 0 && clause.opener === ')') this.state = { ...this.state, otherTime: false, lastYear: false };
  }

  /** Of numbers that found no reading, what the tables alone may tell. */
  private bearOut(): void {
    for (const unread of this.unread) {
      const { quantity, claim } = unread.figure;
      if (this.claims.some(({ numberSpan, readings }) => numberSpan.start === quantity.span.start && readings.length > 0)) continue;
      const found = borneOut(unread, this);
      const lastYear = found === null ? borneOutByLastYear(unread, this) : null;
      if (lastYear !== null) this.lastYear.push(lastYear);
      if (found === null) continue;
      const at = this.claims.findIndex((each) => each === claim);
      this.claims.splice(at < 0 ? this.claims.length : at, at < 0 ? 0 : 1, found);
    }
  }

  /** The bracket stands behind a number that came by one channel, or that the tables do not count for another reason. */
  private dividesPart({ depth }: Clause, index: number): boolean {
    const whole = this.figures.at(-1);
    if (this.state.subject !== 'applications' || whole?.clause !== index - 1 || whole.depth >= depth || whole.past) return false;
    return whole.words.part !== null || whole.claim?.scope === 'other';
  }

  private wordsOnly(clause: Clause, index: number): void {
    const words = cluesOf(clause.tokens);
    if (clause.opener === ',' && words.actions.at(-1) === 'carry-out') this.carriedLater(index);
    if (this.speaks) {
      this.lastYear.push(...unchangedClaims(clause, index, this));
      const none = [...noneClaims(clause, this), ...outcomeClaims(clause, this)];
      this.claims.push(...(none.length > 0 ? none : allClaims(clause, this)));
    }
    this.state = headed(spoken(this.state, words), words, this.clauses[index + 1]);
    this.open = !words.empty && !words.narrowed;
    this.pending = this.open ? words : null;
  }

  /** 收到的14件申请已全部办结 */
  private behindNumbers(clause: Clause): void {
    this.open = false;
    if (this.figures.at(-1)?.words.all === true) return;
    const last = clause.tokens.findLastIndex((token) => token.is === 'quantity');
    this.claims.push(...allClaims({ ...clause, tokens: clause.tokens.slice(last + 1) }, this));
  }

  /** The claim of the number just before, if it has one, gives way to what the verb of this clause says of it. */
  private carriedLater(index: number): void {
    const figure = this.figures.at(-1);
    const claim = figure?.clause === index - 1 ? carriedLater(figure, this) : null;
    if (figure === undefined || claim === null) return;
    const at = this.claims.findIndex((each) => each === figure.claim);
    this.claims.splice(at < 0 ? this.claims.length : at, at < 0 ? 0 : 1, claim);
  }

  /** 2021年至2023年分别为29件、35件和38件: only the last is of this year. */
  private inItsYear(place: NumberContext): boolean {
    const year = this.years.yearOf(place, this.clauses);
    if (year === null) return false;
    const { year: own } = this.setting;
    this.state = { ...this.state, otherTime: year !== own, lastYear: own !== null && year === own - 1 };
    return true;
  }

  private pointedWords(place: NumberContext, inTurn: boolean): Clues {
    const own = this.pointingBack.wordsOf(place, this);
    const before = this.figures.at(-1);
    if (before !== undefined && own.empty && !own.unknown && (inTurn || this.isNextYear(place, before))) return this.goingOn(before.words);
    this.part = this.pointingBack.partOf(place, own, this);
    return this.part === null ? own : { ...own, share: true };
  }

  /** 较上年分别增加7件和9件: the second is a change as well. */
  private changedWords(own: Clues, place: NumberContext): Clues {
    const { trend = null, compare = false } = this.figures.at(-1)?.words ?? {};
    const goesOn = trend !== null && own.empty && !own.unknown && own.trend === null && turnOf(place, this) !== null;
    return goesOn ? { ...own, trend, compare } : own;
  }

  /** The words of the number before, said once for all of the list. */
  private goingOn(words: Clues): Clues {
    const { actions, subject } = this.state;
    const isSaid = words.actions.length > 0 || words.results.length > 0 || words.column !== null || words.outcome !== null;
    if (isSaid) return { ...words, list: null };
    return { ...words, list: null, actions, objects: words.objects.length > 0 || subject !== 'applications' ? words.objects : ['application'], empty: false };
  }

  /** 2021年11件、2022年14件、2023年17件: only the year changes. */
  private isNextYear({ clause, index, left }: NumberContext, before: Figure): boolean {
    const isDated = left.length > 0 && left.every((token) => token.is === 'date' && token.year !== null);
    return isDated && before.past && before.clause === index - 1 && /[、,]/u.test(clause.opener) && before.words.trend === null;
  }

  private claimsOf(place: NumberContext, { own, words }: { readonly own: Clues; readonly words: Clues | null }): readonly Claim[] {
    const { measure } = place.token.quantity;
    if (measure.word === '倍') return ratioClaims(place, this);
    if (words === null) return [];
    if (measure.kind === 'percent') return shareClaims(place, own, this);
    return words.part === 'monthly' ? meanClaims(place, words, this) : countClaims(place, words, this);
  }

  /** 较351件减少28件 */
  private isBase({ left, token, clause }: NumberContext): boolean {
    const isCompared = isWord(left.at(-1), 'compare') && !this.state.otherTime && token.quantity.measure.kind === 'count';
    return isCompared && clause.tokens.some((each) => each.start >= token.end && (isWord(each, 'trend', 'more') || isWord(each, 'trend', 'less')));
  }

  private quantity(place: NumberContext): void {
    const { quantity, start } = place.token;
    const inTurn = this.inItsYear(place);
    const rise = riseBehind(place);
    const percent = quantity.measure.kind === 'percent';
    const own = this.changedWords(this.pointedWords(place, inTurn), place);
    const after = wordsAfter(place, own);
    const words = wordsFor(place, { own, after }, this);
    const found = rise !== null ? [] : this.claimsOf(place, { own, words });
    this.claims.push(...found);
    const number: Quantity = {
      span: spanIn(this.sentence, start, quantity.numberEnd),
      value: quantity.value,
      decimals: quantity.decimals,
      measure: quantity.measure.word,
    };
    this.figures.push({
      quantity: number,
      words: words ?? (own.empty && !after.empty ? after : own),
      clause: place.index,
      depth: place.clause.depth,
      claim: found[0] ?? null,
      subject: this.state.subject,
      last: this.state.lastYear || rise !== null || this.isBase(place),
      rises: rise !== null,
      past: this.state.otherTime || rise !== null || this.isBase(place),
      partTime: this.state.partTime,
      exact: quantity.bound === 'exact' && quantity.decimals >= 0,
    });
    const lastYear = lastYearClaims(place, this);
    this.lastYear.push(...lastYear);
    const figure = this.figures.at(-1);
    if (figure !== undefined && lastYear.length === 0 && !found.some(({ readings }) => readings.length > 0))
      this.unread.push({ place, own, after, figure, state: this.state });
    // 对外管理服务事项增加6项，处理决定2790件: of those.
    if (own.trend !== null && own.objects.length > 0 && !own.compare) this.state = spoken(this.state, own);
    if (words === null || own.compare || own.trend !== null || percent) return;
    this.state = counted(spoken(this.state, words), words, found[0]);
    // What it rose to is this year's, unless another year is named.
    if (rise !== null) this.state = { ...this.state, otherTime: rise.some((token) => isOtherYear(token, this.setting.year)), lastYear: false };
  }
}

function isOtherYear(token: Token, year: number | null): boolean {
  return (token.is === 'date' && token.year !== null && token.year !== year) || (isWord(token, 'time') && !isWord(token, 'time', 'this'));
}

/** Numbers that are alone in their measure, as the next sentence sees them. */
function wholesOf(figures: readonly Figure[]): readonly Figure[] {
  const alone = figures.filter((figure) => figure.exact && figures.filter((other) => other.quantity.measure === figure.quantity.measure).length === 1);
  return alone.map((figure) => ({ ...figure, clause: -1, depth: 0 }));
}
