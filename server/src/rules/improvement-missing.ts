// Rule: part five says nothing of what was or will be improved.

import { bodyOf } from './shared/prose.ts';
import type { Rule } from './rule.ts';

const PROBLEMS = /问题|不足|不够|有待|薄弱|短板|差距|欠缺|不高|不到位/u;
/** Any word that speaks of getting better will do. */
const IMPROVEMENTS =
  /改进|整改|改善|改正|下一步|下步|今后|将|拟|计划|打算|明年|提升|提高|加强|加大|强化|完善|优化|健全|规范|落实|推进|推动|拓宽|丰富[^度]|增加|增强|深化|解决|克服|进一步|努力|着力|做好|抓好|组织|开展|建立|進|強|將/u;
/** Less is a draft that has only begun. */
const MIN_LENGTH = 16;

export const improvementMissing: Rule = {
  id: 'improvement-missing',
  name: '改进情况',
  class: '核实',
  summary: '第五部分写了存在的问题，没有写改进情况。',
  check({ report }) {
    const body = bodyOf(report, 'problems');
    // A heading written twice is another rule's.
    if (report.sections.filter(({ id }) => id === 'problems').length > 1) return [];
    if (body === null || body.text.length < MIN_LENGTH || !PROBLEMS.test(body.text) || IMPROVEMENTS.test(withoutLacks(body.text))) return [];
    return [
      {
        key: [],
        message: '“存在的主要问题及改进情况”只写了问题，没有写改进情况。《条例》第五十条第四项把主要问题和改进情况列为年报必须包括的内容。请补写改进情况。',
        span: body.section.heading,
        ...(body.section === report.sections.at(-1) && { deferWhileTyping: true as const }),
      },
    ];
  },
};

/** 有待加强, 不够规范, 落实不到位: a problem, and no improvement. */
const LACKS =
  /[\u4e00-\u9fff]{0,2}(?:(?:有待|亟待|亟需)(?:进一步|继续|不断)?|(?:需要?|尚需|还需|仍需)(?!进一步|继续)|不够|不太|不足|不到位|不强|不高|不多|不深|不全|不及时|单一)[\u4e00-\u9fff]{0,3}/gu;

function withoutLacks(text: string): string {
  return text.replaceAll(LACKS, '');
}
