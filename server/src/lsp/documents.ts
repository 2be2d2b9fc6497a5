// Sessions of the open documents, kept in step with the client: which changes are taken, and where the last one was.

import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isRecord } from './is-record.ts';
import { TextDocuments } from './library.ts';
import { Session } from './session.ts';

export type Documents = TextDocuments<Session>;

export function createDocuments(): Documents {
  let openings = 0;
  return new TextDocuments<Session>({
    create: (uri, languageId, version, text) => new Session(TextDocument.create(uri, languageId, version, text), ++openings),
    update: (session, changes, version) => applyChanges(session, changes, version),
  });
}

/** All changes of a notification or none. Throws a TypeError on a change that is none. */
function applyChanges(session: Session, changes: TextDocumentContentChangeEvent[], version: number): Session {
  if (!changes.every(isWellFormed)) throw new TypeError('a change without a text or with a range that is none');
  // One by one: where a change lies within the text depends on those before it.
  for (const change of changes) TextDocument.update(session.content, [within(session.content, change)], version);
  session.typingLine = lineOfLastChange(changes);
  return session;
}

/** The library takes what is no number for the beginning or the end, and doubles or loses the text: all changes or none. */
function isWellFormed(change: unknown): boolean {
  if (!isRecord(change) || typeof change['text'] !== 'string') return false;
  const { range } = change;
  return range === undefined || (isRecord(range) && isPosition(range['start']) && isPosition(range['end']));
}

function isPosition(value: unknown): boolean {
  return isRecord(value) && Number.isInteger(value['line']) && Number.isInteger(value['character']);
}

/**
 * The change with its range inside the text. "To the end" is often said by a line far behind the last one, from where
 * on the library would count lines that are not there, and put every later change in a wrong place.
 */
function within(content: TextDocument, change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
  if (!('range' in change)) return { text: change.text };
  const { start, end } = change.range;
  const clamped = (position: Position): Position =>
    position.line >= 0 && position.line < content.lineCount ? position : content.positionAt(position.line < 0 ? 0 : content.getText().length);
  return { text: change.text, range: { start: clamped(start), end: clamped(end) } };
}

/** Where the last change leaves the cursor, as far as the protocol tells; null where the whole text was replaced. */
function lineOfLastChange(changes: readonly TextDocumentContentChangeEvent[]): number | null {
  const last = changes.at(-1);
  if (last === undefined || !('range' in last)) return null;
  return last.range.start.line + (last.text.match(/\r\n|\n|\r/gu)?.length ?? 0);
}
