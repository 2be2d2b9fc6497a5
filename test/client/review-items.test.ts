// Rows of a review: what they are, in which order, and what each opens.

import { expect, test } from 'vitest';
import { elsewhere, errorsOf, placeOf, rowsBelow, statesOf, unitsOf, type Place } from '../../client/src/review/review-items.ts';
import type { ReviewedUnitView } from '../../server/src/protocol/folder-review.ts';

const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 4 } });

type Finding = ReviewedUnitView['findings'][number];

function finding(more: Partial<Finding>): Finding {
  return { rule: '正文雷同', severity: 'information', message: '正文有90%相同', path: '甲.txt', range: at(3), related: [], ...more };
}

function unit(more: Partial<ReviewedUnitView>): ReviewedUnitView {
  return {
    name: '甲局',
    level: '县级部门',
    state: 'errors',
    path: '甲.txt',
    previous: null,
    accepted: null,
    returned: null,
    readiness: null,
    unasked: 0,
    notes: [],
    findings: [],
    ...more,
  };
}

const UNITS = [
  unit({ name: '乙局', state: 'done' }),
  unit({ name: '甲局', findings: [finding({ severity: 'error' })] }),
  unit({ name: '丙局', findings: [finding({ severity: 'error', path: null }), finding({})] }),
];

test('states stand in the order of what is to be done, without those that nobody is in', () => {
  const states = statesOf(UNITS, { order: 'list', query: '' });
  expect(states.map((node) => ('state' in node ? [node.state, ...node.units.map(({ name }) => name)] : []))).toEqual([
    ['errors', '甲局', '丙局'],
    ['done', '乙局'],
  ]);
  expect(statesOf(UNITS, { order: 'list', query: '乙' })).toHaveLength(1);
});

test('units are in the order of the list, of their names, or of their problems', () => {
  const names = (order: 'list' | 'name' | 'problems') => unitsOf(UNITS, 'errors', { order, query: '' }).map(({ name }) => name);
  expect([names('list'), names('name'), names('problems')]).toEqual([
    ['甲局', '丙局'],
    ['丙局', '甲局'],
    ['丙局', '甲局'],
  ]);
});

test('errors that stand in no file are not gone to', () => {
  expect(errorsOf(UNITS).map(({ unit: { name } }) => name)).toEqual(['甲局']);
});

test('below a unit stand its notes, its findings and last year; below a finding its places in other reports', () => {
  const related = [
    { path: '甲.txt', range: at(9), message: '同一份' },
    { path: '乙.txt', range: at(5), message: '相同的40字', here: at(7) },
  ];
  const copied = finding({ related });
  const owner = unit({ previous: '../上年/甲.txt', notes: ['仍有1处'], findings: [copied] });
  expect(rowsBelow({ unit: owner }).map((node) => Object.keys(node).join())).toEqual(['note', 'unit,finding', 'lastYearOf']);
  expect(elsewhere(copied)).toEqual([related[1]]);
  const [row] = rowsBelow({ unit: owner, finding: copied });
  // The passage, and not where the finding begins.
  expect(placeOf(row as Place)).toEqual({ path: '甲.txt', range: at(7) });
  expect(placeOf({ unit: owner, finding: copied })).toEqual({ path: '甲.txt', range: at(3) });
  expect(rowsBelow(row as Place)).toEqual([]);
});

test('what has no file opens nothing, but for a report that a finding proposes', () => {
  const absent = unit({ path: null });
  const near = { path: '乙.txt', range: at(0), message: '名称相近的年报' };
  const missing = finding({ path: null, range: null, related: [near] });
  expect([placeOf({ unit: absent }), placeOf({ unit: absent, finding: missing })]).toEqual([null, null]);
  expect(placeOf({ unit: absent, finding: missing, related: near })).toEqual({ path: '乙.txt', range: at(0) });
});
