// Fuzz target: chains of accidents over reports in every layout, through parser, check and fixes.

import type { Rng } from '../../generator/rng.ts';
import { rngOf } from '../case-rng.ts';
import { escapeText } from '../fixture.ts';
import { judgeFixes } from '../fix-invariants.ts';
import { judge } from '../invariants.ts';
import { minimise } from '../minimise.ts';
import { mutate } from '../mutate.ts';
import { loadSources, type Source } from '../sources.ts';
import { stopwatch, TOO_LONG } from '../stopwatch.ts';
import type { Target } from '../target.ts';

const ANOTHER_ANSWER = 'another answer the second time';
/** Whether the same text gets the same answer again is asked of every so many texts: it costs a second reading. */
const RECHECK_EVERY = 8;
/** Fixes are tried in every so many texts that have any: each costs a reading, some tables have a dozen. */
const FIXES_EVERY = 4;

interface Case {
  readonly source: Source;
  readonly chain: readonly string[];
  readonly text: string;
}

export const PARSER: Target = {
  name: 'parser',
  question: 'reports of every layout, broken by chains of accidents: nothing is thrown, every place lies in the text, fixes keep their word',
  start({ root, seed }) {
    const sources = loadSources(root);
    let before: { readonly text: string; readonly answer: string } | null = null;
    return {
      run(index) {
        const { text } = caseOf(sources, rngOf(seed, index));
        const tookTooLong = stopwatch();
        const { broken, answer } = judge(text);
        const found = broken.map(kindOf);
        if (tookTooLong()) found.push(TOO_LONG);
        // Said again behind another text: nothing may be remembered from one text to the next.
        if (before !== null && index % RECHECK_EVERY === 0 && judge(before.text).answer !== before.answer) found.push(ANOTHER_ANSWER);
        before = { text, answer };
        if (index % FIXES_EVERY === 0) found.push(...judgeFixes(text));
        return found;
      },
      show(index, kind) {
        const { source, chain, text } = caseOf(sources, rngOf(seed, index));
        const small = kind === TOO_LONG || kind === ANOTHER_ANSWER ? text : minimise(text, (candidate) => failsAs(candidate, kind));
        const fixture = escapeText(small);
        return { name: `${source.name} · ${chain.join(', ')} · ${text.length} units`, example: fixture, fixture: source.ours ? fixture : null };
      },
    };
  },
};

function caseOf(sources: readonly Source[], rng: Rng): Case {
  const source = rng.pick(sources);
  const { text, chain } = mutate(source.text, rng, rng.pick(sources).text);
  return { source, chain, text };
}

/** The same failure with other numbers is the same kind. */
function kindOf(broken: string): string {
  return broken.replaceAll(/\d+/gu, 'N').replaceAll(/\.\d+|findings\.N/gu, '');
}

function failsAs(candidate: string, kind: string): boolean {
  return judge(candidate).broken.some((broken) => kindOf(broken) === kind) || judgeFixes(candidate).includes(kind);
}
