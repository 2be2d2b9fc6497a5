// The cells that a claim may mean: rows times columns of the form, several where clerks count in several ways (收到 with or without 上年结转).

import { cellKey, type Form, type TableId } from '../../../forms/form.ts';
import { tableOf } from '../../../forms/index.ts';
import { APPLICANT_WORDS, OUTCOME_WORDS, RESULT_GROUPS, type SentenceWords } from '../../../forms/sentence-words.ts';
import type { Interpretation, Subject } from '../claim-model.ts';

/** What a number counts, as far as the words beside it say. */
export interface Meaning {
  readonly subject: Subject;
  readonly actions: readonly string[];
  readonly results: readonly string[];
  readonly outcome: string | null;
  readonly column: string | null;
}

/** Of applications, nothing said of them: what the words say is put in. */
export const OF_APPLICATIONS: Meaning = { subject: 'applications', actions: [], results: [], outcome: null, column: null };

/** Rows of table three that an action may mean; the order is the order of likelihood. */
const ACTION_ROWS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  new: [['new']],
  receive: [['new'], ['new', 'carried-in']],
  accept: [['new'], ['new', 'carried-in']],
  take: [['new', 'carried-in'], ['new']],
  handle: [['new'], ['new', 'carried-in'], ['total']],
  done: [['total']],
  'carry-in': [['carried-in']],
  'carry-out': [['carried-out']],
  // 结转 alone has no direction.
  carried: [['carried-out'], ['carried-in']],
};

export function isApplicationAction(action: string): boolean {
  return action in ACTION_ROWS;
}

/** Which columns a word for applicants counts. */
const COLUMNS = countsOf(APPLICANT_WORDS);

const LITIGATION = ['direct', 'after-review'];
const DISPUTE_ROWS: Readonly<Record<string, readonly string[]>> = {
  review: ['review'],
  litigation: LITIGATION,
  direct: ['direct'],
  'after-review': ['after-review'],
  disputes: ['review', ...LITIGATION],
};
const OUTCOME_COLUMNS = countsOf(OUTCOME_WORDS);

function countsOf(words: readonly SentenceWords[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(words.map(([id, counts]) => [id, counts]));
}

/** Columns of table two an action may mean, likelier ones first; each form has some of them. */
const ISSUED_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  made: ['made'],
  'of-making': ['made', 'effective', 'total'],
  publish: ['published', 'made', 'effective', 'total'],
  repealed: ['repealed'],
  effective: ['effective'],
  existing: ['effective'],
  new: ['made'],
  'newly-published': ['published'],
  'in-public': ['total'],
};

/** The columns of an applicant, 法人或其他组织 being five. */
export function columnsOf(column: string): readonly string[] {
  return COLUMNS[column] ?? [];
}

export function readingsOf(form: Form, meaning: Meaning): readonly Interpretation[] {
  switch (meaning.subject) {
    case 'applications':
      return applicationReadings(form, meaning);
    case 'review':
    case 'litigation':
    case 'direct':
    case 'after-review':
    case 'disputes':
      return disputeReadings(meaning);
    case 'normative':
    case 'regulations':
      return issuedReadings(form, meaning);
    case 'licences':
      return [{ sum: [cellKey('licensing', 'licences', 'decisions')] }];
    case 'services':
      return cellReading(form, 'licensing', 'other', 'decisions');
    case 'penalties':
    case 'coercion':
      return [{ sum: [cellKey('enforcement', meaning.subject, 'decisions')] }];
    case 'fees':
      return cellReading(form, 'fees', 'fees', 'amount');
    case 'procurement':
      return cellReading(form, 'procurement', 'procurement', meaning.column === 'amount' ? 'amount' : 'items');
    case 'fee':
      return [];
    default:
      return meaning.subject satisfies never;
  }
}

function applicationReadings(form: Form, { actions, results, column }: Meaning): readonly Interpretation[] {
  const rowLists = results.length === 0 ? actionRows(actions) : [resultRows(form, results)];
  const columnLists = column === null ? [['total']] : column === 'organs' ? [columnsOf('organs'), columnsOf('legal')] : [columnsOf(column)];
  return columnLists.flatMap((columns) => rowLists.map((rows) => ({ sum: rows.flatMap((row) => columns.map((each) => cellKey('applications', row, each))) })));
}

/** 受理并办结 may mean either; a carried number means nothing else. */
function actionRows(actions: readonly string[]): readonly (readonly string[])[] {
  const known = actions.filter((action) => action in ACTION_ROWS);
  const carried = known.filter((action) => action.startsWith('carr'));
  const chosen = carried.length > 0 ? carried.slice(-1) : known.length > 0 ? known : ['receive'];
  const lists = chosen.flatMap((action) => ACTION_ROWS[action] ?? []);
  return lists.filter((rows, index) => lists.findIndex((other) => other.join() === rows.join()) === index);
}

/** 予以公开和部分公开 are two rows; 因保护第三方合法权益不予公开 is the one row, not its group. */
function resultRows(form: Form, results: readonly string[]): readonly string[] {
  const single = results.filter((result) => !(result in RESULT_GROUPS));
  const grouped = results.flatMap((result) => groupRows(form, result));
  const outside = single.some((result) => grouped.includes(result)) ? [] : grouped;
  return [...new Set([...single, ...outside])];
}

function groupRows(form: Form, result: string): readonly string[] {
  const words = RESULT_GROUPS[result];
  if (words === undefined) return [];
  const rows = tableOf(form, 'applications')?.rows ?? [];
  const group = rows.filter((row) => row.groups.at(-1)?.includes(words)).map((row) => row.id);
  // （六） stands undivided in the older form.
  return group.length === 0 && result === 'otherwise' ? ['other'] : group;
}

function disputeReadings({ subject, outcome }: Meaning): readonly Interpretation[] {
  const rows = DISPUTE_ROWS[subject] ?? [];
  const columns = outcome === null ? ['total'] : (OUTCOME_COLUMNS[outcome] ?? []);
  return [{ sum: rows.flatMap((row) => columns.map((column) => cellKey('disputes', row, column))) }];
}

function issuedReadings(form: Form, { subject, actions }: Meaning): readonly Interpretation[] {
  // 公开现行有效规范性文件 counts those in force, 制定发布 those made.
  const telling = ['effective', 'existing', 'repealed', 'newly-published', 'in-public', 'made', 'new'].find((action) => actions.includes(action));
  const columns = (telling === undefined ? actions : [telling]).flatMap((action) => ISSUED_COLUMNS[action] ?? []);
  return [...new Set(columns)].flatMap((column) => cellReading(form, 'issued', subject, column));
}

/** Nothing where the form has no such cell. */
function cellReading(form: Form, table: TableId, row: string, column: string): readonly Interpretation[] {
  const spec = tableOf(form, table);
  const has = spec?.rows.some(({ id }) => id === row) === true && spec.columns.some(({ id }) => id === column);
  return has ? [{ sum: [cellKey(table, row, column)] }] : [];
}
