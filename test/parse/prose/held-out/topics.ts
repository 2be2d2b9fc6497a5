// Readings that a label of the corpus must allow, and those it may: the table every expectation is taken from.

import type { CellKey } from '../../../../server/src/forms/form.ts';
import { FORM_2019, FORM_2021, tableOf } from '../../../../server/src/forms/index.ts';
import { MORE_TOPICS } from './topics-second-round.ts';

export interface Reading {
  readonly sum: readonly CellKey[];
  readonly over?: readonly CellKey[];
}

export interface Topic {
  /** The group the figures are printed under. */
  readonly group: string;
  /** Every one of these must be among a claim's readings … */
  readonly must: readonly Reading[];
  /** … and none beyond these and those. Where `must` is empty, at least one of these is needed. */
  readonly may: readonly Reading[];
  /** 万元 in the table, 元 in the sentence: the value may stand in either unit. */
  readonly yuan?: true;
}

const COMPANIES = ['business', 'research', 'charity', 'legal', 'other'];
const key = (row: string, column = 'total'): CellKey => `applications/${row}/${column}`;
const NEW = key('new');
const IN = key('carried-in');
const DONE = key('total');
const OUT = key('carried-out');
const only = (...sum: CellKey[]): Reading => ({ sum });
const share = (sum: readonly CellKey[], ...over: CellKey[]): Reading => ({ sum, over });
const topic = (group: string, must: readonly Reading[], may: readonly Reading[] = []): Topic => ({ group, must, may });

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  granted: ['granted'],
  partial: ['partial'],
  disclosed: ['granted', 'partial'],
  refused: ['secret', 'forbidden', 'stability', 'third-party', 'internal', 'process', 'case-file', 'inquiry'],
  unavailable: ['not-held', 'must-create', 'unclear'],
  declined: ['petition', 'repeat', 'publication', 'excessive', 'confirm'],
  otherwise: ['no-correction', 'unpaid', 'other-misc'],
};
const NOT_REASONS = new Set(['new', 'carried-in', 'granted', 'partial', 'total', 'carried-out']);

const APPLICATIONS: Readonly<Record<string, Topic>> = {
  /** 收到, 受理, 接到 without further word. */
  received: topic('received', [only(NEW), only(NEW, IN)]),
  /** 新收, or 收到 where the carried cases are named beside it. */
  new: topic('received', [only(NEW)], [only(NEW, IN)]),
  /** 未收到: nothing came in; what lay there from last year is another matter. */
  none: topic('zero', [only(NEW)], [only(NEW, IN)]),
  /** 收办, or 收到 that says it includes the carried cases. */
  receivedAll: topic('received', [only(NEW, IN)], [only(NEW), only(DONE, OUT)]),
  /** 办理 without further word: what came in, or what was finished. */
  handled: topic('done', [only(NEW, IN), only(DONE)], [only(NEW)]),
  done: topic('done', [only(DONE)]),
  carriedIn: topic('carried', [only(IN)]),
  carriedOut: topic('carried', [only(OUT)]),
  /** 结转 that does not say from where to where. */
  carried: topic('carried', [only(OUT)], [only(IN)]),
  natural: topic('applicants', applicants(['natural']).slice(0, 2), applicants(['natural']).slice(2)),
  organisations: topic('applicants', applicants(COMPANIES).slice(0, 2), applicants(COMPANIES).slice(2)),
  /** Inside a sum of 新收 alone. */
  'natural.new': topic('applicants', applicants(['natural']).slice(0, 1), applicants(['natural']).slice(1)),
  'organisations.new': topic('applicants', applicants(COMPANIES).slice(0, 1), applicants(COMPANIES).slice(1)),
  ...Object.fromEntries(
    COMPANIES.map((column) => [`applicant.${column}`, topic('applicants', applicants([column]).slice(0, 2), applicants([column]).slice(2))]),
  ),
  ...Object.fromEntries(Object.entries(GROUPS).map(([name, rows]) => [name, topic('results', [only(...rows.map((row) => key(row)))])])),
  /** （六） of the 2019 form is one row. */
  otherwise2019: topic('results', [only(key('other'))]),
};

/** The single reasons: every result row by its own id. */
const REASONS: Readonly<Record<string, Topic>> = Object.fromEntries(
  [FORM_2021, FORM_2019].flatMap((form) =>
    (tableOf(form, 'applications')?.rows ?? []).filter((row) => !NOT_REASONS.has(row.id)).map((row) => [row.id, topic('reasons', [only(key(row.id))])]),
  ),
);

const RATES: Readonly<Record<string, Topic>> = {
  'rate.done': topic('rates', [share([DONE], NEW, IN)], [share([DONE], NEW)]),
  ...Object.fromEntries(
    Object.entries(GROUPS).map(([name, rows]) => {
      const sum = rows.map((row) => key(row));
      return [`share.${name}`, topic('rates', [share(sum, DONE)], [share(sum, NEW, IN), share(sum, NEW)])];
    }),
  ),
  /** Over all cases, or over those that were decided. */
  'rate.corrected': reviewRate('corrected'),
  'rate.upheld': reviewRate('upheld'),
  'share.natural': applicantShare(['natural']),
  'share.organisations': applicantShare(COMPANIES),
  /** Any base will do: the sentence names none. */
  'share.not-held': topic('rates', [share([key('not-held')], DONE)], [share([key('not-held')], NEW, IN), share([key('not-held')], NEW)]),
};

const BLOCKS: Readonly<Record<string, readonly string[]>> = {
  review: ['review'],
  direct: ['direct'],
  after: ['after-review'],
  litigation: ['direct', 'after-review'],
  disputes: ['review', 'direct', 'after-review'],
};
const RESULTS = ['upheld', 'corrected', 'other', 'pending'];

const DISPUTES: Readonly<Record<string, Topic>> = Object.fromEntries(
  Object.entries(BLOCKS).flatMap(([name, rows]) => {
    const of = (...columns: string[]): Reading => only(...rows.flatMap((row) => columns.map((column): CellKey => `disputes/${row}/${column}`)));
    return [
      [name, topic('disputes', [of('total')])],
      [`${name}.decided`, topic('disputes', [of('upheld', 'corrected', 'other')])],
      ...RESULTS.map((column) => [`${name}.${column}`, topic('disputes', [of(column)])] as const),
    ];
  }),
);

const PROACTIVE: Readonly<Record<string, Topic>> = {
  ...Object.fromEntries(
    ['normative', 'regulations'].flatMap((row) =>
      ['made', 'repealed', 'effective', 'published', 'total'].map((column) => [`${row}.${column}`, topic('documents', [only(`issued/${row}/${column}`)])]),
    ),
  ),
  /** 公开规范性文件, which says neither of this year nor in force. */
  'normative.any': topic(
    'documents',
    [],
    ['made', 'effective', 'published', 'total'].map((column) => only(`issued/normative/${column}`)),
  ),
  licences: topic('decisions', [only('licensing/licences/decisions')]),
  penalties: topic('decisions', [only('enforcement/penalties/decisions')]),
  coercion: topic('decisions', [only('enforcement/coercion/decisions')]),
  fees: topic('fees', [only('fees/fees/amount')]),
  feesYuan: { ...topic('fees', [only('fees/fees/amount')]), yuan: true },
  /** 信息处理费 is part of the fees of table two, so it bounds them and equals nothing. */
  infoFee: { ...topic('fees', [], [only('fees/fees/amount')]), yuan: true },
  'procurement.items': topic('fees', [only('procurement/procurement/items')]),
  'procurement.amount': topic('fees', [only('procurement/procurement/amount')]),
};

const ZERO: Readonly<Record<string, Topic>> = {
  /** 未发生行政复议、行政诉讼: one claim over all blocks, or several. */
  noDisputes: topic(
    'zero',
    [],
    Object.values(BLOCKS).map((rows) => only(...rows.map((row): CellKey => `disputes/${row}/total`))),
  ),
};

/** `undefined` where the corpus misspells a label. */
export const TOPICS: Readonly<Record<string, Topic | undefined>> = {
  ...REASONS,
  ...APPLICATIONS,
  ...RATES,
  ...DISPUTES,
  ...PROACTIVE,
  ...ZERO,
  ...MORE_TOPICS,
};

/** Why a number of the corpus is not about this report's tables. */
export const TRAPS = ['scope', 'year', 'population', 'channel', 'list', 'other', 'plan', 'date', 'document', 'contact', 'rate', 'term'] as const;

/** 新收, 新收+上年结转, （七）总计 of some applicant columns. */
function applicants(columns: readonly string[]): readonly Reading[] {
  const of = (...rows: string[]): Reading => only(...rows.flatMap((row) => columns.map((column) => key(row, column))));
  return [of('new'), of('new', 'carried-in'), of('total')];
}

function reviewRate(outcome: string): Topic {
  const of = (...columns: string[]): CellKey[] => columns.map((column): CellKey => `disputes/review/${column}`);
  return topic('rates', [], [share(of(outcome), ...of('total')), share(of(outcome), ...of('upheld', 'corrected', 'other'))]);
}

function applicantShare(columns: readonly string[]): Topic {
  const [received, all, done] = applicants(columns).map((reading) => reading.sum);
  return topic('rates', [], [share(received ?? [], NEW), share(all ?? [], NEW, IN), share(done ?? [], DONE)]);
}
