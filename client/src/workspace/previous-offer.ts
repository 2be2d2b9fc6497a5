// Offers to link last year's report where it lies in the folder of the draft or in the workspace: same agency by title, the year
// before. Said once for each draft; the status and its menu go on offering it.

import { EventEmitter, FileType, l10n, Uri, window, workspace, type Disposable, type Event, type Memento, type TextDocument } from 'vscode';
import type { Reports } from '../editor/reports.ts';
import { MAX_LAST_YEAR_READ, MAX_OFFERED } from '../limits.ts';
import type { Ask } from '../server-process/ask.ts';
import { documentUri } from '../word/word-uris.ts';
import { fileName } from './file-names.ts';
import { linkFile, lookInto } from './link-report.ts';
import { reportFiles } from './report-files.ts';

export interface PreviousOffer extends Disposable {
  /** The file that may be linked to this draft; undefined where none was found, or one is linked. */
  readonly fileFor: (uri: string) => Uri | undefined;
  readonly onDidChange: Event<void>;
}

interface OfferContext {
  readonly reports: Reports;
  readonly ask: Ask;
  readonly patterns: readonly string[];
  readonly state: Memento;
  readonly failed: (error: unknown) => void;
}

const KEY = 'gouji.offeredPrevious';
const READ_FILE = /^(?!~\$).*\.(?:docx|txt|md|html?)$/iu;

export function createPreviousOffer({ reports, ask, patterns, state, failed }: OfferContext): PreviousOffer {
  const changed = new EventEmitter<void>();
  const found = new Map<string, Uri>();
  const lookedFor = new Set<string>();

  function fileFor(uri: string): Uri | undefined {
    return reports.of(uri)?.linked === null ? found.get(uri) : undefined;
  }

  function consider(): void {
    const document = reports.inFront();
    const uri = document?.uri.toString();
    if (document === undefined || uri === undefined || document.isUntitled) return;
    const status = reports.of(uri);
    // Without an agency or a year nothing can be told apart; both may be written later.
    if (status === undefined || status.linked !== null || status.unit === null || status.year === null) return;
    const about = `${uri} ${status.unit} ${status.year}`;
    if (lookedFor.has(about)) return;
    lookedFor.add(about);
    look(document, status.year - 1).catch(failed);
  }

  async function look(document: TextDocument, year: number): Promise<void> {
    const uri = document.uri.toString();
    found.delete(uri);
    const file = await findLastYear(document, { year, ask, patterns });
    if (file === undefined || document.isClosed) return;
    found.set(uri, file);
    changed.fire();
    await offerOnce(document, file);
  }

  async function offerOnce(document: TextDocument, file: Uri): Promise<void> {
    const uri = document.uri.toString();
    const offered = state.get<readonly string[]>(KEY, []);
    if (offered.includes(uri) || fileFor(uri) === undefined) return;
    await state.update(KEY, [...offered, uri].slice(-MAX_OFFERED));
    const link = l10n.t('Link');
    const question = l10n.t('{0} is last year’s report of this draft. Link it, so that the numbers of the two years are compared?', fileName(file));
    if ((await window.showInformationMessage(question, link)) === link) await linkFile(document, file, ask);
  }

  const listener = reports.onDidChange(consider);
  consider();
  return { fileFor, onDidChange: changed.event, dispose: () => [listener, changed].forEach((each) => each.dispose()) };
}

/** The report of `year` by the same agency: beside the draft first, then by name in the workspace. */
async function findLastYear(
  document: TextDocument,
  { year, ask, patterns }: { readonly year: number } & Pick<OfferContext, 'ask' | 'patterns'>,
): Promise<Uri | undefined> {
  const own = documentUri(document.uri);
  const folder = Uri.joinPath(own, '..');
  const beside = await workspace.fs.readDirectory(folder).then(
    (all) => all,
    () => [],
  );
  const here = beside.filter(([name, type]) => type === FileType.File && READ_FILE.test(name)).map(([name]) => Uri.joinPath(folder, name));
  const files = [...new Map([...here, ...(await reportFiles(patterns))].map((uri) => [uri.toString(), uri])).values()];
  const others = files.filter((uri) => uri.toString() !== own.toString()).map((uri) => ({ uri, name: fileName(uri) }));
  for (const { uri } of byYear(others, year).slice(0, MAX_LAST_YEAR_READ)) {
    const answer = await lookInto(document, uri, ask);
    if (answer?.kind === 'found' && !answer.inDoubt && answer.unit !== null && answer.year === year) return uri;
  }
  return undefined;
}

/** A year that a file's name holds. */
const YEAR = /(?<!\d)20\d\d(?!\d)/gu;

/** Whether a file of that name may be the report of `year`: it names it, or no year at all. */
export function mayBeOf(name: string, year: number): boolean {
  const years: readonly string[] = name.match(YEAR) ?? [];
  return years.length === 0 || years.includes(String(year));
}

/** Those that name the year come first. */
export function byYear<File extends { readonly name: string }>(files: readonly File[], year: number): readonly File[] {
  const names = ({ name }: File) => name.includes(String(year));
  const fitting = files.filter(({ name }) => mayBeOf(name, year));
  return [...fitting.filter(names), ...fitting.filter((file) => !names(file))];
}
