// What does the server know of an open document besides its text? Where the last change was, and what was saved last.

import { TextDocuments, type TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** Lives from opening to closing. */
export class OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  /** Tells one opening of a document from the next: versions may start anew. */
  readonly opening: number;
  content: TextDocument;
  /** The line being typed; null after opening and saving (CONTRACT, invariant 3). */
  typingLine: number | null = null;
  /** The version that was opened or saved last. */
  settledVersion: number;

  constructor(content: TextDocument, opening: number) {
    this.uri = content.uri;
    this.languageId = content.languageId;
    this.opening = opening;
    this.content = content;
    this.settledVersion = content.version;
  }

  get version(): number {
    return this.content.version;
  }

  apply(changes: TextDocumentContentChangeEvent[], version: number): this {
    this.content = TextDocument.update(this.content, changes, version);
    this.typingLine = lineOfLastChange(changes);
    return this;
  }

  settle(): void {
    this.typingLine = null;
    this.settledVersion = this.version;
  }
}

export type Documents = TextDocuments<OpenDocument>;

export function createDocuments(): Documents {
  let openings = 0;
  return new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, text) =>
      new OpenDocument(TextDocument.create(uri, languageId, version, text), ++openings),
    update: (document, changes, version) => document.apply(changes, version),
  });
}

/** Where the last change leaves the cursor, as far as the protocol tells; null where the whole text was replaced. */
function lineOfLastChange(changes: readonly TextDocumentContentChangeEvent[]): number | null {
  const last = changes.at(-1);
  if (last === undefined || !('range' in last)) return null;
  return last.range.start.line + (last.text.match(/\r\n|\n|\r/gu)?.length ?? 0);
}
