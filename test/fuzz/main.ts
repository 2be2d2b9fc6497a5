// Mutates and judges until the count or the time is up; prints the rate, and of each kind of failure one example made small.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRng, type Rng } from '../generator/rng.ts';
import { escapeText } from './fixture.ts';
import { judgeFixes } from './fix-invariants.ts';
import { judge } from './invariants.ts';
import { minimise } from './minimise.ts';
import { mutate } from './mutate.ts';
import { loadSources, type Source } from './sources.ts';

export interface FuzzOptions {
  readonly count: number | null;
  readonly seconds: number | null;
  readonly seed: number;
  /** Only this mutation of the seed. */
  readonly only: number | null;
  /** Write what is found beside the fixtures. */
  readonly keep: boolean;
}

const DEFAULT_SECONDS = 30;
/** A text of this size is read in a few milliseconds; this long means that something grows too fast. */
const TOO_LONG_MS = 1500;
const MAX_KINDS = 12;
const PROGRESS_EVERY = 20_000;
/** Whether the same text gets the same answer again is asked of every so many texts: it costs a second reading. */
const RECHECK_EVERY = 8;
/** Fixes are tried in every so many texts that have any: each costs a reading, some tables have a dozen. */
const FIXES_EVERY = 4;

interface Case {
  readonly index: number;
  readonly source: Source;
  readonly chain: readonly string[];
  readonly text: string;
}

/** Returns the exit code: 1 when anything failed. */
export function main(root: string, options: FuzzOptions): number {
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  const sources = loadSources(root);
  const kinds = new Map<string, { readonly first: Case; count: number }>();
  const note = (kind: string, first: Case): void => {
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, { first, count: 1 });
    else known.count++;
  };
  const last = options.only ?? (options.count ?? Number.POSITIVE_INFINITY) - 1;
  const milliseconds = options.count === null ? (options.seconds ?? DEFAULT_SECONDS) * 1000 : Number.POSITIVE_INFINITY;
  print(`seed ${options.seed}, ${sources.length} texts to mutate`);
  const began = performance.now();
  let before: { readonly case: Case; readonly answer: string } | null = null;
  let slowest = { ms: 0, name: '' };
  let units = 0;
  let recognised = 0;
  let index = options.only ?? 0;
  for (; index <= last && performance.now() - began < milliseconds && kinds.size < MAX_KINDS; index++) {
    const one = caseOf(sources, options.seed, index);
    const started = performance.now();
    const { broken, answer } = judge(one.text);
    const ms = performance.now() - started;
    for (const kind of broken) note(kindOf(kind), one);
    if (ms > TOO_LONG_MS) note('takes too long', one);
    if (ms > slowest.ms) slowest = { ms, name: nameOf(one) };
    // Said again behind another text: nothing may be remembered from one text to the next.
    if (before !== null && index % RECHECK_EVERY === 0 && judge(before.case.text).answer !== before.answer) note('another answer the second time', before.case);
    before = { case: one, answer };
    if (index % FIXES_EVERY === 0) for (const kind of judgeFixes(one.text)) note(kind, one);
    units += one.text.length;
    if (answer.includes('"rule"')) recognised++;
    if ((index + 1) % PROGRESS_EVERY === 0) print(`  ${index + 1} in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  const seconds = (performance.now() - began) / 1000;
  const judged = index - (options.only ?? 0);
  print(`${judged} mutations in ${seconds.toFixed(1)} s: ${(judged / seconds).toFixed(0)} a second, ${(units / 1e6).toFixed(0)} million units; ${recognised} with findings`);
  print(`slowest ${slowest.ms.toFixed(0)} ms: ${slowest.name}`);
  for (const [kind, { first, count }] of kinds) explain(kind, first, count);
  print(kinds.size === 0 ? 'nothing found' : `FAILED: ${kinds.size} kinds of failure`);
  return kinds.size === 0 ? 0 : 1;

  function explain(kind: string, first: Case, count: number): void {
    const small = kind === 'takes too long' ? first.text : minimise(first.text, (candidate) => failsAs(candidate, kind));
    print(`\n${kind} · ${count} times · first: --seed ${options.seed} --only ${first.index} · ${nameOf(first)}`);
    print(`  ${small.length} units: ${escapeText(small.slice(0, 1500)).replaceAll('\n', '\\n')}`);
    if (!options.keep) return;
    if (!first.source.ours) print('  not kept: the text is not ours, write one of your own that fails alike');
    else writeFileSync(join(root, 'test', 'fuzz', 'found', `${options.seed}-${first.index}.txt`), escapeText(small));
  }
}

function caseOf(sources: readonly Source[], seed: number, index: number): Case {
  const rng: Rng = createRng(Math.imul(seed, 0x9e3779b1) + index);
  const source = rng.pick(sources);
  const { text, chain } = mutate(source.text, rng, rng.pick(sources).text);
  return { index, source, chain, text };
}

function nameOf({ source, chain, text }: Case): string {
  return `${source.name} · ${chain.join(', ')} · ${text.length} units`;
}

/** The same failure with other numbers is the same kind. */
function kindOf(broken: string): string {
  return broken.replaceAll(/\d+/gu, 'N').replaceAll(/\.\d+|findings\.N/gu, '');
}

function failsAs(candidate: string, kind: string): boolean {
  if (kind === 'another answer the second time') return judge(candidate).answer !== judge(candidate).answer;
  return judge(candidate).broken.some((broken) => kindOf(broken) === kind) || judgeFixes(candidate).includes(kind);
}
