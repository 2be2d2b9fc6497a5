// Loads the reader of Word documents, a bundle of its own, with the first document.

import type { Opening } from '../documents/document.ts';

export interface Documents {
  /** Null: it is a text after all, as a page that is called .doc. */
  readonly openDocument: (bytes: Uint8Array, name: string) => Opening | null;
}

export type LoadDocuments = () => Documents;
