// Year and organ that a clause speaks of, from the words before its first number.

import type { ClaimScope } from './claim.ts';
import type { Clause } from './clauses.ts';
import type { Setting, State } from './draft.ts';
import { isWord, type Token } from './lex.ts';
import { isForeignOrgan, isOwnBranch, scopeOfLevel, scopeOfSelf } from './scope.ts';

const VERBS: ReadonlySet<string> = new Set(['action', 'object', 'result', 'none', 'all', 'column', 'outcome', 'rate']);
/** 市政府办公室直接办理: what stands between an organ and its verb. */
const ADVERBS = /(?:共计|累计|共|已|均|全年|直接|具体|负责|牵头|依法|严格|认真|积极|实际|统一|全部|分别)+$/u;
/** Words that may stand before a subject. */
const LIGHT: ReadonlySet<string> = new Set(['filler', 'time', 'list', 'hedge', 'self', 'level', 'all']);

export function takeBearings(clause: Clause, state: State, setting: Setting, text: string): State {
  let next = state;
  // An organ can only be named where no verb and no other words stand before it.
  let open = true;
  for (const [index, token] of clause.tokens.entries()) {
    if (token.is === 'quantity') break;
    if (token.is === 'date') {
      next = ofDate(next, token, clause.tokens[index + 1], setting.year, text);
    } else if (token.is === 'unknown') {
      if (open) next = narrowedBy(next, setting, subjectText(clause.tokens, index, text));
      open = false;
    } else if (token.is === 'word') {
      const word = text.slice(token.start, token.end);
      if (token.as === 'time') next = ofTime(next, token.id === 'same-period' && clause.tokens.some((each) => isWord(each, 'compare')) ? 'last' : token.id);
      // 本年新收 ends what was said of 上年.
      else if (token.id === 'new' && next.otherTime && word.startsWith('本年')) next = ofTime(next, 'this');
      else if (token.id === 'elsewhere' || (token.id === 'reviewer' && !decides(clause.tokens[index + 1]))) next = narrowed(next, 'other');
      else if (token.as === 'level') next = narrowed(next, scopeOfLevel(setting.owner, word));
      // 全县共1145件，其中我办233件
      else if (token.as === 'self' && open) next = { ...next, scope: scopeOfSelf(setting.owner, word) };
      else if (token.as === 'others' && (open || acts(clause.tokens[index + 1]))) next = narrowed(next, 'other');
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

/** A year of its own, or one month out of twelve. */
function ofDate(state: State, token: Extract<Token, { readonly is: 'date' }>, next: Token | undefined, year: number | null, text: string): State {
  if (token.year !== null) return year === null ? state : { ...state, otherTime: token.year !== year, lastYear: token.year === year - 1 };
  const word = text.slice(token.start, token.end);
  const until = /[至到截—–-]$/u.test(text.slice(0, token.start)) || /^(?:至|到|底|末|—|–|-)/u.test(text.slice(token.end));
  return /月份?$/u.test(word) && !until && next !== undefined ? { ...state, otherTime: true } : state;
}

/** 复议机关维持42件 is about this organ's cases, 复议机关受理147件 about another's. */
function decides(token: Token | undefined): boolean {
  return isWord(token, 'outcome');
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
