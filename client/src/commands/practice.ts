// The walkthrough's draft with three mistakes: a step is done when its finding was shown and is gone.

import { commands, languages, TabInputText, Uri, ViewColumn, window, workspace, type Disposable, type TextDocument } from 'vscode';
import { LANGUAGE_ID } from '../../../server/src/protocol/requests.ts';

export interface Practice extends Disposable {
  readonly open: () => Promise<void>;
}

const DRAFT = 'docs/media/walkthrough/practice.nb.txt';

/** `context` completes the step in package.json; `words` are on the line of its finding. */
const STEPS = [
  { context: 'gouji.practiceCellMended', words: '（一）予以公开' },
  { context: 'gouji.practiceTotalMended', words: '（二）部分公开' },
  { context: 'gouji.practiceSentenceMended', words: '全年新收政府信息公开申请' },
] as const;

export function createPractice(extensionUri: Uri): Practice {
  let practised: TextDocument | undefined;
  const shown = new Set<string>();

  async function open(): Promise<void> {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, DRAFT));
    shown.clear();
    for (const { context } of STEPS) void commands.executeCommand('setContext', context, false);
    practised = await workspace.openTextDocument({ language: LANGUAGE_ID, content: new TextDecoder().decode(bytes) });
    await window.showTextDocument(practised, { viewColumn: besideWalkthrough() });
  }

  function look(): void {
    const document = practised;
    if (document === undefined || document.isClosed) return;
    const lines = languages.getDiagnostics(document.uri).map(({ range }) => document.lineAt(Math.min(range.start.line, document.lineCount - 1)).text);
    for (const { context, words } of STEPS) {
      const isShown = lines.some((line) => line.includes(words));
      if (isShown) shown.add(context);
      else if (shown.delete(context)) void commands.executeCommand('setContext', context, true);
    }
  }

  const listener = languages.onDidChangeDiagnostics(({ uris }) => {
    if (uris.some((uri) => uri.toString() === practised?.uri.toString())) look();
  });
  return { open, dispose: () => listener.dispose() };
}

/** The steps stay in sight: a walkthrough is a tab, but no text. */
function besideWalkthrough(): ViewColumn {
  const tab = window.tabGroups.activeTabGroup.activeTab;
  return tab === undefined || tab.input instanceof TabInputText ? ViewColumn.Active : ViewColumn.Beside;
}
