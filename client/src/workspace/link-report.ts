// Links a file as last year's report of a draft: the server says what it reads in it, and its numbers are kept beside the draft.

import { commands, l10n, Uri, window, workspace, type TextDocument } from 'vscode';
import { PREVIOUS_METHOD, SUPPRESSION_COMMAND, type SuppressionCommand, type ResultOf } from '../../../server/src/protocol/requests.ts';
import { showNoReport, type Ask } from '../server-process/ask.ts';
import { documentUri, textUri } from '../word/word-uris.ts';
import { fileName, pathBetween } from './file-names.ts';
import { textOf } from './report-files.ts';

/** What the file says of last year, asked of the server; null where the draft is no report. */
export async function lookInto(document: TextDocument, file: Uri, ask: Ask): Promise<ResultOf<typeof PREVIOUS_METHOD> | null> {
  return ask(PREVIOUS_METHOD, {
    textDocument: { uri: document.uri.toString() },
    text: await currentText(file),
    path: pathBetween(documentUri(document.uri), file),
  });
}

/** Links it, or says why it cannot be. */
export async function linkFile(document: TextDocument, file: Uri, ask: Ask): Promise<void> {
  const found = await lookInto(document, file, ask);
  if (found === null) showNoReport();
  else if (found.kind === 'no-report') void window.showWarningMessage(l10n.t('{0} is not recognised as a report.', fileName(file)));
  else if (found.kind === 'no-numbers')
    void window.showWarningMessage(l10n.t('The number carried over to the next year was not read from {0}.', fileName(file)));
  else if (!found.inDoubt || (await isMeant(file, found))) await link(documentUri(document.uri), file, found);
}

/** As it is on the screen where it is open. */
async function currentText(file: Uri): Promise<string> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === textUri(file).toString());
  return open?.getText() ?? (await textOf(file));
}

type Found = Extract<ResultOf<typeof PREVIOUS_METHOD>, { kind: 'found' }>;

async function isMeant(file: Uri, { unit, year }: Found): Promise<boolean> {
  const confirm = l10n.t('Link');
  const question = l10n.t(
    '{0}: agency {1}, year {2}. Link it as last year’s report anyway?',
    fileName(file),
    unit ?? l10n.t('(agency not named)'),
    year ?? l10n.t('(year not named)'),
  );
  return (await window.showWarningMessage(question, { modal: true }, confirm)) === confirm;
}

async function link(draft: Uri, file: Uri, { change, total }: Found): Promise<void> {
  const command: SuppressionCommand = {
    uri: draft.toString(),
    configUri: Uri.joinPath(draft, '..', '.gouji.json').toString(),
    change,
    ask: null,
    silences: null,
  };
  const written = await commands.executeCommand<boolean>(SUPPRESSION_COMMAND, command);
  if (!written) return;
  void window.showInformationMessage(
    l10n.t(
      '{0} is linked. Applications carried over to this year: {1}. If an equation of table three does not hold, this helps to find the wrong number.',
      fileName(file),
      total ?? '?',
    ),
  );
}
