// What is offered where a report uses the older form, and what does our own client need to do it?

import type { CodeAction } from 'vscode-languageserver';
import type { Finding } from '../../check/finding.ts';
import { convertForm } from '../../edit/convert-form.ts';
import type { Report } from '../../report/model.ts';
import { meets, type Range, type Span } from '../../text/span.ts';
import { REWRITE } from '../code-actions/convert-table.ts';
import { toDiagnostic } from '../diagnostics.ts';
import { textEdit } from '../wire/text-edit.ts';

export type FormRewrite =
  | { readonly kind: 'converted'; readonly edits: readonly { readonly range: Range; readonly newText: string }[]; readonly notes: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** Null where there is nothing to convert. */
export function formRewrite(report: Report): FormRewrite | null {
  const conversion = convertForm(report);
  if (conversion?.kind !== 'converted') return conversion;
  const edits = conversion.edits.map((edit) => textEdit(report.lines, edit));
  return { ...conversion, edits };
}

/** At `form-outdated`, by a command of the client: what needs judgement is shown along with the change. */
export function formRewriteAction(
  { report, findings }: { readonly report: Report; readonly findings: readonly Finding[] },
  span: Span,
  { uri, command }: { readonly uri: string; readonly command: string },
): CodeAction[] {
  const finding = findings.find(({ rule, span: own }) => rule === 'form-outdated' && meets(own, span));
  if (finding === undefined || convertForm(report)?.kind !== 'converted') return [];
  const title = '换用2021年格式（另列需要判断的事项）';
  return [{ title, kind: REWRITE, diagnostics: [toDiagnostic(report, finding, uri)], command: { title, command, arguments: [uri] } }];
}
