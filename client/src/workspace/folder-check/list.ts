// How are the results of a folder told in words, one file a line, to be read and copied?

import { env, l10n, type Diagnostic, type Uri } from 'vscode';
import type { StatusParams } from '../../../../server/src/protocol/requests.ts';
import type { ListLine } from '../../editor/list-documents.ts';
import { holdingOf, lightOf, tongueOf, type Readiness } from '../../editor/light.ts';
import { ERROR, firstOf, inOrder, WARNING } from './order.ts';

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
