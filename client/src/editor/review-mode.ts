// Review mode: the numbers of the prose are marked by what the tables say of them. Switched for the whole window.

import {
  CancellationTokenSource,
  commands,
  InlayHint,
  l10n,
  languages,
  MarkdownString,
  Position,
  Range,
  StatusBarAlignment,
  ThemeColor,
  window,
  type DecorationRenderOptions,
  type Disposable,
  type InlayHintsProvider,
  type TextDocument,
} from 'vscode';
import { REVIEW_METHOD, type ResultOf } from '../../../server/src/protocol/requests.ts';
import type { Ask } from '../server-process/ask.ts';
import { createFollower } from '../server-process/follower.ts';
import type { Reports } from './reports.ts';
import { DOCUMENT_SELECTOR } from './selectors.ts';

export interface ReviewMode extends Disposable {
  readonly toggle: () => void;
}

type Marked = ResultOf<typeof REVIEW_METHOD>['numbers'][number];
type Kind = Marked['kind'];

const KINDS: readonly Kind[] = ['backed', 'consistent', 'unbacked', 'contradicted'];

/** Sign and border differ from kind to kind, not the colour alone. */
const MARKS: Readonly<Record<Kind, { readonly sign: string; readonly width: string; readonly style: string; readonly color: string }>> = {
  backed: { sign: '✓', width: '1px', style: 'solid', color: 'testing.iconPassed' },
  consistent: { sign: '＝', width: '1px', style: 'dotted', color: 'charts.blue' },
  unbacked: { sign: '？', width: '1px', style: 'dashed', color: 'descriptionForeground' },
  contradicted: { sign: '✗', width: '3px', style: 'double', color: 'errorForeground' },
};

const CONTEXT = 'gouji.reviewing';
/** Left of the tally. */
const PRIORITY = 102;

export function createReviewMode(reports: Reports, ask: Ask): ReviewMode {
  const types = KINDS.map((kind) => ({ kind, type: window.createTextEditorDecorationType(looksOf(kind)) }));
  const item = window.createStatusBarItem('gouji.review', StatusBarAlignment.Right, PRIORITY);
  item.name = l10n.t('Gouji: text compared with tables');
  item.command = 'gouji.toggleReview';
  const follower = createFollower(ask, () => new CancellationTokenSource());
  let on = false;
  let signs: Disposable | undefined;

  async function mark(document: TextDocument): Promise<void> {
    const uri = document.uri.toString();
    if (reports.of(uri)?.recognised !== true) {
      follower.drop(uri);
      return show(document, []);
    }
    const answer = await follower.ask(uri, REVIEW_METHOD, { textDocument: { uri } });
    // The next check brings the marks of a text that has changed meanwhile.
    if (!on || answer === undefined || (answer !== null && answer.version !== document.version)) return;
    show(document, answer?.numbers ?? []);
  }

  function show(document: TextDocument, numbers: readonly Marked[]): void {
    for (const { kind, type } of types) {
      const ofKind = numbers.filter((number) => number.kind === kind);
      const marks = ofKind.map(({ range, reason }) => ({ range: markOf(document, range), hoverMessage: hoverOf(kind, reason) }));
      for (const editor of window.visibleTextEditors) if (editor.document === document) editor.setDecorations(type, marks);
    }
    if (document === reports.inFront()) tell(numbers);
  }

  function tell(numbers: readonly Marked[]): void {
    const counts = KINDS.map((kind) => ({ kind, count: numbers.filter((number) => number.kind === kind).length }));
    item.text = `${l10n.t('Text')} ${counts.map(({ kind, count }) => `${MARKS[kind].sign}${count}`).join(' ')}`;
    const words = counts.map(({ kind, count }) => `${MARKS[kind].sign} ${wordsOf(kind)}: ${count}`);
    item.tooltip = [...words, l10n.t('Click to stop comparing text with tables.')].join('\n');
    item.accessibilityInformation = {
      label: [l10n.t('Gouji: text compared with tables'), ...counts.map(({ kind, count }) => `${wordsOf(kind)}: ${count}`)].join(', '),
    };
    item.show();
  }

  function refresh(): void {
    if (!on) return;
    if (reports.inFront() === undefined) item.hide();
    // A text that is shown twice is asked about once.
    new Set(window.visibleTextEditors.map(({ document }) => document)).forEach((document) => void mark(document));
  }

  function toggle(): void {
    on = !on;
    void commands.executeCommand('setContext', CONTEXT, on);
    signs?.dispose();
    signs = on ? languages.registerInlayHintsProvider([...DOCUMENT_SELECTOR], signsBehind(ask)) : undefined;
    if (on) return refresh();
    item.hide();
    for (const editor of window.visibleTextEditors) types.forEach(({ type }) => editor.setDecorations(type, []));
  }

  const listeners = [reports.onDidChange(refresh), window.onDidChangeVisibleTextEditors(refresh), follower, item, ...types.map(({ type }) => type)];
  return { toggle, dispose: () => [...listeners, ...(signs === undefined ? [] : [signs])].forEach((listener) => listener.dispose()) };
}

/**
 * The signs are hints in the text, for which lines are wrapped: what a decoration draws behind a number covers the end of its line.
 * Where the person has hints switched off, the lines under the numbers still differ.
 */
function signsBehind(ask: Ask): InlayHintsProvider {
  return {
    provideInlayHints: async (document, within, token) => {
      const answer = await ask(REVIEW_METHOD, { textDocument: { uri: document.uri.toString() } }, token).catch(() => null);
      // Asked again for the text there is now.
      if (answer === null || answer.version !== document.version) return [];
      return answer.numbers.flatMap(({ range, kind, reason }) => {
        const { end } = markOf(document, range);
        if (!within.contains(end)) return [];
        const hint = new InlayHint(end, MARKS[kind].sign);
        hint.tooltip = hoverOf(kind, reason);
        return [hint];
      });
    },
  };
}

function markOf(document: TextDocument, { start, end }: Marked['range']): Range {
  const last = behindPercent(document.lineAt(Math.min(end.line, document.lineCount - 1)).text, end.character);
  return new Range(new Position(start.line, start.character), new Position(end.line, last));
}

function looksOf(kind: Kind): DecorationRenderOptions {
  const { width, style, color } = MARKS[kind];
  return {
    borderWidth: width,
    borderStyle: style,
    borderColor: new ThemeColor(color),
    overviewRulerColor: new ThemeColor(color),
  };
}

function hoverOf(kind: Kind, reason: string): MarkdownString {
  // As text, not as Markdown: names of rows come out of the form, but may hold its special characters.
  return new MarkdownString().appendText(`${MARKS[kind].sign} ${wordsOf(kind)}: ${reason}`);
}

function wordsOf(kind: Kind): string {
  switch (kind) {
    case 'backed':
      return l10n.t('Matches the tables');
    case 'consistent':
      return l10n.t('Consistent within the text');
    case 'unbacked':
      return l10n.t('Not in the tables');
    case 'contradicted':
      return l10n.t('Contradicted');
    default:
      return kind satisfies never;
  }
}

/** A percentage is marked with its sign: 100% and not 100. */
const PERCENT = new Set(['%', '％', '‰']);

/** Behind the sign that follows the number, else behind the number: `end` is that of the number in its line. */
export function behindPercent(line: string, end: number): number {
  return PERCENT.has(line.charAt(end)) ? end + 1 : end;
}
