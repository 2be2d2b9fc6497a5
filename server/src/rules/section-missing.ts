// Which of the six statutory parts has no heading?

import type { SectionSpec } from '../forms/form.ts';
import { sectionOfTable } from '../forms/index.ts';
import { reportEnd, type Report, type Section } from '../parse/model.ts';
import { partName } from '../findings/describe.ts';
import type { Fix } from '../findings/finding.ts';
import { partPieces } from '../insertion/parts.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { insertion, takesLines } from '../insertion/pieces.ts';
import { lastLine, lineBreak, lineSpan } from '../parse/line-spans.ts';
import { listed } from '../findings/wording.ts';

export const sectionMissing: Rule = {
  id: 'section-missing',
  class: '强制',
  triesFixes: true,
  summary: '缺少统一格式六个部分中的一个或几个。',
  check({ report }) {
    if (report.sections.length === 0) return [withoutHeadings(report)];
    return missingRuns(report).map((run) => finding(report, run));
  },
};

/** Tables alone may be all that somebody wanted to check. */
function withoutHeadings(report: Report): RuleFinding {
  return {
    class: '核实',
    message: '没有找到六个部分的标题，只核对了表格。《条例》第五十条规定年报的内容，统一格式分为六个部分，不能遗漏。如果这是完整的年报，请补上各部分的标题。',
    span: lastLine(report),
    completeness: true,
  };
}

interface Run {
  readonly parts: readonly SectionSpec[];
  /** The heading before which the parts belong; null at the end of the report. */
  readonly next: Section | null;
}

/** Neighbouring missing parts are one mistake. */
function missingRuns(report: Report): readonly Run[] {
  const runs: Run[] = [];
  let parts: SectionSpec[] = [];
  for (const spec of report.form.form.sections) {
    const found = report.sections.find((section) => section.id === spec.id);
    if (found === undefined) {
      parts.push(spec);
      continue;
    }
    if (parts.length > 0) runs.push({ parts, next: found });
    parts = [];
  }
  if (parts.length > 0) runs.push({ parts, next: null });
  return runs;
}

function finding(report: Report, { parts, next }: Run): RuleFinding {
  const names = listed(parts.map(partName));
  return {
    message: `缺少${parts.length === 1 ? '' : `${parts.length}个部分：`}${names}${parts.length === 1 ? '部分' : ''}。《条例》第五十条规定年报的内容，统一格式分为六个部分，不能遗漏。请补上标题和内容。`,
    span: next === null ? lastLine(report) : next.heading,
    ...(next === null ? { completeness: true } : {}),
    fixes: putIn(report, parts, next),
  };
}

function putIn(report: Report, parts: readonly SectionSpec[], next: Section | null): readonly Fix[] {
  // A part whose table is there lost its heading somewhere before it.
  const strays = report.tables.some(({ id, state }) => state !== 'missing' && parts.some((part) => part.id === sectionOfTable(report.form.form, id)));
  if (!takesLines(report) || strays) return [];
  const newline = lineBreak(report);
  const body = parts.flatMap((part) => [...partPieces(report, part), newline, newline]);
  const title = `补上${listed(parts.map(partName))}`;
  const at = next === null ? reportEnd(report) : lineSpan(report, next.heading.start).start;
  const pieces = next === null ? [newline, newline, ...body.slice(0, -1)] : body;
  return [{ title, kind: 'text', preferred: false, edits: [insertion(at, pieces)] }];
}
