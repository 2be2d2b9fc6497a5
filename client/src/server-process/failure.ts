// Messages and actions for a server that does not run: a draft without findings must never be taken for one that was checked.

import { CancellationError, commands, l10n, window } from 'vscode';
import { showTextChanged } from './ask.ts';
import { hasTextChanged, isCancelled, messageOf, NotRunning, wasCutOff } from './errors.ts';
import type { Server } from './server-keeper.ts';
import type { Failure, ServerState } from './state.ts';

type Commanded = (...given: readonly unknown[]) => unknown;

/** A command that tells itself what went wrong, and answers undefined then: the editor would show the error as it is, in a box of its own. */
export function reportingFailure(server: FailedServer, action: Commanded): Commanded {
  return async (...given) => {
    try {
      return await action(...given);
    } catch (error) {
      void showFailure(error, server);
      return undefined;
    }
  };
}

type FailedServer = Pick<Server, 'state' | 'showOutput'>;

/** What the person is told where something failed that was asked for: in our words, and where to read more. */
export async function showFailure(error: unknown, server: FailedServer): Promise<void> {
  if (error instanceof CancellationError || isCancelled(error)) return;
  if (hasTextChanged(error)) return showTextChanged();
  if (wasCutOff(error)) return offer(l10n.t('Try again: the checking service stopped before it could answer, and was restarted.'), [output(server)]);
  if (error instanceof NotRunning) return showNotRunning(server);
  await offer(l10n.t('The operation failed: {0}', messageOf(error)), [output(server)]);
}

/** What was wrong, what works all the same, and what can be tried. */
export async function showNotRunning(server: FailedServer): Promise<void> {
  await offer(notRunning(server.state()), [
    restart(),
    output(server),
    { title: l10n.t('Reload Window'), run: () => commands.executeCommand('workbench.action.reloadWindow') },
  ]);
}

/** Something the editor asked for by itself, such as the findings, was not answered: what is shown may not be all there is. */
export async function showTrouble(server: FailedServer): Promise<void> {
  const message = l10n.t('The Gouji checking service reported an error: problems may be missing or out of date. See the output.');
  await offer(message, [restart(), output(server)]);
}

/** What can be done about it. */
interface Remedy {
  readonly title: string;
  readonly run: () => unknown;
}

function restart(): Remedy {
  return { title: l10n.t('Restart Checking Service'), run: () => commands.executeCommand('gouji.restartServer') };
}

function output({ showOutput }: FailedServer): Remedy {
  return { title: l10n.t('Show Output'), run: showOutput };
}

async function offer(message: string, remedies: readonly Remedy[]): Promise<void> {
  const chosen = await window.showErrorMessage(message, ...remedies.map(({ title }) => title));
  await remedies.find(({ title }) => title === chosen)?.run();
}

function notRunning(state: ServerState): string {
  return l10n.t(
    'The Gouji checking service is not running, so reports are not checked: {0}. Editing and snippets are not affected.',
    state.kind === 'failed' ? wordsOf(state.failure) : l10n.t('it was stopped'),
  );
}

/** Why it does not run, for the middle of a sentence. */
export function wordsOf(failure: Failure): string {
  switch (failure.kind) {
    case 'missing':
      return l10n.t('file {0} is missing or empty; reinstall the extension', failure.file);
    case 'ended':
      return l10n.t('it exited on start; see the output');
    case 'crashes':
      return l10n.t('it exited several times within three minutes; see the output');
    case 'silent':
      return l10n.t('it did not respond for {0} seconds', failure.seconds);
    case 'error':
      return l10n.t('error “{0}”', failure.message);
    default:
      return failure satisfies never;
  }
}
