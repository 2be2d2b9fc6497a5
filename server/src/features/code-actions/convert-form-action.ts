// Code action that converts a report of the 2019 form to its successor.

import type { CodeAction } from 'vscode-languageserver';
import type { Finding } from '../../findings/finding.ts';
import { formOutdated } from '../../rules/form-outdated.ts';
import { convertForm } from '../../rewrite/conversion/convert-form.ts';
import type { Report } from '../../parse/model.ts';
import { meets, type Span } from '../../text/span.ts';
import { toDiagnostic } from '../to-diagnostic.ts';

/** At `form-outdated`, by a command of the client: what needs judgement is shown along with the change. */
export function formRewriteAction(
  { report, findings }: { readonly report: Report; readonly findings: readonly Finding[] },
  span: Span,
  { uri, command, kind }: { readonly uri: string; readonly command: string; readonly kind: string },
): CodeAction[] {
  const finding = findings.find(({ rule, span: own }) => rule === formOutdated.id && meets(own, span));
  const conversion = finding === undefined ? null : convertForm(report);
  if (finding === undefined || conversion?.kind !== 'converted') return [];
  const title = `换用${conversion.form}年格式（待核实事项另列清单）`;
  return [{ title, kind, diagnostics: [toDiagnostic(report, finding, uri)], command: { title, command, arguments: [uri] } }];
}
