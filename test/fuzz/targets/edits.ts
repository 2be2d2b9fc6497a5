// Fuzz target: any sequence of edits, after which the server's report must be that of a fresh parse.

import { rngOf } from '../case-rng.ts';
import { agrees, fuzzEdits, type Trial } from '../edits.ts';
import { escapeText } from '../fixture.ts';
import { loadSources } from '../sources.ts';
import type { Target } from '../target.ts';

/** One server and mostly one document for so many: what drifts has time to. */
const SEQUENCES = 25;
const DIFFERS = 'another report than a fresh parse';

export const EDITS: Target = {
  name: 'edits',
  question: 'sequences of incremental changes to a server: findings and tokens are those of a fresh parse',
  casesPerRun: SEQUENCES,
  start({ root, seed }) {
    const sources = loadSources(root);
    const failedOf = async (index: number) => (await fuzzEdits({ sources, seed: rngOf(seed, index).int(0, 2 ** 30), count: SEQUENCES })).failed;
    return {
      run: async (index) => ((await failedOf(index)).length === 0 ? [] : [DIFFERS]),
      async show(index) {
        const [trial] = await failedOf(index);
        if (trial === undefined) return { name: 'not the second time', example: '', fixture: null };
        const { before, batches } = await smallest(trial);
        return { name: `${batches.flat().length} changes`, example: `after ${JSON.stringify(batches)}\n  to ${escapeText(before)}`, fixture: null };
      },
    };
  },
};

/** Without the batches that are not needed. */
async function smallest(trial: Trial): Promise<Trial> {
  if (await agrees(trial)) return trial;
  let small = trial;
  for (let at = 0; at < small.batches.length;) {
    const fewer = { ...small, batches: small.batches.toSpliced(at, 1) };
    if (await agrees(fewer)) at++;
    else small = fewer;
  }
  return small;
}
