// Silencing is no fix: a mandatory finding is asked about once, what was silenced is said and can be taken back from the message,
// and all of a document is listed and taken back from the list.

import { commands, l10n, Uri, window, type TextDocument } from 'vscode';
import { SUPPRESSION_COMMAND, SILENCED_METHOD, type SuppressionCommand, type ResultOf } from '../../../../server/src/protocol/requests.ts';
import { documentUri } from '../../word/word-uris.ts';
import { showNoReport, type Ask } from '../../server-process/ask.ts';

type Silences = NonNullable<SuppressionCommand['silences']>;
type Entry = ResultOf<typeof SILENCED_METHOD>['entries'][number];

/** Whether it may be written. What the form requires is not put out of sight by one key. */
export async function mayBeSilenced(silences: SuppressionCommand['silences']): Promise<boolean> {
  if (silences?.isError !== true) return true;
  const confirm = l10n.t('Stop Showing');
  const question = l10n.t('This error must be fixed before the report is submitted. Stop showing it anyway?');
  return (await window.showWarningMessage(question, { modal: true, detail: silences.message }, confirm)) === confirm;
}

/** Says what is no longer shown; resolves when the message is gone. */
export async function showSilenced({ uri, configUri }: SuppressionCommand, { message, undo }: Silences): Promise<void> {
  const [takeBack, list] = [l10n.t('Undo'), l10n.t('Show Hidden Problems')];
  const chosen = await window.showInformationMessage(l10n.t('No longer shown: {0}', message), takeBack, list);
  if (chosen === list) await commands.executeCommand('gouji.showSilenced');
  else if (chosen === takeBack) await restore({ uri, configUri }, undo);
}

/** Everything silenced in the document; what is ticked is shown again. */
export async function listSilenced(document: TextDocument, ask: Ask): Promise<void> {
  const uri = document.uri.toString();
  const answer = await ask(SILENCED_METHOD, { textDocument: { uri } });
  if (answer === null) return showNoReport();
  if (answer.entries.length === 0) {
    void window.showInformationMessage(l10n.t('No problems are hidden in this document.'));
    return;
  }
  const chosen = await window.showQuickPick(answer.entries.map(choiceOf), {
    title: l10n.t('Hidden in this document: select what to show again'),
    canPickMany: true,
    matchOnDescription: true,
  });
  const configUri = Uri.joinPath(documentUri(document.uri), '..', '.gouji.json').toString();
  // One after the other: each is worked out for the file as the one before left it.
  for (const { entry } of chosen ?? []) await restore({ uri, configUri }, entry.change);
}

function choiceOf(entry: Entry) {
  const { rule, text } = entry;
  return text === null ? { label: l10n.t('Rule {0} in the whole document', rule), entry } : { label: text, description: rule, entry };
}

async function restore(place: Pick<SuppressionCommand, 'uri' | 'configUri'>, change: SuppressionCommand['change']): Promise<void> {
  const command: SuppressionCommand = { ...place, change, ask: null, silences: null };
  await commands.executeCommand(SUPPRESSION_COMMAND, command);
}
