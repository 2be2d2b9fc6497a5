// Loads the reader of Word documents, a bundle of its own, with the first document.

import type { Opening } from '../documents/document.ts';
import type { PrintedDocument } from '../documents/printed.ts';

export interface Documents {
  /** Null: it is a text after all, as a page that is called .doc. */
  readonly openDocument: (bytes: Uint8Array, name: string) => Opening | null;
  /** A new .docx in the official layout. */
  readonly writeWord: (printed: PrintedDocument) => Uint8Array;
}

export type LoadDocuments = () => Documents;
