// Status bar item with the sum of the selected numbers, shown once two numbers of a report are selected.

import { CancellationTokenSource, Disposable, l10n, StatusBarAlignment, window, type TextEditor } from 'vscode';
import { SELECTION_METHOD, type ParamsOf, type ResultOf } from '../../../server/src/protocol/requests.ts';
import type { Ask } from '../server-process/ask.ts';
import { createFollower } from '../server-process/follower.ts';
import type { Reports } from './reports.ts';
import { MAX_SELECTIONS } from '../limits.ts';

type Sum = ResultOf<typeof SELECTION_METHOD>;

/** What is asked about: there is one selection, whichever the document. */
const SELECTION = 'selection';
/** Left of the tally. */
const PRIORITY = 101;
/** Spares the server the question, and the status bar the noise, at every move of the cursor. */
const TWO_NUMBERS = /[0-9０-９][^0-9０-９]+[0-9０-９]/u;

export function createSelectionSum(reports: Reports, ask: Ask): Disposable {
  const item = window.createStatusBarItem('gouji.selection', StatusBarAlignment.Right, PRIORITY);
  item.name = l10n.t('Gouji: sum of the selection');
  const follower = createFollower(ask, () => new CancellationTokenSource());

  async function refresh(): Promise<void> {
    const question = questionOf(window.activeTextEditor, reports);
    if (question === null) {
      follower.drop(SELECTION);
      item.hide();
      return;
    }
    const answer = await follower.ask(SELECTION, SELECTION_METHOD, question);
    if (answer === null) item.hide();
    else if (answer !== undefined) show(answer);
  }

  function show({ count, sum, total }: Sum): void {
    const words = l10n.t('{0} numbers: {1}', count, sum);
    const verdict = total === null ? '' : verdictOf(total, sum);
    item.text = `Σ ${words}${total === null ? '' : total.agrees ? ' ✓' : ` ≠ ${total.value}`}`;
    item.tooltip = [words, verdict].filter((line) => line !== '').join('\n');
    item.accessibilityInformation = { label: item.tooltip };
    item.show();
  }

  return Disposable.from(
    window.onDidChangeTextEditorSelection(() => void refresh()),
    reports.onDidChange(() => void refresh()),
    follower,
    item,
  );
}

function verdictOf({ name, value, agrees }: NonNullable<Sum['total']>, sum: number): string {
  if (agrees) return l10n.t('Equals {0}.', name);
  return l10n.t('{0} is {1}; the difference is {2}.', name, value, Math.round(Math.abs(value - sum) * 1e6) / 1e6);
}

/** Null where there is nothing to add. */
function questionOf(editor: TextEditor | undefined, reports: Reports): ParamsOf<typeof SELECTION_METHOD> | null {
  if (editor === undefined || editor.document !== reports.inFront()) return null;
  const selections = editor.selections.filter((selection) => !selection.isEmpty).slice(0, MAX_SELECTIONS);
  if (!TWO_NUMBERS.test(selections.map((selection) => editor.document.getText(selection)).join('\n'))) return null;
  return {
    textDocument: { uri: editor.document.uri.toString(), version: editor.document.version },
    ranges: selections.map(({ start, end }) => ({
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    })),
  };
}
