// Sub-headings of the parts of a new report. A skeleton states nothing for the clerk.

import type { SectionId } from './form.ts';
import type { Term } from './index.ts';
import type { Piece } from './skeletons/skeleton.ts';

interface Paragraph extends Term {
  readonly pieces: readonly Piece[];
}

/** The five aspects of part one (国办公开办函〔2021〕30号); reports on the older form were free to divide it as they liked. */
const ASPECTS = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'];
const NUMERALS = ['一', '二', '三', '四', '五'];

export const PART_PROSE: Readonly<Record<SectionId, readonly Paragraph[]>> = {
  overview: [
    { pieces: [{ stop: 'year' }, '年，', { stop: 'text' }] },
    ...ASPECTS.map<Paragraph>((aspect, index) => ({ pieces: [`（${NUMERALS[index]}）${aspect}。`, { stop: 'text' }], since: '2021' })),
  ],
  proactive: [],
  applications: [],
  disputes: [],
  problems: [{ pieces: ['（一）存在的主要问题。', { stop: 'text' }] }, { pieces: ['（二）改进情况。', { stop: 'text' }] }],
  other: [
    // The newer form has the place for it; charging began after the older one (国办函〔2020〕109号).
    { pieces: [{ stop: 'year' }, '年度，信息处理费收取情况：', { stop: 'text', choices: ['未收取信息处理费。', '收取信息处理费'] }], since: '2021' },
    { pieces: [{ stop: 'text' }], until: '2019' },
  ],
};
