// The fuzzer notices a text that never ends, and what it makes of parts holds what once hung the parser.

import { expect, it } from 'vitest';
import { createRng } from '../generator/rng.ts';
import { composeDraft } from '../support/draft.ts';
import { partsOf, rearrange, skeleton } from './arrange.ts';
import { limited } from './limit.ts';

it('ends a loop, and gives the result of what ends', () => {
  expect(limited(() => 7)).toBe(7);
  let more = true;
  // Once by the short limit, then on its second try it ends: a busy machine is no find.
  expect(
    limited(() => {
      const loops = more;
      more = false;
      while (loops);
      return 8;
    }),
  ).toBe(8);
  expect(() =>
    limited(() => {
      throw new TypeError('ours');
    }),
  ).toThrow('ours');
});

it('cuts a report at its headings, and loses nothing', () => {
  const draft = composeDraft({ form: '2021', layout: 'tab' });
  expect(partsOf(draft)).toHaveLength(7);
  expect(partsOf(draft).join('')).toBe(draft);
});

it('makes second reports that begin inside a line, in skeletons and in whole reports', () => {
  const draft = composeDraft({ form: '2021', layout: 'tab' });
  const texts = Array.from({ length: 400 }, (_, seed) => [skeleton(createRng(seed)), rearrange(draft, createRng(seed), draft)]).flat();
  const SECOND = /一、总体情况[\s\S]*[四五六]、[\s\S]*(?:^[#>*\u3000 \t|-]+)一、总体情况/mu;
  expect(texts.filter((text) => SECOND.test(text)).length).toBeGreaterThan(20);
});
