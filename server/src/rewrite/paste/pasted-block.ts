// Parses a pasted block: numbers, blanks and perhaps labels, line by line, from a spreadsheet, a text or a page.

import { delimiterOf } from '../../parse/tables/lines/delimiter.ts';
import { isRuling } from '../../parse/tables/lines/noise.ts';
import { fold } from '../../text/fold.ts';
import { isHan } from '../../text/han.ts';
import { readCell } from '../../text/numbers.ts';
import { MAX_BLOCK } from '../limits.ts';

export interface PastedBlock {
  readonly text: string;
  /** The fields of each line, without blanks around them; empty fields only where tabs or bars show them. */
  readonly lines: readonly (readonly string[])[];
  /** Words stand beside the numbers. */
  readonly labelled: boolean;
}

/** The block, or null where there is no number in it, or far too much. */
export function readBlock(text: string): PastedBlock | null {
  if (text.length > MAX_BLOCK) return null;
  const lines = text.split(/\r\n|\n|\r/u).flatMap((line): (readonly string[])[] => {
    const fields = fieldsOf(line);
    return fields.length === 0 ? [] : [fields];
  });
  const fields = lines.flat();
  if (!fields.some((field) => readCell(field).kind === 'number')) return null;
  return { text, lines, labelled: fields.some(isWords) };
}

function fieldsOf(line: string): readonly string[] {
  const folded = fold(line);
  if (isRuling(folded.trim())) return [];
  const delimiter = delimiterOf(folded);
  switch (delimiter) {
    case '\t':
      return line.split('\t').map(trimmed);
    case '|':
      return folded
        .trim()
        .replaceAll(/^\||\|$/gu, '')
        .split('|')
        .map(trimmed);
    case null:
      return line.split(/[\s\u200b]+/u).filter((word) => word !== '');
    default:
      return delimiter satisfies never;
  }
}

function trimmed(field: string): string {
  return field.replaceAll(/^[\s\u200b]+|[\s\u200b]+$/gu, '');
}

function isWords(field: string): boolean {
  return readCell(field).kind === 'unreadable' && [...fold(field)].some((character) => isHan(character.charCodeAt(0)));
}

/** Without the columns that are empty on every line: label columns left blank were copied along. */
export function withoutEmptyColumns(lines: PastedBlock['lines']): PastedBlock['lines'] {
  const width = Math.max(...lines.map((fields) => fields.length));
  const used = Array.from({ length: width }, (_, column) => lines.some((fields) => (fields[column] ?? '') !== ''));
  return lines.map((fields) => fields.filter((_, column) => used[column] === true));
}
