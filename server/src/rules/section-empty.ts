// Is part five empty or 无?

import { bodyOf } from './shared/prose.ts';
import type { Rule } from './rule.ts';

const NOTHING = /^(?:\(?[一二12]\)?[、.]?)?(?:无|暂无|没有|略|不存在|\/|-)?[。.]?$/u;

export const sectionEmpty: Rule = {
  id: 'section-empty',
  class: '核实',
  summary: '第五部分“存在的主要问题及改进情况”没有内容，或者只写了“无”。',
  check({ report }) {
    const body = bodyOf(report, 'problems');
    if (body === null || !NOTHING.test(body.text)) return [];
    return [
      {
        message: `“存在的主要问题及改进情况”${body.text === '' ? '没有内容' : '只写了“无”'}。《条例》第五十条第四项把主要问题和改进情况列为年报必须包括的内容。请写明存在的问题和改进情况。`,
        span: body.section.heading,
        ...(body.section === report.sections.at(-1) && { completeness: true as const }),
      },
    ];
  },
};
