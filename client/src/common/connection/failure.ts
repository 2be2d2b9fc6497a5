// Why does no server run, in words, and what can be done about it? A draft without findings must never be taken for one that was checked.

import { CancellationError, commands, l10n, window } from 'vscode';
import { tellTextChanged } from './ask.ts';
import { hasTextChanged, isCancelled, messageOf, NotRunning } from './errors.ts';
import type { Server } from './server.ts';
import type { Failure, ServerState } from './state.ts';

type Commanded = (...given: readonly unknown[]) => unknown;

/** A command that tells itself what went wrong, and answers undefined then: the editor would show the error as it is, in a box of its own. */
export function telling(server: Pick<Server, 'state' | 'showOutput'>, action: Commanded): Commanded {
  return async (...given) => {
    try {
      return await action(...given);
    } catch (error) {
      void tellFailed(error, server);
      return undefined;
    }
  };
}

/** What the person is told where something failed that was asked for: in our words, and where to read more. */
export async function tellFailed(error: unknown, { state, showOutput }: Pick<Server, 'state' | 'showOutput'>): Promise<void> {
  if (error instanceof CancellationError || isCancelled(error)) return;
  if (hasTextChanged(error)) return tellTextChanged();
  if (error instanceof NotRunning) return tellNotRunning(state(), showOutput);
  const output = l10n.t('Show the output');
  const message = l10n.t('This could not be done: {0}', messageOf(error));
  if ((await window.showErrorMessage(message, output)) === output) showOutput();
}

/** What was wrong, what works all the same, and what can be tried. */
export async function tellNotRunning(state: ServerState, showOutput: () => void): Promise<void> {
  const [restart, output, reload] = [l10n.t('Restart the language server'), l10n.t('Show the output'), l10n.t('Reload the window')];
  const chosen = await window.showErrorMessage(notRunning(state), restart, output, reload);
  if (chosen === restart) await commands.executeCommand('gouji.restartServer');
  else if (chosen === output) showOutput();
  else if (chosen === reload) await commands.executeCommand('workbench.action.reloadWindow');
}

/** Something the editor asked for by itself, such as the findings, was not answered: what is shown may not be all there is. */
export async function tellTrouble(showOutput: () => void): Promise<void> {
  const [restart, output] = [l10n.t('Restart the language server'), l10n.t('Show the output')];
  const message = l10n.t('Something failed in the language server of Gouji: findings may be missing or out of date. The output says more.');
  const chosen = await window.showErrorMessage(message, restart, output);
  if (chosen === restart) await commands.executeCommand('gouji.restartServer');
  else if (chosen === output) showOutput();
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
