// Numbers of last year, and what is more or less than last year → claims that last year's report has to bear out: 上年35件, 比上年增加4件.

import type { CellKey } from '../../../forms/form.ts';
import type { Claim, Interpretation, LastYearClaim } from '../claim-model.ts';
import type { Clause } from '../words/clauses.ts';
import { cluesOf, type Clues } from '../words/clues.ts';
import { isWord, type Token } from '../words/lex-sentence.ts';
import { turnOf, type Turn } from '../numbers/runs.ts';
import type { Measure } from '../words/quantity.ts';
import type { Figure, NumberContext, Progress } from '../numbers/draft.ts';
import { spanIn } from '../words/sentences.ts';
import { bind, type Binding } from './bind.ts';
import { SCALES } from './counts.ts';
import { frameOf, numberFrame } from './frame.ts';
import { sumOfCells, verifyClaim } from './verify-claim.ts';

/** Several years, or another one: nothing that the report before this one holds. */
const OTHER_YEARS = /前年|往年|历年|累年|近年|以来|(?!这一年)[近前过这][0-9一二三四五几两]{1,2}年|过去[0-9一二三四五几两]{1,2}年|环比/u;
/** 上半年同比增加: a part of this year with a part of the last. */
const PART_OF_YEAR = /[上下]半年|季度|[0-9]月|当月|单月/u;
const LAST_YEAR = /同比|上年|上一年|去年|同期/u;
const YEAR = /20[0-9]{2}(?=年)/gu;

/** The number just read, where it is last year's or says what changed since. */
export function lastYearClaims(place: NumberContext, progress: Progress): readonly LastYearClaim[] {
  const { figures, state, setting } = progress;
  const figure = figures.at(-1);
  if (figure === undefined || setting.year === null || !figure.exact) return [];
  const turn = turnOf(place, progress);
  if (turn !== null)
    return state.scope === 'other' || state.partTime || !comparesLastYear(place.token.start, progress) ? [] : changedInTurn(figure, place, { turn, progress });
  if (!figure.last && !isMoreOrLess(figure)) return beforeCurrent(figure, place, progress);
  const { words } = figure;
  if (state.scope === 'other' || state.partTime || words.part !== null || words.role || !comparesLastYear(place.token.start, progress)) return [];
  return isMoreOrLess(figure) ? changedClaims(figure, place, progress) : valueClaims(figure, place, progress);
}

function isMoreOrLess({ words }: Figure): boolean {
  return words.trend === 'more' || words.trend === 'less';
}

/** The statement up to there names last year and no other one. */
export function comparesLastYear(end: number, { sentence, setting }: Progress): boolean {
  const before = sentence.text.slice(0, end);
  const statement = before.slice(before.lastIndexOf(';') + 1);
  const { year } = setting;
  if (year === null || OTHER_YEARS.test(statement) || PART_OF_YEAR.test(statement)) return false;
  const years = [...statement.matchAll(YEAR)].map(([written]) => Number(written));
  // 2021年至2023年分别为: each number has its year, and this one's is the last.
  const isListed = /分别/u.test(statement);
  if (!isListed && years.some((each) => each !== year && each !== year - 1)) return false;
  return LAST_YEAR.test(statement) || years.includes(year - 1) || isListed;
}

const CELLS: Measure = { kind: 'count', word: '件' };

/** 上年收到35件; 收到38件，上年35件: of what stands beside it where it does not say. */
function valueClaims(figure: Figure, place: NumberContext, progress: Progress): readonly LastYearClaim[] {
  const { measure } = place.token.quantity;
  if (figure.words.trend !== null || measure.kind === 'percent' || measure.kind === 'other' || !isOwnYear(figure, place, progress)) return [];
  const found = boundBy(figure, measure, { place, progress });
  const frame = numberFrame(progress, place, figure.words);
  return found.map(({ subject, detail, hedged, readings, plain }) => ({
    claim: {
      ...frame,
      kind: 'count',
      plain: frame.plain && plain,
      scale: SCALES[measure.word] ?? 1,
      topic: `${subject}/${detail ?? ''}`,
      hedged,
      scope: progress.state.scope,
      readings,
    },
    change: null,
    current: null,
  }));
}

/** 上年35件，办结30件: what follows in another clause may be this year's again. */
function isOwnYear({ rises }: Figure, { clause, token }: NumberContext, { sentence, setting }: Progress): boolean {
  if (rises || clause.opener === '、' || clause.opener === '(' || /分别/u.test(sentence.text.slice(0, token.start))) return true;
  const words = sentence.text.slice(clause.tokens[0]?.start ?? 0, token.start);
  return LAST_YEAR.test(words) || words.includes(`${(setting.year ?? 0) - 1}年`) || /[比较]/u.test(words);
}

/** 与2019年（66件）相比，不予处理增至77件: last year's number stood first and without words. */
function beforeCurrent(current: Figure, { token }: NumberContext, progress: Progress): readonly LastYearClaim[] {
  const { figures, state } = progress;
  const first = figures.at(-2);
  if (first === undefined || !first.last || !first.exact || first.words.trend !== null || saying(first) !== null || current.past) return [];
  if (first.quantity.measure !== current.quantity.measure || currentOf(figures.slice(0, -2), first.clause) !== undefined) return [];
  if (state.scope === 'other' || state.partTime || !comparesLastYear(token.start, progress)) return [];
  const { span, value, decimals, measure } = first.quantity;
  return ofCurrent(current, figures, null).map(({ subject, detail, hedged, readings, plain }) => ({
    claim: {
      ...frameOf(progress, span, span),
      value,
      decimals,
      kind: 'count',
      plain,
      scale: SCALES[measure] ?? 1,
      topic: `${subject}/${detail ?? ''}`,
      hedged,
      scope: state.scope,
      readings,
    },
    change: null,
    current: null,
  }));
}

/** As many numbers of this year, in the same order; where they are not found, nobody knows of what it is. */
function changedInTurn(
  figure: Figure,
  place: NumberContext,
  { turn, progress }: { readonly turn: Turn; readonly progress: Progress },
): readonly LastYearClaim[] {
  const { at, count, trend } = turn;
  const { measure } = place.token.quantity;
  const before = progress.figures.slice(0, progress.figures.indexOf(figure) - at).slice(-count);
  const current = before[at];
  if (current === undefined || before.length < count || before.some((each) => each.past || each.words.trend !== null || each.quantity.measure === '%'))
    return [];
  const isShare = measure.word === '%';
  const bound = ofCurrent(current, [current], isShare ? null : measure);
  return bound.map((each) => changeClaim(each, { place, trend, current, progress }));
}

/** 增加28件, 下降7.98%, 增长1.5倍 */
function changedClaims(figure: Figure, place: NumberContext, progress: Progress): readonly LastYearClaim[] {
  const { measure } = place.token.quantity;
  const isShare = measure.word === '%' || measure.word === '倍';
  if (!isShare && (measure.kind === 'percent' || measure.kind === 'other')) return [];
  const found = boundBy(figure, isShare ? null : measure, { place, progress });
  const trend = place.left.findLast((token) => isWord(token, 'trend'));
  const current = currentOf(progress.figures, place.index);
  return found.map((bound) => changeClaim({ ...bound, plain: bound.plain && !figure.words.unknown }, { place, trend, current, progress }));
}

interface Change {
  readonly place: NumberContext;
  /** The word that says more or less. */
  readonly trend: Token | undefined;
  readonly current: Figure | undefined;
  readonly progress: Progress;
}

function changeClaim({ subject, detail, hedged, readings, plain }: Bound, { place, trend, current, progress }: Change): LastYearClaim {
  const { start, quantity } = place.token;
  const { word } = quantity.measure;
  const isShare = word === '%' || word === '倍';
  return {
    claim: {
      ...numberFrame(progress, place, cluesOf([])),
      span: spanIn(progress.sentence, trend?.start ?? start, place.token.end),
      kind: isShare ? 'share' : 'count',
      plain,
      scale: word === '%' ? 100 : isShare ? 1 : (SCALES[word] ?? 1),
      topic: `${subject}/${detail ?? ''}`,
      hedged,
      scope: progress.state.scope,
      readings,
    },
    change: isWord(trend, 'trend', 'more') ? 'more' : 'less',
    current: current?.quantity.span ?? null,
  };
}

/** 申请量与上年持平 */
export function unchangedClaims(clause: Clause, index: number, progress: Progress): readonly LastYearClaim[] {
  const same = clause.tokens.find((token) => isWord(token, 'trend', 'same'));
  if (same === undefined || progress.setting.year === null || progress.state.partTime || progress.state.scope === 'other') return [];
  const words = cluesOf(clause.tokens);
  const { sentence, figures } = progress;
  if (/(?:基本|大致|大体|略)$/u.test(sentence.text.slice(0, same.start)) || words.part !== null || words.role) return [];
  if (!comparesLastYear(same.start, progress)) return [];
  const current = currentOf(figures, index);
  const readings = current?.claim?.scope === 'other' ? [] : (current?.claim?.readings ?? []);
  if (current === undefined || readings.length === 0 || words.unknown || !words.empty) return [];
  const span = spanIn(sentence, same.start, same.end);
  return [
    {
      claim: { ...frameOf(progress, span, span), kind: 'count', topic: current.claim?.topic ?? '', scope: progress.state.scope, readings },
      change: 'same',
      current: current.quantity.span,
    },
  ];
}

type Bound = Pick<Binding, 'subject' | 'detail' | 'hedged' | 'readings'> & { readonly plain: boolean };

/** What the number counts: by its own words, else as this year's number beside it. `measure` is null for a percentage. */
function boundBy(
  figure: Figure,
  measure: Measure | null,
  { place, progress }: { readonly place: NumberContext; readonly progress: Progress },
): readonly Bound[] {
  const { figures, state, setting } = progress;
  const current = currentOf(figures, place.index);
  const own = saying(figure);
  if (own === null && current !== undefined) return ofCurrent(current, figures, measure);
  // 申请量较上年的35件增加4件，增长11.4%: the first number of the comparison has its words.
  const words = own ?? saying(figures.findLast((each) => isNear(each, figure, progress) && saying(each) !== null) ?? figure) ?? figure.words;
  const says = words !== figure.words || own !== null;
  const asNow = { ...state, otherTime: false, lastYear: false };
  const found = bind({
    words: { ...words, compare: false, trend: null, list: null },
    state: asNow,
    measure: measure ?? measureOf(words, asNow.subject),
    form: setting.form,
    opener: place.clause.opener,
  });
  return found
    .filter(({ scope, readings }) => scope !== 'other' && readings.length > 0)
    .map(({ subject, detail, hedged, readings }) => ({ subject, detail, hedged, readings: [...readings, ...likeIt(readings, current)], plain: says }));
}

/** 许可较上年增加25件；处罚减少5件，下降7.7%: a semicolon ends what is compared. */
function isNear(each: Figure, figure: Figure, { clauses }: Progress): boolean {
  return each.clause >= figure.clause - MAX_CLAUSES && !clauses.slice(each.clause + 1, figure.clause + 1).some(({ opener }) => opener === ';');
}

/** Its words, where they say what is compared. */
function saying({ words }: Figure): Clues | null {
  return words.empty && words.objects.length === 0 ? null : words;
}

/** 收费同比下降12%: money is compared with money. */
function measureOf({ objects }: Clues, subject: string | null): Measure {
  return (objects.at(-1) ?? subject) === 'fees' ? { kind: 'money', word: '万元' } : CELLS;
}

/** 新收17件，申请量较上年增加2件: counted as the number beside it, where that is of the same rows. */
function likeIt(readings: readonly Interpretation[], current: Figure | undefined): readonly Interpretation[] {
  const own = new Set(readings.map(({ sum }) => sum.join()));
  return current?.claim?.readings.some(({ sum }) => own.has(sum.join())) === true ? current.claim.readings : [];
}

/** This year's number that a comparison behind it, or before it, speaks of. */
function currentOf(figures: readonly Figure[], clause: number): Figure | undefined {
  return figures.findLast(
    (figure) =>
      !figure.last &&
      !figure.past &&
      !figure.partTime &&
      figure.words.trend === null &&
      figure.quantity.measure !== '%' &&
      figure.clause >= clause - MAX_CLAUSES,
  );
}

/** So many clauses a comparison may stand behind its number. */
const MAX_CLAUSES = 4;

/** 收到323件，其中自然人287件，同比减少28件: of the part, or of the whole. */
function ofCurrent(current: Figure, figures: readonly Figure[], measure: Measure | null): readonly Bound[] {
  const { claim } = current;
  if (claim === null || claim.kind !== 'count' || claim.scope === 'other' || claim.readings.length === 0 || claim.bound !== 'exact') return [];
  if (measure !== null && measure.word !== current.quantity.measure) return [];
  const isPart = current.words.list !== null || current.words.column !== null || current.words.results.length > 0 || current.words.outcome !== null;
  const whole = isPart ? figures.slice(0, figures.indexOf(current)).findLast((figure) => figure.claim?.kind === 'count' && isWhole(figure)) : undefined;
  const [subject = 'applications', detail] = claim.topic.split('/');
  const readings = [...claim.readings, ...(whole?.claim?.readings ?? [])];
  return [{ subject: subject as Binding['subject'], detail: detail ?? null, hedged: claim.hedged, readings, plain: claim.plain }];
}

/** 复议29起，17起被维持、5起在审；同比上升31.82%: what the numbers in between are parts of. */
function isWhole({ words: { list, outcome, results, column } }: Figure): boolean {
  return list === null && outcome === null && results.length === 0 && column === null;
}

/** The numbers of a report; null where a cell is absent, blank or no number. */
type NumberOf = (key: CellKey) => number | null;

/** A claim as a report of last year decides it: its readings say what it is to be; null where that report does not know. */
export function heldAgainst(
  { claim, change }: LastYearClaim,
  { text, now, before }: { readonly text: string; readonly now: NumberOf; readonly before: NumberOf },
): Claim | null {
  const readings = claim.readings.flatMap(({ sum }): readonly Interpretation[] => {
    const value = sumOfCells(sum, before);
    if (value === null) return [];
    if (change === null) return [{ sum }];
    if (sumOfCells(sum, now) === null) return [];
    if (claim.kind === 'share' && value === 0) return [];
    return [{ sum, since: { value, less: change === 'less' }, ...(claim.kind === 'share' && { by: value }) }];
  });
  // What may only agree need not be known in every way that it may be meant.
  const isKnown = claim.scope === 'other' || readings.length === claim.readings.length;
  return !isKnown || readings.length === 0 ? null : verifyClaim({ ...claim, readings }, text, change === null ? before : now);
}
