// One sentence → its claims and relations. Walks the clauses with what was last spoken of, so that elided words carry forward.

import type { Claim, ClaimScope, Quantity, Relation, Subject } from './claim.ts';
import { clausesOf, type Clause } from './clauses.ts';
import type { Context, Item, Setting, State } from './draft.ts';
import { featuresOf, type Features } from './features.ts';
import { lex, type Token } from './lex.ts';
import { listsOf } from './lists.ts';
import type { Sentence } from './prose.ts';
import { readingsOf } from './readings.ts';
import { isForeignOrgan, scopeOfLevel, scopeOfSelf } from './scope.ts';
import { nothingClaims } from './nothing.ts';
import { trendsOf } from './trends.ts';

export interface SentenceResult {
  readonly claims: readonly Claim[];
  readonly relations: readonly Relation[];
  /** What the next sentence of the paragraph still speaks of. */
  readonly subject: Subject | null;
}

export function readSentence(sentence: Sentence, setting: Setting, context: Context): SentenceResult {
  const tokens = lex(sentence.text, setting.year);
  const clauses = clausesOf(tokens);
  const walk = new Walk({ sentence, setting, context, clauses });
  return walk.read();
}

interface WalkInput {
  readonly sentence: Sentence;
  readonly setting: Setting;
  readonly context: Context;
  readonly clauses: readonly Clause[];
}

const FRESH: State = { subject: null, actions: [], otherTime: false, scope: 'whole' };
const SUBJECTS: ReadonlySet<string> = new Set([
  'applications',
  'review',
  'litigation',
  'direct',
  'after-review',
  'disputes',
  'normative',
  'regulations',
  'licences',
  'penalties',
  'coercion',
  'fees',
  'procurement',
  'fee',
]);
/** Words that say what is counted. */
const CORE: ReadonlySet<string> = new Set(['object', 'action', 'result', 'outcome', 'column', 'share', 'rate', 'part']);
const DISPUTES: ReadonlySet<string> = new Set(['review', 'litigation', 'direct', 'after-review', 'disputes']);

/** The life of one sentence; nothing of it survives. */
class Walk {
  private readonly input: WalkInput;
  private state: State = FRESH;
  private readonly outer: State[] = [];
  private readonly items: Item[] = [];
  private readonly claims: Claim[] = [];
  private hedged = false;
  /** The clause before has words but no number: what follows may be its number. */
  private open = false;

  constructor(input: WalkInput) {
    this.input = input;
    this.state = { ...FRESH, subject: input.context.subject };
  }

  read(): SentenceResult {
    const { clauses, sentence } = this.input;
    for (const [index, clause] of clauses.entries()) {
      if (clause.opener === '(') this.outer.push(this.state);
      if (clause.opener === ')') this.state = this.outer.pop() ?? this.state;
      this.clause(clause, index);
    }
    const relations = [...listsOf(sentence.text, clauses, this.items), ...trendsOf(sentence, clauses, this.items)];
    const subject = this.state.subject === 'foreign' ? null : this.state.subject;
    return { claims: this.claims, relations, subject };
  }

  private clause(clause: Clause, index: number): void {
    this.enter(clause);
    const before = this.state;
    let from = 0;
    const { tokens } = clause;
    for (const [at, token] of tokens.entries()) {
      if (token.is !== 'quantity') continue;
      const left = tokens.slice(from, at);
      const rest = tokens.slice(at + 1);
      const right = rest.some((each) => each.is === 'quantity') ? [] : rest;
      this.quantity({ clause, index, left, token, right });
      from = at + 1;
    }
    const counted = from > 0;
    if (!counted) {
      const words = featuresOf(tokens);
      this.claims.push(...nothingClaims({ ...this.input, state: this.state, clause, items: this.items, hedged: this.hedged, toSpan: this.spanOf }));
      this.speak(words);
      this.open = !words.empty;
    } else {
      this.open = false;
    }
    // 比上年35件: the year spoken of for comparison ends with its clause.
    if (tokens.some((token) => token.is === 'word' && token.as === 'compare')) this.state = { ...this.state, otherTime: before.otherTime && !this.comparesOnly(clause) };
  }

  private comparesOnly(clause: Clause): boolean {
    return clause.tokens.some((token) => token.is === 'word' && token.as === 'time' && token.id === 'last');
  }

  /** Years, organs and levels named before the first number of a clause. */
  private enter(clause: Clause): void {
    const { owner, year } = this.input.setting;
    let subjectPlace = true;
    for (const token of clause.tokens) {
      if (token.is === 'quantity') break;
      if (token.is === 'date') {
        if (token.year !== null && year !== null) this.state = { ...this.state, otherTime: token.year !== year };
        continue;
      }
      if (token.is === 'unknown') {
        if (subjectPlace && isForeignOrgan(owner, token.text)) this.narrow('other');
        subjectPlace = false;
        continue;
      }
      if (token.is !== 'word') continue;
      const word = this.input.sentence.text.slice(token.start, token.end);
      switch (token.as) {
        case 'time':
          this.time(token.id);
          break;
        case 'level':
          this.narrow(scopeOfLevel(owner, word));
          break;
        case 'self':
          if (subjectPlace) this.narrow(scopeOfSelf(owner, word));
          break;
        case 'others':
          if (subjectPlace) this.narrow('other');
          break;
        case 'hedge':
          this.hedged = true;
          break;
        case 'filler':
        case 'all':
          break;
        default:
          subjectPlace = false;
      }
    }
  }

  private time(id: string): void {
    if (id === 'this') this.state = { ...this.state, otherTime: false };
    else if (id !== 'whole') this.state = { ...this.state, otherTime: true };
  }

  private narrow(scope: ClaimScope): void {
    const { scope: known } = this.state;
    if (scope === 'other' || known === 'whole') this.state = { ...this.state, scope };
  }

  private speak(words: Features): void {
    const subject = this.subjectOf(words.object);
    if (subject !== null) this.state = { ...this.state, subject, actions: words.actions };
    else if (words.actions.length > 0) this.state = { ...this.state, actions: words.actions };
  }

  private subjectOf(object: string | null): State['subject'] {
    if (object === null) return null;
    if (object === 'application') return 'applications';
    if (object === 'foreign') return 'foreign';
    return SUBJECTS.has(object) ? (object as Subject) : null;
  }

  private quantity(place: Place): void {
    const { left, right, token, index, clause } = place;
    const own = featuresOf(left);
    const after = featuresOf(right);
    const words = this.wordsFor(place, own, after);
    const { quantity } = token;
    const counted: Quantity = {
      span: this.spanOf(token.start, quantity.numberEnd),
      value: quantity.value,
      decimals: quantity.decimals,
      measure: quantity.measure.word,
    };
    const last = this.state.otherTime && left.some((each) => each.is === 'word' && each.as === 'time' && each.id === 'last');
    const claim = words === null ? null : quantity.measure.kind === 'percent' ? this.share(place, own, counted) : this.count(place, words, counted);
    if (claim !== null) this.claims.push(claim);
    this.items.push({ quantity: counted, words: own.empty && !after.empty ? after : own, clause: index, depth: clause.depth, claim, last });
    if (words !== null && !own.compare && own.trend === null) this.speak(words);
  }

  /** The words that say what is counted: before the number, else behind it, else those of the clause before; null where none do. */
  private wordsFor({ left, clause }: Place, own: Features, after: Features): Features | null {
    const says = (words: Features) => words.actions.length > 0 || words.result !== null || words.outcome !== null || words.column !== null;
    if (own.share || own.rate) return own;
    if (says(own)) return own.object === null && after.object !== null && !after.unknown ? { ...own, object: after.object } : own;
    if (says(after) && !after.narrowed && !(after.unknown && own.empty && own.unknown)) {
      // 38件申请已全部办结 counts the applications, not only the finished ones.
      const actions = after.all ? ['receive', ...after.actions] : after.actions;
      return { ...after, actions, object: own.object ?? after.object, narrowed: own.narrowed || after.unknown, unknown: own.unknown, part: own.part || after.part, list: own.list };
    }
    if (own.object !== null) return own;
    if (after.object !== null && !after.unknown) return { ...after, list: own.list, unknown: own.unknown, part: own.part || after.part };
    if (clause.opener === '(' && left.length === 0) return own;
    return this.open && !own.unknown && !own.part && own.list === null ? own : null;
  }

  private count(place: Place, words: Features, counted: Quantity): Claim | null {
    const { quantity } = place.token;
    const { kind } = quantity.measure;
    if (kind === 'other' || words.compare || words.trend !== null) return null;
    const subject = this.subjectOf(words.object) ?? this.state.subject;
    if (subject === null || subject === 'foreign') return null;
    const money = subject === 'fees' || subject === 'fee' || (subject === 'procurement' && kind === 'money');
    if (money !== (kind === 'money')) return null;
    const inherits = words.empty || (words.actions.length === 0 && words.object === null && (subject === 'applications' ? words.result === null : true));
    const actions = inherits || (words.column !== null && words.actions.length === 0) ? this.state.actions : words.actions;
    const bindable = this.bindable(subject, words, actions);
    if (bindable === null) return null;
    const scope: ClaimScope = bindable && !this.state.otherTime ? this.state.scope : 'other';
    const meaning = {
      subject,
      actions: subject === 'applications' && words.list !== null && words.list === 'including' && actions.at(-1) === 'carried' ? ['carried'] : actions,
      result: words.result,
      outcome: words.outcome ?? (DISPUTES.has(subject) && actions.includes('carry-out') ? 'pending' : null),
      column: money && subject === 'procurement' ? 'amount' : words.column,
    };
    const readings = scope === 'other' ? [] : readingsOf(this.input.setting.form, meaning);
    const detail = meaning.result ?? meaning.outcome ?? meaning.column ?? actionName(actions);
    const { start, end } = this.extent(place, words);
    return {
      span: this.spanOf(start, end),
      numberSpan: counted.span,
      text: '',
      value: counted.value,
      decimals: counted.decimals,
      scale: quantity.measure.word === '元' ? 1e4 : quantity.measure.word === '亿元' ? 1e-4 : 1,
      kind: 'count',
      bound: quantity.bound,
      topic: detail === null ? subject : `${subject}/${detail}`,
      hedged: this.hedged || this.uncertain(subject, words),
      scope,
      readings,
      reading: null,
      status: 'unbound',
      sentence: this.input.context.index,
    };
  }

  /** Null: no claim at all. False: a claim about something the tables do not count. */
  private bindable(subject: Subject, words: Features, actions: readonly string[]): boolean | null {
    if (words.narrowed || words.part) return false;
    if (subject === 'applications') {
      // 其中20件涉及征地, 上年结转已办结3件: a subset of a subset.
      if (words.result === null && words.column === null && words.actions.length === 0 && words.list === 'of-which') return false;
      return !(actions.includes('carry-in') && actions.includes('done'));
    }
    if (DISPUTES.has(subject)) return !words.role && !words.unknown && !words.actions.some((action) => action === 'handle' || action === 'done') && !words.deadline;
    if (subject === 'normative' || subject === 'regulations') return actions.length === 0 ? null : !words.role && !words.unknown;
    if (subject === 'licences' || subject === 'penalties' || subject === 'coercion') return actions.includes('publish') ? false : !words.unknown;
    return !words.unknown;
  }

  /** Table two counts decisions and documents of the whole organ; the words often mean a little less or more. */
  private uncertain(subject: Subject, words: Features): boolean {
    if (subject === 'applications') return words.deadline && words.actions.includes('done');
    if (subject === 'normative' || subject === 'regulations') return words.actions.includes('publish');
    return subject === 'licences' || subject === 'penalties' || subject === 'coercion' ? !words.actions.includes('decide') : false;
  }

  private share({ left, token, clause }: Place, own: Features, counted: Quantity): Claim | null {
    const previous = this.items.at(-1);
    const { setting, context } = this.input;
    const start = left.find((each) => each.is === 'word' && (each.as === 'share' || each.as === 'rate'))?.start ?? token.start;
    const base = {
      span: this.spanOf(start, token.end),
      numberSpan: counted.span,
      text: '',
      value: counted.value,
      decimals: counted.decimals,
      scale: 100,
      kind: 'share' as const,
      bound: token.quantity.bound,
      hedged: this.hedged,
      reading: null,
      status: 'unbound' as const,
      sentence: context.index,
    };
    const form = setting.form;
    const meaning = { result: null, outcome: null, column: null, subject: 'applications' as const };
    const wholes = readingsOf(form, { ...meaning, actions: ['handle'] });
    if (own.rate) {
      const subject = this.subjectOf(own.object) ?? this.state.subject;
      if (subject !== 'applications') return null;
      const scope: ClaimScope = own.deadline || own.unknown || own.part || this.state.otherTime || counted.value === 100 ? 'other' : this.state.scope;
      const [done] = readingsOf(form, { ...meaning, actions: ['done'] });
      const readings = scope === 'other' || done === undefined ? [] : wholes.filter((whole) => whole.sum.join() !== done.sum.join()).map((whole) => ({ sum: done.sum, over: whole.sum }));
      return { ...base, topic: 'applications/rate', scope, readings };
    }
    const bracketed = clause.opener === '(' && left.length === 0;
    if ((!own.share && !bracketed) || previous?.claim == null || previous.claim.kind !== 'count') return null;
    if (previous.claim.readings.length === 0 || !previous.claim.topic.startsWith('applications/')) return null;
    const readings = previous.claim.readings.flatMap((part) => wholes.map((whole) => ({ sum: part.sum, over: whole.sum })));
    return { ...base, topic: `${previous.claim.topic}/share`, scope: previous.claim.scope, readings };
  }

  /** From the first word that matters to the last. */
  private extent({ left, token, right }: Place, words: Features): { readonly start: number; readonly end: number } {
    const first = left.find((each) => each.is === 'word' && CORE.has(each.as) && each.id !== 'foreign');
    const start = first?.start ?? token.start;
    const used = featuresOf(left).empty && !words.empty ? right.findLast((each) => each.is === 'word' && each.as !== 'filler') : undefined;
    return { start, end: used?.end ?? token.end };
  }

  private readonly spanOf = (start: number, end: number) => {
    const { offsetAt } = this.input.sentence;
    return { start: offsetAt(start), end: end > start ? offsetAt(end - 1) + 1 : offsetAt(start) };
  };
}

interface Place {
  readonly clause: Clause;
  readonly index: number;
  readonly left: readonly Token[];
  readonly token: Extract<Token, { readonly is: 'quantity' }>;
  readonly right: readonly Token[];
}

/** The most telling of several actions names the topic. */
function actionName(actions: readonly string[]): string | null {
  return actions.find((action) => action.startsWith('carr')) ?? actions.at(-1) ?? null;
}
