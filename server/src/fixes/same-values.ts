// Compares all numbers, or all cells, of a report before and after an edit.

import type { Cell, Report } from '../parse/model.ts';

/** Every number that was read is read again, the same. */
export function keepsNumbers(before: Report, after: Report): boolean {
  return [...before.cells.values()].every(({ key, reading }) => {
    const twin = after.cells.get(key)?.reading;
    return reading.kind !== 'number' || (twin?.kind === 'number' && twin.value === reading.value);
  });
}

/** Whether two reports hold the same cells with the same values, stand-ins for blanks and units included. */
export function sameCells(one: Report, other: Report): boolean {
  if (one.cells.size !== other.cells.size) return false;
  return [...one.cells.values()].every((cell) => {
    const twin = other.cells.get(cell.key);
    return twin !== undefined && saysTheSame(cell, twin);
  });
}

function saysTheSame({ reading, text }: Cell, twin: Cell): boolean {
  if (reading.kind === 'number') return twin.reading.kind === 'number' && twin.reading.value === reading.value && twin.reading.unit === reading.unit;
  if (reading.kind === 'blank') return twin.reading.kind === 'blank' && twin.reading.standIn === reading.standIn;
  return twin.reading.kind === 'unreadable' && twin.text === text;
}
