// Which phrases say none, and which say all? 未收到申请 is 新收 0, 全部办结 leaves nothing to carry over.

import type { Span } from '../../text/span.ts';
import type { Claim, ClaimScope, Subject } from './claim.ts';
import type { Clause } from './clauses.ts';
import type { Context, Item, Setting, State } from './draft.ts';
import { featuresOf, objectOf } from './features.ts';
import type { Token } from './lex.ts';
import type { Sentence } from './prose.ts';
import { readingsOf } from './readings.ts';

export interface NothingInput {
  readonly sentence: Sentence;
  readonly setting: Setting;
  readonly context: Context;
  readonly clauses: readonly Clause[];
  readonly clause: Clause;
  readonly state: State;
  readonly items: readonly Item[];
  readonly hedged: boolean;
  readonly toSpan: (start: number, end: number) => Span;
}

/** Claims of a clause without numbers. */
export function nothingClaims(input: NothingInput): readonly Claim[] {
  const none = noneClaims(input);
  return none.length > 0 ? none : allClaims(input);
}

const DOCUMENTS: Readonly<Record<string, Subject>> = { normative: 'normative', regulations: 'regulations' };
/** Verbs that are negated in one word, and what they are said of. */
const NEGATED_VERBS: Readonly<Record<string, Readonly<Record<string, Subject>>>> = {
  made: DOCUMENTS,
  repealed: DOCUMENTS,
  decide: { licences: 'licences', penalties: 'penalties', coercion: 'coercion' },
};
const SUBJECTS: Readonly<Record<string, Subject>> = {
  applications: 'applications',
  application: 'applications',
  review: 'review',
  litigation: 'litigation',
  direct: 'direct',
  'after-review': 'after-review',
  disputes: 'disputes',
};

function noneClaims(input: NothingInput): readonly Claim[] {
  const { tokens } = input.clause;
  const at = tokens.findIndex((token) => isWord(token, 'none'));
  const negation = tokens[at];
  if (negation === undefined) return [];
  const previous = tokens[at - 1];
  // 对未收到的, 如未收到: a case, not a statement.
  if (previous !== undefined && /[对如若凡因]$/u.test(wordOf(input, previous))) return [];
  // 无 has to open its statement: 并无, 均无 are words of their own.
  if (wordOf(input, negation) === '无' && previous?.is === 'unknown') return [];
  const leading = tokens.slice(0, at).some((token) => token.is === 'unknown' && token.text.length > 1 && !isOwn(input, token.text));
  const behind = tokens.slice(at + 1);
  const after = phrases(behind).flatMap((phrase) => phraseClaim(input, negation, phrase, leading ? 'foreign' : 'after'));
  if (after.length > 0) return after;
  // 行政复议、行政诉讼均未发生
  return behind.some((token) => token.is === 'unknown') ? [] : phrases(tokens.slice(0, at)).flatMap((phrase) => phraseClaim(input, negation, phrase, 'before'));
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

function phraseClaim(input: NothingInput, negation: Token, phrase: readonly Token[], side: 'after' | 'before' | 'foreign'): readonly Claim[] {
  const words = featuresOf(phrase);
  const named = objectOf(words);
  const verb = negation.is === 'word' && negation.id in NEGATED_VERBS ? negation.id : null;
  if (verb !== null) return side === 'after' ? negatedVerb(input, { negation, phrase, verb }) : [];
  const carried = words.actions.filter((action) => action.startsWith('carr'));
  // 上年无结转: the object is left out.
  const subject = named === null ? (carried.length > 0 && input.state.subject === 'applications' ? 'applications' : undefined) : SUBJECTS[named];
  if (subject === undefined) return [];
  const object = phrase.findLast((token) => isWord(token, 'object') || isWord(token, 'action'));
  if (object === undefined) return [];
  // 未收到法人的申请 and 未收到网上申请 are not 新收 0.
  const narrowed = words.part !== null || words.role || words.outcome !== null || words.column !== null || side === 'foreign' || words.deadline || words.actions.some((action) => ACTS.has(action)) || (side === 'after' ? words.unknown : words.narrowed);
  const lastYear = input.clause.tokens.some((token) => token.is === 'word' && token.as === 'time' && token.id === 'last');
  const acts = carried.length === 0 ? ['receive'] : carried.at(-1) === 'carried' && lastYear ? ['carry-in'] : carried;
  const actions = subject === 'applications' ? acts : [];
  const scope: ClaimScope = narrowed || (input.state.otherTime && !(carried.length > 0 && lastYear)) ? 'other' : input.state.scope;
  const meaning = { subject, actions, results: words.results, outcome: null, column: words.column };
  const detail = words.results.at(-1) ?? words.column ?? actions[0];
  return [
    {
      ...frame(input, Math.min(negation.start, object.start), Math.max(negation.end, object.end), negation),
      kind: 'none',
      topic: detail === undefined ? subject : `${subject}/${detail}`,
      scope,
      readings: scope === 'other' ? [] : readingsOf(input.setting.form, meaning),
    },
  ];
}

interface NegatedVerb {
  readonly negation: Token;
  readonly phrase: readonly Token[];
  readonly verb: string;
}

/** 未制发规范性文件, 未作出行政处罚决定; behind a number only of what that counts: 检查12家，未作出行政处罚. */
function negatedVerb(input: NothingInput, { negation, phrase, verb }: NegatedVerb): readonly Claim[] {
  const words = featuresOf(phrase);
  const subject = NEGATED_VERBS[verb]?.[objectOf(words) ?? ''];
  const object = phrase.findLast((token) => isWord(token, 'object') || isWord(token, 'action'));
  if (subject === undefined || object === undefined) return [];
  const scope: ClaimScope = words.unknown || words.part !== null || words.role || input.state.otherTime || input.items.some((item) => item.claim === null) ? 'other' : input.state.scope;
  const meaning = { subject, actions: [verb], results: [], outcome: null, column: null };
  return [
    {
      ...frame(input, negation.start, object.end, negation),
      kind: 'none',
      topic: `${subject}/${verb}`,
      scope,
      readings: scope === 'other' ? [] : readingsOf(input.setting.form, meaning),
    },
  ];
}

/** 全部办结 of all applications; never where a term, a part or what is left is named. */
export function allClaims(input: NothingInput): readonly Claim[] {
  const { clause, state, items, setting } = input;
  const { tokens } = clause;
  const at = tokens.findIndex((token) => isWord(token, 'all'));
  const all = tokens[at];
  if (all === undefined) return [];
  const doneAt = tokens.findIndex((token, index) => index > at && token.is === 'word' && token.as === 'action' && token.id === 'done');
  const done = tokens[doneAt];
  if (done === undefined) return [];
  const words = featuresOf(tokens);
  const named = objectOf(words);
  const subject = named === null ? state.subject : (SUBJECTS[named] ?? null);
  if (subject !== 'applications') return [];
  if (words.deadline || words.part !== null || words.column !== null || words.results.length > 0 || words.unknown) return [];
  if (leavesSome(input)) return [];
  // 办结15件，全部答复 speaks of the fifteen.
  const counted = items.filter((item) => item.claim?.kind === 'count');
  const last = counted.at(-1)?.claim;
  if (last != null && (last.scope === 'other' || !/^applications\/(?:receive|accept|handle|new|take)$|^applications$/u.test(last.topic))) return [];
  const scope: ClaimScope = state.otherTime ? 'other' : state.scope;
  const meaning = { subject: 'applications' as const, actions: ['carry-out'], results: [], outcome: null, column: null };
  return [
    {
      ...frame(input, all.start, done.end, { start: all.start, end: done.end }),
      kind: 'all',
      topic: 'applications/carry-out',
      scope,
      readings: scope === 'other' ? [] : readingsOf(setting.form, meaning),
    },
  ];
}

/** The same sentence says what is still open, or excepts it. */
function leavesSome({ clauses, sentence }: NothingInput): boolean {
  const carries = clauses.some(({ tokens }) => tokens.some((token) => token.is === 'word' && token.as === 'action' && (token.id === 'carry-out' || token.id === 'carried')));
  return carries || sentence.text.includes('除') || sentence.text.includes('延期');
}

function frame({ context, hedged, toSpan }: NothingInput, start: number, end: number, said: { readonly start: number; readonly end: number }) {
  return {
    span: toSpan(start, end),
    numberSpan: toSpan(said.start, said.end),
    text: '',
    value: 0,
    decimals: 0,
    scale: 1,
    bound: 'exact' as const,
    hedged,
    plain: true,
    reading: null,
    status: 'unbound' as const,
    sentence: context.index,
  };
}

const DISPUTES: ReadonlySet<string> = new Set(['review', 'litigation', 'direct', 'after-review']);

function isDispute(token: Token): boolean {
  return token.is === 'word' && token.as === 'object' && DISPUTES.has(token.id);
}

function isOwn({ setting }: NothingInput, word: string): boolean {
  return setting.owner.name?.includes(word.replaceAll('人民政府', '政府')) ?? false;
}

function isWord(token: Token, as: string): boolean {
  return token.is === 'word' && token.as === as;
}

function wordOf({ sentence }: NothingInput, token: Token): string {
  return sentence.text.slice(token.start, token.end);
}
