// Which slips of a typist are told apart, and which is the likelier?

import { describe, expect, test } from 'vitest';
import { slipOf } from '../../server/src/check/locate/slip.ts';

describe('a slip has its name', () => {
  test.each([
    [13, 31, '像是两个数字颠倒'],
    [130, 310, '像是两个数字颠倒'],
    [12, 122, '像是一个数字打了两遍'],
    [12, 152, '像是多打了一个数字'],
    [152, 12, '像是少打了一个数字'],
    [152, 162, '像是打错了一个数字'],
    [19, 20, '只差1'],
    [4, 5, null],
    [11, 0, '像是没有填'],
    [152, 7, null],
  ])('%i typed as %i', (meant, typed, words) => expect(slipOf(meant, typed).words).toBe(words));

  test('an empty cell is one', () => expect(slipOf(7, null).words).toBe('这一格空着'));
});

test('two digits swapped cost less than one wrong digit, and that less than another number', () => {
  const costs = [slipOf(13, 31), slipOf(13, 18), slipOf(13, 47)].map((slip) => slip.cost);
  expect(costs).toEqual([...costs].sort((one, other) => one - other));
  expect(new Set(costs).size).toBe(costs.length);
});
