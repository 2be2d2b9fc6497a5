// Answers workspace/willRenameFiles: the draft's entry in `.gouji.json` follows its new name.

import type { FileRename, ServerCapabilities, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { renameInSuppressions } from '../../suppressions/write.ts';
import { indexLines, rangeOf } from '../../text/lines.ts';
import { siblingConfigUri } from '../sibling-config-uri.ts';
import { guarded } from '../guard.ts';
import type { SuppressionsStore } from '../suppressions-store.ts';
import type { FeatureContext } from '../request-handlers.ts';
import type { MethodGroup } from './method-group.ts';

const CAPABILITIES: ServerCapabilities = {
  workspace: {
    fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*.{txt,md,html,htm,docx}', matches: 'file', options: { ignoreCase: true } } }] } },
  },
};

export const fileRenames: MethodGroup = { capabilities: () => CAPABILITIES, register };

function register(context: FeatureContext): void {
  const { connection, suppressions } = context;
  connection.workspace.onWillRenameFiles(({ files }, token) =>
    guarded<WorkspaceEdit | null>(context, { method: 'workspace/willRenameFiles', uri: files[0]?.oldUri ?? '', token }, async () => {
      await Promise.all(files.map(({ oldUri }) => suppressions.load(oldUri)));
      const found = files.flatMap((file) => renamed(suppressions, file));
      const uris = [...new Set(found.map(({ uri }) => uri))];
      const editsIn = (uri: string) => found.filter((each) => each.uri === uri).map(({ edit }) => edit);
      return found.length === 0 ? null : { changes: Object.fromEntries(uris.map((uri) => [uri, editsIn(uri)])) };
    }),
  );
}

/** Within its folder; what moves elsewhere keeps its entry behind, as a copy would. */
function renamed(suppressions: SuppressionsStore, { oldUri, newUri }: FileRename): readonly { readonly uri: string; readonly edit: TextEdit }[] {
  const [from, to] = [suppressions.placeOf(oldUri), siblingConfigUri(newUri)];
  if (from === null || from.text === null || to?.configUri !== from.configUri) return [];
  const edit = renameInSuppressions(from.text, from.name, to.name);
  return edit === null ? [] : [{ uri: from.configUri, edit: { range: rangeOf(indexLines(from.text), edit.span), newText: edit.newText } }];
}
