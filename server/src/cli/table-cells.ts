// Cells of tables that people open in a spreadsheet: comma-separated values, in which no text is taken for a formula.

export type CellValue = string | number | null;

export const BYTE_ORDER_MARK = '\ufeff';

/** What a spreadsheet would carry out, or hide; a number is a number, also below zero. */
const FORMULA = /^[=+\-@\t\r\n]/u;

export function csvLine(values: readonly CellValue[]): string {
  return `${values.map(csvField).join(',')}\r\n`;
}

function csvField(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // The apostrophe by which spreadsheets mark a text; without a number's own value nothing is lost.
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
