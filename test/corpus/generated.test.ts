// A few generated reports of every layout and every noise: all cells, form, year and organ; nothing said against them.

import { describe, expect, test } from 'vitest';
import { brokenSpans, scoreCells } from '../accuracy/score.ts';
import { generate, type Generated } from '../generator/generate.ts';
import { LAYOUTS } from '../generator/layouts/index.ts';
import { isReadable } from '../generator/layouts/layout.ts';
import { NOISES, noisesFor } from '../generator/noises/index.ts';
import { read } from './shared.ts';

const PER_LAYOUT = 2;
const [NONE] = NOISES;
/** Prose, rows and columns all filled: the layout that noises are tried on. */
const PLAIN = LAYOUTS.find((layout) => layout.name === 'space-rows');
const FIRST_SEED = 70_000;

/** What to look at where it fails: the text is too long to be shown. */
function shown({ seed, layout, noise }: Generated): string {
  return `seed ${seed}, layout ${layout.name}, noise ${noise.name}; its text: npm run --silent accuracy -- --text ${seed} --layout ${layout.name} --noise ${noise.name}`;
}

function expectRead(sample: Generated): void {
  const { text, expected } = sample;
  const where = shown(sample);
  const reading = read(text);
  const { report, result } = reading;
  const { absent, wrong } = scoreCells(report, expected.cells);
  // A few of them say enough: a failing table would fill the screen.
  expect({ absent: absent.slice(0, 3), wrong: wrong.slice(0, 3) }, where).toEqual({ absent: [], wrong: [] });
  expect({ form: report.detectedForm.id, year: report.year?.value, unit: report.unit }, where).toEqual({
    form: expected.form,
    year: expected.year,
    unit: expected.unit,
  });
  expect(
    result.findings.filter((finding) => finding.severity === 'error'),
    where,
  ).toEqual([]);
  expect(brokenSpans(reading), where).toEqual([]);
}

describe('layouts without noise', () => {
  test.each(LAYOUTS.filter((layout) => isReadable(layout)))('$name', (layout) => {
    for (let index = 0; index < PER_LAYOUT; index++) expectRead(generate(FIRST_SEED + index, { layout, ...(NONE && { noise: NONE }) }));
  });

  test.each(LAYOUTS.filter((layout) => !isReadable(layout)))('$name: absent, never wrong', (layout) => {
    for (let index = 0; index < PER_LAYOUT; index++) {
      const sample = generate(FIRST_SEED + index, { layout, ...(NONE && { noise: NONE }) });
      expect(scoreCells(read(sample.text).report, sample.expected.cells).wrong, shown(sample)).toEqual([]);
    }
  });
});

describe('noises', () => {
  test.each(PLAIN === undefined ? [] : noisesFor(PLAIN))('$name', (noise) => {
    for (let index = 0; index < PER_LAYOUT; index++) expectRead(generate(FIRST_SEED + index, { noise, ...(PLAIN && { layout: PLAIN }) }));
  });
});

test('the same seed gives the same text', () => expect(generate(FIRST_SEED).text).toBe(generate(FIRST_SEED).text));
