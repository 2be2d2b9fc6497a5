// A tree comes out of whatever was found, however the spans overlap.

import { expect, it } from 'vitest';
import { nest, type Entry, type OutlineNode } from '../../server/src/features/outline/nest.ts';
import { createRng } from '../generator/rng.ts';

const entry = (name: string, level: number, start: number, end: number): Entry => ({
  kind: 'row',
  name,
  detail: '',
  level,
  span: { start, end },
  selection: { start: start - 3, end: end + 3 },
});

/** `name start-end (children)`. */
function drawn(nodes: readonly OutlineNode[]): string {
  return nodes.map(({ name, span, children }) => `${name} ${span.start}-${span.end}${children.length === 0 ? '' : ` (${drawn(children)})`}`).join(', ');
}

it.each([
  ['siblings end where the next begins', [entry('a', 1, 0, 30), entry('b', 1, 10, 20)], 'a 0-10, b 10-20'],
  ['children end with their parent', [entry('a', 1, 0, 10), entry('b', 2, 5, 20)], 'a 0-10 (b 5-10)'],
  [
    'a lower level ends all above it',
    [entry('a', 1, 0, 40), entry('b', 2, 5, 40), entry('c', 3, 6, 40), entry('d', 2, 10, 40)],
    'a 0-40 (b 5-10 (c 6-10), d 10-40)',
  ],
  ['what follows a parent is none of its children', [entry('a', 1, 0, 5), entry('b', 2, 5, 9)], 'a 0-5, b 5-9'],
  ['what stands at one place goes by level', [entry('b', 2, 0, 5), entry('a', 1, 0, 9)], 'a 0-9 (b 0-5)'],
  ['what is left without a character is dropped', [entry('a', 1, 0, 9), entry('b', 1, 0, 9)], 'b 0-9'],
])('%s', (_, entries, tree) => expect(drawn(nest(entries))).toBe(tree));

it('nests any entries', () => {
  const rng = createRng(6);
  for (let round = 0; round < 300; round++) {
    const entries = Array.from({ length: rng.int(0, 25) }, (_, index) => {
      const start = rng.int(0, 50);
      return entry(String(index), rng.int(1, 4), start, start + rng.int(0, 40));
    });
    expect(faults(nest(entries), 0, 100)).toEqual([]);
  }
});

function faults(nodes: readonly OutlineNode[], from: number, to: number): readonly string[] {
  let floor = from;
  return nodes.flatMap(({ name, span, selection, children }) => {
    const fits =
      floor <= span.start &&
      span.start < span.end &&
      span.end <= to &&
      span.start <= selection.start &&
      selection.start <= selection.end &&
      selection.end <= span.end;
    floor = span.end;
    return [...(fits ? [] : [name]), ...faults(children, span.start, span.end)];
  });
}
