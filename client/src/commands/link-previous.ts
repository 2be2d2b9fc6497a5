// Linking last year's report: the person says which file it is, and what it carried out is kept beside the draft.

import { commands, l10n, Uri, window, workspace, type QuickPickItem, type TextDocument } from 'vscode';
import { PREVIOUS_METHOD, SUPPRESSION_COMMAND, type SuppressionCommand, type ResultOf } from '../../../server/src/protocol/requests.ts';
import { showNoReport, type Ask } from '../server-process/ask.ts';
import { documentUri, textUri } from '../word/word-uris.ts';
import type { Reports } from '../editor/reports.ts';
import { fileName, pathBetween } from '../workspace/file-names.ts';
import { reportFiles, textOf } from '../workspace/report-files.ts';

interface LinkContext {
  readonly ask: Ask;
  readonly reports: Reports;
  /** What was found to be last year's report. */
  readonly offered: Uri | undefined;
}

const READ_FILES = ['*.docx', '*.txt', '*.md', '*.html', '*.htm'];

export async function linkPrevious(document: TextDocument, { ask, reports, offered }: LinkContext): Promise<void> {
  if (document.isUntitled) {
    void window.showInformationMessage(l10n.t('Save the draft first: the link is kept in .gouji.json in its folder.'));
    return;
  }
  const year = reports.of(document.uri.toString())?.year ?? null;
  const file = await chooseFile(documentUri(document.uri), { year, offered });
  if (file === undefined) return;
  await linkFile(document, file, ask);
}

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

interface FileChoice extends QuickPickItem {
  readonly uri: Uri | null;
}

/** What was found comes first, then files that name the year before; whatever is not in the workspace can be looked for. */
async function chooseFile(draft: Uri, { year, offered }: { readonly year: number | null; readonly offered: Uri | undefined }): Promise<Uri | undefined> {
  const files = (await reportFiles(READ_FILES)).filter((uri) => uri.toString() !== draft.toString());
  const namesYear = (uri: Uri) => year !== null && uri.path.includes(String(year - 1));
  const isOffered = (uri: Uri) => uri.toString() === offered?.toString();
  const choices = [
    ...files.filter(isOffered),
    ...files.filter((uri) => namesYear(uri) && !isOffered(uri)),
    ...files.filter((uri) => !namesYear(uri) && !isOffered(uri)),
  ].map<FileChoice>((uri) => {
    const [label, path] = [fileName(uri), pathBetween(draft, uri)];
    return { label, ...(path !== label && { description: path }), uri };
  });
  const chosen = await window.showQuickPick<FileChoice>([...choices, { label: l10n.t('Another file…'), uri: null }], {
    title: l10n.t('Which file is last year’s report?'),
    matchOnDescription: true,
  });
  if (chosen === undefined) return undefined;
  return chosen.uri ?? (await window.showOpenDialog({ defaultUri: Uri.joinPath(draft, '..') }))?.[0];
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
