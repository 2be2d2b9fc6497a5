// The engine is used through `server/src/index.ts` alone, as whoever embeds it does.

import { expect, it } from 'vitest';
import { applyEdits, checkReport, fixAll, FORMS, parseReport, readinessOf, ruleOf } from '../server/src/index.ts';
import { report } from './features/texts.ts';

it('finds a wrong cell, and its fix mends the text', () => {
  const right = report();
  const wrong = right.replace('2.重复申请\t0', '2.重复申请\t5');
  const parsed = parseReport(wrong);
  const check = checkReport(parsed);
  expect(check.findings.map(({ rule }) => rule)).toEqual(['wrong-cell']);
  expect(ruleOf('wrong-cell')?.class).toBe('强制');
  expect(readinessOf(parsed, check).ready).toBe(false);
  const fix = check.findings[0]?.fixes.find(({ preferred }) => preferred);
  expect(fix && applyEdits(wrong, fix.edits)).toBe(right);
});

it('leaves a text alone that is no report', () => {
  const text = '会议纪要\n一、时间\n';
  expect(checkReport(parseReport(text)).findings).toEqual([]);
  expect(fixAll(parseReport(text), { name: 'a.txt', options: {} })).toBeNull();
});

it('has the forms with their equations', () => {
  expect(Object.values(FORMS).map(({ id, equations }) => [id, equations.length])).toEqual([
    ['2019', 40],
    ['2021', 42],
  ]);
});
