// How are the results of a folder told in words, one file a line, to be read and copied?

import { DiagnosticSeverity, EventEmitter, l10n, Uri, window, workspace, type Diagnostic, type Disposable } from 'vscode';
import type { StatusParams } from '../../../../server/src/protocol/requests.ts';
import { LIST_SCHEME } from '../../../../server/src/protocol/schemes.ts';

export type CheckedFile = { readonly path: string } & (
  | { readonly kind: 'report'; readonly equations: StatusParams['equations']; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'unreadable'; readonly problem: string }
  | { readonly kind: 'other' | 'off' }
);

export interface FolderOutcome {
  readonly files: readonly CheckedFile[];
  /** Else the person stopped it, or there were too many files. */
  readonly isWhole: boolean;
}

/** A list that is never saved and never asks to be. */
export interface ListDocument extends Disposable {
  readonly show: (text: string) => Promise<void>;
}

export function createListDocument(): ListDocument {
  const changed = new EventEmitter<Uri>();
  const uri = Uri.from({ scheme: LIST_SCHEME, path: `/${l10n.t('Folder check')}.txt` });
  let content = '';
  const provider = workspace.registerTextDocumentContentProvider(LIST_SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: () => content,
  });
  return {
    show: async (text) => {
      content = text;
      changed.fire(uri);
      await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
    },
    dispose: () => {
      provider.dispose();
      changed.dispose();
    },
  };
}

/** The tally of the folder, then reports and what could not be read; other files are only counted. */
export function listOf(outcome: FolderOutcome): string {
  const lines = outcome.files.flatMap((file) => {
    const words = wordsOf(file);
    return words === null ? [] : [`${file.path}${l10n.t(': {0}', words)}`];
  });
  return [tallyOf(outcome), '', ...lines, ''].join('\n');
}

/** In one sentence, for a message. */
export function tallyOf({ files, isWhole }: FolderOutcome): string {
  const count = (kind: CheckedFile['kind']) => files.filter((file) => file.kind === kind).length;
  const [errors = 0, warnings = 0] = countsOf(files.flatMap((file) => (file.kind === 'report' ? file.diagnostics : [])));
  return [
    ...(isWhole ? [] : [l10n.t('Check stopped; the list is incomplete')]),
    l10n.t('{0} reports: {1} errors, {2} warnings', count('report'), errors, warnings),
    ...(count('other') > 0 ? [l10n.t('{0} other files', count('other'))] : []),
    ...(count('off') > 0 ? [l10n.t('{0} files not checked (turned off in the settings)', count('off'))] : []),
    ...(count('unreadable') > 0 ? [l10n.t('{0} could not be read', count('unreadable'))] : []),
  ].join(l10n.t('; '));
}

function wordsOf(file: CheckedFile): string | null {
  if (file.kind === 'unreadable') return l10n.t('not checked, {0}', file.problem);
  if (file.kind !== 'report') return null;
  const [errors = 0, warnings = 0, notes = 0] = countsOf(file.diagnostics);
  const { holding, total } = file.equations;
  const found = [
    ...(errors > 0 ? [l10n.t('{0} errors', errors)] : []),
    ...(warnings > 0 ? [l10n.t('{0} warnings', warnings)] : []),
    ...(notes > 0 ? [l10n.t('{0} infos', notes)] : []),
  ];
  const first = file.diagnostics.find(({ severity }) => severity === DiagnosticSeverity.Error);
  return [found.length === 0 ? l10n.t('no problems') : found.join(l10n.t(', ')), l10n.t('Equations {0}/{1}', holding, total), ...(first === undefined ? [] : [first.message])].join(l10n.t('; '));
}

/** Errors, warnings, and what is below. */
function countsOf(diagnostics: readonly Diagnostic[]): readonly number[] {
  const of = (fits: (severity: DiagnosticSeverity) => boolean) => diagnostics.filter(({ severity }) => fits(severity)).length;
  return [
    of((severity) => severity === DiagnosticSeverity.Error),
    of((severity) => severity === DiagnosticSeverity.Warning),
    of((severity) => severity > DiagnosticSeverity.Warning),
  ];
}
