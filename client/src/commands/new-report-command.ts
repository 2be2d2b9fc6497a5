// A new report: organ and year are asked for, last year's report is looked for in the workspace, and what was taken over is told.

import { l10n, SnippetString, Uri, window, workspace, type TextDocument } from 'vscode';
import { LANGUAGE_ID, NEW_REPORT_METHOD, type ParamsOf, type ResultOf } from '../../../server/src/protocol/requests.ts';
import { looksLikeReport } from '../../../server/src/parse/document/probe.ts';
import { fold } from '../../../server/src/text/fold.ts';
import { hanOf } from '../../../server/src/text/han.ts';
import { NotRunning } from '../server-process/errors.ts';
import type { Server } from '../server-process/server-keeper.ts';
import { fileName } from '../workspace/file-names.ts';
import { linkFile } from '../workspace/link-report.ts';
import type { Ask } from '../server-process/ask.ts';
import { reportFiles, textOf } from '../workspace/report-files.ts';

interface NewReportContext {
  readonly server: Pick<Server, 'start' | 'ask'>;
  /** The organ of the report in front, to begin with. */
  readonly organ: string;
  /** File names of reports, as the language is declared. */
  readonly patterns: readonly string[];
}

const FIRST_YEAR = 2019;
const LAST_YEAR = 2100;
const MIN_ORGAN = 2;
/** Nobody exists who is called so. */
const EXAMPLE = '青禾县柳溪镇人民政府';
/** A longer list is one to type into. */
const MAX_ORGANS = 50;
/** The title names the organ near the top. */
const HEAD = 5000;

export async function newReport({ server, organ: known, patterns }: NewReportContext): Promise<void> {
  if (!(await server.start())) throw new NotRunning();
  const organ = await chooseOrgan(known, patterns);
  if (organ === undefined) return;
  const year = await askYear();
  if (year === undefined) return;
  const report = await server.ask(NEW_REPORT_METHOD, { organ, year, candidates: await candidatesOf(organ, patterns) });
  if (report === null) return;
  const document = await workspace.openTextDocument({ language: LANGUAGE_ID });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(report.snippet));
  await tell(document, report, { year, ask: server.ask });
}

/** Says what was taken over, and offers to link the report that it came from: the link is kept beside the draft, so it is saved first. */
async function tell(
  document: TextDocument,
  report: ResultOf<typeof NEW_REPORT_METHOD>,
  { year, ask }: { readonly year: number; readonly ask: Ask },
): Promise<void> {
  const { carried } = report;
  const save = l10n.t('Save and Link…');
  const chosen = await window.showInformationMessage(summaryWords(report, year), ...(carried?.kind === 'taken' ? [save] : []));
  if (chosen !== save || carried?.kind !== 'taken') return;
  const saved = document.isUntitled ? await workspace.save(document.uri) : document.uri;
  if (saved === undefined) return;
  await linkFile(await workspace.openTextDocument(saved), Uri.parse(carried.uri), ask);
}

/** One of the agencies whose reports lie in the workspace, else what is typed. */
async function chooseOrgan(known: string, patterns: readonly string[]): Promise<string | undefined> {
  const names = [...new Set([known, ...(await reportFiles(patterns)).map((uri) => organIn(fileName(uri)))])].filter((name) => name !== '');
  if (names.length < 2) return askOrgan(names[0] ?? '');
  const other = l10n.t('Another agency…');
  const chosen = await window.showQuickPick([...names.slice(0, MAX_ORGANS), other], {
    title: l10n.t('New annual report (1/2)'),
    placeHolder: l10n.t('Agencies whose reports lie in the workspace'),
    ignoreFocusOut: true,
  });
  return chosen === other ? askOrgan('') : chosen;
}

/** 青禾县柳溪镇人民政府2023年政府信息公开工作年度报告.txt: what stands before the year; empty where that names nobody. */
export function organIn(name: string): string {
  const before = /^(.*?)(?:关于)?(?:20\d\d|二[〇○零]..)年/u.exec(name)?.[1]?.trim() ?? '';
  return hanOf(before).length < MIN_ORGAN ? '' : before;
}

async function askOrgan(known: string): Promise<string | undefined> {
  const organ = await window.showInputBox({
    title: l10n.t('New annual report (1/2)'),
    prompt: l10n.t('Full name of the agency, as in the title'),
    value: known,
    placeHolder: l10n.t('For example {0}', EXAMPLE),
    ignoreFocusOut: true,
    validateInput: (text) => (hanOf(text).length < MIN_ORGAN ? l10n.t('Enter the full name of the agency') : undefined),
  });
  return organ?.trim();
}

async function askYear(): Promise<number | undefined> {
  const isYear = (text: string) => /^\d{4}$/u.test(text.trim()) && Number(text) >= FIRST_YEAR && Number(text) <= LAST_YEAR;
  const year = await window.showInputBox({
    title: l10n.t('New annual report (2/2)'),
    prompt: l10n.t('Year covered by the report; it decides the form'),
    value: String(new Date().getFullYear() - 1),
    ignoreFocusOut: true,
    validateInput: (text) => (isYear(text) ? undefined : l10n.t('Enter a year, {0} or later', FIRST_YEAR)),
  });
  return year === undefined ? undefined : Number(year);
}

/** Texts that name the organ, open ones as they are on the screen. Files that cannot be read are passed over. */
async function candidatesOf(organ: string, patterns: readonly string[]): Promise<ParamsOf<typeof NEW_REPORT_METHOD>['candidates']> {
  const key = hanOf(fold(organ));
  const isCandidate = (text: string) => hanOf(fold(text.slice(0, HEAD))).includes(key) && looksLikeReport(text);
  const open = workspace.textDocuments
    .filter(({ languageId }) => languageId !== 'log')
    .map((document) => ({ uri: document.uri.toString(), text: document.getText() }));
  const found = await reportFiles(patterns);
  const files = found.filter((uri) => !open.some((document) => document.uri === uri.toString()));
  const read = await Promise.all(files.map(async (uri) => ({ uri: uri.toString(), text: await textOf(uri) })));
  return [...open, ...read].filter(({ text }) => isCandidate(text));
}

function summaryWords({ carried }: ResultOf<typeof NEW_REPORT_METHOD>, year: number): string {
  switch (carried?.kind) {
    case undefined:
      if (workspace.workspaceFolders === undefined)
        return l10n.t('No folder is open in which to look for the {0} report of this agency. Fill in “carried over from last year” yourself.', year - 1);
      return l10n.t('No {0} report of this agency was found in the workspace. Fill in “carried over from last year” yourself.', year - 1);
    case 'taken':
      return l10n.t('Applications filled in as carried over from last year: {0}, from {1}. Verify them.', carried.total, nameOf(carried.uri));
    case 'unknown':
      return l10n.t('The number carried over to the next year was not read from {0}. Fill in “carried over from last year” yourself.', nameOf(carried.uri));
    case 'differing':
      return l10n.t(
        'Several {0} reports disagree on the number carried over ({1}), so none was used. Fill in “carried over from last year” yourself.',
        year - 1,
        carried.uris.map(nameOf).join(', '),
      );
    default:
      return carried satisfies never;
  }
}

function nameOf(uri: string): string {
  return fileName(Uri.parse(uri));
}
