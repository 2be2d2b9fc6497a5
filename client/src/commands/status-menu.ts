// Menu of the status bar item: everything that concerns the document as a whole.

import { commands, env, l10n, window, type QuickPickItem, type TextDocument } from 'vscode';
import { LANGUAGE_ID, type StatusParams } from '../../../server/src/protocol/requests.ts';
import type { Server } from '../server-process/server-keeper.ts';
import type { Held } from '../editor/held.ts';
import type { Reports } from '../editor/reports.ts';
import type { PreviousOffer } from '../workspace/previous-offer.ts';
import { fileName } from '../workspace/file-names.ts';
import { lightOf, tongueOf } from '../editor/report-status.ts';
import type { SwitchedOff } from '../editor/switched-off.ts';
import { equationsOf, formName, obstaclesOf } from '../editor/status-bar.ts';

interface MenuContext {
  readonly silenced: SwitchedOff;
  readonly held: Held;
  readonly reports: Reports;
  readonly previous: PreviousOffer;
  readonly server: Pick<Server, 'state'>;
}

interface Choice extends QuickPickItem {
  readonly command: string;
  readonly arguments?: readonly unknown[];
}

export async function chooseFromStatus(document: TextDocument, { silenced, held, reports, server, previous }: MenuContext): Promise<void> {
  const known = reports.of(document.uri.toString());
  const isHeld = held.of(document) !== null;
  const off = silenced.has(document.uri.toString());
  const recognised = known?.recognised === true && !off && !isHeld;
  const lastYear = previous.fileFor(document.uri.toString());
  // A restart also has held texts tried again.
  const fails = server.state().kind === 'failed' || isHeld;
  const ofServer: readonly Choice[] = [
    { label: l10n.t('Restart Checking Service'), command: 'gouji.restartServer' },
    { label: l10n.t('Show Output'), command: 'gouji.showOutput' },
  ];
  const choices: readonly Choice[] = [
    ...(fails ? ofServer : []),
    ...(recognised
      ? [
          ...obstaclesOf(known).map(({ words, command, argument }) => ({
            label: `$(circle-small-filled) ${words}`,
            command: command ?? 'workbench.actions.view.problems',
            arguments: argument,
          })),
          { label: l10n.t('Show Problems'), command: 'workbench.actions.view.problems' },
          { label: l10n.t('All equations'), description: equationsOf(known), command: 'gouji.showEquations' },
          ...(lastYear === undefined ? [] : [{ label: l10n.t('Link last year’s report'), description: fileName(lastYear), command: 'gouji.linkPrevious' }]),
          ...(known.silenced > 0
            ? [{ label: l10n.t('Show Hidden Problems'), description: l10n.t('{0} hidden', known.silenced), command: 'gouji.showSilenced' }]
            : []),
        ]
      : []),
    {
      label: off ? l10n.t('Check this document again') : l10n.t('Do not check this document'),
      command: 'gouji.toggleDocument',
    },
    document.languageId === LANGUAGE_ID
      ? { label: l10n.t('Treat as plain text'), command: 'gouji.markAsText' }
      : { label: l10n.t('Treat as an annual report (changes the language mode)'), command: 'gouji.markAsReport' },
    ...(fails ? [] : [{ label: l10n.t('Fix all layout problems'), command: 'gouji.fixLayout' }, ...ofServer]),
    { label: l10n.t('Settings'), command: 'workbench.action.openSettings', arguments: ['gouji.'] },
  ];
  const chosen = await window.showQuickPick(choices, { title: recognised ? titleOf(known) : titleWithout({ isHeld, fails }) });
  if (chosen !== undefined) await commands.executeCommand(chosen.command, ...(chosen.arguments ?? []));
}

/** Of a document of which no report is known. */
function titleWithout({ isHeld, fails }: { readonly isHeld: boolean; readonly fails: boolean }): string {
  if (isHeld) return l10n.t('Not checked: took too long');
  return fails ? l10n.t('The checking service is not running') : l10n.t('No report recognised yet');
}

/** 年报（2021年格式）：可以报送 */
function titleOf(status: StatusParams): string {
  const { readiness } = status;
  return readiness === null
    ? formName(status)
    : `${formName(status)}${l10n.t(': {0}', readiness.ready ? lightOf(readiness, tongueOf(env.language)) : l10n.t('Not ready'))}`;
}
