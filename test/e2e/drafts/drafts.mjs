// Texts that the journeys start from: one balanced report of an invented town, and what is made of it.

import { readFile } from 'node:fs/promises';

const read = (name) => readFile(new URL(name, import.meta.url), 'utf8');

export const balanced = await read('balanced.nb.txt');
/** What the wizard begins with, on either form. */
export const blank = { 2021: await read('blank-2021.nb.txt'), 2019: await read('blank-2019.nb.txt') };
export const foreign = await read('foreign.txt');

/** The one row of table four, and the same row with a total that is not 1+0+1+1. */
export const DISPUTES_ROW = '1 0 1 1 3 0 0 0 0 0 0 0 0 0 0';
export const DISPUTES_ROW_BROKEN = '1 0 1 1 8 0 0 0 0 0 0 0 0 0 0';
export const DISPUTES_BROKEN_CELL = '8';

export const brokenTotal = changed(balanced, DISPUTES_ROW, DISPUTES_ROW_BROKEN);

/** `text` with its one occurrence of `from` replaced; more or fewer would make a different test of it. */
export function changed(text, from, to) {
  if (text.split(from).length !== 2) throw new Error(`expected exactly one: ${from}`);
  return text.replace(from, to);
}
