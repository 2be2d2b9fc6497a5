// textDocument/formatting and rangeFormatting: lays out the tables of the document or of a range of lines.

import type { TextEdit } from 'vscode-languageserver';
import { formatTables, type FormatOptions } from '../rewrite/layout/format-tables.ts';
import type { Report } from '../parse/model.ts';
import type { Range } from '../text/span.ts';
import { textEdit } from './wire/text-edit.ts';

/** Edits of the tables alone; tab size and trailing blanks are nothing a table asks for, and other text stays as it is. */
export function formatting(report: Report, options: FormatOptions): TextEdit[] {
  return formatTables(report, options).map((edit) => textEdit(report.lines, edit));
}

/** A selection that ends before the first character of a line does not hold that line. */
export function linesOf({ start, end }: Range): readonly [number, number] {
  return [start.line, end.character === 0 && end.line > start.line ? end.line - 1 : end.line];
}
