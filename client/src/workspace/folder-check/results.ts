// Findings of a folder: in Problems, until they are cleared, checked again, or told by the open file itself; and as a list.

import { commands, env, l10n, languages, workspace, type Diagnostic, type Disposable, type TextDocument, type Uri } from 'vscode';
import type { StatusParams } from '../../../../server/src/protocol/requests.ts';
import { concernsServer } from '../../editor/candidates.ts';
import type { ListLine } from '../../editor/list-documents.ts';
import { holdingOf, lightOf, tongueOf, weightOf as weightOfReadiness, type Readiness } from '../../editor/report-status.ts';

export interface FolderResults extends Disposable {
  readonly clear: () => void;
  readonly set: (uri: Uri, diagnostics: readonly Diagnostic[]) => void;
}

const CONTEXT = 'gouji.folderChecked';

export function createFolderResults(): FolderResults {
  const collection = languages.createDiagnosticCollection('gouji-folder');
  let hasAny = false;

  function clear(): void {
    collection.clear();
    hasAny = false;
    void commands.executeCommand('setContext', CONTEXT, false);
  }

  function set(uri: Uri, diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length === 0 || isToldLive(uri)) return;
    collection.set(uri, diagnostics);
    if (!hasAny) void commands.executeCommand('setContext', CONTEXT, true);
    hasAny = true;
  }

  /** The server speaks of an open draft itself; of any other file the places are right until it is changed. */
  function drop(document: TextDocument): void {
    if (collection.has(document.uri)) collection.delete(document.uri);
  }

  /** A file, or all that lay in a folder. */
  function dropAll(gone: Uri): void {
    const within = `${gone.path}/`;
    collection.forEach((uri) => {
      if (uri.toString() === gone.toString() || (uri.scheme === gone.scheme && uri.authority === gone.authority && uri.path.startsWith(within)))
        collection.delete(uri);
    });
  }

  const listeners = [
    collection,
    workspace.onDidOpenTextDocument((document) => {
      if (concernsServer(document)) drop(document);
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) drop(document);
    }),
    workspace.onDidDeleteFiles(({ files }) => files.forEach(dropAll)),
    workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri }) => dropAll(oldUri))),
  ];
  return { clear, set, dispose: () => listeners.forEach((listener) => listener.dispose()) };
}

function isToldLive(uri: Uri): boolean {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open !== undefined && !open.isClosed && concernsServer(open);
}

export type CheckedFile = { readonly uri: Uri; readonly path: string } & (
  | { readonly kind: 'report'; readonly equations: StatusParams['equations']; readonly readiness: Readiness; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'unreadable' | 'unchecked'; readonly problem: string }
  /** One of Word, PDF and the like, which is not read. */
  | { readonly kind: 'document'; readonly advice: string }
  | { readonly kind: 'other' | 'off' }
);

export interface FolderOutcome {
  readonly files: readonly CheckedFile[];
  /** Else the person stopped it, or there were too many files. */
  readonly isWhole: boolean;
}

/** The tally of the folder, then reports and what was not read or checked, errors first; other files are only counted. */
export function listOf(outcome: FolderOutcome): readonly ListLine[] {
  const lines = inOrder(outcome.files).flatMap((file) => {
    const words = wordsOf(file);
    if (words === null) return [];
    const place = placeOf(file);
    const beginning = `${file.path}${place === undefined ? '' : l10n.t(' (line {0})', place.line + 1)}`;
    const target = place === undefined ? file.uri : file.uri.with({ fragment: `L${place.line + 1},${place.character + 1}` });
    return [{ text: `${beginning}${l10n.t(': {0}', words)}`, ...(file.kind !== 'document' && { link: { length: beginning.length, target } }) }];
  });
  return [{ text: tallyOf(outcome) }, { text: '' }, ...lines, { text: '' }];
}

function placeOf(file: CheckedFile) {
  return file.kind === 'report' ? firstOf(file)?.range.start : undefined;
}

/** In one sentence, for a message. */
export function tallyOf({ files, isWhole }: FolderOutcome): string {
  const count = (kind: CheckedFile['kind']) => files.filter((file) => file.kind === kind).length;
  const [errors = 0, warnings = 0] = countsOf(files.flatMap((file) => (file.kind === 'report' ? file.diagnostics : [])));
  return [
    ...(isWhole ? [] : [l10n.t('Check stopped; the list is incomplete')]),
    l10n.t('Reports: {0}, errors: {1}, warnings: {2}', count('report'), errors, warnings),
    ...(count('report') > 0 ? [l10n.t('ready: {0}', files.filter((file) => file.kind === 'report' && file.readiness.ready).length)] : []),
    ...(count('other') > 0 ? [l10n.t('other files: {0}', count('other'))] : []),
    ...(count('off') > 0 ? [l10n.t('not checked (turned off in the settings): {0}', count('off'))] : []),
    ...(count('document') > 0 ? [l10n.t('Word, PDF and similar files, not checked: {0}', count('document'))] : []),
    ...(count('unreadable') > 0 ? [l10n.t('could not be read: {0}', count('unreadable'))] : []),
    ...(count('unchecked') > 0 ? [l10n.t('could not be checked: {0}', count('unchecked'))] : []),
  ].join(l10n.t('; '));
}

function wordsOf(file: CheckedFile): string | null {
  if (file.kind === 'unreadable' || file.kind === 'unchecked') return l10n.t('not checked, {0}', file.problem);
  if (file.kind === 'document') return l10n.t('not checked, {0}', file.advice);
  if (file.kind !== 'report') return null;
  const first = firstOf(file);
  return [
    lightOf(file.readiness, tongueOf(env.language)),
    l10n.t('Equations {0}/{1}', holdingOf(file), file.equations.total),
    ...(first === undefined ? [] : [first.message]),
  ].join(l10n.t('; '));
}

/** Errors and warnings. */
function countsOf(diagnostics: readonly Diagnostic[]): readonly number[] {
  const of = (fits: (severity: number) => boolean) => diagnostics.filter(({ severity }) => fits(severity)).length;
  return [of((severity) => severity === ERROR), of((severity) => severity === WARNING)];
}

/** VS Code's numbers of its severities; its values are there in an editor only. */
const ERROR = 0;
const WARNING = 1;

/** Errors first, also those out of sight, then what nobody read, then what is not ready; files alike stay in the order of the folder. */
export function inOrder(files: readonly CheckedFile[]): readonly CheckedFile[] {
  return files.toSorted((one, other) => weightOf(one) - weightOf(other));
}

function weightOf(file: CheckedFile): number {
  if (file.kind === 'unreadable' || file.kind === 'unchecked') return 1;
  if (file.kind === 'document') return 2;
  if (file.kind !== 'report') return 5;
  if (file.diagnostics.some(({ severity }) => severity === ERROR) || weightOfReadiness(file.readiness) === 'error') return 0;
  return file.readiness.ready ? 4 : 3;
}

/** The finding that a line leads to: the heaviest, and of those the first. */
export function firstOf(file: CheckedFile & { readonly kind: 'report' }): (typeof file.diagnostics)[number] | undefined {
  return file.diagnostics.toSorted((one, other) => one.severity - other.severity)[0];
}
