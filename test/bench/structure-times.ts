// Times of what an editor asks for after every change, each on a report it has not seen, as after a keystroke.

import { checkReport } from '../../server/src/check.ts';
import { documentSymbols } from '../../server/src/features/document-symbols.ts';
import { foldingRanges } from '../../server/src/features/folding-ranges.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { outlineOf } from '../../server/src/features/outline/outline.ts';
import { selectionRanges } from '../../server/src/features/selection-ranges.ts';
import { semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { generate } from '../generator/generate.ts';
import { LAYOUTS } from '../generator/layouts/index.ts';
import { NOISES } from '../generator/noises/index.ts';

const ROUNDS = 150;
/** The first runs are those of an engine that has not compiled anything yet. */
const WARM_UP = 30;
const SEED = 91_000;
const LAYOUT = LAYOUTS.find(({ name }) => name === 'space-rows');
const [NONE] = NOISES;

export interface StructureTimes {
  readonly name: string;
  /** Milliseconds, one a report. */
  readonly times: readonly number[];
}

/** In the order an editor asks; the outline is built once a report, and timed by itself. */
export function timeStructure(): readonly StructureTimes[] {
  const times = new Map<string, number[]>();
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const { text } = generate(SEED + round, { ...(LAYOUT && { layout: LAYOUT }), ...(NONE && { noise: NONE }) });
    // A wrong digit, so that there is something to mark and to say.
    const broken = text.replace(/(?<=予以公开\D*)[0-9]/u, (digit) => String((Number(digit) + 1) % 10));
    const time = <Result>(name: string, run: () => Result): Result => {
      const start = performance.now();
      const result = run();
      if (round >= 0) times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
      return result;
    };
    const report = time('parse, shared by all', () => parseReport(broken));
    const { findings } = time('check, shared by all', () => checkReport(report));
    const whole = { start: 0, end: broken.length };
    time('the tree behind outline and folds', () => outlineOf(report));
    time('documentSymbol', () => documentSymbols(report));
    time('foldingRange', () => foldingRanges(report, Infinity));
    time('semanticTokens', () => semanticTokens(report, findings, whole));
    time('inlayHint', () => inlayHints({ report, findings }, whole));
    time('selectionRange, one place', () => selectionRanges(report, [Math.floor(broken.length / 2)]));
  }
  return [...times].map(([name, each]) => ({ name, times: each }));
}
