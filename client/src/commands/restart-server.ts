// Starting the language server anew: seen in the status bar while it lasts; where it fails, that is told by the server's keeper.

import { l10n, ProgressLocation, window } from 'vscode';
import type { Server } from '../server-process/server-keeper.ts';

export async function restartServer({ restart }: Pick<Server, 'restart'>): Promise<void> {
  await window.withProgress({ location: ProgressLocation.Window, title: l10n.t('Gouji: restarting the checking service') }, restart);
}
