// Linking last year's report: the person says which file it is.

import { l10n, Uri, window, type QuickPickItem, type TextDocument } from 'vscode';
import type { Ask } from '../server-process/ask.ts';
import { documentUri } from '../word/word-uris.ts';
import type { Reports } from '../editor/reports.ts';
import { fileName, pathBetween } from '../workspace/file-names.ts';
import { linkFile } from '../workspace/link-report.ts';
import { reportFiles } from '../workspace/report-files.ts';

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
