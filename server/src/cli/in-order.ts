// How is work done side by side while its results come in the order of the items?

import { Turns } from '../text/turns.ts';

/**
 * At most `window` items are under way or waiting for their turn, so the memory does not grow with their number.
 * `work` must not reject.
 */
export async function* inOrder<Item, Result>(items: Iterable<Item>, work: (item: Item) => Promise<Result>, window: number): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  for (const item of items) {
    underWay.push(work(item));
    if (underWay.length < window) continue;
    const first = underWay.shift();
    if (first !== undefined) yield await first;
  }
  for (const result of underWay) yield await result;
}

interface Peeked<Item> {
  readonly all: Iterable<Item>;
  /** Whether there are more than were asked for. */
  readonly more: boolean;
}

/** Looks whether there are more than `count` items, taking no more than it must. */
export function peek<Item>(items: Iterable<Item>, count: number): Peeked<Item> {
  const iterator = items[Symbol.iterator]();
  const taken: Item[] = [];
  let next = iterator.next();
  const turns = new Turns(count);
  while (turns.more() && next.done !== true && taken.length < count) {
    taken.push(next.value);
    next = iterator.next();
  }
  const held = next;
  function* all(): Generator<Item> {
    yield* taken;
    for (let each = held; each.done !== true; each = iterator.next()) yield each.value;
  }
  return { all: all(), more: held.done !== true };
}
