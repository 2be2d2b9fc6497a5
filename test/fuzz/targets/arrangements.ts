// Fuzz target: parts in any order through the parser. Nearly all cases are headings only, short enough for very many of them.

import type { Rng } from '../../generator/rng.ts';
import { rearrange, skeleton } from '../arrange.ts';
import { rngOf } from '../case-rng.ts';
import { escapeText } from '../fixture.ts';
import { judgeFixes } from '../fix-invariants.ts';
import { judge } from '../invariants.ts';
import { minimise } from '../minimise.ts';
import { loadSources, type Source } from '../sources.ts';
import { stopwatch, TOO_LONG } from '../stopwatch.ts';
import type { Target } from '../target.ts';

const CASES_PER_RUN = 50;
const FIXES_EVERY = 400;

export const ARRANGEMENTS: Target = {
  name: 'arrangements',
  question:
    'headings and parts shuffled, doubled, indented, joined and cut, of one report or of two: every text ends, nothing is thrown, every place lies in the text',
  casesPerRun: CASES_PER_RUN,
  start({ root, seed }) {
    const sources = loadSources(root);
    return {
      run(index) {
        const tookTooLong = stopwatch();
        const found = casesOf(index).flatMap((at) => {
          const { text } = caseOf(sources, rngOf(seed, at));
          return [...judge(text).broken.map(kindOf), ...(at % FIXES_EVERY === 0 ? judgeFixes(text) : [])];
        });
        return tookTooLong() ? [...found, TOO_LONG] : found;
      },
      show(index, kind) {
        const fails = (text: string) => judge(text).broken.map(kindOf).includes(kind) || judgeFixes(text).includes(kind);
        const cases = casesOf(index).map((at) => caseOf(sources, rngOf(seed, at)));
        const found = cases.find(({ text }) => fails(text)) ?? cases[0];
        const text = found?.text ?? '';
        const small = kind === TOO_LONG ? text : minimise(text, fails);
        return { name: `${text.length} units`, example: escapeText(small), fixture: found?.ours === true ? escapeText(small) : null };
      },
    };
  },
};

function casesOf(index: number): readonly number[] {
  return Array.from({ length: CASES_PER_RUN }, (_, at) => index * CASES_PER_RUN + at);
}

function caseOf(sources: readonly Source[], rng: Rng): { readonly text: string; readonly ours: boolean } {
  if (rng.chance(0.95)) return { text: skeleton(rng), ours: true };
  const [one, other] = [rng.pick(sources), rng.pick(sources)];
  return { text: rearrange(one.text, rng, other.text), ours: one.ours && other.ours };
}

function kindOf(broken: string): string {
  return broken.replaceAll(/\d+/gu, 'N').replaceAll(/\.\d+|findings\.N/gu, '');
}
