// Rule: a part that is empty, or its headings are, or part five that says 无.

import { MAX_WORDS_SHOWN, MAX_RELATED } from '../findings/limits.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { partName } from '../findings/describe.ts';
import { headed, quoted } from '../findings/wording.ts';
import type { SectionId } from '../forms/form.ts';
import type { Report } from '../parse/model.ts';
import type { Rule } from './rule.ts';
import { emptyParts, type EmptyPart } from './shared/empty-parts.ts';

const ADVICE: Readonly<Partial<Record<SectionId, string>>> = {
  problems: '年报应当包括存在的主要问题及改进情况（《条例》第五十条第四项）。请写明。',
};
const GENERAL_ADVICE = '统一格式的各部分都要写。请补写。';

export const sectionEmpty: Rule = {
  id: 'section-empty',
  name: '第五部分没有内容',
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
    key: [titleOf(report, section)],
    message: `${whatIsEmpty(report, part)}。${ADVICE[section.id] ?? GENERAL_ADVICE}`,
    span: part.isWhole ? section.heading : first,
    // A heading that was just put in is about to be written below.
    ...((isLast || part.kind === 'below') && { deferWhileTyping: true as const }),
    related: headings.slice(part.isWhole ? 0 : 1, MAX_RELATED).map((span) => ({ message: '这里也没有内容', span })),
  };
}

function titleOf(report: Report, section: EmptyPart['section']): string {
  return report.detectedForm.form.sections.find(({ id }) => id === section.id)?.title ?? '';
}

function whatIsEmpty(report: Report, { section, kind, headings, isWhole }: EmptyPart): string {
  const spec = report.detectedForm.form.sections.find(({ id }) => id === section.id);
  const name = spec === undefined ? '' : partName(spec);
  switch (kind) {
    case 'none':
      return `${name}没有内容`;
    case 'nothing':
      return `${name}只写了“无”`;
    case 'below': {
      const names = headings.map(({ start, end }) => `“${quoted(report.folded.slice(start, end), MAX_WORDS_SHOWN).replace('(', '（').replace(')', '）')}”`);
      return isWhole ? `${name}只有小标题，没有内容` : headed(`${name}的`, names, '下没有内容');
    }
    default:
      return kind satisfies never;
  }
}
