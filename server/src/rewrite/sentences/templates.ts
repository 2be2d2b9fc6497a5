// Sentence templates that a report states of its tables year by year. `[figure]` is a sum over cells, `{year}`, `{organ}` come
// from the report, `{text}` and `{number}` are the clerk's to fill in.

import type { SectionId, TableId } from '../../forms/form.ts';
import type { Term } from '../../forms/index.ts';

/** A number of the tables: every cell of these rows and columns, added up. */
interface FigureSpec {
  readonly table: TableId;
  /** Rows by id, where the form has them. */
  readonly rows?: readonly string[];
  /** All rows of the group whose label begins so. */
  readonly group?: string;
  readonly columns: readonly string[];
}

const TOTAL = ['total'];
const ORGANISATIONS = ['business', 'research', 'charity', 'legal', 'other'];
const LITIGATION = ['direct', 'after-review'];

export const FIGURES: Readonly<Record<string, FigureSpec>> = {
  new: { table: 'applications', rows: ['new'], columns: TOTAL },
  'carried-in': { table: 'applications', rows: ['carried-in'], columns: TOTAL },
  done: { table: 'applications', rows: ['total'], columns: TOTAL },
  'carried-out': { table: 'applications', rows: ['carried-out'], columns: TOTAL },
  natural: { table: 'applications', rows: ['new'], columns: ['natural'] },
  organisations: { table: 'applications', rows: ['new'], columns: ORGANISATIONS },
  granted: { table: 'applications', rows: ['granted'], columns: TOTAL },
  partial: { table: 'applications', rows: ['partial'], columns: TOTAL },
  refused: { table: 'applications', group: '（三）', columns: TOTAL },
  unavailable: { table: 'applications', group: '（四）', columns: TOTAL },
  declined: { table: 'applications', group: '（五）', columns: TOTAL },
  // Undivided in the older form.
  otherwise: { table: 'applications', group: '（六）', rows: ['other'], columns: TOTAL },
  review: { table: 'disputes', rows: ['review'], columns: TOTAL },
  'review-upheld': { table: 'disputes', rows: ['review'], columns: ['upheld'] },
  'review-corrected': { table: 'disputes', rows: ['review'], columns: ['corrected'] },
  'review-other': { table: 'disputes', rows: ['review'], columns: ['other'] },
  'review-pending': { table: 'disputes', rows: ['review'], columns: ['pending'] },
  litigation: { table: 'disputes', rows: LITIGATION, columns: TOTAL },
  direct: { table: 'disputes', rows: ['direct'], columns: TOTAL },
  'after-review': { table: 'disputes', rows: ['after-review'], columns: TOTAL },
  'regulations-made': { table: 'issued', rows: ['regulations'], columns: ['made'] },
  'regulations-repealed': { table: 'issued', rows: ['regulations'], columns: ['repealed'] },
  'regulations-effective': { table: 'issued', rows: ['regulations'], columns: ['effective'] },
  'normative-made': { table: 'issued', rows: ['normative'], columns: ['made'] },
  'normative-repealed': { table: 'issued', rows: ['normative'], columns: ['repealed'] },
  'normative-effective': { table: 'issued', rows: ['normative'], columns: ['effective'] },
  'normative-published': { table: 'issued', rows: ['normative'], columns: ['published'] },
  'normative-total': { table: 'issued', rows: ['normative'], columns: ['total'] },
  licences: { table: 'licensing', rows: ['licences'], columns: ['decisions'] },
  penalties: { table: 'enforcement', rows: ['penalties'], columns: ['decisions'] },
  coercion: { table: 'enforcement', rows: ['coercion'], columns: ['decisions'] },
  fees: { table: 'fees', rows: ['fees'], columns: ['amount'] },
};

/** Where a sentence belongs; the preamble is what stands before part one. */
export type ProsePart = SectionId | 'preamble';

export interface SentenceSpec extends Term {
  readonly id: string;
  readonly parts: readonly ProsePart[];
  /** Han words by which it is found, the chief one first. */
  readonly names: readonly string[];
  /** What it is, for lists; the numbers it shows need no words. */
  readonly about: string;
  readonly lines: readonly string[];
  /** Offered only where these figures are known and 0, or known and more. */
  readonly zero?: readonly string[];
  readonly positive?: readonly string[];
  /** Words (folded) that show it was said already, otherwise worded. */
  readonly said?: readonly string[];
}

const ASPECTS = ['（一）主动公开。', '（二）依申请公开。', '（三）政府信息管理。', '（四）政府信息公开平台建设。', '（五）监督保障。'];

export const SENTENCES: readonly SentenceSpec[] = [
  {
    id: 'purpose',
    parts: ['preamble'],
    names: ['根据条例要求', '现公布年度报告'],
    about: '开头',
    lines: ['根据《中华人民共和国政府信息公开条例》要求，现公布{organ}{year}年政府信息公开工作年度报告。'],
    said: ['政府信息公开条例》'],
  },
  {
    id: 'period',
    parts: ['preamble', 'overview'],
    names: ['本报告数据统计期限', '统计期限', '数据统计期限'],
    about: '统计期限',
    lines: ['本报告数据统计期限自{year}年1月1日起至{year}年12月31日止。'],
    said: ['统计期限'],
  },
  {
    id: 'composition',
    parts: ['preamble'],
    names: ['本报告由六个部分组成', '六个部分'],
    about: '组成部分',
    lines: [
      '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。',
    ],
    said: ['部分组成'],
  },
  {
    id: 'opening',
    parts: ['overview'],
    names: ['开头', '总体情况如下'],
    about: '总体情况的开头',
    lines: ['{year}年，{organ}依照《中华人民共和国政府信息公开条例》开展政府信息公开工作，总体情况如下。'],
    said: ['政府信息公开条例》'],
  },
  {
    id: 'aspects',
    parts: ['overview'],
    names: ['五个方面', '主动公开等五个方面'],
    about: '总体情况的五个方面',
    lines: ASPECTS.map((aspect) => `${aspect}{text}`),
    since: '2021',
  },
  ...ASPECTS.map<SentenceSpec>((aspect, index) => ({
    id: `aspect-${index + 1}`,
    parts: ['overview'],
    names: [aspect.slice('（一）'.length, -1)],
    about: '五个方面之一',
    lines: [`${aspect}{text}`],
    since: '2021',
  })),
  {
    id: 'balance',
    parts: ['overview', 'applications'],
    names: ['新收政府信息公开申请', '收到政府信息公开申请', '依申请公开', '上年结转', '结转下年度'],
    about: '申请的收、结、转，取自表三',
    lines: ['新收政府信息公开申请[new]件，上年结转[carried-in]件，办结[done]件，结转下年度[carried-out]件。'],
  },
  {
    id: 'none-received',
    parts: ['overview', 'applications'],
    names: ['本年度未收到政府信息公开申请', '未收到政府信息公开申请', '没有收到'],
    about: '未收到申请，取自表三',
    lines: ['本年度未收到政府信息公开申请。'],
    zero: ['new', 'carried-in'],
  },
  {
    id: 'applicants',
    parts: ['overview', 'applications'],
    names: ['新收申请中自然人申请', '自然人申请', '申请人情况'],
    about: '申请人，取自表三',
    lines: ['新收政府信息公开申请[new]件，其中自然人申请[natural]件，法人或其他组织申请[organisations]件。'],
    positive: ['new'],
  },
  {
    id: 'results',
    parts: ['overview', 'applications'],
    names: ['办结政府信息公开申请', '办理结果', '予以公开'],
    about: '办理结果，取自表三',
    lines: [
      '办结政府信息公开申请[done]件，其中予以公开[granted]件、部分公开[partial]件、不予公开[refused]件、无法提供[unavailable]件、不予处理[declined]件、其他处理[otherwise]件。',
    ],
    positive: ['done'],
  },
  {
    id: 'disputes',
    parts: ['disputes', 'overview'],
    names: ['因政府信息公开引发行政复议', '行政复议', '行政诉讼', '复议诉讼'],
    about: '复议和诉讼，取自表四',
    lines: ['因政府信息公开引发行政复议[review]件，行政诉讼[litigation]件。'],
  },
  {
    id: 'review-results',
    parts: ['disputes', 'overview'],
    names: ['行政复议结果', '因政府信息公开引发行政复议案件'],
    about: '复议结果，取自表四',
    lines: [
      '因政府信息公开引发行政复议案件[review]件，其中结果维持[review-upheld]件、结果纠正[review-corrected]件、其他结果[review-other]件、尚未审结[review-pending]件。',
    ],
    positive: ['review'],
  },
  {
    id: 'litigation',
    parts: ['disputes', 'overview'],
    names: ['行政诉讼案件', '因政府信息公开引发行政诉讼', '未经复议直接起诉'],
    about: '诉讼的两种情形，取自表四',
    lines: ['政府信息公开行政诉讼[litigation]件，其中未经复议直接起诉[direct]件，复议后起诉[after-review]件。'],
    positive: ['litigation'],
  },
  {
    id: 'normative-2021',
    parts: ['overview'],
    names: ['本年制发行政规范性文件', '行政规范性文件', '规范性文件'],
    about: '行政规范性文件，取自表二',
    lines: ['本年制发行政规范性文件[normative-made]件，废止[normative-repealed]件，现行有效[normative-effective]件。'],
    since: '2021',
  },
  {
    id: 'normative-2019',
    parts: ['overview'],
    names: ['本年新制作规范性文件', '规范性文件'],
    about: '规范性文件，取自表二',
    lines: ['本年新制作规范性文件[normative-made]件，新公开规范性文件[normative-published]件，对外公开规范性文件总数量[normative-total]件。'],
    until: '2019',
  },
  {
    id: 'regulations',
    parts: ['overview'],
    names: ['本年制发规章', '规章'],
    about: '规章，取自表二',
    lines: ['本年制发规章[regulations-made]件，废止规章[regulations-repealed]件，现行有效规章[regulations-effective]件。'],
    since: '2021',
    positive: ['regulations-effective'],
  },
  {
    id: 'decisions',
    parts: ['overview'],
    // A refusal to license is a decision too: the number is of decisions, not of licences.
    names: ['行政许可处理决定', '行政许可', '行政处罚', '行政强制'],
    about: '许可、处罚、强制，取自表二',
    lines: ['行政许可处理决定[licences]件，行政处罚处理决定[penalties]件，行政强制处理决定[coercion]件。'],
  },
  {
    id: 'charges',
    parts: ['overview'],
    names: ['行政事业性收费'],
    about: '行政事业性收费，取自表二',
    lines: ['行政事业性收费[fees]万元。'],
    since: '2021',
  },
  {
    id: 'no-fee',
    parts: ['other'],
    names: ['未收取信息处理费', '本年度未收取信息处理费', '信息处理费'],
    about: '信息处理费（确未收取的）',
    lines: ['{year}年度未收取政府信息公开信息处理费。'],
    since: '2021',
    said: ['处理费'],
  },
  {
    id: 'fee',
    parts: ['other'],
    names: ['收取信息处理费', '信息处理费'],
    about: '信息处理费（收取了的，填金额）',
    lines: ['{year}年度收取政府信息公开信息处理费{number}元。'],
    since: '2021',
    said: ['处理费'],
  },
  {
    id: 'nothing-else',
    parts: ['other'],
    names: ['没有其他需要报告的事项', '无其他需要报告的事项'],
    about: '没有其他事项',
    lines: ['没有其他需要报告的事项。'],
    said: ['其他需要报告'],
  },
];
