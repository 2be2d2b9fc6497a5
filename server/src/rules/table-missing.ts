// Rule: a statutory table that is not there at all.

import { printedHeading, type SectionSpec, type TableSpec } from '../forms/form.ts';
import { tablesOfSection } from '../forms/index.ts';
import type { Report, Section } from '../parse/model.ts';
import { partName, tableMark, tableNumber } from '../findings/describe.ts';
import type { Fix, RuleFinding } from '../findings/finding.ts';
import { insertBlock, insertTable } from '../insertion/tables.ts';
import type { Rule } from './rule.ts';
import { lastLine } from '../parse/line-spans.ts';

export const tableMissing: Rule = {
  id: 'table-missing',
  name: '缺少表格',
  class: '强制',
  ofForm: true,
  summary: '第二、三、四部分缺少统一格式的表格，或表格缺少某一项。',
  check({ report }) {
    return report.detectedForm.form.sections.flatMap((part) => inPart(report, part));
  },
};

/** A part that is missing itself is said by `section-missing`; its tables add nothing. */
function inPart(report: Report, part: SectionSpec): readonly RuleFinding[] {
  const section = report.sections.find((candidate) => candidate.id === part.id);
  if (section === undefined) return [];
  const specs = tablesOfSection(report.detectedForm.form, part.id);
  const missing = specs.filter((spec) => stateOf(report, spec) === 'missing');
  if (missing.length === 0) return [];
  // Values torn from their labels leave no trace of single blocks; `table-unreadable` speaks for the part.
  if (specs.some((spec) => stateOf(report, spec) === 'unreadable')) return [];
  const whole = missing.length === specs.length;
  const isLast = report.sections.at(-1) === section;
  const names = missing.map((spec) => spec.heading ?? '');
  const items = missing.map(({ id }) => tableMark(id)).join('、');
  return [
    {
      key: [printedHeading(part), ...(whole ? ['没有找到'] : names)],
      message: `${whole ? `${partName(part)}没有找到${tableNumber(part.id)}` : `${tableNumber(part.id)}缺少${items}`}。以图片代替的，无法检索和核对。请补上统一格式的表格。`,
      span: whole && isLast ? lastLine(report) : section.heading,
      ...(isLast ? { deferWhileTyping: true } : {}),
      fixes: whole ? wholeTable(report, section, part) : blocks(report, missing),
    },
  ];
}

function stateOf(report: Report, spec: TableSpec): string {
  return report.tables.find((table) => table.id === spec.id)?.state ?? 'missing';
}

function wholeTable(report: Report, section: Section, part: SectionSpec): readonly Fix[] {
  const edit = insertTable(report, section);
  return edit === null ? [] : [{ title: `补上${tableNumber(part.id)}（空表）`, kind: 'text', preferred: false, edits: [edit] }];
}

/** Blocks of table two, each below the block before it. */
function blocks(report: Report, missing: readonly TableSpec[]): readonly Fix[] {
  const edits = missing.flatMap((spec) => insertBlock(report, spec) ?? []);
  if (edits.length < missing.length) return [];
  return [{ title: `补上表二${missing.map(({ id }) => tableMark(id)).join('、')}（待填）`, kind: 'text', preferred: false, edits }];
}
