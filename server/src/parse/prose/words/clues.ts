// What the words beside a number say: object, action, result, applicant; and what forbids to bind it.

import type { Interpretation } from '../claim-model.ts';
import type { Token } from './lex-sentence.ts';

/** What applicants behind a number divide; unsure where they may be those of all applications as well. */
export interface Whole {
  readonly readings: readonly Interpretation[];
  readonly sure: boolean;
}

export interface Clues {
  /** In order; the last one stands nearest to the number. */
  readonly objects: readonly string[];
  readonly actions: readonly string[];
  readonly results: readonly string[];
  readonly outcome: string | null;
  readonly column: string | null;
  /** All applicants that are named: 自然人和法人 are counted together. */
  readonly columns: readonly string[];
  /** `channel`, or another part that no cell counts. */
  readonly part: string | null;
  readonly role: boolean;
  readonly deadline: boolean;
  readonly all: boolean;
  /** 各1件: one number for each of several things. */
  readonly each: boolean;
  readonly list: string | null;
  readonly share: boolean;
  readonly rate: string | null;
  readonly compare: boolean;
  readonly trend: string | null;
  /** Unknown words before the first word that says what is counted. */
  readonly led: boolean;
  /** Unknown words behind it: they narrow it. */
  readonly narrowed: boolean;
  readonly unknown: boolean;
  /** 两者合计, 前者, 后者: points back to numbers before it. */
  readonly back: 'both' | 'former' | 'latter' | null;
  /** 其余: what others left. */
  readonly remaining: boolean;
  /** 申请人, 提出: the words name who applied. */
  readonly applied: boolean;
  /** 信访投诉, which may be no applications at all. */
  readonly loose: boolean;
  /** 被复议机关 */
  readonly byReviewer: boolean;
  /** A result stands behind the last object: 收费通知送达后逾期未缴费. */
  readonly resultLast: boolean;
  readonly whole: Whole | null;
  /** 败诉, which is said of suits only. */
  readonly lost: boolean;
  /** 其他处理 behind the rows of its group: perhaps the row 其他 alone. */
  readonly misc: boolean;
  readonly empty: boolean;
}

/** One character alone is a particle, not a modifier. */
const MIN_UNKNOWN = 2;
const CORE = new Set(['object', 'action', 'result', 'outcome', 'column']);

type Gathered = { -readonly [Key in keyof Clues]: Clues[Key] extends readonly string[] ? string[] : Clues[Key] };

function nothingYet(): Gathered {
  return {
    objects: [],
    actions: [],
    results: [],
    outcome: null,
    column: null,
    columns: [],
    part: null,
    role: false,
    deadline: false,
    all: false,
    each: false,
    list: null,
    share: false,
    rate: null,
    compare: false,
    trend: null,
    led: false,
    narrowed: false,
    unknown: false,
    back: null,
    remaining: false,
    applied: false,
    loose: false,
    byReviewer: false,
    resultLast: false,
    whole: null,
    lost: false,
    misc: false,
    empty: true,
  };
}

export function cluesOf(tokens: readonly Token[]): Clues {
  const found = nothingYet();
  let anyForm = false;
  const hasSuchAs = tokens.some((token) => token.is === 'word' && token.id === 'such-as');
  // Results that 等 made examples of.
  let examples = 0;
  let manyColumns = false;
  for (const token of tokens) {
    if (token.is === 'unknown') {
      // 《…管理办法》等5件: an example, which narrows nothing.
      if (token.text.length < MIN_UNKNOWN || (hasSuchAs && token.text.startsWith('《'))) continue;
      found.unknown = true;
      if (found.empty) found.led = true;
      else found.narrowed = true;
    } else if (token.is === 'word') {
      if (token.id === 'such-as') {
        examples = found.results.length;
        manyColumns = found.columns.length > 1;
      }
      if (token.as === 'result') {
        // 因不掌握、没有现成信息等原因无法提供: the reasons are examples, the result counts.
        found.results.splice(0, examples);
        examples = 0;
        // 视为放弃 behind 逾期不缴费 says what follows from it; alone it is of what was not corrected.
        if (token.id === 'abandoned' && found.results.length > 0) continue;
      }
      gather(found, token);
      anyForm ||= token.as === 'filler' && token.id === 'any-form';
    }
  }
  // 属于国家秘密、过程性信息等5件: some rows of which only two are named.
  found.narrowed ||= examples > 0 || manyColumns;
  // 书面、网络等任何形式 is no channel but all of them; 个人隐私 is whose rights they are, 主动撤回 why something was done otherwise.
  if (isDisclosed(tokens, found)) {
    found.results = ['granted', 'partial'];
    found.actions = found.actions.filter((action) => action !== 'publish');
  }
  if (isTogether(tokens, found.actions)) found.actions = ['take'];
  if (found.results.includes('vague')) {
    const isRow = found.results.includes('not-provided');
    found.results = isRow ? ['unclear'] : found.results.filter((result) => result !== 'vague');
    if (!isRow && found.results.length === 0) found.part = 'reason';
  }
  // 撤回等其他情形274件: an example of the rest.
  if (hasSuchAs && found.column === 'rest' && found.part === 'reason') found.part = null;
  if (found.part === 'absent' && found.results.length > 0) found.part = null;
  // 社会公益组织与其他组织均为7件
  if (found.columns.length > 1 && isEach(tokens)) found.each = true;
  const named = anyForm || (found.part === 'reason' && (found.results.includes('third-party') || found.results.includes('otherwise')));
  return named ? { ...found, part: null } : found;
}

/** 均 or 各 stands last before the number. */
function isEach(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  const before = last?.is === 'word' && last.as === 'filler' && last.end - last.start === 1 ? tokens.at(-2) : last;
  return before?.is === 'word' && before.as === 'all' && before.end - before.start === 1;
}

/** 公开及部分公开60件: the first is 予以公开. */
function isDisclosed(tokens: readonly Token[], { results }: Gathered): boolean {
  if (results.length !== 1 || results[0] !== 'partial') return false;
  const at = tokens.findIndex((token) => token.is === 'word' && token.as === 'result');
  const [first, joint] = tokens.slice(Math.max(0, at - 2), at);
  return (
    first?.is === 'word' &&
    first.id === 'publish' &&
    (isOr(joint) || (joint?.is === 'word' && joint.id === 'joint') || (joint?.is === 'mark' && joint.mark === '、'))
  );
}

function isOr(token: Token | undefined): boolean {
  return token?.is === 'word' && token.id === 'or';
}

const INCOMING: ReadonlySet<string> = new Set(['new', 'receive', 'accept']);

/** 新收加结转共142件, 新收和上年结转共142件 */
function isTogether(tokens: readonly Token[], actions: readonly string[]): boolean {
  const [first, second, ...rest] = actions;
  if (rest.length > 0 || first === undefined || second === undefined || !INCOMING.has(first) || !(second === 'carried' || second === 'carry-in')) return false;
  const last = tokens.findLastIndex((token) => token.is === 'word' && token.as === 'action');
  return tokens.some((token) => token.is === 'word' && token.id === 'plus') || tokens.slice(last).some((token) => token.is === 'word' && token.id === 'in-all');
}

function gather(found: Gathered, token: Extract<Token, { readonly is: 'word' }>): void {
  if (CORE.has(token.as)) found.empty = false;
  switch (token.as) {
    case 'object':
      found.objects.push(token.id);
      found.resultLast = false;
      break;
    case 'action':
      found.actions.push(token.id);
      break;
    case 'result':
      // 因公开会对第三方合法权益造成损害而不予公开: what stands between a reason and its result narrows neither.
      if (GROUPS.has(token.id) && found.results.some((id) => !GROUPS.has(id))) {
        found.narrowed = false;
        found.unknown = found.led;
      }
      found.loose ||= token.id === 'petition-loose';
      found.results.push(LOOSE[token.id] ?? token.id);
      found.resultLast = true;
      break;
    case 'outcome':
      // 被复议机关纠正 is said of reviews only.
      if (found.byReviewer && found.objects.length === 0) found.objects.push('review');
      found.lost ||= token.id === 'lost';
      // 4件以撤诉等方式结案: how it was closed.
      if (token.id !== 'closed' || found.outcome === null) found.outcome = token.id === 'lost' ? 'corrected' : token.id;
      break;
    case 'column':
      found.columns.push(token.id);
      found.column = token.id;
      break;
    case 'rate':
    case 'list':
    case 'trend':
    case 'part':
      found[token.as] = token.id;
      break;
    case 'role':
      found.byReviewer ||= token.id === 'reviewer';
      found.role ||= token.id !== 'reviewer';
      break;
    case 'deadline':
    case 'all':
    case 'share':
    case 'compare':
      found[token.as] = true;
      break;
    case 'filler':
      found.each ||= token.id === 'each';
      found.applied ||= token.id === 'applied';
      found.remaining ||= token.id === 'remaining';
      found.byReviewer ||= token.id === 'by-reviewer';
      if (token.id === 'both' || token.id === 'former' || token.id === 'latter') found.back = token.id;
      break;
    default:
  }
}

const LOOSE: Readonly<Record<string, string>> = { abandoned: 'no-correction', 'petition-loose': 'petition' };

/** Results that the form prints as a group of rows. */
const GROUPS: ReadonlySet<string> = new Set(['refused', 'not-provided', 'not-processed', 'otherwise']);

const OTHER_MATTERS: ReadonlySet<string> = new Set(['licences', 'penalties', 'coercion', 'fees', 'procurement', 'normative']);

/** The object that counts: of 行政复议、行政诉讼 both, of 未经复议直接起诉的行政诉讼 the narrower one. */
export function objectOf({ objects }: Clues): string | null {
  const last = objects.at(-1) ?? null;
  if (objects.length < 2) return last;
  // 行政许可申请 is an application for something else.
  if (last === 'application' && OTHER_MATTERS.has(objects.at(-2) ?? '')) return 'foreign';
  const has = (id: string) => objects.includes(id);
  if (last === 'litigation' || last === 'review' || last === 'disputes') {
    if (has('direct') !== has('after-review')) return has('direct') ? 'direct' : 'after-review';
    if (has('review') && has('litigation')) return 'disputes';
  }
  return last;
}
