// One counted number → its claims: 收到17件, and a number whose verb only the next clause says.

import { bind } from './bind.ts';
import type { Claim } from '../claim-model.ts';
import type { Figure, NumberContext, Progress } from '../numbers/draft.ts';
import type { Clues } from '../words/clues.ts';
import { frameOf, numberFrame } from './frame.ts';
import { isWord } from '../words/lex-sentence.ts';
import { OF_APPLICATIONS, readingsOf } from './interpretations.ts';

/** Cells are in 万元. */
export const SCALES: Readonly<Record<string, number>> = { 元: 1e4, 亿元: 1e-4 };

export function countClaims(place: NumberContext, words: Clues, progress: Progress): readonly Claim[] {
  if (words.empty && words.objects.length === 0 && !progress.open) return [];
  const { state, setting, hedged: doubtful } = progress;
  const { measure } = place.token.quantity;
  if (isDoneLater(place, words, setting.year)) return leftOver(place, words, progress);
  const part =
    isPartOfMore(place, words, progress.sentence.text) ||
    isOfReviewer(words, progress) ||
    isOfFinished(words, progress) ||
    isOfReceived(words, progress) ||
    isOfForeign(words, progress) ||
    isOfDocuments(words, progress);
  const vague = isOfCarried(place, words, progress) || isOfChannel(place, words, progress);
  const ofChannel = channelClaim(place, words, progress);
  if (ofChannel !== null) return [ofChannel];
  return bind({ words, state, measure, form: setting.form, opener: place.clause.opener }).map(({ subject, detail, scope, hedged, readings }) => ({
    ...numberFrame(progress, place, words),
    kind: 'count' as const,
    ...(vague && { plain: false }),
    scale: SCALES[measure.word] ?? 1,
    topic: detail === null ? subject : `${subject}/${detail}`,
    hedged: doubtful || hedged,
    scope: part ? ('other' as const) : scope,
    readings: part ? [] : readings,
  }));
}

const RECEIVED: ReadonlySet<string> = new Set(['receive', 'accept', 'new']);

/** 通过平台收到申请1件: no cell counts it, but it is not more than all that came in. */
function channelClaim(place: NumberContext, words: Clues, progress: Progress): Claim | null {
  const { state, setting } = progress;
  const { measure, bound } = place.token.quantity;
  const isPlain =
    words.part === 'channel' &&
    words.results.length === 0 &&
    words.column === null &&
    !words.narrowed &&
    !words.led &&
    !words.role &&
    words.actions.every((action) => RECEIVED.has(action));
  const isOwn =
    state.scope !== 'other' &&
    !state.otherTime &&
    state.blocked === null &&
    (words.objects.length > 0 ? words.objects.every((object) => object.startsWith('application')) : state.subject === 'applications');
  if (!isPlain || !isOwn || bound !== 'exact' || measure.word !== '件') return null;
  const readings = readingsOf(setting.form, { ...OF_APPLICATIONS, actions: ['receive'] });
  return {
    ...numberFrame(progress, place, words),
    kind: 'count',
    bound: 'at-most',
    topic: 'applications/channel',
    hedged: true,
    plain: false,
    scope: state.scope,
    readings,
  };
}

const INFORMATION_AMONG = /^[,;(]其中[^,;、0-9]{0,12}信息公开/u;
const APPLICATIONS_AMONG = /^[,;(]其中(?:涉及|属于)?(?:政府)?信息公开申请[0-9]/u;
const OTHERS_UNPUBLISHED = /^[(,;][^。]{0,30}(?:不予公开|未公开|不公开|共作出)/u;
const DECISIONS: ReadonlySet<string> = new Set(['licences', 'penalties', 'coercion']);
const LATE = /(?:延期|逾期|超期)(?:办结|答复|办理|回复)[0-9]/u;
const DOCUMENTS: ReadonlySet<string> = new Set(['normative', 'regulations']);
const CASES: ReadonlySet<string> = new Set(['review', 'litigation', 'disputes']);

/** 行政复议18件，其中政府信息公开类3件: the tables count the part. 按期办结39件，延期办结3件: they count both together. */
function isPartOfMore({ token }: NumberContext, { objects, deadline, actions }: Clues, text: string): boolean {
  const behind = text.slice(token.end);
  const object = objects.at(-1) ?? '';
  // 公开行政处罚决定30件（另有4件依法不予公开）
  if (DECISIONS.has(object) && actions.includes('publish') && OTHERS_UNPUBLISHED.test(behind)) return true;
  return (
    (CASES.has(object) && INFORMATION_AMONG.test(behind)) || (object === 'application' && APPLICATIONS_AMONG.test(behind)) || (deadline && LATE.test(behind))
  );
}

/** 县政府共收到行政复议申请126件: who receives them decides them, unless it is said that they are about 政府信息公开. */
function isOfReviewer({ objects, actions }: Clues, { sentence, ofDisputes }: Progress): boolean {
  return (
    CASES.has(objects.at(-1) ?? '') && actions.some((action) => action === 'receive' || action === 'new') && !ofDisputes && !sentence.text.includes('信息公开')
  );
}

/** 办结228件，其中新收218件: of what was finished, that which came in this year. */
function isOfFinished({ list, actions }: Clues, { figures }: Progress): boolean {
  if (!actions.includes('new')) return false;
  const [before, last] = figures.slice(-2);
  // 办结131件，其中上年结转7件、本年新收124件
  const isSecond = last?.words.list === 'of-which' && before?.words.actions.includes('done') === true;
  return isSecond || (list === 'of-which' && (last ?? before)?.words.actions.includes('done') === true);
}

/** 处理投诉318件，其中申请行政复议21件: cases that came out of something else. */
function isOfForeign({ list, objects }: Clues, { figures }: Progress): boolean {
  const whole = figures.at(-1);
  return list === 'of-which' && CASES.has(objects.at(-1) ?? '') && whole?.claim === null && whole.words.objects.includes('foreign');
}

/** 收到27件，其中镇政府收到21件: some of what was received. */
function isOfReceived({ list, actions, results, column }: Clues, { figures }: Progress): boolean {
  const whole = figures.at(-1);
  if (list !== 'of-which' || results.length > 0 || column !== null || actions.length === 0 || whole?.claim?.scope !== 'whole') return false;
  return (
    actions.every((action) => RECEIVED.has(action) && action !== 'new') &&
    whole.words.actions.some((action) => RECEIVED.has(action)) &&
    whole.claim.topic.startsWith('applications')
  );
}

/** 制发规范性文件11件，其中县政府规范性文件7件: some of the documents just counted. */
function isOfDocuments({ list, objects, actions }: Clues, { figures }: Progress): boolean {
  const whole = figures.at(-1)?.words.objects.at(-1);
  return list === 'of-which' && actions.length === 0 && whole !== undefined && DOCUMENTS.has(whole) && objects.at(-1) === whole;
}

/** 该8件已于2025年1月全部办结, 剩余15件已于次年1月答复: done behind a date of the next year, so no part of this year's total. */
function isDoneLater({ right }: NumberContext, { actions }: Clues, year: number | null): boolean {
  const done = right.findIndex((token) => isWord(token, 'action', 'done'));
  if (done < 0 || !actions.includes('done')) return false;
  return right
    .slice(0, done)
    .some((token) => isWord(token, 'time', 'next') || (token.is === 'date' && year !== null && token.year !== null && token.year > year));
}

const LEFT = /(?:其余|剩余|余下|剩下|尚有|另有|还有)的?$/u;

/** 办结七件，剩余一件将在2024年1月答复: it was carried over. */
function leftOver(place: NumberContext, words: Clues, progress: Progress): readonly Claim[] {
  const { state, setting, sentence } = progress;
  const isLeft = LEFT.test(sentence.text.slice(0, place.token.start)) && state.subject === 'applications' && state.scope !== 'other' && !words.unknown;
  if (!isLeft || place.token.quantity.measure.word !== '件') return [];
  const readings = readingsOf(setting.form, { ...OF_APPLICATIONS, actions: ['carry-out'] });
  return [{ ...numberFrame(progress, place, words), kind: 'count', topic: 'applications/carry-out', scope: state.scope, readings }];
}

/** 结转下年度15件，目前已办结12件: behind a number that was carried over, a smaller one that was finished is most likely of those. */
function isOfCarried({ index, token }: NumberContext, { actions }: Clues, { figures }: Progress): boolean {
  const before = figures.at(-1);
  if (before === undefined || before.clause < index - 1 || !actions.includes('done')) return false;
  return before.words.actions.some((action) => action.startsWith('carr')) && token.quantity.value <= before.quantity.value;
}

/** 信函申请63件，自然人58件: right behind a channel, who applied that way or what was finished of it rather than of all. */
function isOfChannel({ index }: NumberContext, { column, part, actions }: Clues, { figures }: Progress): boolean {
  const before = figures.at(-1);
  if (before === undefined || before.clause < index - 1 || part !== null) return false;
  return before.words.part !== null && (column !== null || actions.includes('done'));
}

/** 八件因需征求第三方意见，结转下年度办理: the verb of a number whose own clause says nothing the tables count. */
export function carriedLater({ quantity, claim, exact }: Figure, progress: Progress): Claim | null {
  const { state, setting } = progress;
  if (!exact || quantity.measure !== '件' || (claim?.readings.length ?? 0) > 0) return null;
  if (state.subject !== 'applications' || state.otherTime) return null;
  return {
    ...frameOf(progress, quantity.span, quantity.span),
    value: quantity.value,
    decimals: quantity.decimals,
    kind: 'count',
    topic: 'applications/carry-out',
    plain: false,
    scope: state.scope,
    readings: state.scope === 'other' ? [] : readingsOf(setting.form, { ...OF_APPLICATIONS, actions: ['carry-out'] }),
  };
}
