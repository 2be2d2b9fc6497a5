// The numbers of a clause, each with its words, and those that go on with one list: 58件、8件和3件 take in turn what was named before, names or years.

import type { Clause } from '../words/clauses.ts';
import type { NumberContext, Progress } from './draft.ts';
import { isWord, saysBecame, type Token } from '../words/lex-sentence.ts';

type QuantityOf = Extract<Token, { readonly is: 'quantity' }>;

/** The numbers of a clause and of those behind it that only go on with the list. */
export function runFrom(clauses: readonly Clause[], index: number): readonly QuantityOf[] {
  const run: QuantityOf[] = [];
  for (let at = index; at < clauses.length; at++) {
    const clause = clauses[at];
    const numbers = clause?.tokens.filter((token) => token.is === 'quantity') ?? [];
    if (clause === undefined || (at > index && !goesOn(clause, numbers.length))) break;
    run.push(...numbers);
  }
  return run;
}

/** Behind a list point one number, or the last two; behind a comma a number and nothing else. */
function goesOn({ opener, tokens }: Clause, numbers: number): boolean {
  if (opener === ',') return tokens.length === 1 && numbers === 1;
  return opener === '、' && (numbers === 1 || (numbers === 2 && tokens.length === 3));
}

/** One of several changes behind one word. */
export interface Turn {
  readonly at: number;
  readonly count: number;
  readonly trend: Token;
}

const MAX_TURNS = 4;

/** 受理量、办结量分别为249件、245件，较上年增长36.8%、35.4%: which of the changes that one word says. */
export function turnOf({ index, token }: NumberContext, { clauses }: Progress): Turn | null {
  for (let from = index; from >= Math.max(0, index - MAX_TURNS); from--) {
    const run = runFrom(clauses, from);
    const at = run.indexOf(token);
    const [first] = run;
    if (at < 0 || first === undefined) return null;
    const trend = clauses[from]?.tokens.find((each) => each.end <= first.start && (isWord(each, 'trend', 'more') || isWord(each, 'trend', 'less')));
    if (trend !== undefined) return run.length > 1 ? { at, count: run.length, trend } : null;
  }
  return null;
}

const YEARS = /20[0-9]{2}(?:年度?)?(?:(?:[、和与及至到—–~-]|以及)20[0-9]{2}(?:年度?)?)+/u;
const RANGE = /[至到—–~-]/u;
const LAST_YEARS = /(?:近|过去|这)(?<count>[二两三四五2345])年(?:来|间)?/u;
const COUNTS: Readonly<Record<string, number>> = { 二: 2, 两: 2, 三: 3, 四: 4, 五: 5 };
const MAX_YEARS = 10;
/** 2022年、2023年收到14件、17件; what names another time ends it. */
const OTHER_TIME = /20[0-9]{2}年|本年|今年|全年|上年|去年|其中/u;

interface Named {
  readonly years: readonly number[];
  readonly end: number;
}

/** Remembers through one sentence which year each number of a list is of: 2021年至2023年分别为29件、35件和38件. */
export class YearsInTurn {
  private readonly named: Named | null;
  private readonly text: string;
  private readonly given = new Map<Token, number>();
  private over = false;
  private begun = false;

  constructor(text: string, reportYear: number | null) {
    this.text = text;
    this.named = reportYear === null ? null : yearsIn(text, reportYear);
  }

  /** 0 where several years are meant together, null where no list of years is at hand. */
  yearOf({ token, index, left }: NumberContext, clauses: readonly Clause[]): number | null {
    if (this.named === null || this.over || token.start < this.named.end) return null;
    const known = this.given.get(token);
    if (known !== undefined) return known;
    const respectively =
      left.some((each) => isWord(each, 'list', 'respectively')) || (clauses[index - 1]?.tokens ?? []).some((each) => isWord(each, 'list', 'respectively'));
    if (this.begun ? !respectively : OTHER_TIME.test(this.text.slice(this.named.end, token.start))) {
      this.over = true;
      return null;
    }
    this.begun = true;
    const { years } = this.named;
    const run = runFrom(clauses, index);
    const fits = run[0] === token && run.length === years.length;
    for (const [at, each] of run.entries()) this.given.set(each, fits ? (years[at] ?? 0) : 0);
    return this.given.get(token) ?? null;
  }
}

function yearsIn(text: string, reportYear: number): Named | null {
  const found = YEARS.exec(text);
  if (found !== null) {
    const written = [...found[0].matchAll(/20[0-9]{2}/gu)].map(([year]) => Number(year));
    const [first = 0, last = 0] = written;
    const isRange = written.length === 2 && RANGE.test(found[0]) && last > first && last - first < MAX_YEARS;
    const years = isRange ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : written;
    return { years, end: found.index + found[0].length };
  }
  const recent = LAST_YEARS.exec(text);
  const word = recent?.groups?.['count'];
  if (recent === null || word === undefined) return null;
  const count = COUNTS[word] ?? Number(word);
  return { years: Array.from({ length: count }, (_, at) => reportYear - count + 1 + at), end: recent.index + recent[0].length };
}

/** 38件新收加5件结转: each number stands before its words. */
function isChain(tokens: readonly Token[]): boolean {
  if (tokens[0]?.is !== 'quantity' || tokens.at(-1)?.is === 'quantity') return false;
  return tokens.some((token, at) => at > 0 && tokens[at + 1]?.is === 'quantity' && (isWord(token, 'filler', 'joint') || isWord(token, 'filler', 'plus')));
}

/** 数件和数件: what only joins a number to the one before it. */
function isJoint(left: readonly Token[]): boolean {
  return left.length === 1 && isWord(left[0], 'filler', 'joint');
}

/** The quantities of a clause; behind the last one the words are its own, between two they are those of the next. */
export function placesIn(clause: Clause, index: number): readonly NumberContext[] {
  const places: NumberContext[] = [];
  let from = 0;
  for (const [at, token] of clause.tokens.entries()) {
    if (token.is !== 'quantity') continue;
    const rest = clause.tokens.slice(at + 1);
    const chained = isChain(clause.tokens);
    const next = rest.findIndex((each) => each.is === 'quantity');
    const right: readonly Token[] = chained && next > 0 ? rest.slice(0, next) : next >= 0 ? [] : rest;
    const left = chained ? [] : clause.tokens.slice(from, at);
    places.push({ clause, index, left: from > 0 && isJoint(left) ? [] : left, token, right });
    from = at + 1;
  }
  return places;
}

/** 由71件增至88件: the words between where it rose or fell from and what it became. */
export function riseBehind({ clause, token }: NumberContext): readonly Token[] | null {
  const rest = clause.tokens.slice(clause.tokens.indexOf(token) + 1);
  const next = rest.findIndex((each) => each.is === 'quantity');
  const between = next < 0 ? [] : rest.slice(0, next);
  return between.some(saysBecame) ? between : null;
}
