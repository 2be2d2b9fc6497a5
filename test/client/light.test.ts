// The readiness light says that a report is ready only where it is, and else why not.

import { expect, it } from 'vitest';
import { holdingOf, lightOf, tongueOf, weightOf, type Readiness } from '../../client/src/editor/report-status.ts';
import { checkReport } from '../../server/src/check.ts';
import { readinessParams } from '../../server/src/features/readiness.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { draftWith } from '../support/draft.ts';

function readiness(cells: Readonly<Record<string, string>>): Readiness {
  const report = parseReport(draftWith(cells, { form: '2021', layout: 'tab' }));
  const check = checkReport(report);
  return readinessParams({ report, check, visible: check.findings });
}

it('names what is in the way, and never with a ✓', () => {
  const wrong = readiness({ 'applications/granted/total': '99', 'issued/normative/effective': '0', 'licensing/licences/decisions': '' });
  expect(lightOf(wrong, 'zh')).toMatch(/^错误1处，.*待核实1处/u);
  expect(lightOf(wrong, 'en')).toMatch(/^1 error, /u);
  expect([lightOf(wrong, 'zh'), lightOf(wrong, 'en')].some((text) => text.includes('✓'))).toBe(false);
  expect(weightOf(wrong)).toBe('error');
  expect(weightOf(readiness({ 'licensing/licences/decisions': '' }))).toBe('warning');
});

it('names three, and says that there are more', () => {
  const obstacle = (kind: Readiness['obstacles'][number]['kind']) => ({ kind, count: 1, words: { zh: kind, en: kind }, ranges: [] });
  const many = { ready: false, words: { zh: '', en: '' }, restingOnBlanks: 0, obstacles: (['errors', 'broken', 'blanks', 'silenced'] as const).map(obstacle) };
  expect(lightOf(many, 'zh')).toBe('errors，broken，blanks等');
  expect(lightOf({ ...many, obstacles: [] }, 'zh')).toBe('');
});

it('is ready with a ✓', () => {
  const ready: Readiness = { ready: true, words: { zh: '可以报送', en: 'Ready' }, restingOnBlanks: 0, obstacles: [] };
  expect([lightOf(ready, 'zh'), lightOf(ready, 'en'), weightOf(ready)]).toEqual(['可以报送 ✓', 'Ready ✓', 'ready']);
});

it('counts no equation as holding that holds for blanks only', () => {
  const equations = { total: 42, holding: 42, broken: 0, unchecked: 0 };
  expect(holdingOf({ equations, readiness: null })).toBe(42);
  expect(holdingOf({ equations, readiness: { ready: false, words: { zh: '', en: '' }, restingOnBlanks: 40, obstacles: [] } })).toBe(2);
});

it.each([
  ['zh-cn', 'zh'],
  ['zh', 'zh'],
  ['zh-TW', 'zh'],
  ['en', 'en'],
  ['de', 'en'],
])('%s is answered in %s', (language, tongue) => {
  expect(tongueOf(language)).toBe(tongue);
});
