// Reads and writes .xlsx files; a bundle of its own (dist/sheets.js), loaded with the first of them.

import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate/browser';
import { readSheet } from 'read-excel-file/universal';
import writeXlsxFile from 'write-excel-file/universal';
import { writtenXml } from '../text/written-xml.ts';

type SheetValue = string | number | null;

export interface SheetTable {
  readonly name: string;
  readonly header: readonly string[];
  /** Read once, a row at a time: all at once they would be a hundred times the file. */
  readonly rows: Iterable<readonly SheetValue[]>;
  /** Characters of each column. */
  readonly widths: readonly number[];
}

/**
 * A text stays a text, also where it begins like a formula. The library makes the file with everything but the rows, of which it
 * would hold all as objects, as text and as bytes; they are put in as they come.
 */
export async function writeWorkbook(tables: readonly SheetTable[]): Promise<Uint8Array> {
  const sheets = tables.map(({ name, header, widths }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width })),
    data: [header.map((value) => ({ value, type: String, fontWeight: 'bold' as const, backgroundColor: '#EEEEEE' as const })), [SAMPLE]],
  }));
  const made = unzipSync(new Uint8Array(await (await writeXlsxFile(sheets).toBlob()).arrayBuffer()));
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  for (const [name, bytes] of Object.entries(made)) {
    const entry = new ZipDeflate(name);
    zip.add(entry);
    const table = tables[Number(/^xl\/worksheets\/sheet(\d+)\.xml$/u.exec(name)?.[1]) - 1];
    if (table === undefined) entry.push(bytes, true);
    else for (const { text, isLast } of sheetParts(strFromU8(bytes), table.rows)) entry.push(strToU8(text), isLast);
  }
  zip.end();
  return joined(chunks);
}

/** Of the style that every cell below the header has; its row is a model, and is left out. */
const SAMPLE = { value: ' ', type: String, wrap: true, alignVertical: 'top' as const };
const SAMPLE_ROW = /<row r="2"[^>]*><c r="A2" s="(\d+)"[^>]*>.*?<\/row>/su;
const ROWS_AT_ONCE = 32;

function* sheetParts(sheet: string, rows: Iterable<readonly SheetValue[]>): Generator<{ readonly text: string; readonly isLast: boolean }> {
  const model = SAMPLE_ROW.exec(sheet);
  if (model === null) throw new Error('the sheet has no row to put the others at');
  const [row, style = '0'] = model;
  let text = sheet.slice(0, model.index);
  let number = 2;
  for (const values of rows) {
    text += rowXml(values, number++, style);
    if (number % ROWS_AT_ONCE > 0) continue;
    yield { text, isLast: false };
    text = '';
  }
  yield { text: text + sheet.slice(model.index + row.length), isLast: true };
}

function rowXml(values: readonly SheetValue[], number: number, style: string): string {
  const cells = values.map((value, index) => {
    if (value === null || value === '') return '';
    const place = `<c r="${columnName(index)}${number}"`;
    if (typeof value === 'number') return `${place}><v>${value}</v></c>`;
    return `${place} s="${style}" t="inlineStr"><is><t xml:space="preserve">${writtenXml(value.replaceAll(LIKE_A_CODE, '_x005F_'))}</t></is></c>`;
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** Spreadsheets take `_x000D_` for the code of a character. */
const LIKE_A_CODE = /_(?=x[\dA-Fa-f]{4}_)/gu;

const LETTERS = 26;

/** A to Z, then AA. */
function columnName(index: number): string {
  const last = String.fromCodePoint('A'.charCodeAt(0) + (index % LETTERS));
  return index < LETTERS ? last : columnName(Math.floor(index / LETTERS) - 1) + last;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** The first sheet as texts; throws where the bytes are no such file. */
export async function readFirstSheet(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const rows = await readSheet(new Blob([Uint8Array.from(bytes)]));
  return rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}
