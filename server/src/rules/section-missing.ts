// Rule: statutory parts without a heading.

import { printedHeading, type SectionSpec } from '../forms/form.ts';
import { sectionOfTable, tablesOfSection } from '../forms/index.ts';
import { reportEnd, type Report, type Section } from '../parse/model.ts';
import { partTitle } from '../findings/describe.ts';
import type { Fix, RuleFinding } from '../findings/finding.ts';
import { partPieces } from '../insertion/parts.ts';
import type { Rule } from './rule.ts';
import { insertion, takesLines } from '../insertion/pieces.ts';
import { lastLine, lineBreak, lineSpan } from '../parse/line-spans.ts';

export const sectionMissing: Rule = {
  id: 'section-missing',
  name: '缺少部分',
  class: '强制',
  ofForm: true,
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
    key: ['没有找到六个部分的标题'],
    message: '没有找到六个部分的标题，只核对了表格。统一格式分为六个部分。如为完整的年报，请补上各部分的标题。',
    span: lastLine(report),
    deferWhileTyping: true,
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
  for (const spec of report.detectedForm.form.sections) {
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
  const [only] = parts;
  const what = parts.length === 1 && only !== undefined ? partTitle(only) : partsTogether(parts);
  return {
    key: parts.map(printedHeading),
    message: `缺少${what}。《条例》第五十条列有年报的内容，统一格式分为六个部分。请补上标题和内容。`,
    span: next === null ? lastLine(report) : next.heading,
    ...(next === null ? { deferWhileTyping: true } : {}),
    fixes: putIn(report, parts, next),
  };
}

/** 第四、五、六部分 */
function partsTogether(parts: readonly SectionSpec[]): string {
  return `第${parts.map(({ numeral }) => numeral).join('、')}部分`;
}

function putIn(report: Report, parts: readonly SectionSpec[], next: Section | null): readonly Fix[] {
  // A part whose table is there lost its heading somewhere before it.
  const tableWithoutPart = report.tables.some(
    ({ id, state }) => state !== 'missing' && parts.some((part) => part.id === sectionOfTable(report.detectedForm.form, id)),
  );
  if (!takesLines(report) || tableWithoutPart) return [];
  const newline = lineBreak(report);
  const body = parts.flatMap((part) => [...partPieces(report, part), newline, newline]);
  const withTable = parts.some(({ id }) => tablesOfSection(report.detectedForm.form, id).length > 0);
  const title = `补上${partsTogether(parts)}的标题${withTable ? '和空表' : ''}`;
  const at = next === null ? reportEnd(report) : lineSpan(report, next.heading.start).start;
  const pieces = next === null ? [newline, newline, ...body.slice(0, -1)] : body;
  return [{ title, kind: 'text', preferred: false, edits: [insertion(at, pieces)] }];
}
