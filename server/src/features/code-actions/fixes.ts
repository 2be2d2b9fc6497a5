// What can be done at a place? The fixes of its findings, and all layout fixes of the document at once.

import type { CodeAction, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { CheckOptions } from '../../check/check.ts';
import type { Edit } from '../../check/finding.ts';
import { editsBetween } from '../../edit/apply.ts';
import { fixLayout } from '../../edit/fix-all.ts';
import { soundFixes, type Checked } from '../../edit/sound-fixes.ts';
import type { Report } from '../../report/model.ts';
import { lineOf, rangeOf } from '../../text/lines.ts';
import { meets, type Span } from '../../text/span.ts';
import { toDiagnostic } from '../diagnostics.ts';
import { textEdit } from '../wire/text-edit.ts';

export const QUICK_FIX = 'quickfix';
export const FIX_ALL = 'source.fixAll.gouji';

export interface Target {
  readonly uri: string;
  readonly version: number;
  /** Whether the client takes edits bound to a version. */
  readonly versioned: boolean;
  /** Whether such edits may have tab stops (LSP 3.18). */
  readonly snippets?: boolean;
}

/** The fixes of each finding that touches `span`, in the order of the findings and of their fixes. */
export function quickFixes(
  checked: Checked,
  span: Span,
  target: Target,
): CodeAction[] {
  const { report, findings } = checked;
  return findings
    .filter((finding) => meets(finding.span, span))
    .flatMap((finding) =>
      soundFixes(checked, finding).map<CodeAction>((fix) => ({
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
export function workspaceEdit(report: Report, edits: readonly Edit[], { uri, version, versioned, snippets = false }: Target): WorkspaceEdit {
  const plain = (edit: Edit) => textEdit(report.lines, edit);
  if (!versioned) return { changes: { [uri]: edits.map(plain) } };
  // One snippet at a time: with two, tab stops of one number would be filled together.
  const stopped = snippets && edits.length === 1 && edits.every((edit) => takesStops(report, edit));
  const written = stopped
    ? edits.map((edit) => ({ range: rangeOf(report.lines, edit.span), snippet: { kind: 'snippet' as const, value: snippetOf(edit) } }))
    : edits.map(plain);
  const change: TextDocumentEdit = { textDocument: { uri, version }, edits: written };
  return { documentChanges: [change] };
}

/**
 * VS Code indents the lines of a snippet like the line it is put into, and turns tabs at their head into blanks where
 * the document is so set: what depends on such blanks is put in as plain text.
 */
function takesStops({ text, lines }: Report, { span, newText, gaps = [] }: Edit): boolean {
  const lineStart = lines.starts[lineOf(lines, span.start)] ?? 0;
  const isIndented = lineStart < span.start && /^[\t ]/u.test(text.slice(lineStart, span.start));
  return gaps.length > 0 && !isIndented && !/(?:^|[\r\n])[\t ]/u.test(newText);
}

/** The new text with its gaps as tab stops, in order; what stands in a gap is selected there. */
function snippetOf({ newText, gaps = [] }: Edit): string {
  const escaped = (words: string) => words.replaceAll(/[\\$}]/gu, (character) => `\\${character}`);
  let value = '';
  let end = 0;
  gaps.forEach((gap, index) => {
    const held = newText.slice(gap.start, gap.end);
    value += escaped(newText.slice(end, gap.start)) + (held === '' ? `\${${index + 1}}` : `\${${index + 1}:${escaped(held)}}`);
    end = gap.end;
  });
  return value + escaped(newText.slice(end));
}
