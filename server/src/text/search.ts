// Binary search in a rising list.

import { Turns } from './turns.ts';

/** How many of the first `count` places lie before what is asked for; `isBefore` is true for these and false from there on. */
export function countBefore(count: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  const turns = new Turns(MAX_HALVINGS);
  while (turns.more() && low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** No list is longer than 2³² − 1. */
const MAX_HALVINGS = 32;
