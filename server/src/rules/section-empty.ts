// Is a part empty, or are its headings, or does part five say 无?

import { MAX_LABEL_QUOTED, MAX_RELATED } from '../findings/limits.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { listed, quoted } from '../findings/wording.ts';
import type { SectionId } from '../forms/form.ts';
import type { Report } from '../parse/model.ts';
import type { Rule } from './rule.ts';
import { emptyParts, type EmptyPart } from './shared/empty-parts.ts';

const ADVICE: Readonly<Partial<Record<SectionId, string>>> = {
  problems: '《条例》第五十条第四项把主要问题和改进情况列为年报必须包括的内容。请写明存在的问题和改进情况。',
};
const GENERAL_ADVICE = '统一格式的各部分都要填写。请补写内容。';

export const sectionEmpty: Rule = {
  id: 'section-empty',
  class: '核实',
  summary: '第一、第五、第六部分没有内容，小标题下没有内容，或者第五部分只写了“无”。',
  check({ report }) {
    return emptyParts(report).map((part) => finding(report, part));
  },
};

function finding(report: Report, part: EmptyPart): RuleFinding {
  const { section, headings } = part;
  const [first = section.heading] = headings;
  const isLast = section === report.sections.at(-1);
  return {
    message: `${whatIsEmpty(report, part)}。${ADVICE[section.id] ?? GENERAL_ADVICE}`,
    span: part.isWhole ? section.heading : first,
    ...(isLast && { completeness: true as const }),
    related: headings.slice(part.isWhole ? 0 : 1, MAX_RELATED).map((span) => ({ message: '这里也没有内容', span })),
  };
}

function whatIsEmpty(report: Report, { section, kind, headings, isWhole }: EmptyPart): string {
  const spec = report.form.form.sections.find(({ id }) => id === section.id);
  const name = `“${spec?.title ?? ''}”`;
  switch (kind) {
    case 'none':
      return `${name}没有内容`;
    case 'nothing':
      return `${name}只写了“无”`;
    case 'below': {
      const names = headings.map(({ start, end }) => `“${quoted(report.folded.slice(start, end), MAX_LABEL_QUOTED).replace('(', '（').replace(')', '）')}”`);
      return isWhole ? `${name}只有小标题，没有内容` : `${name}中${listed(names, '个小标题')}下没有内容`;
    }
    default:
      return kind satisfies never;
  }
}
