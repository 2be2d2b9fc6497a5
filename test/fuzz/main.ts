// Goes round the targets until the time or the count is up, a line a minute; then a table, and of each kind of failure one case made small.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARRANGEMENTS } from './targets/arrangements.ts';
import { BYTES } from './targets/bytes.ts';
import { CLAIMS } from './targets/claims.ts';
import { EDITS } from './targets/edits.ts';
import { LOCALISER } from './targets/localiser.ts';
import { MESSAGES } from './targets/messages.ts';
import { PARSER } from './targets/parser.ts';
import type { Runner, Target } from './target.ts';
import { startWatch, type Watch } from './watch.ts';

const TARGETS: readonly Target[] = [PARSER, ARRANGEMENTS, LOCALISER, CLAIMS, EDITS, MESSAGES, BYTES];

export interface FuzzOptions {
  readonly root: string;
  readonly seed: number;
  /** Names of targets; all where there are none. */
  readonly names: readonly string[];
  /** Runs of each target, or null for as long as `seconds` in all. */
  readonly count: number | null;
  readonly seconds: number;
  /** Only this case. */
  readonly only: number | null;
  /** Write what is found beside the fixtures. */
  readonly keep: boolean;
}

/** One line of the table. */
export interface Tally {
  readonly target: Target;
  readonly cases: number;
  readonly kinds: number;
  readonly seconds: number;
}

interface Progress {
  readonly target: Target;
  readonly runner: Runner;
  readonly kinds: Map<string, { readonly first: number; count: number }>;
  next: number;
  runs: number;
  ms: number;
}

/** So long one target works before the next has its turn. */
const TURN_MS = 500;
const LINE_EVERY_MS = 60_000;
const MAX_KINDS = 12;
const MAX_EXAMPLE = 1500;

/** Null where there is no such target. */
export async function main(options: FuzzOptions): Promise<readonly Tally[] | null> {
  const { root, seed, names } = options;
  const targets = TARGETS.filter(({ name }) => names.length === 0 || names.includes(name));
  if (targets.length < names.length) {
    print(`targets: ${TARGETS.map(({ name }) => name).join(', ')}`);
    return null;
  }
  print(`seed ${seed}: ${targets.map(({ name }) => name).join(', ')}`);
  const all = targets.map((target): Progress => ({ target, runner: target.start({ root, seed }), kinds: new Map(), next: options.only ?? 0, runs: 0, ms: 0 }));
  const watch = startWatch();
  await goRound(all, options, watch);
  await watch.stop();
  for (const one of all) await explain(one, options);
  for (const { runner } of all) await runner.stop?.();
  return all.map(tallyOf);
}

async function goRound(all: readonly Progress[], { count, seconds, only }: FuzzOptions, watch: Watch): Promise<void> {
  const began = performance.now();
  const last = only !== null ? only + 1 : (count ?? Number.POSITIVE_INFINITY);
  const until = only !== null || count !== null ? Number.POSITIVE_INFINITY : began + seconds * 1000;
  let lineDue = began + LINE_EVERY_MS;
  for (;;) {
    const left = all.filter(({ next, kinds }) => next < last && kinds.size < MAX_KINDS);
    if (left.length === 0 || performance.now() >= until) return;
    for (const one of left) {
      await turn(one, { last, until: Math.min(until, performance.now() + TURN_MS), watch });
      if (performance.now() < lineDue) continue;
      print(`${Math.round((performance.now() - began) / 60_000)} min: ${all.map(lineOf).join(' · ')}`);
      lineDue += LINE_EVERY_MS;
    }
  }
}

async function turn(one: Progress, { last, until, watch }: { readonly last: number; readonly until: number; readonly watch: Watch }): Promise<void> {
  const { target, runner, kinds } = one;
  const began = performance.now();
  do {
    const index = one.next++;
    watch.expect(`${target.name} ${index}`);
    for (const kind of await runner.run(index)) {
      const known = kinds.get(kind);
      if (known === undefined) kinds.set(kind, { first: index, count: 1 });
      else known.count++;
      if (known === undefined) print(`found by ${target.name}: ${kind} (case ${index})`);
    }
    one.runs++;
  } while (one.next < last && performance.now() < until && kinds.size < MAX_KINDS);
  watch.rest();
  one.ms += performance.now() - began;
}

async function explain({ target, runner, kinds }: Progress, { root, seed, keep }: FuzzOptions): Promise<void> {
  for (const [kind, { first, count }] of kinds) {
    const { name, example, fixture } = await runner.show(first, kind);
    print(`\n${target.name}: ${kind} · ${count} times · first: --seed ${seed} --target '${target.name}' --only ${first} · ${name}`);
    print(`  ${example.slice(0, MAX_EXAMPLE).replaceAll('\n', '\\n')}`);
    if (!keep) continue;
    if (fixture === null) print('  not kept: no text of ours, write one that fails alike');
    else writeFileSync(join(root, 'test', 'fuzz', 'found', `${target.name.replaceAll(' ', '-')}-${seed}-${first}.txt`), fixture);
  }
}

function tallyOf({ target, runs, kinds, ms }: Progress): Tally {
  return { target, cases: runs * (target.casesPerRun ?? 1), kinds: kinds.size, seconds: ms / 1000 };
}

function lineOf(one: Progress): string {
  const { target, cases, kinds } = tallyOf(one);
  return `${target.name} ${cases}${kinds === 0 ? '' : ` (${kinds} FOUND)`}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
