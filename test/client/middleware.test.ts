// Combined middleware: rooms with a say in the same traffic leave each other's handlers in place.

import { expect, it } from 'vitest';
import type { Middleware } from 'vscode-languageclient';
import { combined } from '../../client/src/server-process/client-options.ts';

it('keeps the handlers of every part, those of the workspace too', () => {
  const settings: Middleware = { workspace: { configuration: () => [] } };
  const renames: Middleware = { workspace: { willRenameFiles: () => Promise.resolve(null) } };
  const documents: Middleware = { didOpen: () => Promise.resolve() };
  const all = combined([documents, settings, renames]);
  expect(all.didOpen).toBe(documents.didOpen);
  expect(all.workspace?.configuration).toBe(settings.workspace?.configuration);
  expect(all.workspace?.willRenameFiles).toBe(renames.workspace?.willRenameFiles);
});
