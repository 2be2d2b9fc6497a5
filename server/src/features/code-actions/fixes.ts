// textDocument/codeAction: quick fixes of the findings at a range, and all layout fixes of the document at once.

import type { CodeAction } from 'vscode-languageserver';
import type { CheckOptions } from '../../check.ts';
import { editsBetween } from '../../text/edits.ts';
import { fixAll } from '../../fixes/fix-all.ts';
import { verifiedFixes, type Checked } from '../../fixes/verified-fixes.ts';
import type { Report } from '../../parse/model.ts';
import { meets, type Span } from '../../text/span.ts';
import { toDiagnostic } from '../to-diagnostic.ts';
import { workspaceEdit, type Target } from '../wire/workspace-edit.ts';
import { FIX_ALL, QUICK_FIX } from './action-kinds.ts';

/** The fixes of each finding that touches `span`, in the order of the findings and of their fixes. */
export function quickFixes(checked: Checked, span: Span, target: Target): CodeAction[] {
  const { report, findings } = checked;
  return findings
    .filter((finding) => meets(finding.span, span))
    .flatMap((finding) =>
      verifiedFixes(checked, finding).map<CodeAction>((fix) => ({
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
  const fixed = fixAll(report, { name: target.uri, options });
  if (fixed === null) return [];
  const { text, places } = fixed;
  return [
    {
      title: `全文改正排版（${places}处，不改数）`,
      kind: FIX_ALL,
      edit: workspaceEdit(report, editsBetween(report.text, text), target),
    },
  ];
}
