// The six statutory parts: titles as printed, titles seen for the same part, and the words that tell them apart.
// Sources: 条例 第五十条 and the notices of the forms; the other titles are those of published reports.

import type { SectionSpec } from './form.ts';

export const SECTIONS: readonly SectionSpec[] = [
  {
    id: 'overview',
    numeral: '一',
    title: '总体情况',
    aliases: ['工作总体情况', '总体工作情况', '工作基本情况', '基本情况', '概述', '总体概况', '工作概况'],
    keywords: [['总体情况'], ['基本情况'], ['工作概况'], ['总体概况']],
  },
  {
    id: 'proactive',
    numeral: '二',
    title: '主动公开政府信息情况',
    aliases: ['行政机关主动公开政府信息情况', '政府信息主动公开情况', '主动公开情况', '主动公开政府信息的情况'],
    keywords: [['主动公开', '政府信息']],
  },
  {
    id: 'applications',
    numeral: '三',
    title: '收到和处理政府信息公开申请情况',
    aliases: ['行政机关收到和处理政府信息公开申请情况', '收到和处理政府信息公开申请的情况', '收到和处理申请情况', '依申请公开政府信息情况'],
    keywords: [['收到', '处理', '申请']],
  },
  {
    id: 'disputes',
    numeral: '四',
    title: '政府信息公开行政复议、行政诉讼情况',
    aliases: [
      '政府信息公开行政复议和行政诉讼情况',
      '政府信息公开行政复议及行政诉讼情况',
      '政府信息公开行政复议与行政诉讼情况',
      '政府信息公开行政复议行政诉讼情况',
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '行政复议、行政诉讼情况',
    ],
    keywords: [['行政复议', '行政诉讼']],
  },
  {
    id: 'problems',
    numeral: '五',
    title: '存在的主要问题及改进情况',
    aliases: ['存在问题及改进情况', '存在的问题及改进情况', '存在的主要问题和改进情况', '存在的主要问题及改进措施', '政府信息公开工作存在的主要问题及改进情况'],
    keywords: [
      ['存在', '问题', '改进'],
      ['主要问题', '措施'],
      ['问题', '改进情况'],
    ],
  },
  {
    id: 'other',
    numeral: '六',
    title: '其他需要报告的事项',
    aliases: ['其它需要报告的事项', '其他需要报告事项', '其他需报告事项', '需要报告的其他事项', '其他报告事项'],
    keywords: [
      ['其他', '报告', '事项'],
      ['其它', '报告', '事项'],
    ],
  },
];
