// Of whom and of which year a clause speaks, and what the next number may leave out: carried from word to word through a sentence.

import type { ClaimScope, Claim, Subject } from '../claim-model.ts';
import type { Clause } from '../words/clauses.ts';
import { objectOf, type Clues } from '../words/clues.ts';
import { isWord, type Token } from '../words/lex-sentence.ts';
import { subjectOf, type Setting, type State } from './draft.ts';
import { isForeignOrgan, isOwnBranch, scopeOfLevel, scopeOfSelf } from './scope.ts';

const VERBS: ReadonlySet<string> = new Set(['action', 'object', 'result', 'none', 'all', 'column', 'outcome', 'rate']);
/** 市政府办公室直接办理: what stands between an organ and its verb. */
const ADVERBS = /(?:共计|累计|共|已|均|全年|直接|具体|负责|牵头|依法|严格|认真|积极|实际|统一|全部|分别)+$/u;
/** Words that may stand before a subject. */
const LIGHT: ReadonlySet<string> = new Set(['filler', 'time', 'list', 'hedge', 'self', 'level', 'all']);

/** 部分单位答复不规范，全年…: who is spoken of without a number is not who counts behind it. */
const SOME = /^(?:部分|个别|少数|一些|有的|有些)/u;

export function contextOf(clause: Clause, state: State, setting: Setting, text: string): State {
  let next = state;
  // An organ can only be named where no verb and no other words stand before it.
  let open = true;
  for (const [index, token] of clause.tokens.entries()) {
    if (token.is === 'quantity') break;
    if (token.is === 'date') {
      next = ofDate(next, token, clause.tokens[index + 1], setting.year, text);
    } else if (token.is === 'unknown') {
      if (open && !(SOME.test(token.text) && !clause.tokens.some((each) => each.is === 'quantity')))
        next = narrowedBy(next, setting, subjectText(clause.tokens, index, text));
      open = false;
    } else if (token.is === 'word') {
      const word = text.slice(token.start, token.end);
      if (token.as === 'time') next = ofTime(next, token.id === 'same-period' && clause.tokens.some((each) => isWord(each, 'compare')) ? 'last' : token.id);
      // 本年新收 ends what was said of 上年.
      else if (token.id === 'new' && next.otherTime && word.startsWith('本年')) next = ofTime(next, 'this');
      else if (token.id === 'elsewhere' || (token.id === 'reviewer' && !decides(clause.tokens, index + 1))) next = narrowed(next, 'other');
      else if (token.as === 'level') next = narrowed(next, scopeOfLevel(setting.owner, word));
      // 全县共1145件，其中我办233件
      else if (token.as === 'self' && open) next = { ...next, scope: scopeOfSelf(setting.owner, word) };
      else if (token.as === 'others' && (open || acts(clause.tokens[index + 1])) && !isWholeLevel(clause.tokens[index - 1], word))
        next = narrowed(next, 'other');
      open &&= LIGHT.has(token.as);
    }
  }
  return next;
}

function ofTime(state: State, id: string): State {
  // 四季度141件，全年603件
  if (id === 'whole' && state.partTime) return { ...state, otherTime: false, partTime: false };
  if (id === 'whole' || id === 'same-period') return state;
  return { ...state, otherTime: id !== 'this', lastYear: id === 'last', partTime: id === 'part' };
}

/** 全市各级行政机关 is 全市. */
function isWholeLevel(before: Token | undefined, word: string): boolean {
  return word.startsWith('各级') && (isWord(before, 'level') || isWord(before, 'self'));
}

/** A year of its own, or one month out of twelve. */
function ofDate(state: State, token: Extract<Token, { readonly is: 'date' }>, next: Token | undefined, year: number | null, text: string): State {
  if (token.year !== null) return year === null ? state : { ...state, otherTime: token.year !== year, lastYear: token.year === year - 1 };
  const word = text.slice(token.start, token.end);
  const until = /[至到截—–-]$/u.test(text.slice(0, token.start)) || /^(?:至|到|底|末|—|–|-)/u.test(text.slice(token.end));
  return /月份?$/u.test(word) && !until && next !== undefined ? { ...state, otherTime: true } : state;
}

/** 复议机关维持42件 is about this organ's cases, 复议机关受理147件 about another's. */
function decides(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at];
  // 复议机关决定维持的21件
  return isWord(isWord(verb, 'action', 'decision') || isWord(verb, 'action', 'decide') ? tokens[at + 1] : verb, 'outcome');
}

function acts(token: Token | undefined): boolean {
  return isWord(token, 'action');
}

/** The words up to the verb: 市自然资源和规划局. */
function subjectText(tokens: readonly Token[], from: number, text: string): string {
  const start = tokens[from]?.start ?? 0;
  const verb = tokens.findIndex((token, index) => index > from && (token.is === 'quantity' || (token.is === 'word' && VERBS.has(token.as))));
  const last = tokens[(verb < 0 ? tokens.length : verb) - 1];
  return text.slice(start, last?.end ?? start).replace(ADVERBS, '');
}

function narrowedBy(state: State, { owner }: Setting, organ: string): State {
  if (isForeignOrgan(owner, organ)) return narrowed(state, 'other');
  return isOwnBranch(owner, organ) ? narrowed(state, 'level') : state;
}

function narrowed(state: State, scope: ClaimScope): State {
  return scope === 'other' || state.scope === 'whole' ? { ...state, scope } : state;
}

const DOCUMENTS: ReadonlySet<string> = new Set(['normative', 'regulations']);

/** Words have been spoken: their subject and their verbs hold until others come. */
export function spoken(state: State, words: Clues): State {
  const subject = subjectOf(objectOf(words));
  if (subject === null) return words.actions.length > 0 ? { ...state, actions: words.actions } : state;
  const same = subject === state.subject;
  return { ...state, subject, actions: words.actions.length > 0 || !same ? words.actions : state.actions, blocked: same ? state.blocked : null };
}

/** These words had their number. */
export function counted(state: State, words: Clues, claim: Claim | undefined): State {
  return {
    ...state,
    ...foreignWith(state, words, claim),
    sifting: words.role && claim === undefined && DOCUMENTS.has(objectOf(words) ?? '') ? true : state.sifting && !words.actions.includes('made'),
    actionsSaid: [...state.actionsSaid, ...words.actions],
    halves: halvesWith(state.halves, claim),
    column: words.column,
    outcome: words.outcome ?? (words.column === 'rest' ? state.outcome : null),
  };
}

/** 公租房申请8件，结转1件; 备案行政复议37件、行政诉讼26件: another population was counted, and what follows divides it. */
function foreignWith(state: State, words: Clues, claim: Claim | undefined): Partial<State> {
  if (claim === undefined || claim.scope !== 'other' || state.scope === 'other' || state.otherTime) return {};
  const subject = claim.topic.split('/')[0] as Subject;
  if (subject !== 'applications') return { blocked: subject, ...(words.role && { scope: 'other' }) };
  return (words.narrowed || words.led) && words.objects.length > 0 ? { subject: 'foreign' } : {};
}

/** An outcome in between belongs to one half: then the next one does too. */
function halvesWith(halves: readonly Subject[], claim: Claim | undefined): readonly Subject[] {
  const topic = claim?.topic;
  return topic === 'direct' || topic === 'after-review' ? [...halves, topic] : [];
}

/** 年末尚未审结：复议19件；直接起诉3件, 自然人申请：予以公开16件: what a heading says is said of all that it heads. */
export function headed(state: State, words: Clues, next: Clause | undefined): State {
  const isReviewed = CASES.has(words.objects.at(-1) ?? '') && words.actions.some((action) => REVIEWING.has(action)) && words.outcome === null;
  if (isReviewed && state.subject !== 'applications') return { ...state, blocked: state.subject === 'foreign' ? null : state.subject };
  if (next?.opener !== ':') return state;
  if (words.outcome !== null && words.objects.length === 0 && !words.unknown) return { ...state, heading: words.outcome };
  const isApplicant = words.columns.length === 1 && words.results.length === 0 && !words.unknown;
  return isApplicant ? { ...state, among: words.column } : state;
}

const CASES: ReadonlySet<string> = new Set(['review', 'litigation', 'direct', 'after-review']);
/** 我厅受理的复议案件：231件 is of whoever decides them. */
const REVIEWING: ReadonlySet<string> = new Set(['accept', 'handle', 'take', 'receive']);
