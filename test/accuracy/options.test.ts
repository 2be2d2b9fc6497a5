// Options of `npm run accuracy`: what was asked for is measured, and a slip is reported instead of taken for everything.

import { expect, test } from 'vitest';
import { generateMany, generateSeed } from '../generator/generate.ts';
import { type Arguments, MEASUREMENTS, readOptions } from './options.ts';

function understood(given: Arguments) {
  const options = readOptions(given);
  if (options instanceof Error) throw options;
  return options;
}

test('measures everything unless less is asked for', () => {
  expect(understood({}).only).toEqual(MEASUREMENTS);
  expect(understood({ only: 'generated,located' }).only).toEqual(['generated', 'located']);
  expect(understood({ layout: 'space-rows' }).only).toEqual(['generated']);
  expect(understood({ layout: 'space-rows', only: 'claims' }).only).toEqual(['claims']);
});

test.each<[Arguments, RegExp]>([
  [{ only: 'generatd' }, /^--only knows published, generated, .*not “generatd”$/u],
  [{ only: '' }, /not “”$/u],
  [{ layout: 'spaces' }, /^no layout “spaces”; there are space-rows, /u],
  [{ noise: 'loud' }, /^no noise “loud”; there are none, /u],
  [{ count: 'ten' }, /not “ten”$/u],
  [{ text: '0' }, /not “0”$/u],
])('refuses %j', (given, message) => {
  const answer = readOptions(given);
  expect(answer instanceof Error ? answer.message : answer).toMatch(message);
});

test('counts the reports of a layout alone, each as it is among all', () => {
  const { wanted } = understood({ layout: 'space-rows' });
  const alone = [...generateMany(3, 1, wanted)];
  expect(alone.map(({ layout }) => layout.name)).toEqual(['space-rows', 'space-rows', 'space-rows']);
  const all = [...generateMany(Math.max(...alone.map(({ seed }) => seed)))];
  expect(alone.map(({ text }) => text)).toEqual(alone.map(({ seed }) => all.find((each) => each.seed === seed)?.text));
});

test('shows the text of a seed as it was measured, or in the layout that is asked for', () => {
  const [, second] = generateMany(2);
  if (second === undefined) throw new Error('no second report');
  const any = understood({ text: String(second.seed) });
  expect(generateSeed(second.seed, any).text).toBe(second.text);
  const other = generateSeed(second.seed, understood({ layout: 'pipes-bare', noise: 'none' }));
  expect({ layout: other.layout.name, noise: other.noise.name }).toEqual({ layout: 'pipes-bare', noise: 'none' });
});
