// Alignment: which value is lost or extra in a row, so that its sums hold.

import { expect, test } from 'vitest';
import { alignments, isShifted, type Alignable } from '../../server/src/diagnosis/alignment.ts';

const OPEN: readonly null[] = [null, null, null, null, null, null, null];

function readings(words: string, rest: Partial<Alignable> = {}): readonly string[] {
  const texts = words.split(' ');
  return alignments({ texts, block: 7, blocks: 1, target: OPEN, ...rest }).map(({ kind, at, values }) => `${kind} ${at}: ${values.join(' ')}`);
}

test('the columns decide which value is lost', () => {
  expect(readings('8 0 0 1 0 11', { target: [8, 2, 0, 0, 1, 0, 11] })).toEqual(['lost 1: 8 2 0 0 1 0 11']);
});

test('a zero lost among zeros is one reading', () => expect(readings('8 2 0 1 0 11').filter((reading) => reading.endsWith(' 8 2 0 0 1 0 11'))).toHaveLength(1));

test('without columns every place that gives a sum is a reading', () => {
  expect(readings('8 0 0 1 0 11').length).toBeGreaterThan(1);
});

test('numbers that ran together, and numbers that were split', () => {
  expect(readings('123 0 0 1 0 16', { target: [12, 3, 0, 0, 1, 0, 16] })).toEqual(['run-together 0: 12 3 0 0 1 0 16']);
  expect(readings('1 2 3 0 0 1 0 16', { target: [12, 3, 0, 0, 1, 0, 16] })).toEqual(['split 0: 12 3 0 0 1 0 16']);
});

test('an extra value is the one whose loss makes the sum', () => {
  expect(readings('8 2 0 5 0 1 0 11')).toEqual(['extra 3: 8 2 0 0 1 0 11']);
});

test('three blocks side by side are read as one row', () => {
  const texts = '1 1 0 0 2 0 0 0 0 0 1 0 0 1'.split(' ');
  const found = alignments({ texts, block: 5, blocks: 3, target: [] });
  expect(found.map(({ values }) => values.join(' '))).toContain('1 1 0 0 2 0 0 0 0 0 1 0 0 0 1');
});

test('another number of values has no reading', () => expect(readings('8 2 11')).toEqual([]));

test('values moved on by one place are shifted, others are not', () => {
  expect(isShifted([0, 12, 3, 0, 0, 1, 0], [12, 3, 0, 0, 1, 0, 16])).toBe(true);
  expect(isShifted([12, 3, 0, 0, 1, 0, 16], [12, 30, 0, 5, 1, 0, 48])).toBe(false);
});
