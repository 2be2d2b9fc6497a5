// Rule: headings of the six parts worded otherwise than the form.

import { printedHeading, type SectionSpec } from '../forms/form.ts';
import type { Report, Section } from '../parse/model.ts';
import { compact } from '../findings/compare.ts';
import { MAX_SENTENCE_QUOTED } from '../findings/limits.ts';
import { asWritten, marked, quoted } from '../findings/wording.ts';
import type { Fix } from '../findings/finding.ts';
import type { Rule } from './rule.ts';
import { orderOf } from './section-order.ts';

export const sectionTitle: Rule = {
  id: 'section-title',
  name: '部分的标题',
  class: '提示',
  ofForm: true,
  summary: '部分的标题与统一格式的文字不同。',
  check({ report }) {
    // Parts in the wrong place or doubled have their own finding, and their numerals follow from it.
    const { extra, misplaced } = orderOf(report);
    const elsewhere = new Set([...extra, ...misplaced]);
    return report.sections.flatMap((section) => {
      const spec = report.detectedForm.form.sections.find((candidate) => candidate.id === section.id);
      if (spec === undefined || elsewhere.has(section) || isPrinted(report, section, spec)) return [];
      const printed = printedHeading(spec);
      const written = report.folded.slice(section.heading.start, section.heading.end);
      return [
        {
          key: [written, printed],
          message: `标题应为${marked(printed)}。现为“${quoted(asWritten(report, section.heading), MAX_SENTENCE_QUOTED)}”。请改为统一格式的文字。`,
          span: section.heading,
          fixes: [restore(section, printed)],
        },
      ];
    });
  },
};

/** Remarks behind the title are no part of it; points between its words are as the writer likes. */
function isPrinted(report: Report, section: Section, spec: SectionSpec): boolean {
  const title = compact(report.folded.slice(section.titleSpan.start, section.titleSpan.end));
  return title === compact(spec.title) && section.numeral === spec.numeral;
}

function restore(section: Section, printed: string): Fix {
  return { title: `标题改为${marked(printed)}`, kind: 'text', preferred: true, edits: [{ span: section.heading, newText: printed }] };
}
