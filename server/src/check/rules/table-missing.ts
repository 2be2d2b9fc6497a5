// Which statutory table is not there at all?

import type { SectionSpec, TableSpec } from '../../forms/form.ts';
import type { Report, Section } from '../../report/model.ts';
import type { Fix } from '../finding.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { lastLine, lineBreak, lineSpan, tableLines } from '../skeleton.ts';
import { listed, partName } from '../wording.ts';

export const tableMissing: Rule = {
  id: 'table-missing',
  class: '强制',
  summary: '第二、三、四部分缺少统一格式的表格，或表格缺少一块。',
  check({ report }) {
    return report.form.form.sections.flatMap((part) => inPart(report, part));
  },
};

/** A part that is missing itself is said by `section-missing`; its tables add nothing. */
function inPart(report: Report, part: SectionSpec): readonly RuleFinding[] {
  const section = report.sections.find((candidate) => candidate.id === part.id);
  if (section === undefined) return [];
  const specs = report.form.form.tables.filter((table) => table.section === part.id);
  const missing = specs.filter((spec) => stateOf(report, spec) === 'missing');
  if (missing.length === 0) return [];
  // Values torn from their labels leave no trace of single blocks; `table-unreadable` speaks for the part.
  if (specs.some((spec) => stateOf(report, spec) === 'unreadable')) return [];
  const whole = missing.length === specs.length;
  const isLast = report.sections.at(-1) === section;
  const what = whole ? '没有找到统一格式的表格' : `的表格缺少${listed(missing.map((spec) => `「${spec.heading ?? ''}」`), '块')}`;
  return [
    {
      message: `${partName(part)}部分${what}。表格由统一格式（${report.form.form.notice}）规定，不能省略，也不能只附图片。请补上表格。`,
      span: whole && isLast ? lastLine(report) : section.heading,
      ...(isLast ? { completeness: true } : {}),
      fixes: whole ? insertion(report, section, specs, part) : [],
    },
  ];
}

function stateOf(report: Report, spec: TableSpec): string {
  return report.tables.find((table) => table.id === spec.id)?.state ?? 'missing';
}

function insertion(report: Report, section: Section, specs: readonly TableSpec[], part: SectionSpec): readonly Fix[] {
  if (report.text.includes('<t')) return [];
  const newline = lineBreak(report);
  const { end } = lineSpan(report, section.heading.end);
  const newText = newline + specs.flatMap((spec) => tableLines(spec)).map((line) => newline + line).join('');
  return [{ title: `在${partName(part)}下插入空表`, kind: 'text', preferred: false, edits: [{ span: { start: end, end }, newText }] }];
}
