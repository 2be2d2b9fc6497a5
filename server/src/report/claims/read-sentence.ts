// One sentence → its claims and relations. Walks the clauses with what was last spoken of, so that elided words carry forward.

import type { Span } from '../../text/span.ts';
import { takeBearings } from './bearings.ts';
import { bind, subjectOf } from './bind.ts';
import type { Claim, Quantity, Relation, Subject } from './claim.ts';
import { clausesOf, type Clause } from './clauses.ts';
import { type Context, FRESH, type Item, type Setting, type State } from './draft.ts';
import { featuresOf, objectOf, type Features } from './features.ts';
import { lex, type Token } from './lex.ts';
import { listsOf } from './lists.ts';
import { allClaims, nothingClaims, type NothingInput } from './nothing.ts';
import type { Sentence } from './prose.ts';
import { isOwnName, isOwnOrgan } from './scope.ts';
import { readingsOf } from './readings.ts';
import { doneShare, overResult, rateOf, shareOf } from './shares.ts';
import { trendsOf } from './trends.ts';

export interface SentenceResult {
  readonly claims: readonly Claim[];
  readonly relations: readonly Relation[];
  /** What the next sentence of the paragraph still speaks of. */
  readonly subject: Subject | null;
  readonly wholes: readonly Item[];
}

export function readSentence(sentence: Sentence, setting: Setting, context: Context): SentenceResult {
  return new Walk(sentence, setting, context).read();
}

/** One quantity with the words on either side, up to the next one or the end of the clause. */
interface Place {
  readonly clause: Clause;
  readonly index: number;
  readonly left: readonly Token[];
  readonly token: Extract<Token, { readonly is: 'quantity' }>;
  readonly right: readonly Token[];
}

/** Documents sorted by how public they are use the words of table three for something else. */
const SORTING = /公开属性|公文[^。]{0,40}(?:依申请公开|不予公开)|主动公开(?:类|的|文件|公文)?[0-9]{1,6}(?:件|份|个)/u;
/** Words with which a claim may begin. */
const CORE: ReadonlySet<string> = new Set(['object', 'action', 'result', 'outcome', 'column', 'share', 'rate', 'part']);

/** The life of one sentence; nothing of it survives. */
class Walk {
  private readonly sentence: Sentence;
  private readonly setting: Setting;
  private readonly context: Context;
  private readonly clauses: readonly Clause[];
  private state: State;
  private readonly outer: State[] = [];
  private readonly items: Item[] = [];
  private readonly claims: Claim[] = [];
  private readonly hedged: boolean;
  /** The clause before has words but no number: what follows may be its number. */
  private open = false;
  /** What that clause says of it: 申请人以自然人为主，共329件. */
  private pending: Features | null = null;
  /** Names still without their number behind 分别为. */
  private names: Token[] = [];
  /** What 前者 and 后者 point back to. */
  private pair: readonly [Item, Item] | null = null;
  /** The clause before names the other year of a comparison, whose number may stand in brackets. */
  private comparing = false;

  constructor(sentence: Sentence, setting: Setting, context: Context) {
    const tokens = withoutOwnName(lex(sentence.text, setting.year), setting, sentence.text).map((token) => ownOrgan(token, setting, sentence.text));
    this.sentence = sentence;
    this.setting = setting;
    this.context = context;
    this.clauses = clausesOf(tokens);
    this.state = { ...FRESH, subject: context.subject, sorting: SORTING.test(sentence.text), halved: this.clauses.some(finishesCarried) };
    if (sentence.text.startsWith('其中')) this.items.push(...context.wholes);
    this.hedged = tokens.some((token) => token.is === 'word' && token.as === 'hedge');
  }

  read(): SentenceResult {
    for (const [index, clause] of this.clauses.entries()) {
      if (clause.opener === '(') {
        this.outer.push(this.state);
        // 较上年同期（12件）
        if (this.comparing) this.state = { ...this.state, otherTime: true, lastYear: true };
      }
      if (clause.opener === ')') this.state = this.outer.pop() ?? this.state;
      this.clause(clause, index);
    }
    const relations = [...listsOf(this.sentence.text, this.clauses, this.items), ...trendsOf(this.sentence, this.clauses, this.items)];
    return { claims: this.claims, relations, subject: this.state.subject === 'foreign' ? null : this.state.subject, wholes: wholesOf(this.items) };
  }

  private clause(clause: Clause, index: number): void {
    const before = this.state;
    this.state = takeBearings(clause, this.state, this.setting, this.sentence.text);
    let from = 0;
    const { tokens } = clause;
    for (const [at, token] of tokens.entries()) {
      if (token.is !== 'quantity') continue;
      const rest = tokens.slice(at + 1);
      const right = rest.some((each) => each.is === 'quantity') ? [] : rest;
      this.quantity({ clause, index, left: tokens.slice(from, at), token, right });
      from = at + 1;
    }
    if (from === 0) this.wordsOnly(clause, index);
    else {
      this.open = false;
      // 收到的14件申请已全部办结
      const behind = tokens.slice(from);
      if (this.items.at(-1)?.words.all !== true) this.claims.push(...this.allDone({ ...clause, tokens: behind }));
    }
    this.comparing = from === 0 && tokens.some((token) => token.is === 'word' && token.as === 'compare') && this.state.lastYear;
    // 比上年35件: the year spoken of for comparison ends with its clause.
    if (tokens.some((token) => token.is === 'word' && token.as === 'compare')) this.state = { ...this.state, otherTime: before.otherTime, lastYear: before.lastYear };
  }

  private wordsOnly(clause: Clause, index: number): void {
    const words = featuresOf(clause.tokens);
    if (clause.opener === ',') this.carriedLater(words, index);
    this.claims.push(...nothingClaims(this.nothing(clause)));
    this.speak(words);
    this.open = !words.empty && !words.narrowed;
    this.pending = this.open ? words : null;
  }

  private nothing(clause: Clause): NothingInput {
    const { sentence, setting, context, clauses, state, items, hedged, toSpan } = this;
    return { sentence, setting, context, clauses, clause, state, items, hedged, toSpan };
  }

  private allDone(clause: Clause): readonly Claim[] {
    return clause.tokens.length === 0 ? [] : allClaims(this.nothing(clause));
  }

  /** 八件因需征求第三方意见，结转下年度办理: the verb of a number whose own clause says nothing the tables count. */
  private carriedLater({ actions }: Features, index: number): void {
    const item = this.items.at(-1);
    const before = item?.claim ?? null;
    if (item?.clause !== index - 1 || !item.exact || item.quantity.measure !== '件' || actions.at(-1) !== 'carry-out') return;
    if (this.state.subject !== 'applications' || this.state.otherTime || (before?.readings.length ?? 0) > 0) return;
    const at = this.claims.indexOf(before as Claim);
    const claim: Claim = {
      span: item.quantity.span,
      numberSpan: item.quantity.span,
      text: '',
      value: item.quantity.value,
      decimals: item.quantity.decimals,
      scale: 1,
      kind: 'count',
      bound: 'exact',
      topic: 'applications/carry-out',
      hedged: this.hedged,
      plain: false,
      scope: this.state.scope,
      readings: this.state.scope === 'other' ? [] : readingsOf(this.setting.form, { subject: 'applications', actions: ['carry-out'], results: [], outcome: null, column: null }),
      reading: null,
      status: 'unbound',
      sentence: this.context.index,
    };
    this.claims.splice(at < 0 ? this.claims.length : at, at < 0 ? 0 : 1, claim);
  }

  private quantity(place: Place): void {
    const { left, right, token, index, clause } = place;
    const own = this.pointingBack(this.inTurn(place, featuresOf(left)));
    const after = featuresOf(nounOf(right, own));
    const { quantity } = token;
    const counted: Quantity = {
      span: this.toSpan(token.start, quantity.numberEnd),
      value: quantity.value,
      decimals: quantity.decimals,
      measure: quantity.measure.word,
    };
    const words = this.wordsFor(place, own, after);
    const found = words === null ? [] : quantity.measure.kind === 'percent' ? this.share(place, own, counted) : this.count(place, words, counted);
    this.claims.push(...found);
    this.items.push({ quantity: counted, words: words ?? (own.empty && !after.empty ? after : own), clause: index, depth: clause.depth, claim: found[0] ?? null, last: this.state.lastYear, exact: quantity.bound === 'exact' });
    if (words === null || own.compare || own.trend !== null || quantity.measure.kind === 'percent') return;
    this.speak(words);
    const [claim] = found;
    const blocks = claim !== undefined && claim.scope === 'other' && this.state.scope !== 'other' && !this.state.otherTime;
    const subject = claim?.topic.split('/')[0] as Subject | undefined;
    // 公租房申请8件，结转1件; 备案行政复议37件、行政诉讼26件
    if (blocks && subject === 'applications' && (words.narrowed || words.led) && words.objects.length > 0) this.state = { ...this.state, subject: 'foreign' };
    else if (blocks && subject !== undefined && subject !== 'applications') this.state = { ...this.state, blocked: subject, ...(words.role && { scope: 'other' as const }) };
    this.state = { ...this.state, told: [...this.state.told, ...words.actions], halves: halvesWith(this.state.halves, claim), column: words.column, outcome: words.outcome ?? (words.column === 'rest' ? this.state.outcome : null) };
  }

  /** 予以公开、不予公开分别为85件、27件: to each number the name that stands in its place. */
  private inTurn({ clause, index, left }: Place, own: Features): Features {
    if (own.list === 'respectively') {
      const at = left.findIndex((token) => token.is === 'word' && token.id === 'respectively');
      const names = namesIn(left.slice(0, at));
      const listed = names.length > 0 ? names : namesIn(this.pending === null ? [] : (this.clauses[index - 1]?.tokens ?? []));
      this.names = listed.length === this.numbersFrom(index) ? [...listed] : [];
    } else if (clause.opener !== '、' || !own.empty) this.names = [];
    const name = this.names.shift();
    return name === undefined ? own : { ...featuresOf([...left.filter((token) => token.is !== 'word'), name]), unknown: false };
  }

  /** The numbers of a clause and of those behind it that only go on with the list. */
  private numbersFrom(index: number): number {
    const numbers = ({ tokens }: Clause) => tokens.filter((token) => token.is === 'quantity').length;
    let count = 0;
    for (let at = index; at < this.clauses.length; at++) {
      const clause = this.clauses[at];
      if (clause === undefined || (at > index && (clause.opener !== '、' || numbers(clause) !== 1))) break;
      count += numbers(clause);
    }
    return count;
  }

  /** 两者合计, 前者, 后者: takes its words from the numbers it points back to. */
  private pointingBack(own: Features): Features {
    if (own.back === null || own.results.length > 1) return own;
    const [first, second] = this.items.filter((item) => item.claim !== null).slice(-2);
    if (first === undefined || second === undefined) return { ...own, narrowed: true };
    if (own.back !== 'both') {
      this.pair ??= [first, second];
      const item = this.pair[own.back === 'former' ? 0 : 1];
      return { ...own, objects: [item?.claim?.topic.split('/')[0] ?? 'foreign'] };
    }
    const results = [...first.words.results, ...second.words.results];
    if (results.length === 2) return { ...own, results, empty: false };
    const topics = [first, second].map((item) => item.claim?.topic);
    return topics.includes('applications/carry-in') ? { ...own, actions: ['take'], empty: false } : { ...own, narrowed: true };
  }

  private speak(words: Features): void {
    const subject = subjectOf(objectOf(words));
    if (subject !== null) this.state = { ...this.state, subject, actions: words.actions.length > 0 ? words.actions : subject === this.state.subject ? this.state.actions : [], blocked: subject === this.state.subject ? this.state.blocked : null };
    else if (words.actions.length > 0) this.state = { ...this.state, actions: words.actions };
  }

  /** The words that say what is counted: before the number, else behind it, else those of the clause before; null where none do. */
  private wordsFor({ left, index, token }: Place, own: Features, after: Features): Features | null {
    const says = (words: Features) => words.actions.length > 0 || words.results.length > 0 || words.outcome !== null || words.column !== null;
    if (own.share || own.rate !== null) return own;
    if (says(own)) {
      // 在予以公开的申请中，自然人提出的42件
      if (this.open && own.column !== null && own.results.length === 0 && own.objects.length === 0 && this.pending !== null && this.before(left).endsWith('中')) return { ...own, results: this.pending.results };
      if (own.objects.length > 0 || after.objects.length === 0 || after.led) return own;
      // 收到1件申请涉及多个部门: one among others.
      return { ...own, objects: after.objects, narrowed: own.narrowed || (after.narrowed && after.actions.includes('happen')) };
    }
    const about = left.some((token) => token.is === 'word' && token.id === 'against');
    const sides = { part: own.part ?? after.part, role: own.role || after.role, list: own.list, narrowed: own.narrowed, unknown: own.unknown, led: own.led };
    // 103件顺延到下年度, 13件申请均已答复
    if (says(after) && !after.led && !after.narrowed) return { ...after, ...sides, ...(after.all && own.objects.length > 0 && { actions: ['take', ...after.actions] }), objects: own.objects.length > 0 ? own.objects : after.objects };
    if (own.objects.length > 0) return own;
    // 17件政府信息公开申请均由专人登记
    if (after.objects.length > 0 && !after.led && !about && own.list === null && objectOf(after) !== 'foreign') {
      return { ...after, ...sides, actions: after.actions.filter((action) => action !== 'handle' && action !== 'publish'), all: false };
    }
    const previous = this.items.at(-1);
    // 首次突破一千三百件，达到1,369件
    if (own.empty && !own.unknown && left.length > 0 && previous?.claim != null && !previous.exact && previous.clause === index - 1) return previous.words;
    if (left.length === 0 && own.empty && !this.open) return own.unknown ? null : own;
    // 集中采购6项、总金额41.208万元
    if (own.empty && !own.unknown && this.state.subject === 'procurement' && token.quantity.measure.kind === 'money') return { ...own, objects: ['procurement'] };
    if (!this.open || own.unknown || own.part !== null || own.list !== null) return null;
    const { pending } = this;
    return own.empty && pending !== null ? { ...own, column: pending.column, results: pending.results } : own;
  }

  /** The clause before these words. */
  private before(left: readonly Token[]): string {
    const end = (left[0]?.start ?? 0) - 1;
    return this.sentence.text.slice(Math.max(0, end - 1), end);
  }

  private count(place: Place, words: Features, counted: Quantity): readonly Claim[] {
    const { quantity } = place.token;
    if (words.empty && words.objects.length === 0 && !this.open) return [];
    return bind({ words, state: this.state, measure: quantity.measure, form: this.setting.form, opener: place.clause.opener }).map(({ subject, detail, scope, hedged, readings }) => ({
      ...this.frame(place, words, counted),
      kind: 'count' as const,
      scale: quantity.measure.word === '元' ? 1e4 : quantity.measure.word === '亿元' ? 1e-4 : 1,
      topic: detail === null ? subject : `${subject}/${detail}`,
      hedged: this.hedged || hedged,
      scope,
      readings,
    }));
  }

  private share(place: Place, own: Features, counted: Quantity): readonly Claim[] {
    const { form } = this.setting;
    const base = { ...this.frame(place, own, counted), kind: 'share' as const, scale: 100, hedged: this.hedged, ...(this.isAbout(place) && { bound: 'about' as const }) };
    if (own.rate !== null) {
      const rate = rateOf(form, own, this.state, counted.value);
      return rate === null ? [] : [{ ...base, ...rate }];
    }
    const named = own.results.length > 0 || own.column !== null;
    const previous = this.items.at(-1)?.claim ?? null;
    const whole = featuresOf(place.left.slice(place.left.findIndex((token) => token.is === 'word' && token.as === 'share') + 1));
    // 占不予公开的42.67%: of the result behind 占.
    if (own.share && whole.results.length > 0) {
      const readings = overResult(form, previous, whole);
      return previous === null ? [] : [{ ...base, topic: `${previous.topic}/share`, scope: readings.length === 0 ? 'other' : previous.scope, readings }];
    }
    if (named && own.share) {
      const scope = own.part !== null || own.narrowed || this.state.otherTime ? 'other' : this.state.scope;
      const readings = scope === 'other' ? [] : shareOf(form, own);
      return [{ ...base, topic: `applications/${own.results.at(-1) ?? own.column ?? ''}/share`, scope, readings }];
    }
    if (own.share && previous?.topic === 'applications/done' && previous.readings.length > 0 && !own.unknown && own.part === null) {
      return [{ ...base, topic: 'applications/done/share', scope: previous.scope, readings: doneShare(form) }];
    }
    const bracketed = place.clause.opener === '(' && place.left.length === 0;
    if ((!own.share && !bracketed) || own.unknown || previous?.kind !== 'count' || !previous.topic.startsWith('applications/')) return [];
    const { words } = this.items.at(-1) ?? { words: own };
    if (words.results.length === 0 && words.column === null && !previous.topic.endsWith('/done')) return [];
    const readings = previous.readings.length === 0 ? [] : shareOf(form, words);
    return [{ ...base, topic: `${previous.topic}/share`, scope: previous.scope, readings }];
  }

  /** 约占办结件数的47% */
  private isAbout({ left }: Place): boolean {
    const from = left[0]?.start ?? 0;
    return /[约近]占/u.test(this.sentence.text.slice(Math.max(0, from - 1), left.at(-1)?.end ?? from));
  }

  private frame(place: Place, words: Features, counted: Quantity) {
    const { start, end } = this.extent(place, words);
    return {
      span: this.toSpan(start, end),
      numberSpan: counted.span,
      text: '',
      value: counted.value,
      decimals: counted.decimals,
      bound: place.token.quantity.bound,
      plain: !words.unknown,
      reading: null,
      status: 'unbound' as const,
      sentence: this.context.index,
    };
  }

  /** From the first word that matters to the last. */
  private extent({ left, token, right }: Place, words: Features): { readonly start: number; readonly end: number } {
    const first = left.find((each) => each.is === 'word' && CORE.has(each.as) && each.id !== 'foreign');
    const behind = featuresOf(left).empty && !words.empty ? right.findLast((each) => each.is === 'word' && CORE.has(each.as)) : undefined;
    return { start: first?.start ?? token.start, end: behind?.end ?? token.end };
  }

  private readonly toSpan = (start: number, end: number): Span => {
    const { offsetAt } = this.sentence;
    return { start: offsetAt(start), end: end > start ? offsetAt(end - 1) + 1 : offsetAt(start) };
  };
}

const IN_NAME = /以([^以,;。0-9]{2,20})名义/u;

/** 以我办名义答复 says no more than 答复. */
function withoutOwnName(tokens: readonly Token[], { owner }: Setting, text: string): readonly Token[] {
  const found = text.includes('名义') ? IN_NAME.exec(text) : null;
  if (found === null || !isOwnName(owner, found[1] ?? '')) return tokens;
  const end = found.index + found[0].length;
  return tokens.filter((token) => token.end <= found.index || token.start >= end);
}

/** 街道全年作出…: the reporting organ by a shorter name is 我街道. */
function ownOrgan(token: Token, { owner }: Setting, text: string): Token {
  // 县政府办公室 is an office of its own.
  return token.is === 'unknown' && isOwnOrgan(owner, token.text) && text.charAt(token.end) !== '办' ? { is: 'word', as: 'self', id: 'self', start: token.start, end: token.end } : token;
}

const NAMES: ReadonlySet<string> = new Set(['result', 'column', 'outcome', 'object']);

/** Names of one kind, in order; none where there is only one. */
function namesIn(tokens: readonly Token[]): readonly Token[] {
  for (const kind of NAMES) {
    const names = tokens.filter((token) => token.is === 'word' && token.as === kind);
    if (names.length > 1) return names;
  }
  return [];
}

/** 63件规范性文件已全部归集至政策文件库: behind a verb of its own, the number counts the noun before 已全部. */
function nounOf(right: readonly Token[], own: Features): readonly Token[] {
  const at = own.actions.length === 0 ? -1 : right.findIndex((token) => token.is === 'word' && token.as === 'all');
  return at < 0 ? right : right.slice(0, at);
}

/** An outcome in between belongs to one half: then the next one does too. */
function halvesWith(halves: readonly Subject[], claim: Claim | undefined): readonly Subject[] {
  const topic = claim?.topic;
  return topic === 'direct' || topic === 'after-review' ? [...halves, topic] : [];
}

/** Numbers that are alone in their measure, as the next sentence sees them. */
function wholesOf(items: readonly Item[]): readonly Item[] {
  const alone = items.filter((item) => item.exact && items.filter((other) => other.quantity.measure === item.quantity.measure).length === 1);
  return alone.map((item) => ({ ...item, clause: -1, depth: 0 }));
}

/** 上年结转的2件均已办结 */
function finishesCarried({ tokens }: Clause): boolean {
  const at = tokens.findIndex((token) => token.is === 'word' && token.id === 'carry-in');
  return at >= 0 && tokens.some((token, index) => index > at && token.is === 'word' && token.as === 'action' && token.id === 'done');
}
