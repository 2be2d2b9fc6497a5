// How are remarks offered and written? As fixes, for every editor as an edit, for our own client by its command.

import type { CodeAction, CodeActionParams, FileRename, ServerCapabilities, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { changeFrom, renameInRemarks, rewriteRemarks } from '../edit/remark.ts';
import { isWanted, QUICK_FIX } from '../features/code-actions/kinds.ts';
import { remarkActions } from '../features/code-actions/remarks.ts';
import { withoutWaiting } from '../features/diagnostics.ts';
import { previousLink } from '../features/requests/previous.ts';
import { indexLines, rangeOf, spanOf } from '../text/lines.ts';
import { besideOf } from './beside.ts';
import { guarded } from './guard.ts';
import { PREVIOUS_METHOD, REMARK_COMMAND, REMARK_METHOD, type ParamsOf, type ResultOf } from './protocol.ts';
import type { RemarksStore } from './remarks-store.ts';
import { answerOwn, type Asked, type FeatureContext } from './requests.ts';

/** What is said of a draft follows it to another name, where the editor renames it. */
export const REMARKS_CAPABILITIES: ServerCapabilities = {
  workspace: { fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*.{txt,md,html,htm}', matches: 'file', options: { ignoreCase: true } } }] } } },
};

export function answerRemarks(context: FeatureContext): void {
  answerRenames(context);
  answerOwn(context, REMARK_METHOD, (_asked, params) => rewrite(params));
  answerOwn(context, PREVIOUS_METHOD, ({ analysis }, params) => previousLink(analysis.report, params));
}

/** What can be written beside the draft; to be listed behind every fix of the draft itself. */
export function remarkFixes(
  { capabilities, options, remarks }: FeatureContext,
  { analysis: { report, check }, document }: Asked,
  { range, context: { only } }: CodeActionParams,
): CodeAction[] {
  const place = remarks.placeOf(document.uri);
  if (place === null || !isWanted(QUICK_FIX, only ?? [''])) return [];
  const edits = capabilities.workspace?.workspaceEdit;
  const versioned = edits?.documentChanges === true;
  // Neovim names the operation without `documentChanges`, which alone can hold it.
  const creates = edits?.resourceOperations?.includes('create') === true;
  const findings = withoutWaiting(report, check.findings, document.typingLine);
  return remarkActions(
    { report, findings },
    spanOf(report.lines, range),
    { uri: document.uri, ...place },
    options.remarks === true ? { by: 'command', command: REMARK_COMMAND } : { by: 'edit', versioned, creates },
  );
}

function answerRenames(context: FeatureContext): void {
  const { connection, remarks } = context;
  connection.workspace.onWillRenameFiles(({ files }, token) =>
    guarded<WorkspaceEdit | null>(context, { method: 'workspace/willRenameFiles', uri: files[0]?.oldUri ?? '', token }, async () => {
      await Promise.all(files.map(({ oldUri }) => remarks.load(oldUri)));
      const found = files.flatMap((file) => renamed(remarks, file));
      const uris = [...new Set(found.map(({ uri }) => uri))];
      const editsIn = (uri: string) => found.filter((each) => each.uri === uri).map(({ edit }) => edit);
      return found.length === 0 ? null : { changes: Object.fromEntries(uris.map((uri) => [uri, editsIn(uri)])) };
    }),
  );
}

/** Within its folder; what moves elsewhere keeps its entry behind, as a copy would. */
function renamed(remarks: RemarksStore, { oldUri, newUri }: FileRename): readonly { readonly uri: string; readonly edit: TextEdit }[] {
  const [from, to] = [remarks.placeOf(oldUri), besideOf(newUri)];
  if (from === null || from.text === null || to?.remarksUri !== from.remarksUri) return [];
  const edit = renameInRemarks(from.text, from.name, to.name);
  return edit === null ? [] : [{ uri: from.remarksUri, edit: { range: rangeOf(indexLines(from.text), edit.span), newText: edit.newText } }];
}

function rewrite({ textDocument: { uri }, text, change, note }: ParamsOf<typeof REMARK_METHOD>): ResultOf<typeof REMARK_METHOD> | null {
  const known = changeFrom(change);
  const beside = besideOf(uri);
  if (known === null || beside === null) return null;
  const answered = known.kind === 'finding' && note !== null ? { ...known, remark: { ...known.remark, note } } : known;
  return rewriteRemarks(text, beside.name, answered);
}
