// Joins numbers that a narrow column or a page broke over two lines: certain behind a decimal point, else the next line may be
// a page number.

import { readCell } from '../../../text/numbers.ts';
import type { Item } from '../lines/items.ts';
import type { Surface } from '../../document/surface.ts';
import type { FoundProblem, FoundRow } from './found-rows.ts';

const DIGITS = /^[0-9]{1,4}$/u;
const OPEN_AT_POINT = /^[0-9]{1,9}\.$/u;
/** Amounts have four decimals at most: what would be a fifth is the number of a page. */
const MAX_DECIMALS = 4;

/** Values that end with a point, with the digits alone on the next line: one cell, which no number can be read from as it stands. */
export function joinedAtPoints(text: string, items: readonly Item[]): readonly Item[] {
  const joined: Item[] = [];
  items.forEach((item, index) => {
    const last = joined.at(-1);
    const isRest =
      last !== undefined && isAloneBelow(items, index) && OPEN_AT_POINT.test(text.slice(last.start, last.end)) && DIGITS.test(text.slice(item.start, item.end));
    if (isRest) joined[joined.length - 1] = { ...last, end: item.end };
    else joined.push(item);
  });
  return joined;
}

/** Whether an item is a value alone on the line below a value that nothing delimits. */
function isAloneBelow(items: readonly Item[], index: number): boolean {
  const item = items[index];
  const before = items[index - 1];
  if (item?.kind !== 'value' || before?.kind !== 'value' || item.field >= 0 || before.field >= 0) return false;
  return item.line === before.line + 1 && items[index + 1]?.line !== item.line;
}

/** What is told of a row instead of its last cell, whose number may go on below; null where nothing says so. */
export function brokenNumber(surface: Surface, items: readonly Item[], { row, formRow, group, cells }: FoundRow): FoundProblem | null {
  const last = group.items.at(-1);
  const at = items.findIndex((item) => item.start === last?.start);
  const [label, rest] = [items[at - group.items.length], items[at + 1]];
  // Only where the label stands beside its values: values below a label go on below.
  if (last === undefined || rest === undefined || label?.line !== last.line || !isAloneBelow(items, at + 1)) return null;
  const written = surface.text.slice(last.start, last.end);
  const below = surface.text.slice(rest.start, rest.end);
  if (!mayGoOn(written, below) || isNumberOfPage(surface, Number(below))) return null;
  const values = cells.map(({ reading }) => (reading.kind === 'number' ? reading.value : 0));
  const readings = [values, [...values.slice(0, -1), Number(written + below)]];
  return { table: formRow.table, problem: { kind: 'ambiguous', row: row.id, span: { start: row.span.start, end: rest.end }, readings, broken: true } };
}

function mayGoOn(written: string, below: string): boolean {
  const [whole = '', fraction] = written.split('.');
  if (!DIGITS.test(below) || readCell(written).kind !== 'number' || !/^[0-9.]+$/u.test(written)) return false;
  return fraction === undefined ? whole !== '0' : fraction.length + below.length <= MAX_DECIMALS;
}

/** The number before or behind it stands alone on a line too: pages are numbered so. */
function isNumberOfPage({ whole }: Surface, number: number): boolean {
  return whole.hasLineOf(number - 1, number + 1);
}
