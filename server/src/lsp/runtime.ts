// Interface of the host, desktop or browser: what the server needs from it.

import type { Opening } from '../documents/document.ts';
import type { PrintedDocument } from '../documents/printed.ts';
import type { FileText } from '../protocol/requests.ts';

export interface Runtime {
  /** Our own, for the logs of editors. */
  readonly version: string;
  /** Resolves when messages that already arrived (changes, cancellations) have been seen. */
  readonly nextTurn: () => Promise<void>;
  /** The year on the calendar; reports speak of the one before. */
  readonly currentYear: () => number;
  /** The folder of our pages (law.md, rules/), as a URI that ends in a slash and that editors open without a network; null where there is none. */
  readonly pages: string | null;
  /** Ends the server, also a busy one, when the process that started it is gone; absent in a browser, which ends its workers itself. */
  readonly watchParent?: (processId: number) => void;
  /** Opens a file that is no plain text; null where it is one. */
  readonly openDocument: (bytes: Uint8Array, name: string) => Opening | null;
  /** A new .docx in the official layout. */
  readonly writeWord: (printed: PrintedDocument) => Uint8Array;
  /** Replaces a file of this machine whole or not at all: null where it was done, a string (Chinese) where not; undefined where it lies elsewhere. */
  readonly replaceFile?: (uri: string, before: Uint8Array, after: Uint8Array) => string | null | undefined;
  /** Files of this machine, for editors that do not read for us; absent in a browser. */
  readonly files?: RuntimeFiles;
}

export interface RuntimeFiles {
  readonly read: (uri: string) => Promise<FileText>;
  /** Differs when the file has changed; null where there is none. */
  readonly stamp: (uri: string) => string | null;
}
