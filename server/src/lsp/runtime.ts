// Interface of the host, desktop or browser: what the server needs from it.

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
  /** Files of this machine, for editors that do not read for us; absent in a browser. */
  readonly files?: RuntimeFiles;
}

export interface RuntimeFiles {
  readonly read: (uri: string) => Promise<FileText>;
  /** Differs when the file has changed; null where there is none. */
  readonly stamp: (uri: string) => string | null;
}
