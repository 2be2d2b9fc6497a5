// The cells behind a counted number: null where it is no claim at all, no readings where the tables do not count it.

import type { ClaimScope, Interpretation, Subject } from '../claim-model.ts';
import { cellKey, splitKey, type CellKey, type Form } from '../../../forms/form.ts';
import { subjectOf, type State } from '../numbers/draft.ts';
import { objectOf, type Clues } from '../words/clues.ts';
import type { Measure } from '../words/quantity.ts';
import { partReadings } from '../numbers/dividing.ts';
import { columnsOf, isApplicationAction, type Meaning, readingsOf } from './interpretations.ts';

export interface Binding {
  readonly subject: Subject;
  readonly detail: string | null;
  readonly scope: ClaimScope;
  readonly hedged: boolean;
  readonly readings: readonly Interpretation[];
}

export interface BindInput {
  readonly words: Clues;
  readonly state: State;
  readonly measure: Measure;
  readonly form: Form;
  /** The mark before the clause. */
  readonly opener: string;
}

const DISPUTES: ReadonlySet<Subject> = new Set(['review', 'litigation', 'direct', 'after-review', 'disputes']);
const BEYOND_DISPUTES: ReadonlySet<string> = new Set(['accept', 'handle', 'done', 'take']);
const MAKING: ReadonlySet<string> = new Set(['made', 'of-making']);
const DOCUMENTS: ReadonlySet<Subject> = new Set(['normative', 'regulations']);
const DECIDING: ReadonlySet<string> = new Set(['decide', 'handle', 'done', 'accept']);
const DECIDED: ReadonlySet<string> = new Set(['decision', ...DECIDING]);
const DECISIONS: ReadonlySet<Subject> = new Set(['licences', 'penalties', 'coercion', 'services']);
const MONEY: ReadonlySet<Subject> = new Set(['fees', 'fee']);

/** What the words and the state together count. */
export function bind(input: BindInput): readonly Binding[] {
  const { state, measure } = input;
  const words = closed(decidedAbout(stillOpen(continued(input.words, state), state)), state);
  if (measure.kind === 'other' || measure.kind === 'percent' || words.compare || words.trend !== null) return [];
  if (words.each && words.objects.length > 1) {
    return words.objects.flatMap((object) => bind({ ...input, words: { ...words, objects: [object], each: false } }));
  }
  // 企业、科研机构各1件
  if (words.each && words.columns.length > 1)
    return words.columns.flatMap((column) => bind({ ...input, words: { ...words, columns: [column], column, each: false, applied: true } }));
  // 大量反复申请和重新出具的各1件
  if (words.each && words.results.length > 1) return words.results.flatMap((result) => bind({ ...input, words: { ...words, results: [result], each: false } }));
  const object = subjectOf(objectOf(words));
  // 公开行政许可决定1802条（另有44条依法不予公开）: of the decisions, whatever table three calls so.
  if (object === null && words.results.length > 0 && words.column === null && isOfDecisions(input)) return [];
  const named = object === 'foreign' && words.resultLast && state.subject === 'applications' ? null : object;
  // 予以公开8件 is about applications whatever was spoken of before.
  const implied = named === null && (words.results.length > 0 || words.column !== null) ? 'applications' : null;
  const isBehindForeign = implied !== null && state.subject === 'foreign';
  const spoken = named ?? implied ?? whole(words, state) ?? state.subject;
  // 被复议机关纠正6件，败诉2件: the second is of suits.
  const subject = words.lost && named === null && spoken === 'review' ? 'litigation' : spoken;
  if (subject === null || subject === 'foreign') return [];
  // 行政许可事项47项: itemClaims reads what the older form counts.
  if (measure.word === '项' && input.form.id === '2019' && DECISIONS.has(subject) && !words.actions.some((action) => DECIDED.has(action))) return [];
  const money = MONEY.has(subject) || (subject === 'procurement' && measure.kind === 'money');
  if (money !== (measure.kind === 'money')) return [];
  const actions = actionsFor(subject, { ...input, words });
  if (subject === 'applications' && isOfPetitions(words)) return [];
  const counted = isPublishedList(subject, input) ? 'others' : countedAs(subject, { words, actions, state });
  if (counted === 'nothing') return [];
  const scope: ClaimScope =
    counted === 'cells' && !state.otherTime && !isBehindForeign && (state.blocked !== subject || decides(words)) ? state.scope : 'other';
  // Words that may narrow it: it says something of the table only where it agrees.
  const mayAgree = state.scope !== 'other' && !state.otherTime && words.part === null && !words.role && state.blocked !== subject;
  const meaning: Meaning = {
    subject,
    actions,
    results: words.results,
    outcome: words.outcome ?? (DISPUTES.has(subject) && actions.includes('carry-out') ? 'pending' : null),
    column: subject === 'procurement' && money ? 'amount' : words.column,
  };
  const readings = scope === 'other' && !mayAgree ? [] : [...outcomeBefore(input, meaning), ...readingsFor(input.form, meaning, words)];
  return [{ subject, detail: detailOf(meaning), scope, hedged: isUncertain(subject, words), readings }];
}

/** 公开30件，另有4件不予公开，全年共作出34件: what was decided is all of them. */
function decides({ actions, list }: Clues): boolean {
  return actions.includes('decide') && list === null;
}

/** 自然人申请办结1993件、未结79件: of applications, which end in no court. */
function stillOpen(words: Clues, { subject }: State): Clues {
  const isOpen = words.outcome === 'pending' && subject === 'applications' && words.objects.every((object) => object.startsWith('application'));
  return isOpen && words.results.length === 0 && words.actions.length === 0 ? { ...words, outcome: null, actions: ['carry-out'] } : words;
}

/** 14件答复在复议中被纠正: the answers were corrected, not given. */
function decidedAbout(words: Clues): Clues {
  return words.outcome === 'corrected' && words.actions.at(-1) === 'done' ? { ...words, actions: words.actions.slice(0, -1) } : words;
}

/** 行政复议31件，已办结26件: of the organ's own cases. */
function closed(words: Clues, { subject }: State): Clues {
  const isOfCases = subject !== null && CASES.has(subject) && words.objects.length === 0 && words.results.length === 0 && words.column === null;
  return isOfCases && words.outcome === null && !words.deadline && words.actions.join() === 'done' ? { ...words, actions: [], outcome: 'closed' } : words;
}

const HANDLING: ReadonlySet<string> = new Set(['handle', 'accept', 'receive', 'take', 'new']);

/** 办理信访举报投诉1204件: letters and visits, and no applications that were such. */
function isOfPetitions({ results, objects, actions }: Clues): boolean {
  return results.join() === 'petition' && objects.length === 0 && actions.some((action) => HANDLING.has(action));
}

function isOfDecisions({ words, state, opener, measure }: BindInput): boolean {
  if (state.subject === null || state.subject === 'foreign' || !(DECISIONS.has(state.subject) || DOCUMENTS.has(state.subject))) return false;
  return opener === '(' || measure.word === '条' || words.list === 'of-which';
}

/** The applicants of what the number before counts come first, and alone where it is sure that they are. */
function readingsFor(form: Form, meaning: Meaning, { whole, column, columns, misc }: Clues): readonly Interpretation[] {
  const together = columns.length > 1 && meaning.column === columns.at(-1) ? [...new Set(columns.flatMap(columnsOf))] : [];
  if (together.length > 0) return readingsOf(form, { ...meaning, column: null }).map(({ sum }) => ({ sum: sum.flatMap((key) => inColumns(key, together)) }));
  if (misc) return [...readingsOf(form, meaning), { sum: [cellKey('applications', 'other-misc', 'total')] }];
  if (whole === null || column === null) return readingsOf(form, meaning);
  const parts = partReadings(whole, columnsOf(column));
  return whole.sure ? parts : [...parts, ...readingsOf(form, meaning)];
}

/** 尚未审结的行政复议9件、行政诉讼11件: the outcome at the head of a list may be said of each of its cases. */
function outcomeBefore({ opener, words, state, form }: BindInput, meaning: Meaning): readonly Interpretation[] {
  const outcome = state.heading ?? (opener === '、' ? state.outcome : null);
  const goesOn = words.outcome === null && words.actions.length === 0 && outcome !== null && meaning.outcome === null;
  return goesOn && CASES.has(meaning.subject) ? readingsOf(form, { ...meaning, outcome }) : [];
}

const CASES: ReadonlySet<string> = new Set(['review', 'litigation', 'direct', 'after-review']);

/** 自然人和法人39件 */
function inColumns(key: CellKey, columns: readonly string[]): readonly CellKey[] {
  const { table, row } = splitKey(key);
  return columns.map((column) => cellKey(table, row, column));
}

/** 直接起诉25件，复议后起诉26件，尚未审结的共14件: behind both halves an outcome is of all suits. */
function whole({ outcome }: Clues, { subject, halves }: State): Subject | null {
  const both = halves.includes('direct') && halves.includes('after-review');
  return both && outcome !== null && (subject === 'direct' || subject === 'after-review') ? 'litigation' : null;
}

/** 维持2件、其他1件: the rest of the outcomes. */
function continued(words: Clues, state: State): Clues {
  // 维持18件，纠正2件，作其他处理4件: of cases, not of applications.
  if (words.results.join() === 'otherwise' && state.outcome !== null) return { ...words, results: [], outcome: 'other' };
  return words.column === 'rest' && state.outcome !== null ? { ...words, column: null, outcome: 'other' } : words;
}

/** The actions of this number, or those last spoken of where it has none. */
function actionsFor(subject: Subject, { words, state, opener }: BindInput): readonly string[] {
  const own = directed(words.actions, state);
  if (own.length > 0) return own;
  if (subject === 'applications') {
    // 新收233件（自然人203件）: the applicants may be counted with the carried ones all the same.
    if (words.column !== null) return state.actions.includes('done') ? ['receive', 'done'] : ['receive'];
    // 答复建议7件、政府信息公开申请16件
    if (opener === '、' && words.results.length === 0) return directed(state.actions, state);
    return words.empty ? directed(state.actions, state) : [];
  }
  return words.empty || DOCUMENTS.has(subject) || DECISIONS.has(subject) ? state.actions : [];
}

/** 结转 alone: behind what was finished it goes out, between what came in and what was finished it came in. */
function directed(actions: readonly string[], state: State): readonly string[] {
  if (actions.at(-1) !== 'carried' || state.actionsSaid.length === 0) return actions;
  return state.actionsSaid.includes('done') ? ['carry-out'] : actions;
}

/** `cells`: the tables may count it. `others`: it is about something that they do not count. `nothing`: it is no claim. */
type Counted = 'cells' | 'others' | 'nothing';

/** A number's words, the actions it goes by, and what was spoken of before. */
interface Said {
  readonly words: Clues;
  readonly actions: readonly string[];
  readonly state: State;
}

function countedAs(subject: Subject, said: Said): Counted {
  const { words, actions, state } = said;
  if (words.narrowed || words.part !== null) return 'others';
  if (subject === 'fee') return 'cells';
  if (subject === 'applications') return applicationsCountedAs(said);
  if (DOCUMENTS.has(subject) && actions.length === 0) return 'nothing';
  return isOfOthers(subject, words) || (state.sifting && isSifted(subject, actions)) ? 'others' : 'cells';
}

/** 清理规范性文件120件，废止15件、继续有效105件: what came out of it is not what the table counts. */
function isSifted(subject: Subject, actions: readonly string[]): boolean {
  return DOCUMENTS.has(subject) && (actions.includes('repealed') || actions.includes('effective'));
}

/** 通过网站公开行政许可120条、行政处罚36条: items of a site are no decisions, nor is what continues a list of them. */
function isPublishedList(subject: Subject, { words, state, measure, opener }: BindInput): boolean {
  if (!DECISIONS.has(subject)) return false;
  const published = words.actions.includes('publish');
  if (measure.word === '条' && !words.actions.some((action) => (published ? DECIDING : DECIDED).has(action))) return true;
  // 公布行政许可12项、行政处罚186项: the powers that the organ has.
  if (measure.word === '项' && !words.actions.some((action) => DECIDED.has(action))) return true;
  return opener === '、' && words.actions.length === 0 && state.blocked !== null && DECISIONS.has(state.blocked);
}

/** Of cases, documents and decisions: words that make them somebody else's, or only some of them. */
function isOfOthers(subject: Subject, words: Clues): boolean {
  // 受理 is what the reviewing organ does.
  if (DISPUTES.has(subject))
    return words.role || words.unknown || (words.deadline && words.outcome === null) || words.actions.some((action) => BEYOND_DISPUTES.has(action));
  if (DOCUMENTS.has(subject)) return words.role || words.unknown;
  // 行政处罚64件，其中公开52件
  if (DECISIONS.has(subject) && words.objects.length === 0 && words.actions.includes('publish')) return true;
  return words.unknown;
}

function applicationsCountedAs({ words, actions, state }: Said): Counted {
  const tells = words.results.length > 0 || words.column !== null;
  // 其中20件涉及征地: a subset no row counts.
  if (words.list === 'of-which' && ((!tells && words.actions.length === 0) || words.led)) return 'others';
  const isVerbOfOthers = words.actions.length > 0 && !words.actions.some(isApplicationAction);
  // 村务公开5件: a verb that does nothing to an application.
  if (isVerbOfOthers && words.objects.length === 0 && !tells) return 'nothing';
  return isSomeApplications({ words, actions, state }) ? 'others' : 'cells';
}

/** Numbers of some applications only, of two halves, or of papers about them. */
function isSomeApplications({ words, actions, state }: Said): boolean {
  const { results, column, outcome, objects } = words;
  const says = results.length > 0 || column !== null || words.actions.length > 0;
  return (
    (state.sorting && !words.actions.some(isApplicationAction)) ||
    (column === 'rest' && state.column === null) ||
    // 其余81件来自科研机构、法律服务机构等
    (words.columns.length > 0 && words.remaining && words.column !== 'legal') ||
    (column === 'organs' && state.column === null) ||
    (column === 'company' && state.column === null && !words.applied) ||
    // 除国家秘密1件外，其余不予公开6件
    (words.remaining && results.length > 0) ||
    // 撤销1件 is no application; 收费1860元，涉及申请4件 are some of them.
    outcome !== null ||
    (words.actions.includes('happen') && results.length === 0) ||
    // 依申请公开答复函制发16份, 村级公开事项办理申请3件
    words.actions.some((action) => MAKING.has(action)) ||
    (words.actions.includes('publish') && objects.join() === 'application') ||
    // 公租房申请5件
    (!says && words.led) ||
    // 信访投诉184件: letters and visits, unless applications are spoken of.
    (words.loose && state.subject !== 'applications' && objects.length === 0) ||
    (state.halved && actions.includes('done')) ||
    (actions.includes('carry-in') && actions.includes('done'))
  );
}

/** Table two counts decisions and documents of the whole organ; the words often mean a little less or more. */
function isUncertain(subject: Subject, words: Clues): boolean {
  if (subject === 'applications') return words.deadline && words.actions.includes('done');
  if (DOCUMENTS.has(subject)) return words.actions.includes('publish');
  return DECISIONS.has(subject) && !words.actions.some((action) => action === 'decide' || action === 'decision');
}

/** The most telling word names the topic. */
function detailOf({ actions, results, outcome, column }: Meaning): string | null {
  return results.at(-1) ?? outcome ?? column ?? actions.find((action) => action.startsWith('carr')) ?? actions.at(-1) ?? null;
}
