// How is work done side by side while its results come in the order of the items?

/**
 * At most `window` items are under way or waiting for their turn, so the memory does not grow with their number.
 * `work` must not reject.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<Result>,
  window: number,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  for (const item of items) {
    underWay.push(work(item));
    if (underWay.length < window) continue;
    const first = underWay.shift();
    if (first !== undefined) yield await first;
  }
  for (const result of underWay) yield await result;
}

/** Takes up to `count` items; `rest` are those behind them. */
export function takeSome<Item>(items: Iterable<Item>, count: number): { readonly first: readonly Item[]; readonly all: Iterable<Item>; readonly more: boolean } {
  const iterator = items[Symbol.iterator]();
  const first: Item[] = [];
  let next = iterator.next();
  while (next.done !== true && first.length < count) {
    first.push(next.value);
    next = iterator.next();
  }
  const held = next;
  function* all(): Generator<Item> {
    yield* first;
    for (let each = held; each.done !== true; each = iterator.next()) yield each.value;
  }
  return { first, all: all(), more: held.done !== true };
}
