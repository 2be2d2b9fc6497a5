// Moves the entry in `.gouji.json` when a draft is renamed. Done after the rename and not in it: VS Code would ask each time
// whether an extension may refactor other files.

import { workspace, type Disposable, type WorkspaceEdit } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

export interface Renames extends Disposable {
  readonly middleware: Middleware;
}

export function createRenames(): Renames {
  /** By the old address of the first file: a rename that fails is never done. */
  const due = new Map<string, Thenable<WorkspaceEdit | null | undefined>>();

  const listener = workspace.onDidRenameFiles(({ files }) => {
    for (const { oldUri } of files) {
      const edit = due.get(oldUri.toString());
      if (edit !== undefined) void edit.then(apply).then(undefined, () => undefined);
    }
    due.clear();
  });

  return {
    middleware: {
      workspace: {
        willRenameFiles: async (event, next) => {
          const edit = next(event);
          const [first] = event.files;
          if (first !== undefined) due.set(first.oldUri.toString(), edit);
          // Read before the rename, where the entry still has its name.
          await edit;
          return null;
        },
      },
    },
    dispose: () => listener.dispose(),
  };
}

async function apply(edit: WorkspaceEdit | null | undefined): Promise<void> {
  if (edit === null || edit === undefined || !(await workspace.applyEdit(edit))) return;
  await Promise.all(edit.entries().map(async ([uri]) => (await workspace.openTextDocument(uri)).save()));
}
