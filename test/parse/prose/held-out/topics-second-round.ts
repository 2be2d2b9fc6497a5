// The labels that the second round of sentences needs beside those of topics.ts.

import type { Topic } from './topics.ts';

const COMPANIES = ['business', 'research', 'charity', 'legal', 'other'] as const;
const REFUSED = ['secret', 'forbidden', 'stability', 'third-party', 'internal', 'process', 'case-file', 'inquiry'] as const;

type Column = 'natural' | (typeof COMPANIES)[number];
const of = (columns: readonly Column[], ...rows: string[]) => ({
  sum: rows.flatMap((row) => columns.map((column) => `applications/${row}/${column}` as const)),
});
/** First the reading that is needed, then those that may stand beside it. */
const applicant = (columns: readonly Column[], first: 'new' | 'total'): Topic => {
  const received = of(columns, 'new');
  const all = of(columns, 'new', 'carried-in');
  const done = of(columns, 'total');
  return { group: 'applicants', must: [first === 'new' ? received : done], may: first === 'new' ? [all, done] : [received, all] };
};

export const MORE_TOPICS: Readonly<Record<string, Topic>> = {
  /** 答复自然人: what was finished for them. */
  'natural.done': applicant(['natural'], 'total'),
  'organisations.done': applicant(COMPANIES, 'total'),
  /** Inside a sum of 新收 alone, as natural.new of topics.ts. */
  'business.new': applicant(['business'], 'new'),
  'legal.new': applicant(['legal'], 'new'),
  /** One cell inside the table. */
  'granted.natural': { group: 'results', must: [{ sum: ['applications/granted/natural'] }], may: [] },
  'inquiry.ofRefused': {
    group: 'rates',
    must: [{ sum: ['applications/inquiry/total'], over: REFUSED.map((row) => `applications/${row}/total` as const) }],
    may: [],
  },
  /** 其他对外管理服务事项, form of 2019 only. */
  otherServices: { group: 'decisions', must: [{ sum: ['licensing/other/decisions'] }], may: [] },
};
