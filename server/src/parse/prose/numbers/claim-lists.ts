// Numbers of a sentence that have to add up to another: 其中 and bracketed lists of things of one kind.

import type { Quantity, Relation } from '../claim-model.ts';
import type { Clause } from '../words/clauses.ts';
import type { Figure } from './draft.ts';
import { objectOf } from '../words/clues.ts';
import { isWord } from '../words/lex-sentence.ts';
import { MAX_LIST, MAX_PARTS } from '../../limits.ts';

/** 等 at the end of a list: it names some of them. */
const AND_OTHERS = /等[)。,;]/u;

/** What divides the whole: applicants, results, channels, outcomes, or words the grammar does not know. */
type Division = 'column' | 'result' | 'outcome' | 'part' | 'unknown';

export function listsOf(text: string, clauses: readonly Clause[], figures: readonly Figure[]): readonly Relation[] {
  const found: Relation[] = [];
  const byClause = figuresByClause(figures);
  for (const [index, clause] of clauses.entries()) {
    const bracketed = clause.opener === '(';
    const named = opensList(clause);
    if (!bracketed && !named) continue;
    const fees = named ? feesFrom(text, figures, index) : null;
    if (fees !== null) found.push(fees);
    // 3646件，同比增长1.05%，其中: what is divided is counted in the same measure as the parts.
    const first = figures.find((figure) => figure.clause >= index);
    const measure = first?.quantity.measure;
    // 复议88件、诉讼51件，其中行政复议维持53件: the list says whose parts it names.
    const subject = caseOf(first);
    const isDivisible = (figure: Figure) =>
      figure.clause < index &&
      figure.depth <= clause.depth &&
      figure.quantity.measure === measure &&
      !figure.last &&
      figure.words.trend === null &&
      // 4件未审结，其中维持10件: what is open came to no end yet.
      !(figure.words.outcome === 'pending' && first?.words.outcome != null) &&
      (subject === null || figure.claim === null || caseOf(figure) === subject);
    const total = figures.findLast(isDivisible);
    if (total === undefined || (bracketed && total.clause !== index - 1)) continue;
    const list = listFrom(clauses, byClause, { index, total, bracketed });
    const whole = list === null ? null : wholeOf(figures, list, total);
    if (list !== null && whole !== null && list.length >= 2) {
      found.push({ kind: 'list', total: whole.quantity, items: list.map((figure) => figure.quantity), complete: isComplete(text, list, bracketed && !named) });
    }
  }
  return [...found, ...totalsOf(text, clauses, byClause)];
}

function opensList({ tokens }: Clause): boolean {
  // 收到17件，含邮寄11件、网络6件
  return (
    tokens.some((token) => isWord(token, 'list', 'of-which')) ||
    (tokens.some((token) => isWord(token, 'list', 'including')) && tokens.some((token) => isWord(token, 'part', 'channel')))
  );
}

type FiguresByClause = ReadonlyMap<number, readonly Figure[]>;

/** A sentence without a point may have hundreds of clauses, and each 其中 looks at those behind it. */
export function figuresByClause(figures: readonly Figure[]): FiguresByClause {
  const found = new Map<number, Figure[]>();
  for (const figure of figures) {
    const own = found.get(figure.clause);
    if (own === undefined) found.set(figure.clause, [figure]);
    else own.push(figure);
  }
  return found;
}

/** 新收16件，上年结转1件，其中自然人12件: the list may divide either of them or both. Null where it is not told which. */
function wholeOf(figures: readonly Figure[], list: readonly Figure[], total: Figure): Figure | null {
  const before = figures.findLast((figure) => figure.clause < total.clause);
  if (before === undefined || before.clause !== total.clause - 1) return total;
  // 线上申请163件、线下申请70件，其中自然人203件: of one channel or of all of them.
  // 自然人203件、法人30件，其中网上141件、信函92件: of both together.
  const areSiblings = (before.words.column !== null && total.words.column !== null) || (before.words.results.length > 0 && total.words.results.length > 0);
  if (!areSiblings && !areReceivedAndCarried([before, total]) && !areChannels([before, total])) return total;
  const sum = list.reduce((so, figure) => so + figure.quantity.value, 0);
  return [total, before].find(({ quantity }) => quantity.value === sum) ?? null;
}

const TOTAL = /^(?:共|共计|合计|总计|总共|一共|总数|总数为|[两二三四五六](?:项|者|类|种)(?:渠道|方式|途径)?(?:合计|共计|总计|共)(?:为)?)$/u;

/** 网络41件，邮寄29件，合计收到70件 */
const RECEIVED_TOTAL =
  /^(?:(?:[两二三四五六](?:项|类|种)(?:渠道|方式|途径))?(?:合计|总计|共计)|[两二三四五六](?:项|类|种)(?:渠道|方式|途径)共)(?:收到|接收|受理)(?:申请)?$/u;

/** 上半年19件、下半年20件，全年38件 */
const WHOLE_YEAR = /^全年(?:共|共计|合计|总计|累计)?/u;
/** 网站41条、微信126条、视频55条，合计219条: 共 alone may begin another statement. */
const SURE_TOTAL = /^(?:合计|总计|共计)$/u;

export function isTotalWord(words: string): boolean {
  return TOTAL.test(words) || WHOLE_YEAR.test(words) || RECEIVED_TOTAL.test(words);
}

/** The parts are such as add up to a total that stands behind them. */
export function isSum(parts: readonly Figure[], words: string): boolean {
  if (WHOLE_YEAR.test(words)) return parts.length >= 2 && parts.every(({ partTime }) => partTime);
  if (areChannels(parts) || areReceivedAndCarried(parts)) return true;
  // 线上98件、邮寄61件，两类渠道共收到申请159件: what came by them, the total says.
  if (words.endsWith('申请') && parts.length >= 2 && parts.every((part) => part.words.part === 'channel')) return true;
  if (parts.length < 2 || RECEIVED_TOTAL.test(words)) return false;
  return (SURE_TOTAL.test(words) && areAlike(parts)) || areResults(parts);
}

/** 予以公开5件、部分公开1件、不予公开2件，共8件 */
function areResults(parts: readonly Figure[]): boolean {
  return parts.every(({ words, claim }) => words.results.length > 0 && words.column === null && claim !== null && claim.readings.length > 0);
}

/** Numbers of things that the tables do not count, or of results or applicants, all of them named the same way. */
function areAlike(parts: readonly Figure[]): boolean {
  const kinds = new Set(parts.map((part) => divisionOf(part)));
  const claimed = parts.filter(({ claim }) => claim !== null && claim.readings.length > 0).length;
  // 网站41条、微信126条: a channel and a medium are of one kind.
  const isOneKind = kinds.size === 1 || (kinds.size === 2 && kinds.has('part') && kinds.has('unknown'));
  return isOneKind && !kinds.has(null) && (claimed === 0 || claimed === parts.length);
}

/** 网络受理9件，信函受理4件，共13件; 新收9件、上年结转4件，合计13件: a total behind its parts. */
function totalsOf(text: string, clauses: readonly Clause[], byClause: FiguresByClause): readonly Relation[] {
  return clauses.flatMap((clause, index): readonly Relation[] => {
    const [number, ...rest] = clause.tokens.filter((token) => token.is === 'quantity');
    const [first] = clause.tokens;
    const total = byClause.get(index)?.[0];
    if (number === undefined || first === undefined || rest.length > 0 || total === undefined || !total.exact) return [];
    const words = text.slice(first.start, number.start);
    if (clause.tokens.at(-1) !== number || !isTotalWord(words)) return [];
    const parts = partsBefore(clauses, byClause, { index, total });
    return isSum(parts, words) ? [{ kind: 'list', total: total.quantity, items: parts.map((figure) => figure.quantity), complete: true }] : [];
  });
}

/** 行政复议22件：13件维持、2件纠正、4件其他结果、3件未审结: it stands in a list that adds up to the number before the list. */
export function isInSum(figure: Figure, figures: readonly Figure[]): boolean {
  const own = figures.indexOf(figure);
  // 8件申请中信函提交5件、当面提交3件: or the list behind it adds up to it.
  for (let at = own; at >= Math.max(0, own - MAX_PARTS); at--) {
    const total = figures[at];
    if (
      total === undefined ||
      total.past ||
      (at < own && (total.claim?.kind !== 'count' || total.claim.scope === 'other')) ||
      total.quantity.measure !== figure.quantity.measure
    )
      return false;
    let sum = 0;
    for (let to = at + 1; to < Math.min(figures.length, at + MAX_PARTS) && sum < total.quantity.value; to++) {
      const part = figures[to];
      if (part === undefined || part.past || part.quantity.measure !== figure.quantity.measure) break;
      sum += part.quantity.value;
      if ((to >= own || at === own) && to > at + 1 && sum === total.quantity.value) return true;
    }
  }
  return false;
}

/** Two numbers and more right before it that add up to it: 合起来正好是37件; 加上结转的23件，共709件: or the last of them and one before. */
export function partsOf(total: Figure, figures: readonly Figure[]): readonly Figure[] {
  const parts: Figure[] = [];
  let sum = 0;
  for (let at = figures.indexOf(total) - 1; at >= 0 && parts.length < MAX_PARTS; at--) {
    const figure = figures[at];
    if (figure === undefined || figure.past || figure.claim?.kind !== 'count' || figure.quantity.measure !== total.quantity.measure) break;
    parts.unshift(figure);
    sum += figure.quantity.value;
    if (sum >= total.quantity.value) break;
  }
  if (parts.length > 1 && sum === total.quantity.value) return parts;
  const last = figures[figures.indexOf(total) - 1];
  if (last === undefined || !last.words.actions.some((action) => action.startsWith('carr'))) return [];
  const other = figures.find(
    ({ past, quantity }) => !past && quantity.measure === last.quantity.measure && quantity.value + last.quantity.value === total.quantity.value,
  );
  return other === undefined || other === last ? [] : [other, last];
}

interface Behind {
  readonly index: number;
  readonly total: { readonly quantity: Pick<Quantity, 'measure'>; readonly depth: number };
}

/** One number a clause, of the same measure and depth, back to where another statement begins. */
export function partsBefore(clauses: readonly Clause[], byClause: FiguresByClause, { index, total }: Behind): readonly Figure[] {
  const parts: Figure[] = [];
  for (let at = index - 1; at >= 0; at--) {
    const opener = clauses[at + 1]?.opener ?? '';
    const [figure, ...rest] = byClause.get(at) ?? [];
    // 323件新收加12件结转，合计335件
    if (parts.length === 0 && figure !== undefined && rest.length === 1 && areReceivedAndCarried([figure, ...rest])) return [figure, ...rest];
    if (!/[,、;]/u.test(opener) || figure === undefined || rest.length > 0) break;
    if (!figure.exact || figure.last || figure.depth !== total.depth || figure.quantity.measure !== total.quantity.measure) break;
    if (parts.length === MAX_PARTS) return [];
    parts.unshift(figure);
  }
  return parts;
}

function isOfApplications({ claim, subject, quantity }: Figure): boolean {
  // 渠道为：线上202件、信函98件
  if (claim === null) return subject === 'applications' && quantity.measure === '件';
  return claim.topic.startsWith('applications');
}

function areChannels(parts: readonly Figure[]): boolean {
  return parts.length >= 2 && parts.every((figure) => figure.words.part === 'channel') && parts.some(isOfApplications);
}

export function areReceivedAndCarried(parts: readonly Figure[]): boolean {
  const [one, other] = parts.map(({ words }) => words.actions);
  if (parts.length !== 2 || one === undefined || other === undefined || !parts.every(isOfApplications)) return false;
  const isCarried = (actions: readonly string[]) => actions.includes('carry-in') || (actions.includes('carried') && !actions.includes('done'));
  const isReceived = (actions: readonly string[]) =>
    actions.length > 0 && actions.every((action) => action === 'new' || action === 'receive' || action === 'accept');
  return (isReceived(one) && isCarried(other)) || (isCarried(one) && isReceived(other));
}

/** 收取2230元。其中，民政局1件，收取880元；…: every amount behind 其中, whatever stands between. */
function feesFrom(text: string, figures: readonly Figure[], index: number): Relation | null {
  const total = figures.findLast((figure) => figure.clause < index && figure.quantity.measure === '元' && figure.exact);
  const list = figures.filter((figure) => figure.clause >= index && figure.quantity.measure === '元' && figure.words.trend === null);
  if (total === undefined || list.length < 2 || !list.every((figure) => figure.exact)) return null;
  return { kind: 'list', total: total.quantity, items: list.map((figure) => figure.quantity), complete: !AND_OTHERS.test(text) };
}

const KINDS_OF_CASES: ReadonlySet<string> = new Set(['review', 'litigation']);

/** 复议 or 诉讼, where the number is of one of them. */
function caseOf(figure: Figure | undefined): string | null {
  const subject = figure?.claim?.topic.split('/')[0] ?? null;
  return subject !== null && KINDS_OF_CASES.has(subject) ? subject : null;
}

interface Start {
  readonly index: number;
  readonly total: Figure;
  readonly bracketed: boolean;
}

function listFrom(clauses: readonly Clause[], byClause: FiguresByClause, { index, total, bracketed }: Start): readonly Figure[] | null {
  if (!total.exact) return null;
  const depth = clauses[index]?.depth ?? 0;
  const list: Figure[] = [];
  let division: Division | null = null;
  for (let at = index; at < clauses.length; at++) {
    const clause = clauses[at];
    if (clause === undefined || (at > index && (clause.opener === ';' || clause.opener === '。'))) break;
    if (clause.depth > depth) continue;
    // 其中甲9件，其中乙3件: it is not told whether the second list divides the whole or the first of its parts.
    if (at > index && opensList(clause)) break;
    if (clause.depth < depth && bracketed) break;
    const own = byClause.get(at) ?? [];
    if (own.length === 0) {
      if (at > index && clause.tokens.length > 0) break;
      continue;
    }
    const [figure] = own;
    const kind = figure === undefined || own.length > 1 ? null : divisionOf(figure);
    if (figure === undefined || kind === null || !figure.exact || figure.quantity.measure !== total.quantity.measure) break;
    // 工作动态28条，通知公告8条，其他7条: 其他 ends a list of any kind.
    const isRest = figure.words.column === 'rest' && division !== null;
    if (division !== null && kind !== division && !isRest) break;
    // 已审结79件，其中维持53件、…，尚有9件在审: what is open is no part of what was decided.
    if (total.words.outcome === 'closed' && figure.words.outcome === 'pending') break;
    division ??= kind;
    list.push(figure);
    if (list.length > MAX_LIST) return null;
  }
  // What is published in two places is counted twice, and nobody is wrong.
  if (division === 'part' && total.claim === null) return null;
  return list;
}

/** Null: a statement of its own, such as 办结 or 结转, which divides nothing. */
function divisionOf({ words, last }: Figure): Division | null {
  if (last || words.compare || words.trend !== null || words.share || words.rate !== null || (words.list === 'including' && words.part !== 'channel'))
    return null;
  if (words.column !== null) return 'column';
  if (words.results.length > 0) return 'result';
  if (words.outcome !== null) return 'outcome';
  if (words.part !== null) return words.part === 'channel' ? 'part' : 'unknown';
  if (words.actions.some((action) => action !== 'receive' && action !== 'accept' && action !== 'publish' && action !== 'made' && action !== 'of-making'))
    return null;
  return words.empty || words.unknown || objectOf(words) === 'foreign' ? 'unknown' : null;
}

const MIN_BRACKETED = 3;

function isComplete(text: string, list: readonly Figure[], bracketed: boolean): boolean {
  if (AND_OTHERS.test(text)) return false;
  if (list.at(-1)?.words.column === 'rest') return true;
  const kinds = new Set(list.map((figure) => figure.words.column ?? figure.words.outcome));
  if (kinds.has('natural') && kinds.has('legal')) return true;
  if (kinds.size === 4 && kinds.has('upheld') && kinds.has('pending')) return true;
  if (list.every((figure) => figure.words.part === 'channel')) return true;
  return bracketed && list.length >= MIN_BRACKETED && list.every((figure) => figure.claim === null);
}
