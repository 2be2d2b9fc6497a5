// Answers textDocument/prepareRename and rename (F2) on a report's year or organ, with confirmation where the client shows
// change annotations.

import type { ClientCapabilities, PrepareRenameParams, RenameParams, ServerCapabilities, WorkspaceEdit } from 'vscode-languageserver';
import { renamedPlaces, renamingAt } from '../../features/rename.ts';
import { textEdit } from '../../features/wire/text-edit.ts';
import { workspaceEdit } from '../../features/wire/workspace-edit.ts';
import { rangeOf } from '../../text/lines.ts';
import { refused } from '../guard.ts';
import { atOffset, type FeatureContext } from '../request-handlers.ts';
import type { MethodGroup } from './method-group.ts';

export const renaming: MethodGroup = { capabilities, register };

function capabilities({ textDocument }: ClientCapabilities): ServerCapabilities {
  return { renameProvider: textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true };
}

const CERTAIN = 'certain';
const DOUBTFUL = 'doubtful';
const ANNOTATIONS: NonNullable<WorkspaceEdit['changeAnnotations']> = {
  [CERTAIN]: { label: '写明年度或机关名称的各处', needsConfirmation: true },
  [DOUBTFUL]: { label: '正文其他处的同一年份', description: '可能指文件、计划的年份，请逐处选定', needsConfirmation: true },
};

function register(context: FeatureContext): void {
  const { connection, capabilities } = context;
  connection.onPrepareRename(
    atOffset<PrepareRenameParams, { range: ReturnType<typeof rangeOf>; placeholder: string }>(
      context,
      'textDocument/prepareRename',
      ({ analysis: { report } }, offset) => {
        const renaming = renamingAt(report, offset);
        return renaming === null
          ? null
          : { range: rangeOf(report.lines, renaming.span), placeholder: report.folded.slice(renaming.span.start, renaming.span.end) };
      },
    ),
  );
  connection.onRenameRequest(
    atOffset<RenameParams, WorkspaceEdit>(context, 'textDocument/rename', ({ analysis: { report }, document }, offset, { newName }) => {
      const renaming = renamingAt(report, offset);
      if (renaming === null) return null;
      const renamed = renamedPlaces(report, renaming, newName);
      if (renamed.kind === 'refused') throw refused(renamed.reason);
      const versioned = capabilities.workspace?.workspaceEdit?.documentChanges === true;
      // Without a preview nobody could leave a place out.
      if (!versioned || capabilities.workspace?.workspaceEdit?.changeAnnotationSupport === undefined)
        return workspaceEdit(report, renamed.certain, { uri: document.uri, version: document.version, versioned });
      const annotated = (annotationId: string) => (edit: (typeof renamed.certain)[number]) => ({ ...textEdit(report.lines, edit), annotationId });
      const edits = [...renamed.certain.map(annotated(CERTAIN)), ...renamed.doubtful.map(annotated(DOUBTFUL))];
      return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }], changeAnnotations: ANNOTATIONS };
    }),
  );
}
