// The search finds all sets of changes of a size that make the sums hold, and no others.

import { describe, expect, test } from 'vitest';
import { search } from '../../server/src/equations/search-changes.ts';
import type { System } from '../../server/src/equations/system.ts';
import { MAX_EXPLANATIONS } from '../../server/src/equations/limits.ts';
import type { CellKey } from '../../server/src/forms/form.ts';

type Sum = readonly [left: readonly string[], right: readonly string[]];

/** Two rows and two columns with their totals, and a corner that both agree on. */
const SUMS: readonly Sum[] = [
  [['a', 'b'], ['ab']],
  [['c', 'd'], ['cd']],
  [['a', 'c'], ['ac']],
  [['b', 'd'], ['bd']],
  [['ac', 'bd'], ['all']],
  [['ab', 'cd'], ['all']],
];
const RIGHT = { a: 1, b: 2, ab: 3, c: 4, d: 5, cd: 9, ac: 5, bd: 7, all: 12 };

function systemOf(cells: Readonly<Record<string, number>>, sums: readonly Sum[] = SUMS): System {
  const names = Object.keys(cells);
  const signs = sums.map(
    ([left, right]) => new Map([...left.map((name) => [names.indexOf(name), 1] as const), ...right.map((name) => [names.indexOf(name), -1] as const)]),
  );
  const values = Object.values(cells);
  return {
    keys: names as readonly string[] as readonly CellKey[],
    indexOf: new Map(),
    values,
    equations: [],
    residuals: signs.map((of) => [...of].reduce((sum, [cell, sign]) => sum + sign * (values[cell] ?? 0), 0)),
    ofCell: names.map((_, cell) => signs.flatMap((of, equation) => (of.has(cell) ? [{ equation, sign: of.get(cell) ?? 0 }] : []))),
    ofEquation: signs.map((of) => [...of.keys()]),
  };
}

/** `a=1 b=2` for each way, in order. */
function found(system: System, size: number): readonly string[] {
  return search(system, system.residuals, size)
    .map((deltas) => deltas.map(({ cell, by }) => `${system.keys[cell]}=${(system.values[cell] ?? 0) + by}`).join(' '))
    .toSorted();
}

/** The same by trying every value up to 20 in every set of cells. */
function tried(system: System, size: number): readonly string[] {
  const ways: string[] = [];
  const holds = (values: readonly number[]) =>
    system.ofEquation.every(
      (cells, equation) =>
        cells.reduce((sum, cell) => sum + (system.ofCell[cell]?.find((term) => term.equation === equation)?.sign ?? 0) * (values[cell] ?? 0), 0) === 0,
    );
  const choose = (from: number, left: number, values: readonly number[], said: readonly string[]): void => {
    if (left === 0) {
      if (holds(values)) ways.push(said.join(' '));
      return;
    }
    for (let cell = from; cell < values.length; cell++) {
      for (let value = 0; value <= 20; value++) {
        if (value !== system.values[cell]) choose(cell + 1, left - 1, values.with(cell, value), [...said, `${system.keys[cell]}=${value}`]);
      }
    }
  };
  choose(0, size, system.values, []);
  return ways.toSorted();
}

describe('all ways that trying finds are found', () => {
  test.each<[string, Partial<typeof RIGHT>, number, number]>([
    ['a wrong addend', { a: 4 }, 1, 1],
    ['an addend that is too small', { d: 2 }, 1, 1],
    ['a wrong total', { ab: 13 }, 1, 1],
    ['a wrong corner', { all: 21 }, 1, 1],
    ['nothing is wrong', {}, 1, 0],
    ['two wrong addends of a row', { a: 2, b: 4 }, 2, 1],
    ['cases in the wrong column', { a: 0, b: 3 }, 2, 3],
    ['cases in the wrong row', { a: 0, c: 5 }, 2, 3],
    ['an addend and its total', { a: 3, ab: 5 }, 2, 3],
    ['two cells with nothing in common', { a: 7, all: 2 }, 2, 1],
    ['two totals', { ab: 4, ac: 6 }, 2, 2],
  ])('where %s', (_, wrong, size, count) => {
    const system = systemOf({ ...RIGHT, ...wrong });
    expect(found(system, size)).toEqual(tried(system, size));
    expect(found(system, size)).toHaveLength(count);
  });

  test('of three cells, each named once', () => {
    const system = systemOf({ ...RIGHT, a: 9, cd: 2, bd: 0 });
    expect(found(system, 1)).toEqual([]);
    expect(found(system, 2)).toEqual([]);
    const ways = found(system, 3);
    expect(ways).toContain('a=1 cd=9 bd=7');
    expect(new Set(ways).size).toBe(ways.length);
  });
});

test('no cell falls below zero for it', () => {
  const system = systemOf({ a: 1, b: 1, c: 1, sum: 4, d: 1 }, [
    [['a', 'b', 'c'], ['sum']],
    [['d'], ['sum']],
  ]);
  expect(search(system, system.residuals, 1)).toEqual([]);
  expect(search(system, system.residuals, 2).map((deltas) => deltas.map(({ cell }) => system.keys[cell]).join(' '))).toEqual(['a d', 'b d', 'c d', 'sum d']);
});

test('what is asked for may be less than the sums say', () => {
  const system = systemOf({ ...RIGHT, a: 4, all: 2 });
  const onlyCorner = system.residuals.map((residual, equation) => (equation > 3 ? residual : 0));
  expect(search(system, onlyCorner, 1)).toEqual([[{ cell: 8, by: 10 }]]);
  expect(system.residuals).toEqual(systemOf({ ...RIGHT, a: 4, all: 2 }).residuals);
});

test('more ways than anyone would read are not looked for', () => {
  const names = Array.from({ length: MAX_EXPLANATIONS + 20 }, (_, index) => `n${index}`);
  const system = systemOf(Object.fromEntries([...names.map((name) => [name, 1]), ['sum', 0]]), [[names, ['sum']]]);
  expect(search(system, [5], 1)).toEqual([[{ cell: names.length, by: 5 }]]);
  expect(search(system, [-5], 1)).toHaveLength(MAX_EXPLANATIONS);
});
