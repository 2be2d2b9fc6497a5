// Answers workspace/symbol over open reports and those that our client has read: the server reads no files, so that it works on
// the web.

import type { CancellationToken, SymbolInformation } from 'vscode-languageserver';
import { matchingSymbols, symbolsOfReport } from '../../features/workspace-symbols.ts';
import { parseReport } from '../../parse/parse.ts';
import { contentModified, endIfCancelled, guarded } from '../guard.ts';
import { WORKSPACE_FILES_METHOD, type ParamsOf } from '../../protocol/requests.ts';
import { onWorkspaceRequest, type FeatureContext } from '../request-handlers.ts';
import { isExcludedScheme } from '../../protocol/schemes.ts';
import type { Runtime } from '../runtime.ts';
import type { MethodGroup } from './method-group.ts';

export const symbolsOfWorkspace: MethodGroup = { capabilities: () => ({ workspaceSymbolProvider: true }), register };

function register(context: FeatureContext): void {
  const { connection, runtime, documents, settingsStore } = context;
  /** Of files that are not open, as they were read last. */
  let ofFiles: ReadonlyMap<string, readonly SymbolInformation[]> = new Map();

  /** Of the lists that were ever sent, which was the newest? */
  let newest = 0;

  async function ofOpen(token: CancellationToken): Promise<readonly SymbolInformation[]> {
    const pause = createPauses(runtime, token);
    const ours = documents.all().filter(({ uri }) => !isExcludedScheme(uri));
    const open = await Promise.all(ours.map(async (document) => ({ document, settings: await settingsStore.of(document.uri) })));
    const found: SymbolInformation[] = [];
    for (const { document, settings } of open) {
      const report = document.report(settings);
      if (report?.recognised === true) found.push(...symbolsOfReport(document.uri, report));
      await pause();
    }
    return found;
  }

  async function take({ files }: ParamsOf<typeof WORKSPACE_FILES_METHOD>, token: CancellationToken): Promise<null> {
    const pause = createPauses(runtime, token);
    const mine = ++newest;
    const read = new Map<string, readonly SymbolInformation[]>();
    for (const { uri, text } of files) {
      const report = parseReport(text);
      if (report.recognised) read.set(uri, symbolsOfReport(uri, report));
      await pause();
      if (mine !== newest) throw contentModified();
    }
    ofFiles = read;
    return null;
  }

  onWorkspaceRequest(context, { method: WORKSPACE_FILES_METHOD, uriOf: () => '' }, take);
  connection.onWorkspaceSymbol(({ query }, token) =>
    guarded<SymbolInformation[]>(context, { method: 'workspace/symbol', uri: '', token }, async () => {
      const open = await ofOpen(token);
      // A file that is open is what stands on the screen, be it a report or not any more.
      const closed = [...ofFiles].flatMap(([uri, symbols]) => (documents.get(uri) === undefined ? symbols : []));
      return matchingSymbols([...open, ...closed], query);
    }),
  );
}

/** Whoever types meanwhile waits no longer than this and one text; in a browser each pause costs about half as much. */
const SLICE_MS = 8;

/** To be awaited between two texts. */
function createPauses({ nextTurn }: Pick<Runtime, 'nextTurn'>, token: CancellationToken): () => Promise<void> {
  let begunMs = Date.now();
  return async () => {
    if (Date.now() - begunMs < SLICE_MS) return;
    await nextTurn();
    endIfCancelled(token);
    begunMs = Date.now();
  };
}
