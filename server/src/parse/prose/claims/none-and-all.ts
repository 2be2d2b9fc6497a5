// Phrases that stand for a number: 未收到申请 is 新收 0, 未作出行政处罚 is 0 decisions, 全部办结 leaves nothing to carry over.

import type { Span } from '../../../text/span.ts';
import { cellKey, splitKey } from '../../../forms/form.ts';
import type { Claim, ClaimScope, Interpretation, Subject } from '../claim-model.ts';
import type { Clause } from '../words/clauses.ts';
import { subjectOf, type Progress } from '../numbers/draft.ts';
import { cluesOf, objectOf, type Clues } from '../words/clues.ts';
import { frameOf } from './frame.ts';
import { isWord, type Token } from '../words/lex-sentence.ts';
import { spanIn } from '../words/sentences.ts';
import { columnsOf, OF_APPLICATIONS, readingsOf } from './interpretations.ts';

/** A clause with the word that negates it, or a verb of it. */
interface Negated {
  readonly clause: Clause;
  readonly negation: Token;
  readonly progress: Progress;
}

/** Where a phrase stands; behind words of somebody else it says nothing of the organ. */
type Side = 'after' | 'before' | 'foreign';

const DOCUMENTS: Readonly<Record<string, Subject>> = { normative: 'normative', regulations: 'regulations' };
/** 无行政处罚决定 */
const DECISIONS: Readonly<Record<string, Subject>> = { licences: 'licences', penalties: 'penalties', coercion: 'coercion' };
/** Verbs that are negated in one word, and what they are said of. */
const NEGATED_VERBS: Readonly<Record<string, Readonly<Record<string, Subject>>>> = {
  made: DOCUMENTS,
  repealed: DOCUMENTS,
  decide: DECISIONS,
};
const SUBJECTS: Readonly<Record<string, Subject>> = {
  applications: 'applications',
  application: 'applications',
  review: 'review',
  litigation: 'litigation',
  direct: 'direct',
  'after-review': 'after-review',
  disputes: 'disputes',
  fees: 'fees',
};

export function noneClaims(clause: Clause, progress: Progress): readonly Claim[] {
  const { tokens } = clause;
  const negations = tokens.flatMap((token, at) => (isWord(token, 'none') ? [at] : []));
  // 零复议、零诉讼、零败诉: each is of what stands behind it, up to the next.
  return negations.flatMap((at, index) =>
    noneClaim(
      index === 0 ? clause : { ...clause, tokens: tokens.slice(at, negations[index + 1]) },
      progress,
      index === 0 ? (negations[1] ?? tokens.length) : null,
    ),
  );
}

function noneClaim(whole: Clause, progress: Progress, end: number | null): readonly Claim[] {
  const clause = end === null ? whole : { ...whole, tokens: whole.tokens.slice(0, end) };
  const { tokens } = clause;
  const { text } = progress.sentence;
  const at = tokens.findIndex((token) => isWord(token, 'none'));
  const negation = tokens[at];
  if (negation === undefined) return [];
  const previous = tokens[at - 1];
  if (isWord(negation, 'none', 'applications')) return noApplications(progress, negation, tokens.slice(0, at));
  // 对未收到的, 如未收到: a case, not a statement.
  if (previous !== undefined && /[对如若凡]$/u.test(text.slice(previous.start, previous.end))) return [];
  // 无 has to open its statement: 并无, 均无 are words of their own.
  if (text.slice(negation.start, negation.end) === '无' && previous?.is === 'unknown') return [];
  const leading = tokens.slice(0, at).some((token) => token.is === 'unknown' && token.text.length > 1 && !isOwn(progress, token.text));
  const negated: Negated = { clause, negation, progress };
  const behind = tokens.slice(at + 1);
  // 没有一起行政复议或者行政诉讼被纠正: none that ended so.
  if (behind.some((token) => isWord(token, 'outcome'))) return noneEnded(negated, leading);
  const after = phrases(behind).flatMap((phrase) => phraseClaim(negated, phrase, leading ? 'foreign' : 'after'));
  if (after.length > 0) return after;
  if (behind.some((token) => token.is === 'unknown')) return [];
  // 直接起诉案件：无
  const heading =
    at === 0 && tokens.length === 1 && clause.opener === ':'
      ? progress.clauses[progress.clauses.findIndex((each) => each.tokens[0] === negation) - 1]
      : undefined;
  // 行政复议、行政诉讼均未发生
  return phrases(heading?.tokens ?? tokens.slice(0, at)).flatMap((phrase) => phraseClaim(negated, phrase, 'before'));
}

/** 复议案件中无一被纠正: behind what was counted, outcomes.ts reads it. */
function noneEnded({ clause: { tokens }, negation, progress }: Negated, leading: boolean): readonly Claim[] {
  const { state, setting } = progress;
  const { outcome, lost, unknown, role } = cluesOf(tokens);
  const last = tokens.findLast((token) => isWord(token, 'outcome'));
  const subjects = [
    ...new Set(
      tokens.flatMap((token) =>
        token.is === 'word' && isDispute(token)
          ? [token.id as Subject]
          : token.is === 'word' && token.id === 'disputes'
            ? (['review', 'litigation'] as const)
            : [],
      ),
    ),
  ];
  const cases = subjects.filter((subject) => !lost || subject !== 'review');
  if (outcome !== 'corrected' || last === undefined || cases.length === 0 || leading || role || state.otherTime || state.scope === 'other') return [];
  const sum = cases.flatMap((subject) => readingsOf(setting.form, { ...OF_APPLICATIONS, subject, outcome })[0]?.sum ?? []);
  const frame = noneFrame(progress, negation, { start: negation.start, end: last.end });
  return [{ ...frame, kind: 'none', topic: `${cases[0] ?? ''}/${outcome}`, scope: state.scope, readings: unknown ? [] : [{ sum }] }];
}

const KEEPING = /^(?:实现|保持|继续|连续|一直|已)+(?:了)?$/u;

/** 零申请, 实现零申请 */
function noApplications(progress: Progress, negation: Token, before: readonly Token[]): readonly Claim[] {
  const { state } = progress;
  const isOfOthers = before.some((token) => token.is === 'unknown' && token.text.length > 1 && !KEEPING.test(token.text) && !isOwn(progress, token.text));
  if (isOfOthers || state.subject === 'foreign') return [];
  return [received(progress, { start: negation.start, end: negation.end }, state.otherTime ? 'other' : state.scope)];
}

const WHOLE_PART = /^(?:\([一二三四五六七八九十0-9]{1,2}\)|[0-9]{1,2}[.、])?(?:政府信息)?依申请公开(?:政府信息)?(?:情况|方面|工作)?[:。]?(?<none>无|零)。?$/u;

/** 依申请公开情况：无 */
export function noneOfPart(progress: Progress): readonly Claim[] {
  const { sentence, state } = progress;
  const found = WHOLE_PART.exec(sentence.text);
  if (found === null) return [];
  const start = found[0].length - (found[0].endsWith('。') ? 2 : 1);
  return [received(progress, { start, end: start + 1 }, state.scope)];
}

/** Nothing came in, said by these words. */
function received(progress: Progress, { start, end }: Span, scope: ClaimScope): Claim {
  const span = spanIn(progress.sentence, start, end);
  const readings = scope === 'other' ? [] : readingsOf(progress.setting.form, { ...OF_APPLICATIONS, actions: ['receive'] });
  return { ...frameOf(progress, span, span), kind: 'none', topic: 'applications/receive', scope, readings };
}

/** 不存在未按期答复的申请 says nothing of what came in. */
const ACTS: ReadonlySet<string> = new Set(['done', 'handle', 'take', 'publish', 'made']);

/** 投诉、行政复议及行政诉讼 are three things. */
function phrases(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const found: Token[][] = [[]];
  for (const token of tokens) {
    const last = found.at(-1);
    // Two objects without a point between: 行政复议及行政诉讼.
    const second = isDispute(token) && last?.some(isDispute);
    if (token.is === 'mark' || second) found.push(token.is === 'mark' ? [] : [token]);
    else last?.push(token);
  }
  return found;
}

function phraseClaim(negated: Negated, phrase: readonly Token[], side: Side): readonly Claim[] {
  const { clause, negation, progress } = negated;
  const { state, setting } = progress;
  const words = cluesOf(phrase);
  const named = objectOf(words);
  const verb = negation.is === 'word' && negation.id in NEGATED_VERBS ? negation.id : null;
  if (verb !== null) return side === 'after' ? negatedVerb(negated, phrase, verb) : [];
  const carried = words.actions.filter((action) => action.startsWith('carr'));
  const isLast = clause.tokens.at(-1) === negation;
  // 上年无结转: the object is left out.
  // 行政强制无
  const isBare = side === 'before' && isLast && phrase.every((token) => isWord(token, 'object') || isWord(token, 'filler'));
  const decided = named !== null && (words.actions.includes('decision') || isBare) ? DECISIONS[named] : undefined;
  // 不予公开、无法提供均为零
  const isOfResult = named === null && words.results.length > 0 && state.subject !== 'foreign' && (side === 'after' || (side === 'before' && isLast));
  const unrepealed = words.actions.includes('repealed') ? DOCUMENTS[named ?? state.subject ?? ''] : undefined;
  const subject = isOfResult
    ? 'applications'
    : (decided ?? unrepealed ?? (named === null ? (carried.length > 0 && state.subject === 'applications' ? 'applications' : undefined) : SUBJECTS[named]));
  if (subject === undefined) return [];
  const object = phrase.findLast((token) => isWord(token, 'object') || isWord(token, 'action') || isWord(token, 'result'));
  if (object === undefined) return [];
  const lastYear = clause.tokens.some((token) => isWord(token, 'time', 'last'));
  const acts = carried.length === 0 ? ['receive'] : carried.at(-1) === 'carried' && lastYear ? ['carry-in'] : carried;
  const actions = subject === 'applications' ? acts : unrepealed === undefined ? [] : ['repealed'];
  // 未收取行政事业性收费 of 政府信息公开 is of its fee.
  const isOfAnother = subject === 'fees' && OF_DISCLOSURE.test(progress.sentence.text);
  const scope: ClaimScope = isOfAnother || isOfSome(words, side) || (state.otherTime && !(carried.length > 0 && lastYear)) ? 'other' : state.scope;
  const meaning = { subject, actions, results: words.results, outcome: null, column: null };
  const columns = [...new Set(words.columns.flatMap(columnsOf))];
  const detail = words.results.at(-1) ?? words.column ?? actions[0];
  return [
    {
      ...noneFrame(progress, negation, { start: Math.min(negation.start, object.start), end: Math.max(negation.end, object.end) }),
      kind: 'none',
      topic: detail === undefined ? subject : `${subject}/${detail}`,
      scope,
      readings: scope === 'other' ? [] : readingsOf(setting.form, meaning).map((reading) => inColumns(reading, columns)),
    },
  ];
}

const OF_DISCLOSURE = /信息公开|依申请/u;

/** 无科研机构和社会公益组织的申请: of each of them. */
function inColumns({ sum }: Interpretation, columns: readonly string[]): Interpretation {
  return columns.length === 0 ? { sum } : { sum: sum.flatMap((key) => columns.map((column) => cellKey(splitKey(key).table, splitKey(key).row, column))) };
}

/** 未收到网上申请 is not 新收 0. */
function isOfSome(words: Clues, side: Side): boolean {
  const isNarrowed = side === 'after' ? words.unknown : words.narrowed;
  const isPart = words.part !== null || (words.column !== null && !words.objects.some((object) => object.startsWith('application'))) || words.outcome !== null;
  return isNarrowed || isPart || side === 'foreign' || words.role || words.deadline || words.actions.some((action) => ACTS.has(action));
}

/** 未制发规范性文件, 未作出行政处罚决定; behind a number only of what that counts: 检查12家，未作出行政处罚. */
function negatedVerb({ negation, progress }: Negated, phrase: readonly Token[], verb: string): readonly Claim[] {
  const { state, setting, figures } = progress;
  const words = cluesOf(phrase);
  const subject = NEGATED_VERBS[verb]?.[objectOf(words) ?? ''];
  const object = phrase.findLast((token) => isWord(token, 'object') || isWord(token, 'action'));
  if (subject === undefined || object === undefined) return [];
  const scope: ClaimScope =
    words.unknown || words.part !== null || words.role || state.otherTime || figures.some((figure) => figure.claim === null) ? 'other' : state.scope;
  const meaning = { subject, actions: [verb], results: [], outcome: null, column: null };
  return [
    {
      ...noneFrame(progress, negation, { start: negation.start, end: object.end }),
      kind: 'none',
      topic: `${subject}/${verb}`,
      scope,
      readings: scope === 'other' ? [] : readingsOf(setting.form, meaning),
    },
  ];
}

function noneFrame(progress: Progress, negation: Token, { start, end }: Span) {
  const { sentence } = progress;
  return frameOf(progress, spanIn(sentence, start, end), spanIn(sentence, negation.start, negation.end));
}

/** Each of them can be denied for itself. */
const PROCEEDINGS: ReadonlySet<string> = new Set(['review', 'litigation', 'direct', 'after-review']);

function isDispute(token: Token): boolean {
  return token.is === 'word' && token.as === 'object' && PROCEEDINGS.has(token.id);
}

function isOwn({ setting }: Progress, word: string): boolean {
  return setting.owner.name?.includes(word.replaceAll('人民政府', '政府')) ?? false;
}

/** 全部办结 of all applications; never where a term, a part or what is left is named. */
export function allClaims({ tokens }: Clause, progress: Progress): readonly Claim[] {
  const { sentence, state, figures, setting } = progress;
  const at = tokens.findIndex((token) => isWord(token, 'all'));
  const all = tokens[at];
  if (all === undefined) return [];
  const doneAt = tokens.findIndex((token, index) => index > at && isWord(token, 'action', 'done'));
  const done = tokens[doneAt];
  if (done === undefined) return [];
  const words = cluesOf(tokens);
  const named = objectOf(words);
  const subject = named === null ? state.subject : subjectOf(named);
  if (subject !== 'applications') return [];
  if (words.deadline || words.part !== null || words.column !== null || words.results.length > 0 || words.unknown) return [];
  if (leavesSome(progress)) return [];
  const last = figures.findLast((figure) => figure.claim?.kind === 'count')?.claim ?? null;
  // 办结15件，全部答复 speaks of the fifteen.
  if (last !== null && !isOfWhatCameIn(last) && !EVERY.test(sentence.text.slice(0, all.start))) return [];
  const span = spanIn(sentence, all.start, done.end);
  const scope: ClaimScope = state.otherTime ? 'other' : state.scope;
  return [
    {
      ...frameOf(progress, span, span),
      kind: 'all',
      topic: 'applications/carry-out',
      scope,
      readings: scope === 'other' ? [] : readingsOf(setting.form, { ...OF_APPLICATIONS, actions: ['carry-out'] }),
    },
  ];
}

/** 收到15件，全部办结: all of what came in, and not of a part. */
function isOfWhatCameIn({ scope, topic }: Claim): boolean {
  return scope !== 'other' && INCOMING.has(topic);
}

const INCOMING: ReadonlySet<string> = new Set(['applications', ...['receive', 'accept', 'handle', 'new', 'take'].map((action) => `applications/${action}`)]);

/** 办结15件，所有申请均已办结: none of them only. */
const EVERY = /所有(?:的)?(?:政府信息公开|信息公开|依申请公开)?申请(?:事项|件)?$/u;

/** The same sentence says what is still open, or excepts it. */
function leavesSome({ clauses, sentence }: Progress): boolean {
  const carries = clauses.some(({ tokens }) => tokens.some((token) => isWord(token, 'action', 'carry-out') || isWord(token, 'action', 'carried')));
  return carries || sentence.text.includes('除') || sentence.text.includes('延期');
}
