// Numbers that their words do not bind for sure → claims that only the tables can bear out: one agrees where it is the very figure that the words
// beside it name, and contradicts nothing.

import type { Form } from '../../../forms/form.ts';
import type { Claim, Interpretation, LastYearClaim, Subject } from '../claim-model.ts';
import { isInSum, partsOf } from '../numbers/claim-lists.ts';
import { subjectOf, type Figure, type NumberContext, type Progress, type State } from '../numbers/draft.ts';
import { cluesOf, type Clues } from '../words/clues.ts';
import { isWord, type Token } from '../words/lex-sentence.ts';
import { SCALES } from './counts.ts';
import { frameOf, numberFrame } from './frame.ts';
import { isApplicationAction, OF_APPLICATIONS, readingsOf } from './interpretations.ts';
import { comparesLastYear } from './last-year.ts';
import { sumsBefore } from './shares.ts';

/** Of what, nobody says: it makes no number beside it another's. */
const NAMED = 'named';
/** Smaller ones agree by chance. */
export const MIN_TELLING = 10;

/** A number without a reading, with the words on either side of it. */
export interface Unread {
  readonly place: NumberContext;
  readonly own: Clues;
  readonly after: Clues;
  readonly figure: Figure;
  /** What was spoken of, and when, at that place. */
  readonly state: State;
}

/** What may be said of it as a number of this year; null where its words name nothing that the tables count. */
export function borneOut(unread: Unread, progress: Progress): Claim | null {
  const { place, own, figure, state } = unread;
  const { quantity } = place.token;
  const isPercent = quantity.measure.kind === 'percent';
  if (quantity.bound !== 'exact' || figure.past || own.compare || own.trend !== null || state.otherTime) return null;
  const readings = isPercent
    ? sharesOf(unread, progress)
    : isTelling(quantity) || isInSum(figure, progress.figures)
      ? countsOf(unread, progress)
      : sumOf(unread, progress);
  const [first] = readings;
  if (first === undefined) return null;
  return {
    ...numberFrame(progress, place, own),
    kind: isPercent ? 'share' : 'count',
    scale: isPercent ? 100 : (SCALES[quantity.measure.word] ?? 1),
    topic: figure.claim?.topic ?? NAMED,
    scope: 'other',
    readings,
  };
}

/** Money has decimals, by which small sums tell as well. */
function isTelling({ value, decimals }: { readonly value: number; readonly decimals: number }): boolean {
  return value >= MIN_TELLING || decimals > 1;
}

function countsOf(unread: Unread, progress: Progress): readonly Interpretation[] {
  return [...sumOf(unread, progress), ...namedBy(unread, progress)];
}

/** 予以公开90件、部分公开33件，合计123件: what the numbers before it add up to. */
function sumOf({ figure }: Unread, { figures }: Progress): readonly Interpretation[] {
  const parts = partsOf(figure, figures);
  const readings = parts.map(({ claim }) => claim?.readings[0]);
  const sum = readings.flatMap((reading) => reading?.sum ?? []);
  return readings.length === 0 || readings.some((reading) => reading === undefined || reading.over !== undefined) ? [] : [{ sum }];
}

/** Said of applications only. */
const OF_YEARS: ReadonlySet<string> = new Set(['new', 'carry-in', 'carry-out']);
const CASES: readonly Subject[] = ['review', 'litigation', 'direct', 'after-review'];
const OF_DOCUMENTS = ['made', 'of-making', 'repealed', 'effective', 'newly-published', 'in-public'];

/** Every row, column and outcome that the words on either side name. */
function namedBy({ place, own, after, state }: Unread, { clauses, setting: { form } }: Progress): readonly Interpretation[] {
  const said = [own, after];
  if (!said.some(names)) {
    const before = clauses[place.index - 1]?.tokens ?? [];
    // 新收申请增长28.85%，由104件升至134件
    if (!before.some((token) => token.is === 'quantity' && token.quantity.measure.kind !== 'percent')) said.push({ ...cluesOf(before), trend: null });
    // 近一半（40件）属于行政执法案卷
    const behind = place.clause.opener === '(' ? clauses[place.index + 1] : undefined;
    if (behind?.opener === ')') said.push(cluesOf(upToNumber(behind.tokens)));
  }
  const { kind, word } = place.token.quantity.measure;
  if (kind === 'other' && !TIMES.has(word)) return [];
  const all = (pick: (clues: Clues) => readonly string[]) => [...new Set(said.flatMap(pick))];
  const [objects, results, columns, actions] = [
    all((each) => each.objects),
    all((each) => each.results),
    all((each) => each.columns),
    all((each) => each.actions),
  ];
  const outcome = said.map((each) => each.outcome).find((each) => each !== null) ?? null;
  const spoken =
    actions.some((action) => OF_DOCUMENTS.includes(action)) && clauses.some(({ tokens }) => tokens.some((token) => isWord(token, 'object', 'normative')))
      ? 'normative'
      : state.subject;
  const subjects = subjectsOf({ objects, isOfApplications: results.length > 0 || columns.length > 0, outcome, subject: spoken });
  const isMoney = kind === 'money';
  return subjects.flatMap((subject): readonly Interpretation[] => {
    if ((subject === 'fees' || subject === 'fee') !== isMoney && subject !== 'procurement') return [];
    const meaning = { ...OF_APPLICATIONS, subject };
    if (subject === 'applications') {
      const known = actions.filter(isApplicationAction);
      // 抽查16件, 邮寄答复书16份
      const isNamed = results.length > 0 || columns.length > 0 || objects.some((object) => object.startsWith('application'));
      if (
        kind !== 'count' ||
        (!isNamed && !known.some((action) => OF_YEARS.has(action)) && (known.length === 0 || said.some(({ part, unknown }) => part !== null || unknown)))
      )
        return [];
      const meanings =
        results.length > 0
          ? [results, ...results.map((each) => [each])].map((each) => ({ ...meaning, results: each }))
          : [{ ...meaning, actions: known.length > 0 ? known : ['receive', 'done'] }];
      return meanings.flatMap((each) => [null, ...columns].flatMap((column) => readingsOf(form, { ...each, column })));
    }
    if (subject === 'normative' || subject === 'regulations') {
      const known = actions.flatMap((action) => readingsOf(form, { ...meaning, actions: [action] }));
      return known.length > 0 ? known : OF_DOCUMENTS.flatMap((action) => readingsOf(form, { ...meaning, actions: [action] }));
    }
    return readingsOf(form, { ...meaning, outcome, column: subject === 'procurement' && isMoney ? 'amount' : null });
  });
}

function upToNumber(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex((token) => token.is === 'quantity');
  return end < 0 ? tokens : tokens.slice(0, end);
}

/** 行政强制措施1946次, 集中采购41批次 */
const TIMES: ReadonlySet<string> = new Set(['次', '批次']);

function names({ objects, results, columns, outcome, actions }: Clues): boolean {
  return objects.length + results.length + columns.length + actions.length > 0 || outcome !== null;
}

interface Named {
  readonly objects: readonly string[];
  readonly isOfApplications: boolean;
  readonly outcome: string | null;
  readonly subject: State['subject'];
}

function subjectsOf({ objects, isOfApplications, outcome, subject }: Named): readonly Subject[] {
  const named = objects.filter((object) => object !== 'foreign').map((object) => subjectOf(object === 'applications' ? 'application' : object) as Subject);
  if (outcome !== null) {
    const cases = (named.length > 0 ? named : subject === null || subject === 'foreign' ? CASES : [subject]).filter(
      (each) => CASES.includes(each) || each === 'disputes',
    );
    return cases.length > 0 ? cases : [];
  }
  if (named.length > 0) return named;
  if (isOfApplications) return ['applications'];
  return objects.length > 0 || subject === null || subject === 'foreign' ? [] : [subject];
}

const MAX_BESIDE = 8;

/** A number that stands beside it over one that the sentence gives, or over the year's applications or cases. */
function sharesOf({ place, figure }: Unread, { figures, setting: { form } }: Progress): readonly Interpretation[] {
  const { quantity } = place.token;
  if (quantity.decimals <= 0 || quantity.value >= 100) return [];
  const at = figures.indexOf(figure);
  const counted = (from: readonly Figure[]) =>
    from.flatMap(({ claim, past }) =>
      claim?.kind === 'count' && !past ? claim.readings.slice(0, 2).flatMap(({ sum, over }) => (over === undefined ? [sum] : [])) : [],
    );
  const parts = counted(figures.slice(Math.max(0, at - 2), at)).concat(sumsBefore(figures.slice(0, at)));
  const wholes = counted(figures.slice(Math.max(0, at - MAX_BESIDE), at + 2)).concat(everything(form, figures[at - 1]));
  return parts.flatMap((sum) => wholes.filter((over) => over.join() !== sum.join()).map((over) => ({ sum, over })));
}

function everything(form: Form, beside: Figure | undefined): readonly Interpretation['sum'][] {
  const subject = beside?.claim?.topic.split('/')[0];
  const cases = subject === 'direct' || subject === 'after-review' ? 'litigation' : (subject as Subject);
  const meaning = CASES.includes(cases) ? { ...OF_APPLICATIONS, subject: cases } : { ...OF_APPLICATIONS, actions: ['done', 'take'] };
  return readingsOf(form, meaning).map(({ sum }) => sum);
}

/** 由6件增加到10件: without a year it is last year's that it rose from. */
const SOME_TIME = /[0-9]年|[0-9]月|季度|半年/u;

/** What may be said of it as a number of last year, or as what changed since; null where nothing stands beside it that could have changed. */
export function borneOutByLastYear(unread: Unread, progress: Progress): LastYearClaim | null {
  const { place, own, figure, state } = unread;
  const { measure, value, decimals, bound } = place.token.quantity;
  const { trend } = own;
  const isShare = measure.kind === 'percent';
  const change = trend === 'more' || trend === 'less' ? trend : null;
  if (bound !== 'exact' || !(figure.past || change !== null) || !(isShare ? decimals > 0 && change !== null : figure.rises || isTelling({ value, decimals })))
    return null;
  if (!comparesLastYear(place.token.start, progress) && !(figure.rises && !SOME_TIME.test(progress.sentence.text.slice(0, place.token.start)))) return null;
  const beside = progress.figures
    .slice(0, progress.figures.indexOf(figure))
    .findLast((each) => each.claim?.kind === 'count' && !each.past && each.claim.readings.length > 0);
  const named = namedBy({ ...unread, state: { ...state, otherTime: false } }, progress);
  const readings = [...named, ...(beside?.claim?.readings ?? [])].filter(({ over }) => over === undefined);
  if (readings.length === 0) return null;
  const claim: Claim = {
    ...frameOf(progress, numberFrame(progress, place, own).span, figure.quantity.span),
    value,
    decimals,
    kind: isShare ? 'share' : 'count',
    scale: isShare ? 100 : (SCALES[measure.word] ?? 1),
    topic: beside?.claim?.topic ?? NAMED,
    scope: 'other',
    readings,
  };
  return { claim, change, current: beside?.quantity.span ?? null };
}
