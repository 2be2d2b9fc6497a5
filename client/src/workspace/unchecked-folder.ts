// Says of a folder with reports that none of them was checked, until one is: Problems is empty then, and says that there are none.

import { Disposable, l10n, StatusBarAlignment, window, workspace } from 'vscode';
import { concernsServer } from '../editor/candidates.ts';
import type { Reports } from '../editor/reports.ts';
import { nameMatcher } from './name-patterns.ts';

/** Where the status of a report stands. */
const PRIORITY = 100;

export interface UncheckedFolder extends Disposable {
  /** Something is being checked. */
  readonly settle: () => void;
}

export function createUncheckedFolder(reports: Reports, patterns: readonly string[]): UncheckedFolder {
  const item = window.createStatusBarItem('gouji.unchecked', StatusBarAlignment.Right, PRIORITY);
  item.name = l10n.t('Gouji: folder not checked');
  item.text = `$(circle-large-outline) ${l10n.t('Gouji: not checked')}`;
  item.tooltip = l10n.t(
    'The reports of this folder have not been checked, so an empty Problems panel does not mean there are none. Click to check the folder.',
  );
  item.command = 'gouji.checkFolder';
  /** Null: not known yet. */
  let isNeeded: boolean | null = null;

  function settle(): void {
    isNeeded = false;
    item.dispose();
    listener.dispose();
  }

  /** Beside a document that has a status of its own there is nothing to add. */
  function refresh(): void {
    const document = reports.documentInFront();
    if (reports.inFront() !== undefined) settle();
    else if (isNeeded === true && (document === undefined || !concernsServer(document))) item.show();
    else item.hide();
  }

  const listener = reports.onDidChange(refresh);
  void hasReports(patterns).then((found) => {
    isNeeded ??= found;
    refresh();
  });
  return { settle, dispose: settle };
}

/** By the names in the folders themselves, one listing each: looking deeper would be work at every start of the editor. */
async function hasReports(patterns: readonly string[]): Promise<boolean> {
  const matches = nameMatcher(patterns);
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const entries = await workspace.fs.readDirectory(uri).then(
      (all) => all,
      () => [],
    );
    if (entries.some(([name]) => matches(name))) return true;
  }
  return false;
}
