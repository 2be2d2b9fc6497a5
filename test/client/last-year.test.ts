// Files that may be last year's report by name, and which is read first.

import { expect, it } from 'vitest';
import { byYear, mayBeOf } from '../../client/src/workspace/previous-offer.ts';

it.each([
  ['青禾县2022年年报.txt', true],
  ['2022-2023对照.txt', true],
  ['年报.txt', true],
  ['青禾县2023年年报.txt', false],
  ['青禾县2021年年报.txt', false],
  ['编号120221.txt', true],
])('%s: %s', (name, expected) => {
  expect(mayBeOf(name, 2022)).toBe(expected);
});

it('reads those first that name the year', () => {
  const files = ['年报.txt', '2023年.txt', '青禾县2022年.txt'].map((name) => ({ name }));
  expect(byYear(files, 2022).map(({ name }) => name)).toEqual(['青禾县2022年.txt', '年报.txt']);
});
