// Why does no server run, in words, and what can be done about it? A draft without findings must never be taken for one that was checked.

import { CancellationError, commands, l10n, window } from 'vscode';
import { tellTextChanged } from './ask.ts';
import { hasTextChanged, isCancelled, messageOf, NotRunning } from './errors.ts';
import type { Server } from './server.ts';
import type { Failure, ServerState } from './state.ts';

type Commanded = (...given: readonly unknown[]) => unknown;

/** A command that tells itself what went wrong, and answers undefined then: the editor would show the error as it is, in a box of its own. */
export function telling(server: Told, action: Commanded): Commanded {
  return async (...given) => {
    try {
      return await action(...given);
    } catch (error) {
      void tellFailed(error, server);
      return undefined;
    }
  };
}

type Told = Pick<Server, 'state' | 'showOutput'>;

/** What the person is told where something failed that was asked for: in our words, and where to read more. */
export async function tellFailed(error: unknown, server: Told): Promise<void> {
  if (error instanceof CancellationError || isCancelled(error)) return;
  if (hasTextChanged(error)) return tellTextChanged();
  if (error instanceof NotRunning) return tellNotRunning(server);
  await offer(l10n.t('This could not be done: {0}', messageOf(error)), [output(server)]);
}

/** What was wrong, what works all the same, and what can be tried. */
export async function tellNotRunning(server: Told): Promise<void> {
  await offer(notRunning(server.state()), [restart(), output(server), { title: l10n.t('Reload the window'), run: () => commands.executeCommand('workbench.action.reloadWindow') }]);
}

/** Something the editor asked for by itself, such as the findings, was not answered: what is shown may not be all there is. */
export async function tellTrouble(server: Told): Promise<void> {
  const message = l10n.t('Something failed in the language server of Gouji: findings may be missing or out of date. The output says more.');
  await offer(message, [restart(), output(server)]);
}

/** What can be done about it. */
interface Remedy {
  readonly title: string;
  readonly run: () => unknown;
}

function restart(): Remedy {
  return { title: l10n.t('Restart the language server'), run: () => commands.executeCommand('gouji.restartServer') };
}

function output({ showOutput }: Told): Remedy {
  return { title: l10n.t('Show the output'), run: showOutput };
}

async function offer(message: string, remedies: readonly Remedy[]): Promise<void> {
  const chosen = await window.showErrorMessage(message, ...remedies.map(({ title }) => title));
  await remedies.find(({ title }) => title === chosen)?.run();
}

function notRunning(state: ServerState): string {
  return l10n.t(
    'The language server of Gouji does not run, so reports are not checked: {0}. Editing, colours and snippets work all the same.',
    state.kind === 'failed' ? wordsOf(state.failure) : l10n.t('it was stopped'),
  );
}

/** Why it does not run, for the middle of a sentence. */
export function wordsOf(failure: Failure): string {
  switch (failure.kind) {
    case 'missing':
      return l10n.t('its file {0} is missing or empty; installing the extension again brings it back', failure.file);
    case 'ended':
      return l10n.t('it ended as soon as it was started; the output says why');
    case 'crashes':
      return l10n.t('it ended several times within three minutes; the output says why');
    case 'silent':
      return l10n.t('it did not answer for {0} seconds', failure.seconds);
    case 'error':
      return l10n.t('it reported “{0}”', failure.message);
    default:
      return failure satisfies never;
  }
}
