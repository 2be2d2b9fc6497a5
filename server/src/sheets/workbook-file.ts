// Reads and writes .xlsx files; a bundle of its own (dist/sheets.js), loaded with the first of them.

import { readSheet } from 'read-excel-file/universal';
import writeXlsxFile from 'write-excel-file/universal';

type SheetValue = string | number | null;

export interface SheetTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly SheetValue[])[];
  /** Characters of each column. */
  readonly widths: readonly number[];
}

/** A text stays a text, also where it begins like a formula. */
export async function writeWorkbook(tables: readonly SheetTable[]): Promise<Uint8Array> {
  const sheets = tables.map(({ name, header, rows, widths }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width })),
    data: [
      header.map((value) => ({ value, type: String, fontWeight: 'bold' as const, backgroundColor: '#EEEEEE' as const })),
      ...rows.map((row) =>
        row.map((value) => {
          if (value === null || value === '') return null;
          return typeof value === 'number' ? { value, type: Number } : { value, type: String, wrap: true, alignVertical: 'top' as const };
        }),
      ),
    ],
  }));
  return new Uint8Array(await (await writeXlsxFile(sheets).toBlob()).arrayBuffer());
}

/** The first sheet as texts; throws where the bytes are no such file. */
export async function readFirstSheet(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const rows = await readSheet(new Blob([Uint8Array.from(bytes)]));
  return rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}
