// Slips of a typist told apart, and which is the likelier.

import { describe, expect, test } from 'vitest';
import { slipOf } from '../../server/src/diagnosis/explanation.ts';

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
    [1234, 1324, '像是两个数字颠倒'],
    [1234, 1243, '像是两个数字颠倒'],
    [1234, 2143, null],
    [1234, 3214, null],
    [1234, 1342, null],
    [122, 1222, '像是一个数字打了两遍'],
    [112, 1112, '像是一个数字打了两遍'],
    [12, 112, '像是一个数字打了两遍'],
    [12, 312, '像是多打了一个数字'],
    [12, 123, '像是多打了一个数字'],
    [12, 1222, null],
    [12, 345, null],
    [122, 12, '像是少打了一个数字'],
    [123, 12, '像是少打了一个数字'],
    [1234, 12, null],
    [150, 0, '像是没有填'],
    [10, 0, '像是少打了一个数字'],
    [5, 0, '像是没有填'],
    [0, 5, null],
    [0, 50, '像是多打了一个数字'],
    [9, 10, '只差1'],
    [10, 9, '只差1'],
    [19, 21, null],
    [99, 100, '只差1'],
    [152, 169, null],
  ])('%i typed as %i', (meant, typed, words) => expect(slipOf(meant, typed).words).toBe(words));

  test('an empty cell is one', () => expect(slipOf(7, null).words).toBe('这一格未填'));
});

test.each<[string, readonly [number, number | null], readonly [number, number | null]]>([
  ['nothing typed', [7, null], [12, 122]],
  ['a digit typed twice', [12, 122], [12, 152]],
  ['one of several digits wrong', [152, 162], [152, 12]],
  ['a digit too many', [12, 152], [4, 5]],
  ['one digit for another', [4, 5], [4, 0]],
  ['nothing filled in', [4, 0], [0, 4]],
  ['one digit where there was none', [0, 4], [12, 47]],
  ['fewer digits wrong', [12, 47], [123, 456]],
])('%s is likelier than what follows', (_, likelier, other) => expect(slipOf(...likelier).cost).toBeLessThan(slipOf(...other).cost));

test('beyond that all numbers are as unlikely', () => expect(slipOf(1_234_567, 8_900_123).cost).toBe(slipOf(12_345, 67_890_123).cost));

test('two digits swapped cost less than one wrong digit, and that less than another number', () => {
  const costs = [slipOf(13, 31), slipOf(13, 18), slipOf(13, 47)].map((slip) => slip.cost);
  expect(costs).toEqual([...costs].sort((one, other) => one - other));
  expect(new Set(costs).size).toBe(costs.length);
});
