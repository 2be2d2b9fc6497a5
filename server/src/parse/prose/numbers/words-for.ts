// The words that belong to a number: those before it, else those behind it, else those of the clause before.

import { dividing } from './dividing.ts';
import type { Figure, NumberContext, Progress } from './draft.ts';
import { cluesOf, objectOf, type Clues } from '../words/clues.ts';
import { isWord, saysBecame, type Token } from '../words/lex-sentence.ts';
import { MAX_PARTS } from '../../limits.ts';
import { areReceivedAndCarried, figuresByClause, isSum, isTotalWord, partsBefore } from './claim-lists.ts';

/** The words on either side of a number. */
export interface Sides {
  /** Before it, with what they point back to. */
  readonly own: Clues;
  readonly after: Clues;
}

/** What stands behind a number; of it only the noun where the number has a verb before it. */
export function wordsAfter({ right }: NumberContext, own: Clues): Clues {
  return cluesOf(nounOf(right, own));
}

/** 63件规范性文件已全部归集至政策文件库: behind a verb of its own, the number counts the noun before 已全部. */
function nounOf(right: readonly Token[], own: Clues): readonly Token[] {
  const at = own.actions.length === 0 ? -1 : right.findIndex((token) => isWord(token, 'all'));
  return at < 0 ? right : right.slice(0, at);
}

/** The words that say what is counted; null where none do. */
export function wordsFor(place: NumberContext, sides: Sides, progress: Progress): Clues | null {
  const { own } = sides;
  if (own.share || own.rate !== null) return own;
  // 视为放弃申请；4件由申请人撤回: another reason than the one before it.
  if (own.empty && place.left.length === 0 && sides.after.part === 'reason' && !says(sides.after) && sides.after.objects.length === 0) return null;
  const shared = sharedOutcome(place, sides, progress);
  if (shared !== null) return shared;
  const words = says(own)
    ? ownWords(place, sides, progress)
    : (wordsBehind(sides) ?? (own.objects.length > 0 ? own : (nounBehind(place, sides) ?? wordsBefore(place, own, progress))));
  return words === null ? null : ofRemaining(ofRest(ofApplicant(dividing(place, words, progress), progress), progress));
}

/** 其余2件在法定期限内办理: what is left is still open. */
function ofRemaining(words: Clues): Clues {
  return words.remaining && words.deadline && words.actions.join() === 'handle' ? { ...words, deadline: false, actions: ['carry-out'] } : words;
}

const REST_GROUP: ReadonlySet<string> = new Set(['no-correction', 'unpaid']);

/** 8件因逾期不补正，12件作其他处理: the group, or what is left of it; 逾期不补正5件、其他2件: what is left of it. */
function ofRest(words: Clues, { figures }: Progress): Clues {
  if (words.column === 'rest' && figures.at(-1)?.words.results.some((result) => REST_GROUP.has(result)) === true)
    return { ...words, column: null, results: ['other-misc'] };
  // 予以公开697件、…、不予处理133件、其他67件
  if (words.column === 'rest' && words.results.length === 0 && isRestOfResults(figures)) return { ...words, column: null, columns: [], results: ['otherwise'] };
  // 逾期不补正59件，逾期不缴费15件，其余50件
  if (
    words.remaining &&
    words.empty &&
    !words.unknown &&
    words.objects.length === 0 &&
    figures.at(-1)?.words.results.some((result) => REST_GROUP.has(result)) === true
  )
    return { ...words, results: ['other-misc'], empty: false };
  const isBehindGroup = words.results.join() === 'otherwise' && figures.some((figure) => figure.words.results.some((result) => REST_GROUP.has(result)));
  return isBehindGroup && words.column === null ? { ...words, misc: true } : words;
}

const MIN_RESULTS = 3;
const ANSWERS: ReadonlySet<string> = new Set(['granted', 'partial', 'refused', 'not-provided', 'not-processed']);

/** All kinds of answers were counted, one right behind the other. */
function isRestOfResults(figures: readonly Figure[]): boolean {
  const results = figures.filter(({ quantity }) => quantity.measure !== '%').slice(-MIN_RESULTS);
  return (
    results.length === MIN_RESULTS && results.every(({ words }) => words.column === null && words.results.length === 1 && ANSWERS.has(words.results[0] ?? ''))
  );
}

const CASES: ReadonlySet<string> = new Set(['review', 'litigation', 'direct', 'after-review']);
const MAX_SHARED = 3;

/** 尚有1件复议、2件诉讼在审理中: what is said of the last is said of each. */
function sharedOutcome({ index, right }: NumberContext, { own, after }: Sides, { clauses }: Progress): Clues | null {
  if (says(own) || own.objects.length > 0 || says(after) || !CASES.has(objectOf(after) ?? '') || right.some((token) => token.is === 'unknown')) return null;
  for (let at = index + 1; at < Math.min(clauses.length, index + MAX_SHARED); at++) {
    const clause = clauses[at];
    if (clause?.opener !== '、' || clause.tokens[0]?.is !== 'quantity') return null;
    const { objects, outcome } = cluesOf(clause.tokens.slice(1));
    if (!CASES.has(objects.at(-1) ?? '')) return null;
    if (outcome !== null) return { ...after, outcome, empty: false };
  }
  return null;
}

/** 自然人申请中，予以公开11件: of that applicant. */
function ofApplicant(words: Clues, { state: { among } }: Progress): Clues {
  const isOfAll = words.column === null && words.objects.length === 0 && (words.results.length > 0 || words.actions.includes('done'));
  return among !== null && isOfAll ? { ...words, column: among } : words;
}

function says({ actions, results, outcome, column }: Clues): boolean {
  return actions.length > 0 || results.length > 0 || outcome !== null || column !== null;
}

function ownWords(place: NumberContext, { own, after }: Sides, { open, pending, sentence, figures }: Progress): Clues {
  const { left } = place;
  const whole = figures.at(-1);
  // An applicant and nothing else: of what, other words say.
  const isApplicant = own.column !== null && own.results.length === 0 && own.objects.length === 0;
  if (isApplicant && own.actions.length === 0 && whole !== undefined && whole.claim?.scope === 'other' && isDividing(place, own, whole))
    return { ...own, results: whole.words.results, narrowed: true };
  // 在予以公开的申请中，自然人提出的42件
  if (isApplicant && open && pending !== null && endBefore(left, sentence.text) === '中')
    return { ...own, results: pending.results, actions: pending.actions.filter((action) => action === 'done' || action.startsWith('carr')) };
  if (own.objects.length > 0 || after.objects.length === 0 || after.led) return own;
  // 收到1件申请涉及多个部门: one among others.
  return { ...own, objects: after.objects, narrowed: own.narrowed || (after.narrowed && after.actions.includes('happen')) };
}

/** 予以公开11件（其中自然人9件、商业企业2件）: the applicants of that result, not of all applications. */
function isDividing({ clause, index }: NumberContext, { list }: Clues, whole: Figure): boolean {
  if (whole.words.results.length === 0) return false;
  const next = whole.clause === index - 1;
  if (whole.words.column !== null) return next && clause.opener === '、' && whole.depth === clause.depth;
  return next && (list === 'of-which' || (clause.opener === '(' && whole.depth < clause.depth));
}

/** The last character of the clause before these words. */
function endBefore(left: readonly Token[], text: string): string {
  const end = (left[0]?.start ?? 0) - 1;
  return text.slice(Math.max(0, end - 1), end);
}

/** What the words before a number still say of it when those behind it name what is counted. */
function kept({ own, after }: Sides) {
  return {
    part: own.part ?? after.part,
    role: own.role || after.role,
    list: own.list,
    remaining: own.remaining || after.remaining,
    narrowed: own.narrowed,
    unknown: own.unknown,
    led: own.led,
  };
}

/** 103件顺延到下年度, 13件申请均已答复 */
function wordsBehind(sides: Sides): Clues | null {
  const { own, after } = sides;
  if (!says(after) || after.led || after.narrowed) return null;
  if (own.objects.length === 0 || CASES.has(objectOf(after) ?? '')) return { ...after, ...kept(sides) };
  const actions = after.all ? ['take', ...after.actions] : after.actions;
  return { ...after, ...kept(sides), actions, objects: own.objects };
}

/** 17件政府信息公开申请均由专人登记 */
function nounBehind({ left }: NumberContext, sides: Sides): Clues | null {
  const { own, after } = sides;
  const about = left.some((token) => isWord(token, 'filler', 'against'));
  if (after.objects.length === 0 || after.led || about || own.list !== null || objectOf(after) === 'foreign') return null;
  return { ...after, ...kept(sides), actions: after.actions.filter((action) => action !== 'handle' && action !== 'publish'), all: false };
}

const RECEIVED: ReadonlySet<string> = new Set(['receive', 'accept', 'new']);

/** 行政复议4件、行政诉讼3件，共7件 */
function areReviewAndLitigation(parts: readonly Figure[]): boolean {
  const subjects = parts.map(({ claim, words }) =>
    claim === null || claim.scope === 'other' || words.outcome !== null ? '' : (claim.topic.split('/')[0] ?? ''),
  );
  return parts.length === 2 && subjects.includes('review') && subjects.includes('litigation');
}

/** 复议后起诉未审结15件、直接起诉未审结6件，合计21件 */
function endedAlike(parts: readonly Figure[]): Partial<Clues> | null {
  const [outcome, ...others] = new Set(parts.map(({ words }) => words.outcome));
  const subjects = parts
    .map(({ claim }) => claim?.topic.split('/')[0] ?? '')
    .sort()
    .join();
  const object = { 'after-review,direct': 'litigation', 'litigation,review': 'disputes' }[subjects];
  return others.length > 0 || outcome == null || object === undefined ? null : { objects: [object], outcome };
}

/** 网上申请9件、信函申请8件，合计17件; 上半年收到8件，下半年9件，全年17件: what the parts before it are parts of. */
function totalOf({ index, left, clause, token }: NumberContext, { clauses, figures, state, sentence }: Progress): Partial<Clues> | null {
  if (clause.tokens.at(-1) !== token) return null;
  const total = { quantity: { measure: token.quantity.measure.word }, depth: clause.depth };
  const words = sentence.text.slice(left[0]?.start ?? 0, token.start);
  if (!isTotalWord(words)) return null;
  const parts = partsBefore(clauses, figuresByClause(figures.slice(-MAX_PARTS - 1)), { index, total });
  if (areReviewAndLitigation(parts)) return { objects: ['disputes'] };
  const ended = endedAlike(parts);
  if (ended !== null) return ended;
  if (state.subject !== 'applications' || !isSum(parts, words)) return null;
  if (areReceivedAndCarried(parts)) return { actions: ['take'], results: [] };
  const isOfTime = parts.every(({ partTime, words }) => partTime && words.actions.every((action) => RECEIVED.has(action)));
  if (isOfTime || parts.every(({ words }) => words.part === 'channel')) return { actions: ['receive'], results: [] };
  const results = parts.map(({ words }) => (words.column === null ? words.results : []));
  return results.every((each) => each.length > 0) ? { actions: [], results: results.flat() } : null;
}

/** The words spoken before, which the number goes on with. */
function wordsBefore(place: NumberContext, own: Clues, progress: Progress): Clues | null {
  const { left, index, token } = place;
  const { figures, open, pending, state } = progress;
  const bare = own.empty && !own.unknown;
  const previous = figures.at(-1);
  const total = bare && left.length > 0 ? totalOf(place, progress) : null;
  if (total !== null) return { ...own, ...total, empty: false };
  // 首次突破一千三百件，达到1,369件
  if (bare && left.length > 0 && previous?.claim != null && !previous.exact && previous.clause === index - 1) return previous.words;
  // 由71件增至88件
  if (bare && previous?.last === true && previous.clause === index && left.some(saysBecame)) return previous.words;
  if (left.length === 0 && own.empty && !open) return own.unknown ? null : own;
  // 集中采购6项、总金额41.208万元
  if (bare && state.subject === 'procurement' && token.quantity.measure.kind === 'money') return { ...own, objects: ['procurement'] };
  if (!open || own.unknown || own.part !== null || own.list !== null) return null;
  return own.empty && pending !== null ? { ...own, column: pending.column, results: pending.results } : own;
}
