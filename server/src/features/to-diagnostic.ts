// Converts findings to LSP diagnostics.

import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver';
import type { Finding, Severity } from '../findings/finding.ts';
import { ruleOf } from '../rules/registry.ts';
import { linkedUri } from '../suppressions/linked-path.ts';
import type { Report } from '../parse/model.ts';
import { lineOf, rangeOf } from '../text/lines.ts';

/** By which a person tells our findings from others'. */
export const SOURCE = '勾稽';

/** LSP's numbers. */
const SEVERITIES: Readonly<Record<Severity, 1 | 2 | 3 | 4>> = { error: 1, warning: 2, information: 3, hint: 4 };
/** LSP's tag for what is out of date: editors strike it through. */
const DEPRECATED = 2;

/** Findings as diagnostics, in the order of the check. */
export function toDiagnostics(report: Report, findings: readonly Finding[], uri: string): Diagnostic[] {
  return findings.map((finding) => toDiagnostic(report, finding, uri));
}

export function toDiagnostic(report: Report, finding: Finding, uri: string): Diagnostic {
  const related = finding.related.map<DiagnosticRelatedInformation>(({ message, span, file }) => {
    const other = file === undefined ? null : linkedUri(uri, file.path);
    return { location: file === undefined || other === null ? { uri, range: rangeOf(report.lines, span) } : { uri: other, range: file.range }, message };
  });
  return {
    range: rangeOf(report.lines, finding.span),
    severity: SEVERITIES[finding.severity],
    source: SOURCE,
    code: finding.rule,
    message: finding.message,
    ...(related.length > 0 && { relatedInformation: related }),
    ...(ruleOf(finding.rule)?.replaced === true && { tags: [DEPRECATED] }),
    data: {
      cells: finding.cells,
      ...(finding.actual !== undefined && { actual: finding.actual }),
      ...(finding.expected !== undefined && { expected: finding.expected }),
    },
  };
}

/**
 * Without the findings that wait: those about completeness, while the person is writing on from what they speak of
 * (docs/ARCHITECTURE.md, “Where a text is ambiguous”).
 * `typingLine` is the line of the last change, null where nothing is being typed.
 */
export function withoutDeferred(report: Report, findings: readonly Finding[], typingLine: number | null): readonly Finding[] {
  if (typingLine === null) return findings;
  return findings.filter((finding) => finding.deferWhileTyping !== true || !isWritingOn(report, finding, typingLine));
}

/** The last change lies in the finding's lines or behind them, and no other part has been begun in between. */
function isWritingOn(report: Report, { span }: Finding, typingLine: number): boolean {
  if (typingLine < lineOf(report.lines, span.start)) return false;
  const last = lineOf(report.lines, span.end);
  return !report.sections.some(({ heading }) => {
    const line = lineOf(report.lines, heading.start);
    return line > last && line <= typingLine;
  });
}
