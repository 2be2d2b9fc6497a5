// Sentences written without sight of the grammar are still judged as their marks say. What they measured when they were new
// stands at the head of each file.

import { describe, expect, test } from 'vitest';
import { readUnseen } from './read.ts';
import { judgeSentence } from './score.ts';

const LEAST = { true: 0.97, false: 0.92, other: 0.98, bound: 0.92, offered: 0.95 } as const;

const judged = readUnseen(import.meta.dirname).map((sentence) => ({ sentence, ...judgeSentence(sentence) }));

function misses(found: typeof judged): readonly string[] {
  return found.flatMap(({ sentence, misses: said }) => said.map((miss) => `${sentence.name} ${miss} · ${sentence.text}`));
}

describe('sentences that were not seen', () => {
  test.each(['true', 'false', 'other'] as const)('%s ones are judged right', (kind) => {
    const ones = judged.filter(({ sentence }) => sentence.kind === kind);
    expect(ones.length).toBeGreaterThan(25);
    const right = ones.filter((each) => each.right);
    expect(right.length / ones.length, misses(ones.filter((each) => !each.right)).join('\n')).toBeGreaterThanOrEqual(LEAST[kind]);
  });

  test('numbers that are right are held against their cells, and for wrong ones the right one is offered', () => {
    const sum = (pick: (each: (typeof judged)[number]) => number) => judged.reduce((count, each) => count + pick(each), 0);
    expect(sum(({ bound }) => bound) / sum(({ numbers }) => numbers), misses(judged).join('\n')).toBeGreaterThanOrEqual(LEAST.bound);
    expect(sum(({ offersRight }) => offersRight) / sum(({ offers }) => offers), misses(judged).join('\n')).toBeGreaterThanOrEqual(LEAST.offered);
  });
});
