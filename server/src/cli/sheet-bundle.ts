// The reader and writer of .xlsx files, a bundle of its own that is loaded with the first of them.

import type { SheetTable } from '../sheets/workbook-file.ts';

export interface Sheets {
  readonly readFirstSheet: (bytes: Uint8Array) => Promise<readonly (readonly string[])[]>;
  readonly writeWorkbook: (tables: readonly SheetTable[]) => Promise<Uint8Array>;
}

export type LoadSheets = () => Sheets;
