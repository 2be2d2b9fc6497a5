// Fixes keep their invariants on every text at hand, and on a few hundred broken ones.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createRng } from '../generator/rng.ts';
import { judgeFixes } from './fix-invariants.ts';
import { unescapeText } from './fixture.ts';
import { mutate } from './mutate.ts';
import { generated, loadSources } from './sources.ts';

const FOLDER = fileURLToPath(new URL('found/', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BROKEN = 120;
const FIRST_SEED = 52_100;

test.each(readdirSync(FOLDER))('found once: %s', (name) => {
  expect(judgeFixes(unescapeText(readFileSync(FOLDER + name, 'utf8')))).toEqual([]);
});

test.each(loadSources(ROOT).map(({ name, text }) => [name, text] as const))('%s', (_, text) => {
  expect(judgeFixes(text)).toEqual([]);
});

test('broken reports', () => {
  const sources = generated();
  for (let seed = FIRST_SEED; seed < FIRST_SEED + BROKEN; seed++) {
    const rng = createRng(seed);
    const { text, chain } = mutate(rng.pick(sources).text, rng, rng.pick(sources).text);
    expect({ seed, chain, broken: judgeFixes(text) }).toEqual({ seed, chain, broken: [] });
  }
});
