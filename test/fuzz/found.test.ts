// Everything that fuzzing ever found stays fixed, and a few hundred new mutations find nothing.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createRng } from '../generator/rng.ts';
import { escapeText, unescapeText } from './fixture.ts';
import { HOSTILE, hostileText } from './hostile.ts';
import { judge } from './invariants.ts';
import { mutate } from './mutate.ts';
import { generated } from './sources.ts';

const FOLDER = fileURLToPath(new URL('found/', import.meta.url));
const MUTATIONS = 60;
const HOSTILE_LENGTH = 4000;

test.each(readdirSync(FOLDER))('found once: %s', (name) => {
  expect(judge(unescapeText(readFileSync(FOLDER + name, 'utf8'))).broken).toEqual([]);
});

test('mutations of generated reports break nothing', () => {
  const sources = generated();
  for (let seed = 1; seed <= MUTATIONS; seed++) {
    const rng = createRng(seed);
    const { text, chain } = mutate(rng.pick(sources).text, rng, rng.pick(sources).text);
    expect({ seed, chain, broken: judge(text).broken }).toEqual({ seed, chain, broken: [] });
  }
});

test('hostile texts break nothing', () => {
  for (const hostile of HOSTILE)
    expect({ name: hostile.name, broken: judge(hostileText(hostile, HOSTILE_LENGTH)).broken }).toEqual({ name: hostile.name, broken: [] });
});

test('a fixture holds any text', () => {
  const text = 'a\\u0041\r\n\t一\ud83d、\u0000｜𠀀\\';
  expect(unescapeText(escapeText(text))).toBe(text);
});
