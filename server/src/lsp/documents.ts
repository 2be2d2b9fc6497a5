// Open documents: their text, where it last changed, and what was last saved.

import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isRecord } from './is-record.ts';
import { TextDocuments } from './library.ts';
import type { Settings } from './settings.ts';

/** Lives from opening to closing. */
export class OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  /** Tells one opening of a document from the next: versions may start anew. */
  readonly opening: number;
  content: TextDocument;
  /** The line being typed; null after opening and saving, when nothing has to wait for it. */
  typingLine: number | null = null;
  /** The version that was opened or saved last. */
  private savedVersion: number;

  constructor(content: TextDocument, opening: number) {
    this.uri = content.uri;
    this.languageId = content.languageId;
    this.opening = opening;
    this.content = content;
    this.savedVersion = content.version;
  }

  get version(): number {
    return this.content.version;
  }

  /** Nothing was changed since it was opened or saved. */
  get isSettled(): boolean {
    return this.version === this.savedVersion;
  }

  apply(changes: TextDocumentContentChangeEvent[], version: number): this {
    if (!changes.every(isWellFormed)) throw new TypeError('a change without a text or with a range that is none');
    // One by one: where a change lies within the text depends on those before it.
    for (const change of changes) TextDocument.update(this.content, [within(this.content, change)], version);
    this.typingLine = lineOfLastChange(changes);
    return this;
  }

  markSaved(): void {
    this.typingLine = null;
    this.savedVersion = this.version;
  }
}

/** Who wants findings on saving wants no judgement of what is being typed before. */
export function waitsForSave({ isSettled }: OpenDocument, { enable, run }: Settings): boolean {
  return enable && run === 'onSave' && !isSettled;
}

export type Documents = TextDocuments<OpenDocument>;

export function createDocuments(): Documents {
  let openings = 0;
  return new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, text) => new OpenDocument(TextDocument.create(uri, languageId, version, text), ++openings),
    update: (document, changes, version) => document.apply(changes, version),
  });
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
