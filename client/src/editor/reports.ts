// The active report, and the last status that the server sent of each open document.

import { commands, EventEmitter, TabInputCustom, TabInputText, window, workspace, type Disposable, type Event, type TextDocument } from 'vscode';
import type { StatusParams } from '../../../server/src/protocol/requests.ts';
import { FORM_VIEW_TYPE } from '../form-view/messages.ts';
import { isCandidate, isEnabled } from './candidates.ts';
import type { SwitchedOff } from './switched-off.ts';

export interface Reports extends Disposable {
  readonly update: (params: StatusParams) => void;
  readonly refresh: () => void;
  /** Nothing that was said holds any more: nobody is there to say it anew. */
  readonly forget: () => void;
  /** What the server said last of a document. */
  readonly of: (uri: string) => StatusParams | undefined;
  readonly documentInFront: () => TextDocument | undefined;
  /** The document in front, where it is a recognised report that is being checked. */
  readonly inFront: () => TextDocument | undefined;
  /** Another document came to the front, or the server checked one anew. */
  readonly onDidChange: Event<void>;
}

/** Views and commands that only make sense beside a report wait for it. */
const CONTEXT = 'gouji.reportOpen';
/** What converts an older form makes no sense on the newest. */
const OLDER_FORM = 'gouji.olderFormOpen';

export function createReports(silenced: SwitchedOff): Reports {
  const known = new Map<string, StatusParams>();
  const changed = new EventEmitter<void>();
  let front = window.activeTextEditor?.document;
  let lastOpen: boolean | undefined;
  let lastOlder: boolean | undefined;

  function inFront(): TextDocument | undefined {
    if (front === undefined || known.get(front.uri.toString())?.recognised !== true) return undefined;
    return isChecked(front, silenced) ? front : undefined;
  }

  function refresh(): void {
    const document = inFront();
    const open = document !== undefined;
    const older = open && known.get(document.uri.toString())?.newerForm !== null;
    if (open !== lastOpen) void commands.executeCommand('setContext', CONTEXT, open);
    if (older !== lastOlder) void commands.executeCommand('setContext', OLDER_FORM, older);
    [lastOpen, lastOlder] = [open, older];
    changed.fire();
  }

  function look(): void {
    const editor = window.activeTextEditor;
    const shown = editor === undefined ? shownAsForm() : undefined;
    if (shown !== undefined && shown !== front) {
      front = shown;
      refresh();
      return;
    }
    if (editor === undefined ? isStillThere(front) : editor.viewColumn === undefined) return;
    front = editor?.document;
    refresh();
  }

  const listeners = [
    window.onDidChangeActiveTextEditor(look),
    // An editor may come to the front before it is told in which column.
    window.onDidChangeTextEditorViewColumn(look),
    window.tabGroups.onDidChangeTabs(look),
    workspace.onDidChangeConfiguration(refresh),
    // A change of the language closes a document and opens it again.
    workspace.onDidOpenTextDocument(look),
    workspace.onDidCloseTextDocument((document) => {
      // What was said of the text holds on where only its language changed: VS Code opens it again in the same breath.
      queueMicrotask(() => {
        if (!document.isClosed && isCandidate(document)) return;
        known.delete(document.uri.toString());
        refresh();
      });
    }),
    changed,
  ];
  refresh();
  return {
    update: (params) => {
      known.set(params.uri, params);
      refresh();
    },
    refresh,
    forget: () => {
      known.clear();
      refresh();
    },
    of: (uri) => known.get(uri),
    documentInFront: () => front,
    inFront,
    onDidChange: changed.event,
    dispose: () => listeners.forEach((listener) => listener.dispose()),
  };
}

/** The document whose form view is in front: the view is an editor of it, though no text editor. */
function shownAsForm(): TextDocument | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof TabInputCustom) || !input.viewType.endsWith(FORM_VIEW_TYPE)) return undefined;
  return workspace.textDocuments.find(({ uri }) => uri.toString() === input.uri.toString());
}

function isChecked(document: TextDocument, silenced: SwitchedOff): boolean {
  return isEnabled(document) && !silenced.has(document.uri.toString());
}

/**
 * While one text gives way to another there is no editor for a moment; views that came and went then would flicker.
 * Beside a page that is no text, such as the walkthrough, the draft stays the one that is meant.
 */
function isStillThere(document: TextDocument | undefined): boolean {
  if (document === undefined || document.isClosed) return false;
  const isVisible = window.visibleTextEditors.some((editor) => editor.document === document);
  return isVisible || document === shownAsForm() || window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputText;
}
