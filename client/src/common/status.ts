// What does the status bar say about the document in front? Which form was recognised and why; nothing for other texts.

import { l10n, MarkdownString, StatusBarAlignment, window, workspace, type Disposable, type StatusBarItem } from 'vscode';
import { LANGUAGE_ID, type StatusParams } from '../../../server/src/lsp/protocol.ts';
import type { Silenced } from './silenced.ts';

export interface Status extends Disposable {
  readonly update: (params: StatusParams) => void;
  readonly refresh: () => void;
  /** What the server said last of a document. */
  readonly of: (uri: string) => StatusParams | undefined;
}

/** Left of the editor's own entries (language, encoding). */
const PRIORITY = 100;

export function createStatus(silenced: Silenced): Status {
  const known = new Map<string, StatusParams>();
  const item = window.createStatusBarItem('gouji.status', StatusBarAlignment.Right, PRIORITY);
  item.name = '勾稽 Gouji';
  item.command = 'gouji.showStatus';

  function refresh(): void {
    const document = window.activeTextEditor?.document;
    const uri = document?.uri.toString();
    const status = uri === undefined ? undefined : known.get(uri);
    if (document === undefined || uri === undefined || !workspace.getConfiguration('gouji', document).get('enable', true)) item.hide();
    else if (silenced.has(uri)) showSilenced(item);
    else if (status?.recognised === true) showRecognised(item, status);
    else if (document.languageId === LANGUAGE_ID) showUnrecognised(item);
    else item.hide();
  }

  const listeners = [
    window.onDidChangeActiveTextEditor(refresh),
    workspace.onDidChangeConfiguration(refresh),
    // A change of the language closes a document and opens it again.
    workspace.onDidOpenTextDocument(refresh),
    workspace.onDidCloseTextDocument((document) => {
      known.delete(document.uri.toString());
      refresh();
    }),
  ];
  refresh();
  return {
    update: (params) => {
      known.set(params.uri, params);
      refresh();
    },
    refresh,
    of: (uri) => known.get(uri),
    dispose: () => {
      listeners.forEach((listener) => listener.dispose());
      item.dispose();
    },
  };
}

function showRecognised(item: StatusBarItem, status: StatusParams): void {
  const { broken } = status.equations;
  const icon = broken > 0 ? '$(warning)' : '$(checklist)';
  item.text = `${icon} ${formName(status)}`;
  // As text, not as Markdown: the name of the organ comes out of the draft.
  item.tooltip = new MarkdownString().appendText([formName(status), ...explain(status)].join('\n\n'));
  item.show();
}

function showSilenced(item: StatusBarItem): void {
  item.text = `$(circle-slash) ${l10n.t('Not checked')}`;
  item.tooltip = l10n.t('Checking is switched off for this document. Click to choose.');
  item.show();
}

function showUnrecognised(item: StatusBarItem): void {
  item.text = `$(question) ${l10n.t('No report recognised yet')}`;
  item.tooltip = l10n.t('The text has too few of the headings and row labels of the form. Click to choose.');
  item.show();
}

export function formName({ form, hybrid }: StatusParams): string {
  if (hybrid) return l10n.t('Yearly report, 2021 form with undivided (6)');
  if (form === null) return l10n.t('Yearly report, form not clear');
  return l10n.t('Yearly report, {0} form', form);
}

/** Why this form, and how its equations stand; a line each. */
function explain(status: StatusParams): readonly string[] {
  const { rows, headers, year } = status.evidence;
  return [
    ...(status.unit === null && status.year === null ? [] : [`${status.unit ?? ''} ${status.year ?? ''}`.trim()]),
    ...(rows === null ? [] : [l10n.t('Rows under (6) of table three: {0} form', rows)]),
    ...(headers === null ? [] : [l10n.t('Headers of table two: {0} form', headers)]),
    ...(year === null ? [] : [l10n.t('Year of the report: {0} form', year)]),
    equationsOf(status),
  ];
}

/** How the equations of the form stand, in one line. */
export function equationsOf({ equations: { total, holding, broken, unchecked } }: StatusParams): string {
  return l10n.t('{0} equations: {1} hold, {2} broken, {3} unchecked', total, holding, broken, unchecked);
}
