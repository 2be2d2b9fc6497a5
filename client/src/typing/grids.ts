// The cells of open reports: asked of the server after each check, and carried over what is typed until it answers.

import { CancellationTokenSource, window, workspace, type Disposable, type TextDocument } from 'vscode';
import { CELLS_METHOD } from '../../../server/src/protocol/requests.ts';
import type { Reports } from '../editor/reports.ts';
import type { Ask } from '../server-process/ask.ts';
import { createFollower } from '../server-process/follower.ts';
import { carriedOver, gridOf, type Grid } from './cells.ts';

export interface Grids extends Disposable {
  /** Undefined where nothing is known of the text that is there now. */
  readonly of: (document: TextDocument) => Grid | undefined;
  /** Asks for what was not asked for while digits were on their way. */
  readonly refresh: () => void;
}

interface GridsContext {
  readonly reports: Reports;
  readonly ask: Ask;
  readonly changed: () => void;
  /** Digits are on their way to their cells: what the server reads meanwhile is nobody's text. */
  readonly isBusy: () => boolean;
}

export function createGrids({ reports, ask, changed, isBusy }: GridsContext): Grids {
  const grids = new Map<string, { readonly version: number; readonly grid: Grid }>();
  const follower = createFollower(ask, () => new CancellationTokenSource());

  async function look(document: TextDocument): Promise<void> {
    const uri = document.uri.toString();
    const status = reports.of(uri);
    if (status?.recognised !== true) {
      follower.drop(uri);
      if (grids.delete(uri)) changed();
      return;
    }
    if (isBusy()) return;
    // Another window, or another setting, came to the front: the text is the same.
    if (asked.get(uri) === status.version && grids.get(uri)?.version === document.version) return;
    asked.set(uri, status.version);
    const answer = await follower.ask(uri, CELLS_METHOD, { textDocument: { uri } });
    if (isBusy()) asked.delete(uri);
    if (isBusy() || answer === undefined || answer === null || answer.version !== document.version) return;
    grids.set(uri, { version: answer.version, grid: gridOf(answer) });
    changed();
  }

  /** The version of the check after which the cells were asked for. */
  const asked = new Map<string, number>();

  function refresh(): void {
    new Set(window.visibleTextEditors.map(({ document }) => document)).forEach((document) => void look(document));
  }

  const listeners = [
    follower,
    reports.onDidChange(refresh),
    window.onDidChangeVisibleTextEditors(refresh),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const known = grids.get(document.uri.toString());
      if (known === undefined || contentChanges.length === 0) return;
      const grid = carriedOver(known.grid, contentChanges);
      if (grid === null) grids.delete(document.uri.toString());
      else grids.set(document.uri.toString(), { version: document.version, grid });
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      grids.delete(uri.toString());
      asked.delete(uri.toString());
    }),
  ];
  return {
    of: (document) => {
      const known = grids.get(document.uri.toString());
      return known?.version === document.version ? known.grid : undefined;
    },
    refresh,
    dispose: () => listeners.forEach((listener) => listener.dispose()),
  };
}
