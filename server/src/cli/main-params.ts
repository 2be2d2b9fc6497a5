// What a command is given of the outside, and where it writes.

import type { LoadDocuments } from './document-bundle.ts';
import type { Output } from './output.ts';
import type { LoadSheets } from './sheet-bundle.ts';

export interface MainParams {
  /** Without the program's own name. */
  readonly argv: readonly string[];
  readonly stdin: AsyncIterable<unknown>;
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the person asked to stop, as by Ctrl-C. */
  readonly interrupted: AbortSignal;
  /** Called only where the version is shown. */
  readonly version: () => string;
  /** The script that worker threads run, or null to work in this thread alone. */
  readonly workerFile: string | null;
  /** Called with the first document. */
  readonly loadDocuments: LoadDocuments;
  /** Called with the first .xlsx file. */
  readonly loadSheets: LoadSheets;
}

export interface Outputs {
  readonly stdout: Output;
  readonly stderr: Output;
}
