// Which reports can be gone to by organ and year? Those that are open, and those of the workspace that our own client has read:
// the server reads no files, so that it works on the web and in virtual workspaces too.

import type { SymbolInformation } from 'vscode-languageserver';
import { matchingSymbols, symbolsOfReport } from '../features/workspace-symbols.ts';
import { parseReport } from '../report/parse.ts';
import { guarded } from './guard.ts';
import { WORKSPACE_FILES_METHOD, type ParamsOf } from './protocol.ts';
import { answerApart, type FeatureContext } from './requests.ts';
import { isLeftAlone } from './schemes.ts';

export function answerWorkspaceSymbols(context: FeatureContext): void {
  const { connection, runtime, documents, analyser, settingsStore } = context;
  /** Of files that are not open, as they were read last. */
  let ofFiles: ReadonlyMap<string, readonly SymbolInformation[]> = new Map();

  async function ofOpen(): Promise<readonly SymbolInformation[]> {
    const open = documents.all().filter(({ uri }) => !isLeftAlone(uri));
    const symbols = await Promise.all(
      open.map(async (document) => {
        const report = analyser.report(document, await settingsStore.of(document.uri));
        return report?.recognised === true ? symbolsOfReport(document.uri, report) : [];
      }),
    );
    return symbols.flat();
  }

  async function take({ files }: ParamsOf<typeof WORKSPACE_FILES_METHOD>): Promise<null> {
    const read = new Map<string, readonly SymbolInformation[]>();
    for (const { uri, text } of files) {
      const report = parseReport(text);
      if (report.recognised) read.set(uri, symbolsOfReport(uri, report));
      // Hundreds of files: whoever types meanwhile is answered in between.
      await runtime.nextTurn();
    }
    ofFiles = read;
    return null;
  }

  answerApart(context, { method: WORKSPACE_FILES_METHOD, uriOf: () => '' }, take);
  connection.onWorkspaceSymbol(({ query }, token) =>
    guarded<SymbolInformation[]>(context, { method: 'workspace/symbol', uri: '', token }, async () => {
      const open = await ofOpen();
      // A file that is open is what stands on the screen, be it a report or not any more.
      const closed = [...ofFiles].flatMap(([uri, symbols]) => (documents.get(uri) === undefined ? symbols : []));
      return matchingSymbols([...open, ...closed], query);
    }),
  );
}
