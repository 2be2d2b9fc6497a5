// Rows written as lists, parted by commas, semicolons or 、, with or without column names. Decided by the region, never by one
// line: a comma groups digits too, and 、 stands in labels.

import { hanOf, isHan } from '../../../text/han.ts';
import { readCell } from '../../../text/numbers.ts';
import type { Span } from '../../../text/span.ts';
import { MAX_NAMED } from '../../limits.ts';
import { squeeze, trimSpan } from '../../document/surface.ts';
import { LIST_SIGNS, type ListSign } from './delimiter.ts';

/** The columns of one table in order, each by the Han characters of its names. */
export type ColumnNames = readonly (readonly string[])[];

/** What stands between two signs: words, a cell, or words with the cell they name. */
export interface ListField {
  readonly span: Span;
  readonly label: Span | null;
  readonly cell: Span | null;
  /** A figure stands in the words, behind a name that is not the one due there: neither can be told. */
  readonly mixed?: true;
}

/** So many cells in sequence end a row. */
const MIN_ROW = 3;

/** The sign that parts the cells of these lines, or null where none does. */
export function listSignOf(text: string, lines: readonly Span[], columns: readonly ColumnNames[]): ListSign | null {
  const whole = text.slice(lines[0]?.start ?? 0, lines.at(-1)?.end ?? 0);
  const isOf = (sign: ListSign) =>
    whole.includes(sign) && lines.some((line) => mayBeRow(text, line, sign) && isListRow(text, listFields(text, line, sign, columns)));
  return LIST_SIGNS.find(isOf) ?? null;
}

/** Spares the lines of other layouts the work: two signs, and a figure, a sign or a closing mark at the end. */
function mayBeRow(text: string, { start, end }: Span, sign: ListSign): boolean {
  const line = text.slice(start, end);
  return line.indexOf(sign) < line.lastIndexOf(sign) && /[0-9件项元";,、。*\s\u200b无/—-]/u.test(text.charAt(end - 1));
}

/** Whether cells end the line, and not the digits of one number; a full stop behind the last figure makes no sentence of it. */
export function isListRow(text: string, fields: readonly ListField[]): boolean {
  const last = fields.findLastIndex(({ cell }) => cell === null);
  const cells = fields.slice(last + 1).flatMap(({ cell }) => (cell === null ? [] : [text.slice(cell.start, cell.end).trim()]));
  const [first, ...rest] = cells.filter((cell) => /[0-9]/u.test(cell));
  const isGrouped = rest.length > 0 && rest.every((figure) => /^[0-9]{3}(?:\.[0-9]+)?$/u.test(figure));
  const isWritten = first !== undefined || cells.every((cell) => cell !== '');
  return cells.length >= MIN_ROW && isWritten && !isGrouped;
}

/** The fields of a line. Names of columns fall away where a row has them all, in their order. */
export function listFields(text: string, line: Span, sign: ListSign, columns: readonly ColumnNames[]): readonly ListField[] {
  const pieces = piecesOf(text, closed(text, line), sign);
  const fields = pieces.map((span) => fieldOf(text, span));
  const named = fields.filter(isNamedCell);
  const order = columns.find((names) => inOrder(text, named, names));
  if (order !== undefined)
    return fields.map((field) => (isNamedCell(field) ? { ...field, label: withoutName(text, field.label, order[named.indexOf(field)] ?? []) } : field));
  // Otherwise only the label of a row may stand before its first figure; what names a figure further on makes words of it.
  const first = fields.find(({ cell }) => cell !== null);
  const isLabelled = (field: NamedCell) => field === first && LABELLED.test(text.slice(field.label.start, field.cell.end));
  return fields.map((field) => (isNamedCell(field) && !isLabelled(field) ? { span: field.span, label: field.span, cell: null, mixed: true } : field));
}

type NamedCell = ListField & { readonly label: Span; readonly cell: Span };

function isNamedCell(field: ListField): field is NamedCell {
  return field.label !== null && field.cell !== null;
}

/** Without what closes a sentence or a list. */
function closed(text: string, line: Span): Span {
  const { start, end } = trimSpan(text, line);
  return { start, end: /[。;]/u.test(text.charAt(end - 1)) ? end - 1 : end };
}

const NUMERAL = /^[\s#*-]*[(第]?[一二三四五六七八九十0-9]{1,3}\)?$/u;

/** Between the signs that no bracket and no quotation holds; a sign behind the numeral of a label is part of it. */
function piecesOf(text: string, line: Span, sign: ListSign): readonly Span[] {
  const pieces: Span[] = [];
  const quotes = text.slice(line.start, line.end).split('"').length - 1;
  let from = line.start;
  let depth = 0;
  let quoted = false;
  for (let offset = line.start; offset < line.end; offset++) {
    const character = text.charAt(offset);
    if (character === '"' && quotes % 2 === 0) quoted = !quoted;
    else if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    if (character !== sign || quoted || depth > 0) continue;
    if (pieces.length === 0 && isHan(text.charCodeAt(offset + 1)) && NUMERAL.test(text.slice(from, offset))) continue;
    pieces.push({ start: from, end: offset });
    from = offset + 1;
  }
  pieces.push({ start: from, end: line.end });
  return pieces;
}

/** `自然人 12`, `自然人：12件`, `**自然人**12`, `自然人 —`, `本年增/减 减2`. */
const NAMED = /^(.*?[\u4e00-\u9fff)"*])[\s:*]*((?:[增减](?=[0-9]))?[^\s:*)"\u4e00-\u9fff]+|无)\s*(?:件|条|份|项|个|次|起|宗|万元|元)?$/u;
/** `规章：0`: the label of a row and its first figure. */
const LABELLED = /:[\s\u200b]*\S+$/u;

function fieldOf(text: string, span: Span): ListField {
  const { text: slice, offsetAt } = squeeze(text, trimSpan(text, span));
  if (slice === '' || readCell(slice.replaceAll('"', '')).kind !== 'unreadable') return { span, label: null, cell: span };
  const [, name = '', figure = ''] = (slice.length <= MAX_NAMED ? NAMED.exec(slice) : null) ?? [];
  if (name === '' || readCell(figure).kind === 'unreadable') return { span, label: span, cell: null };
  const at = slice.lastIndexOf(figure);
  return { span, label: { start: offsetAt(0), end: offsetAt(name.length - 1) + 1 }, cell: { start: offsetAt(at), end: offsetAt(at + figure.length - 1) + 1 } };
}

/** What a form or a clerk adds to a name in brackets. */
const NOTE = /\([^)]*\)/gu;
const LAST_NOTE = /\([^)]*\)[\s:\u200b]*$/u;

/** Each figure behind the name of its column; the first name may end the label of the row. */
function inOrder(text: string, named: readonly NamedCell[], columns: ColumnNames): boolean {
  if (named.length !== columns.length) return false;
  return named.every(({ label }, index) => {
    const key = hanOf(text.slice(label.start, label.end).replaceAll(NOTE, ''));
    return columns[index]?.some((name) => key === name || (index === 0 && key.endsWith(name))) === true;
  });
}

/** The label of the row without the name of the column that ends it; null where nothing else is left. */
function withoutName(text: string, label: Span, names: readonly string[]): Span | null {
  const slice = text.slice(label.start, label.end);
  const note = LAST_NOTE.exec(slice)?.[0].length ?? 0;
  const key = hanOf(slice.slice(0, slice.length - note));
  const name = names.filter((each) => key.endsWith(each)).toSorted((one, other) => other.length - one.length)[0];
  if (name === undefined) return label;
  let end = label.end - note;
  for (let left = name.length; left > 0 && end > label.start; end--) if (isHan(text.charCodeAt(end - 1))) left--;
  const rest = trimSpan(text, { start: label.start, end });
  return hanOf(text.slice(rest.start, rest.end)) === '' ? null : rest;
}
