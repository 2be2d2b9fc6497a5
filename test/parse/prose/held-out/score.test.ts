// The scorer counts what it says: every sentence answered perfectly, not at all, and wrongly in each way.

import { describe, expect, it } from 'vitest';
import { figureOf, matchesFigure, valuesOfReadings } from './figures.ts';
import { readHeldOut, type Sentence } from './read.ts';
import type { ReadClaim } from './read-claims.ts';
import { compare, type Reply } from './score.ts';
import { type Topic, TOPICS } from './topics.ts';
import { cellsOf } from './worlds.ts';

const sentences = readHeldOut(import.meta.dirname);
const OFFSET = 7;

/** The reply of a reader without faults. */
function perfect(sentence: Sentence): Reply {
  const cells = cellsOf(sentence.world);
  const text = ' '.repeat(OFFSET) + sentence.text;
  const claims = sentence.claims.flatMap((mark) =>
    mark.labels.map((label): ReadClaim => {
      const topic: Topic = TOPICS[label] ?? { group: '', must: [], may: [] };
      const span = { start: OFFSET + mark.start, end: OFFSET + mark.end };
      const figure = figureOf(sentence.text.slice(mark.start, mark.end), mark.zero) ?? { value: Number.NaN, tolerance: 0 };
      const readings = topic.must.length > 0 ? topic.must : topic.may;
      const agrees = valuesOfReadings(readings, cells).some((value) => matchesFigure(figure, mark.bound, value, topic));
      return { span, numberSpan: mark.zero ? null : span, value: figure.value, bound: mark.bound, readings, status: agrees ? 'agrees' : 'conflicts' };
    }),
  );
  const severity = /全[县市]/u.test(sentence.text) ? 'warning' : 'error';
  const due = sentence.claims.filter((mark) => mark.contradicted && !mark.optional).map(() => 'prose-number');
  const findings = [...due, ...sentence.rules].map((rule) => ({ rule, severity, message: '', span: { start: OFFSET, end: text.length } }));
  return { text, offset: OFFSET, claims, findings };
}

describe('the scorer', () => {
  it('finds nothing to say against a perfect reader', () => {
    const spoken = sentences.flatMap((sentence) => compare(sentence, perfect(sentence)).misses.map((miss) => `${sentence.name} ${miss}`));
    expect(spoken).toEqual([]);
  });

  it('counts every marked number as missed where nothing is read', () => {
    const scores = sentences.map((sentence) => compare(sentence, { ...perfect(sentence), claims: [], findings: [] }));
    const due = sentences.flatMap(({ claims }) => claims.filter((mark) => !mark.optional).flatMap((mark) => mark.labels));
    expect(scores.flatMap((score) => score.marks).map((mark) => mark.outcome)).toEqual(due.map(() => 'missed'));
    expect(scores.filter((score) => score.findingsFound === 1)).toEqual([]);
  });

  it('counts a bound trap, another value, other readings and a finding too many as false', () => {
    const [sentence] = sentences.filter(
      ({ claims, rules }) => claims.length === 1 && claims[0]?.labels[0] === 'received' && !claims[0].contradicted && rules.length === 0,
    );
    if (sentence === undefined) throw new Error('the corpus has no plain sentence');
    const reply = perfect(sentence);
    const outcomes = (change: Partial<ReadClaim>): readonly string[] =>
      compare(sentence, { ...reply, claims: reply.claims.map((claim) => ({ ...claim, ...change })) }).marks.map((mark) => mark.outcome);
    expect(outcomes({})).toEqual(['right']);
    expect(outcomes({ value: 999 })).toEqual(['missed', 'false']);
    expect(outcomes({ readings: [{ sum: ['applications/new/total'] }] })).toEqual(['missed', 'false']);
    expect(outcomes({ numberSpan: { start: OFFSET, end: OFFSET + 1 } })).toEqual(['missed', 'false']);
    expect(outcomes({ status: 'unbound' })).toEqual(['missed']);
    expect(
      compare(sentence, { ...reply, findings: [{ rule: 'prose-number', severity: 'error', message: '', span: { start: OFFSET, end: OFFSET + 2 } }] })
        .findingsUndue,
    ).toBe(1);
    const trapped = { ...sentence, claims: [], traps: [{ start: sentence.claims[0]?.start ?? 0, end: sentence.claims[0]?.end ?? 0, reason: 'scope' }] };
    expect(compare(trapped, reply).traps).toEqual(['scope']);
  });

  it('takes a row by its total or by all its columns', () => {
    const columns = ['natural', 'business', 'research', 'charity', 'legal', 'other'] as const;
    const [sentence] = sentences.filter(({ claims }) => claims.length === 1 && claims[0]?.labels[0] === 'done' && !claims[0].contradicted);
    if (sentence === undefined) throw new Error('the corpus has no plain sentence');
    const reply = perfect(sentence);
    const readings = [{ sum: columns.map((column) => `applications/total/${column}` as const) }];
    expect(compare(sentence, { ...reply, claims: reply.claims.map((claim) => ({ ...claim, readings })) }).marks.map((mark) => mark.outcome)).toEqual(['right']);
  });
});
