// Converts edits to an LSP WorkspaceEdit: versioned and with tab stops where the client takes that.

import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '../../text/edits.ts';
import type { Report } from '../../parse/model.ts';
import { lineOf, rangeOf } from '../../text/lines.ts';
import { textEdit } from './text-edit.ts';

export interface Target {
  readonly uri: string;
  readonly version: number;
  /** Whether the client takes edits bound to a version. */
  readonly versioned: boolean;
  /** Whether such edits may have tab stops (LSP 3.18). */
  readonly snippets?: boolean;
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
