// Numbers that are worked out from the tables, or stand in them as what changed: a monthly mean, how many times one number is
// another, what changed since last year, and the items of the 2019 form.

import { cellKey, type TableId } from '../../../forms/form.ts';
import type { Claim, Interpretation, Subject } from '../claim-model.ts';
import { spanIn } from '../words/sentences.ts';
import { subjectOf, type Figure, type NumberContext, type Progress } from '../numbers/draft.ts';
import { cluesOf, objectOf, type Clues } from '../words/clues.ts';
import { isWord, type Token } from '../words/lex-sentence.ts';
import { frameOf, numberFrame } from './frame.ts';
import { OF_APPLICATIONS, readingsOf } from './interpretations.ts';

const MONTHS = 12;
const RECEIVED: ReadonlySet<string> = new Set(['receive', 'accept', 'new', 'handle', 'take']);

/** 月均收到申请154件: what came in, over twelve months. */
export function meanClaims(place: NumberContext, words: Clues, progress: Progress): readonly Claim[] {
  const { state, setting } = progress;
  const { bound } = place.token.quantity;
  const subject = objectOf(words) === null ? state.subject : subjectOf(objectOf(words));
  const isPlain = words.results.length === 0 && words.column === null && words.outcome === null && !words.unknown && !words.role;
  if (subject !== 'applications' || !isPlain || state.otherTime || words.actions.some((action) => !RECEIVED.has(action) && action !== 'done')) return [];
  const readings = readingsOf(setting.form, { ...OF_APPLICATIONS, actions: words.actions.includes('done') ? ['done'] : ['receive'] });
  return [
    {
      ...numberFrame(progress, place, words),
      kind: 'count',
      bound: bound === 'exact' || bound === 'about' ? 'rounded' : bound,
      topic: 'applications/mean',
      hedged: true,
      scope: state.scope,
      readings: readings.map(({ sum }) => ({ sum, by: MONTHS })),
    },
  ];
}

/** What stands between the two: 是, 约为, 相当于. */
const IS = /^(?:是|为|约为|约是|相当于|达到|达)$/u;

/** 无法提供的申请是不予公开的3.0倍, 前者约为后者的3.0倍 */
export function ratioClaims(place: NumberContext, progress: Progress): readonly Claim[] {
  const { sentence, state } = progress;
  const { left } = place;
  const at = left.findLastIndex((token) => IS.test(sentence.text.slice(token.start, token.end).replace(/^约/u, '')));
  if (
    at < 0 ||
    state.scope === 'other' ||
    left.some((token) => token.is === 'date' || isWord(token, 'time') || isWord(token, 'compare') || isWord(token, 'trend'))
  )
    return [];
  const parts = sideOf(left.slice(0, at), progress);
  const wholes = sideOf(left.slice(at + 1), progress);
  const readings = parts.flatMap(({ sum }) => wholes.map(({ sum: over }): Interpretation => ({ sum, over })));
  if (readings.length === 0) return [];
  return [
    { ...numberFrame(progress, place, cluesOf(left)), kind: 'share', plain: true, topic: 'applications/ratio', hedged: true, scope: state.scope, readings },
  ];
}

/** What one side of the comparison counts; the number before it where it names nothing. */
function sideOf(tokens: readonly Token[], { figures, setting, state }: Progress): readonly Interpretation[] {
  const words = cluesOf(tokens);
  const counted = figures.filter(({ claim }) => claim?.kind === 'count').slice(-2);
  if (words.back === 'former' || words.back === 'latter') return counted[words.back === 'former' ? 0 : 1]?.claim?.readings ?? [];
  if (words.unknown || words.part !== null || words.role) return [];
  const { results, column, actions } = words;
  const subject = objectOf(words) === null ? state.subject : subjectOf(objectOf(words));
  if (words.outcome !== null) {
    const named = CASES.has(subject ?? '') ? (subject as Subject) : 'review';
    return readingsOf(setting.form, { ...OF_APPLICATIONS, subject: named, outcome: words.outcome });
  }
  if (results.length > 0 || column !== null)
    return readingsOf(setting.form, { ...OF_APPLICATIONS, results, column, actions: results.length > 0 ? [] : ['receive', 'done'] });
  if (words.objects.length > 0 && CASES.has(subject ?? '')) return readingsOf(setting.form, { ...OF_APPLICATIONS, subject: subject as Subject });
  if (actions.length > 0 && subject === 'applications') return readingsOf(setting.form, { ...OF_APPLICATIONS, actions });
  return words.empty ? (counted.at(-1)?.claim?.readings ?? []) : [];
}

const CASES: ReadonlySet<string> = new Set(['review', 'litigation', 'direct', 'after-review']);

/** 比上年的35件增加4件，增长11.4%: this year's number is not written, but the table has it. */
export function changeClaims(progress: Progress): readonly Claim[] {
  const { figures } = progress;
  // 比2022年（178件）、2023年（194件）增长30.9%、20.1%: which is compared with which, is not told.
  if (figures.filter(({ past, quantity }) => past && quantity.measure !== '%').length > 1) return [];
  return figures.flatMap((base, at) => {
    if (!base.last || !base.exact || base.quantity.measure === '%' || base.words.trend !== null) return [];
    const isCurrent = ({ last, past, words, quantity }: Figure) => !last && !past && words.trend === null && quantity.measure === base.quantity.measure;
    if (figures.some(isCurrent)) return [];
    const changes = figures
      .slice(at + 1)
      .filter(({ words, clause, exact }) => words.trend !== null && words.part === null && exact && clause <= base.clause + 2);
    return changes.flatMap((change) => changeClaim(base, change, progress));
  });
}

function changeClaim(base: Figure, change: Figure, progress: Progress): readonly Claim[] {
  const { setting, state } = progress;
  const { subject } = change;
  const { quantity, words } = change;
  const said = [base.words, words];
  if (subject === null || !(subject === 'applications' || subject === 'review') || state.scope === 'other') return [];
  if (said.some((each) => each.part !== null || each.unknown || each.role || each.column !== null || each.outcome !== null)) return [];
  const results = said.flatMap((each) => each.results);
  const actions = said.flatMap((each) => each.actions);
  if (quantity.measure !== '%' && quantity.measure !== base.quantity.measure) return [];
  const wide = actions.length > 0 ? actions : ['receive', 'done'];
  const less = words.trend === 'less';
  const since = { value: base.quantity.value, less };
  const readings = readingsOf(setting.form, { ...OF_APPLICATIONS, subject, results, actions: subject === 'applications' ? wide : [] }).map(
    ({ sum }): Interpretation => ({ sum, since, ...(quantity.measure === '%' && { by: base.quantity.value }) }),
  );
  return [
    {
      ...frameOf(progress, quantity.span, quantity.span),
      value: quantity.value,
      decimals: quantity.decimals,
      kind: quantity.measure === '%' ? 'share' : 'count',
      scale: quantity.measure === '%' ? 100 : 1,
      topic: `${subject}/change`,
      hedged: true,
      scope: 'whole',
      readings,
    },
  ];
}

/** 行政许可事项, of the 2019 form, which counts items beside decisions. */
// 公布行政许可事项83项: a list of powers.
const ITEMS =
  /(?<!公[布示开])(?<last>上年(?:保留|有|共有)的?)?(?<subject>行政许可|其他对外管理服务|行政处罚|行政强制|行政事业性收费)类?(?:事项|项目)?的?(?:数量)?/gu;
const ITEM_ROWS: Readonly<Record<string, readonly [Subject, TableId, string]>> = {
  行政许可: ['licences', 'licensing', 'licences'],
  其他对外管理服务: ['services', 'licensing', 'other'],
  行政处罚: ['penalties', 'enforcement', 'penalties'],
  行政强制: ['coercion', 'enforcement', 'coercion'],
  行政事业性收费: ['fees', 'fees', 'fees'],
};
/** Numbers of items right behind their name and behind each other: 上年318项，本年减少26项; 从47项减为41项. */
const COUNT = /^(?<words>[,、(]?[^,;。、()0-9其]{0,12})(?<digits>[0-9]{1,6})项\)?/u;
const CHANGED = /(?:(?<more>增加|新增|净增|调增)|减少|精简|取消|压减|净减|调减|核减|(?<=再)减)了?$/u;
const OF_LAST_YEAR = /上一?年|去年|原|由|从/u;

export function itemClaims(progress: Progress): readonly Claim[] {
  const { sentence, setting, state } = progress;
  if (setting.form.id !== '2019' || state.scope === 'other' || !sentence.text.includes('项')) return [];
  return [...sentence.text.matchAll(ITEMS)].flatMap((found) => {
    const { subject: name = '', last } = found.groups ?? {};
    const [subject, table, row] = ITEM_ROWS[name] ?? [];
    if (subject === undefined || table === undefined || row === undefined) return [];
    const claims: Claim[] = [];
    let at = found.index + found[0].length;
    for (let count = COUNT.exec(sentence.text.slice(at)); count !== null && claims.length < MAX_COUNTS; count = COUNT.exec(sentence.text.slice(at))) {
      const { words = '', digits = '' } = count.groups ?? {};
      const changed = CHANGED.exec(words);
      const isPrevious = changed === null && (OF_LAST_YEAR.test(words) || (last !== undefined && claims.length === 0));
      const start = at + words.length;
      const cell = (column: string) => cellKey(table, row, column);
      const previous = { sum: [cell('previous')] };
      claims.push({
        ...frameOf(progress, spanIn(sentence, found.index, start + digits.length + 1), spanIn(sentence, start, start + digits.length)),
        value: Number(digits),
        kind: 'count',
        // 减少26项 is -26 in the table.
        scale: changed === null || changed.groups?.['more'] !== undefined ? 1 : -1,
        topic: `${subject}/${changed === null ? 'previous' : 'change'}`,
        hedged: true,
        // How many there are now, the table does not say itself.
        scope: changed === null && !isPrevious ? 'other' : state.scope,
        readings: changed === null ? (isPrevious ? [previous] : [{ sum: [cell('previous'), cell('change')] }, previous]) : [{ sum: [cell('change')] }],
      });
      at += count[0].length;
    }
    return claims;
  });
}

const MAX_COUNTS = 3;
