// The held-out corpus keeps its own promises: enough sentences, enough traps, and marks that its own tables bear out.

import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../../server/src/parse/parse.ts';
import { readHeldOut, type Sentence } from './read.ts';
import { figureOf, matchesFigure, valuesOfReadings } from './figures.ts';
import { TOPICS } from './topics.ts';
import { cellsOf, embed, WORLDS } from './worlds.ts';

const sentences = readHeldOut(import.meta.dirname);
const hasClaim = (sentence: Sentence): boolean => sentence.claims.some((claim) => !claim.optional);

describe('the held-out corpus', () => {
  it('has at least 450 sentences, a third of them without a claim, and no sentence twice', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(450);
    expect(sentences.filter((sentence) => !hasClaim(sentence)).length).toBeGreaterThanOrEqual(sentences.length / 3);
    const places = sentences.map((sentence) => `${sentence.world.unit} ${sentence.part} ${sentence.text}`);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  });

  it('uses every topic', () => {
    const used = new Set(sentences.flatMap((sentence) => sentence.claims.flatMap((claim) => claim.labels)).map((label) => TOPICS[label]?.group));
    expect([...new Set(Object.values(TOPICS).map((topic) => topic?.group))].filter((group) => !used.has(group))).toEqual([]);
  });

  it('is borne out by its tables where it says so, and contradicted where it says that', () => {
    expect(sentences.flatMap(falseMarks)).toEqual([]);
  });

  it.each(Object.entries(WORLDS))('the report of %s is recognised and its tables agree', (_name, world) => {
    if (world === undefined) return;
    const report = parseReport(embed(world, 'applications', '认真办理。').text);
    expect(report.recognised).toBe(true);
    expect(report.unit).toBe(world.unit);
    expect(report.year?.value).toBe(world.year);
    for (const [key, value] of cellsOf(world)) {
      const reading = report.cells.get(key)?.reading;
      expect([key, reading?.kind === 'number' ? reading.value : null]).toEqual([key, value]);
    }
  });
});

/** The marks whose numbers the tables treat otherwise than the mark says. */
function falseMarks({ name, world, text, claims }: Sentence): readonly string[] {
  const cells = cellsOf(world);
  return claims.flatMap((claim) => {
    const words = text.slice(claim.start, claim.end);
    const figure = figureOf(words, claim.zero);
    return claim.labels.flatMap((label) => {
      const topic = TOPICS[label];
      if (topic === undefined || label === 'infoFee') return [];
      const values = valuesOfReadings([...topic.must, ...topic.may], cells);
      const fits = figure !== null && values.some((value) => matchesFigure(figure, claim.bound, value, topic));
      return fits === claim.contradicted ? [`${name} ${words} ${label}`] : [];
    });
  });
}
