// Keeps documents from the server that made it hang; says so in Problems and to commands, and releases a document when its text
// changes.

import { Diagnostic, DiagnosticSeverity, EventEmitter, l10n, languages, Range, workspace, type Disposable, type Event, type TextDocument } from 'vscode';
import { wireUri } from '../word/word-uris.ts';
import { createSetAside, type Aside } from './set-aside.ts';

export interface Held extends Disposable {
  /** Null where nothing speaks against it. */
  readonly of: (document: TextDocument) => Aside | null;
  /** The same of a text that need not be open. */
  readonly ofText: (uri: string, text: string) => Aside | null;
  readonly add: (uri: string, text: string, seconds: number) => void;
  /** To be called before the server hears of a change: it must not read what it would not come back from. */
  readonly beforeChange: (document: TextDocument) => void;
  /** Everything is tried again. */
  readonly clear: () => void;
  readonly onDidChange: Event<void>;
}

const NAME = 'gouji-unchecked';
const SOURCE = '勾稽';

/** `settle` has the server ask anew which documents it may look at. */
export function createHeld(settle: () => void): Held {
  const aside = createSetAside();
  const changed = new EventEmitter<void>();
  const collection = languages.createDiagnosticCollection(NAME);
  const held = new Set<string>();

  function ofText(uri: string, text: () => string): Aside | null {
    return aside.isEmpty() ? null : aside.of(uri, text());
  }

  function of(document: TextDocument): Aside | null {
    return ofText(wireUri(document.uri), () => document.getText());
  }

  /** Whether anything is different now. */
  function update(document: TextDocument): boolean {
    const uri = document.uri.toString();
    const why = document.isClosed ? null : of(document);
    if (why === null) collection.delete(document.uri);
    else collection.set(document.uri, [warningOf(why)]);
    if (held.has(uri) === (why !== null)) return false;
    if (why === null) held.delete(uri);
    else held.add(uri);
    return true;
  }

  function updateAll(): void {
    workspace.textDocuments.forEach(update);
    changed.fire();
  }

  function look(document: TextDocument): void {
    if ((aside.isEmpty() && held.size === 0) || !update(document)) return;
    settle();
    changed.fire();
  }

  const listeners = [
    collection,
    changed,
    workspace.onDidOpenTextDocument(look),
    workspace.onDidCloseTextDocument(look),
    workspace.onDidSaveTextDocument((document) => {
      aside.saved(wireUri(document.uri));
      look(document);
    }),
  ];
  return {
    of,
    ofText: (uri, text) => ofText(uri, () => text),
    add: (uri, text, seconds) => {
      aside.add(uri, text, seconds);
      updateAll();
    },
    beforeChange: look,
    clear: () => {
      aside.clear();
      updateAll();
    },
    onDidChange: changed.event,
    dispose: () => listeners.forEach((listener) => listener.dispose()),
  };
}

function warningOf(why: Aside): Diagnostic {
  const warning = new Diagnostic(new Range(0, 0, 0, 0), l10n.t('This document is not checked. {0}', asideWords(why)), DiagnosticSeverity.Warning);
  warning.source = SOURCE;
  return warning;
}

/** What can be done, then why. */
export function asideWords({ seconds, until }: Aside): string {
  return until === 'changed'
    ? l10n.t('Change the document, and it is checked again. The last check had not ended after {0} seconds and was stopped.', seconds)
    : l10n.t('Save the document, and it is checked again. Several checks had not ended after {0} seconds and were stopped.', seconds);
}
