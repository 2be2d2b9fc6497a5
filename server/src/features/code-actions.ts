// What can be done at a place? The fixes of its findings, and all layout fixes of the document at once.

import type { CodeAction, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { CheckOptions } from '../check/check.ts';
import type { Edit, Finding } from '../check/finding.ts';
import { editsBetween } from '../edit/apply.ts';
import { fixLayout } from '../edit/fix-all.ts';
import type { Report } from '../report/model.ts';
import { rangeOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { toDiagnostic } from './diagnostics.ts';

export const QUICK_FIX = 'quickfix';
export const FIX_ALL = 'source.fixAll.gouji';

export interface Target {
  readonly uri: string;
  readonly version: number;
  /** Whether the client takes edits bound to a version. */
  readonly versioned: boolean;
}

/** The fixes of each finding that touches `span`, in the order of the findings and of their fixes. */
export function quickFixes(
  { report, findings }: { readonly report: Report; readonly findings: readonly Finding[] },
  span: Span,
  target: Target,
): CodeAction[] {
  return findings
    .filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end)
    .flatMap((finding) =>
      finding.fixes.map<CodeAction>((fix) => ({
        title: fix.title,
        kind: QUICK_FIX,
        isPreferred: fix.preferred,
        diagnostics: [toDiagnostic(report, finding, target.uri)],
        edit: workspaceEdit(report, fix.edits, target),
      })),
    );
}

/** Every layout fix of the document as one action; none where nothing would change. */
export function fixAllAction(report: Report, options: CheckOptions, target: Target): CodeAction[] {
  const { text, places } = fixLayout(report.text, options);
  if (text === report.text) return [];
  return [
    {
      title: `修正全部版面问题（${places} 处，不改动任何数值）`,
      kind: FIX_ALL,
      edit: workspaceEdit(report, editsBetween(report.text, text), target),
    },
  ];
}

/** Whether a client that asks for the kinds `only` wants `kind`; kinds are hierarchical. */
export function isWanted(kind: string, only: readonly string[]): boolean {
  return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

/** Edits of one document in the way the client takes them. */
export function workspaceEdit(report: Report, edits: readonly Edit[], { uri, version, versioned }: Target): WorkspaceEdit {
  const textEdits = edits.map(({ span, newText }) => ({ range: rangeOf(report.lines, span), newText }));
  if (!versioned) return { changes: { [uri]: textEdits } };
  const change: TextDocumentEdit = { textDocument: { uri, version }, edits: textEdits };
  return { documentChanges: [change] };
}
