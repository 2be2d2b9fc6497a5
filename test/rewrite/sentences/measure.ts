// Measures sentences written from random tables: whether one brings a finding, and whether each number is read back.

import { checkReport } from '../../../server/src/check.ts';
import type { Finding } from '../../../server/src/findings/finding.ts';
import type { Report } from '../../../server/src/parse/model.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { LAYOUTS } from '../../generator/layouts/index.ts';
import { buildModel } from '../../generator/model.ts';
import { createRng } from '../../generator/rng.ts';
import { insert, sentencesOf, type Placed } from './insert.ts';

export interface Measured {
  readonly sentences: number;
  /** Findings that the sentences brought, and numbers nobody reads back. */
  readonly problems: readonly string[];
}

/** `alone`: each sentence in a text of its own; else all of a report at once. */
export function measureSentences(tables: number, how: 'alone' | 'together'): Measured {
  const problems: string[] = [];
  let sentences = 0;
  for (let seed = 1; seed <= tables; seed++) {
    const report = parseReport(generated(seed));
    const all = sentencesOf(report);
    const groups = how === 'alone' ? all.map((each) => [each]) : [once(all, seed % 2 === 0)];
    sentences += groups.flat().length;
    for (const placed of groups) problems.push(...problemsOf(report, placed).map((problem) => `seed ${seed}: ${problem}`));
  }
  return { sentences, problems };
}

/** What is said after the insertion and was not said before, and what is not read back. */
export function problemsOf(report: Report, placed: readonly Placed[]): readonly string[] {
  const before = new Set(checkReport(report).findings.map(identity));
  const { text, spans } = insert(report, placed);
  const after = parseReport(text);
  // The heading of an aspect is one of the sentences: that nothing stands below it yet is rightly told.
  const findings = checkReport(after)
    .findings.filter(({ rule }) => rule !== 'section-empty')
    .map(identity)
    .filter((found) => !before.has(found));
  const unread = placed.flatMap((each, index) => {
    const span = spans[index] ?? { start: 0, end: 0 };
    const own = after.claims.filter((claim) => claim.kind === 'count' && span.start <= claim.span.start && claim.span.end <= span.end);
    const agreeing = own.filter(({ status }) => status === 'agrees').length;
    const conflicting = own.filter(({ status }) => status === 'conflicts').map(({ text: words }) => `conflicts: ${words}`);
    return agreeing >= numbersIn(each) ? conflicting : [...conflicting, `${agreeing} of ${numbersIn(each)} read back: ${each.text}`];
  });
  return [...findings, ...unread];
}

/** Numbers that come from the tables. */
function numbersIn({ sentence, text }: Placed): number {
  return sentence.cells.length === 0 ? 0 : (text.match(/(?<![0-9.])[0-9.]+(?=件|万元)/gu)?.length ?? 0);
}

const KINDS = ['tabs', 'pipe', 'space', 'cell'];
const layouts = LAYOUTS.filter(
  ({ name, glued, torn, oneLine, markup }) =>
    KINDS.some((kind) => name.startsWith(kind)) && glued !== true && torn !== true && oneLine !== true && markup !== true,
);

function generated(seed: number): string {
  const rng = createRng(seed + 140_000);
  return rng.pick(layouts).render(buildModel({ nested: rng.chance(0.1) }, rng), rng);
}

function identity({ rule, cells, message }: Finding): string {
  return `${rule} ${cells.join(' ')} ${message}`;
}

/** Each sentence in one of the parts where it belongs, the first or the last of them. */
function once(all: readonly Placed[], inLast: boolean): readonly Placed[] {
  const ordered = inLast ? all.toReversed() : all;
  return ordered.filter(({ text }, index) => ordered.findIndex((other) => other.text === text) === index);
}
