// Measures the localiser: mistakes of each class planted into tables of every form and four scales, and whether the wrong cell
// is named.

import type { FormId } from '../../server/src/forms/form.ts';
import { createRng } from '../generator/rng.ts';
import { FORM_IDS } from '../support/forms.ts';
import { CLASSES, type MistakeClass } from './located/classes.ts';
import { measureBlanks } from './located/blanks.ts';
import { measureCorpus } from './located/corpus.ts';
import { measureDisplaced } from './located/displaced.ts';
import { drawTable, SCALES, type Table } from './located/tables.ts';
import { tryMistake, type Outcome } from './located/trial.ts';
import { measureWorking } from './located/working.ts';

const TABLES_PER_SCALE = 14;
const SEED = 4_000;
const SHOWN = 6;

interface Tally {
  trials: number;
  found: number;
  once: number;
  pinned: number;
  first: number;
  listed: number;
  right: number;
  wrong: number;
  worsened: number;
}

/** Prints the tables; the sentences that come back are the thresholds that fail. `folder` holds the real reports, where at hand. */
export function measureLocated(folder: string | null, print: (line: string) => void): readonly string[] {
  const failures: string[] = [];
  const sets = FORM_IDS.flatMap((form) => SCALES.map((scale) => ({ form, scale, tables: tablesOf(form, scale) })));
  print('located: trials · found, once, pinned, true first, true listed · preferred fix right, wrong, worse');
  let trials = 0;
  for (const mistakes of CLASSES) {
    const all = emptyTally();
    const missed: string[] = [];
    print(`  ${mistakes.name}`);
    for (const { form, scale, tables } of sets) {
      const tally = emptyTally();
      for (const [index, table] of tables.entries()) measure(mistakes, table, SEED + index, tally, missed);
      for (const name of names(all)) all[name] += tally[name];
      print(`    ${form}, to ${scale}: ${line(tally)}`);
    }
    print(`    all: ${line(all)}`);
    for (const example of missed.slice(0, SHOWN)) print(`      ${example}`);
    failures.push(...shortfalls(mistakes, all));
    trials += all.trials;
  }
  const parts = [
    measureDisplaced(print),
    measureBlanks(
      sets.flatMap(({ tables }) => tables.slice(0, 2)),
      print,
    ),
    measureWorking(print),
    measureCorpus(folder, print),
  ];
  for (const part of parts) {
    trials += part.trials;
    failures.push(...part.failures);
  }
  print(`  ${trials} trials`);
  return failures;
}

function tablesOf(form: FormId, scale: number): readonly Table[] {
  const rng = createRng(SEED + scale + FORM_IDS.indexOf(form));
  return Array.from({ length: TABLES_PER_SCALE }, () => drawTable(form, scale, rng));
}

function measure(mistakes: MistakeClass, table: Table, seed: number, tally: Tally, missed: string[]): void {
  const rng = createRng(seed * 7919 + table.scale);
  for (let trial = 0; trial < mistakes.perTable; trial++) {
    const planted = mistakes.plant(table, rng);
    if (planted === null) continue;
    const outcome = tryMistake(table, planted.changes, planted.facts);
    add(tally, outcome);
    const well = (mistakes.due.pinned === undefined || outcome.pinned) && (mistakes.due.first === undefined || outcome.first) && outcome.listed;
    if (!well || outcome.worsened || outcome.preferred === 'wrong') missed.push(example(table, planted.changes, outcome));
  }
}

function add(tally: Tally, outcome: Outcome): void {
  tally.trials++;
  tally.found += Number(outcome.findings.length > 0);
  tally.once += Number(outcome.findings.length === 1 && outcome.others.length === 0);
  tally.pinned += Number(outcome.pinned);
  tally.first += Number(outcome.first);
  tally.listed += Number(outcome.listed);
  tally.right += Number(outcome.preferred === 'right');
  tally.wrong += Number(outcome.preferred === 'wrong');
  tally.worsened += Number(outcome.worsened);
}

function shortfalls({ name, due, unpreferred }: MistakeClass, tally: Tally): readonly string[] {
  const failures: string[] = [];
  const require = (share: number, count: number, what: string) => {
    if (count < share * tally.trials) failures.push(`located: ${name}: ${what} in ${percent(count, tally)}, due ${(100 * share).toFixed(0)} %`);
  };
  require(1, tally.found, 'found');
  for (const what of ['pinned', 'first', 'listed', 'once'] as const) require(due[what] ?? 0, tally[what], what);
  if (tally.worsened > 0) failures.push(`located: ${name}: a preferred fix left more wrong cells ${tally.worsened} times`);
  if (unpreferred && tally.right + tally.wrong > 0) failures.push(`located: ${name}: a fix was preferred`);
  return failures;
}

function example(table: Table, changes: ReadonlyMap<string, number>, outcome: Outcome): string {
  const planted = [...changes].map(([key, value]) => `${key} ${value} for ${table.truth.get(key as never)}`).join(', ');
  const said = outcome.findings.map((finding) => `${finding.rule} ${finding.cells.slice(0, 4).join(' ')} ${finding.expected ?? ''}`).join('; ');
  return `${table.formName} to ${table.scale}: ${planted} → ${said}${outcome.listed ? '' : ' NOT LISTED'}`;
}

function line(tally: Tally): string {
  const { trials, found, once, pinned, first, listed, right, wrong, worsened } = tally;
  const shares = [found, once, pinned, first, listed].map((count) => percent(count, tally)).join(', ');
  return `${trials} · ${shares} · ${right}, ${wrong}, ${worsened}`;
}

function percent(count: number, { trials }: Tally): string {
  return `${trials === 0 ? 100 : ((100 * count) / trials).toFixed(1)} %`;
}

function emptyTally(): Tally {
  return { trials: 0, found: 0, once: 0, pinned: 0, first: 0, listed: 0, right: 0, wrong: 0, worsened: 0 };
}

function names(tally: Tally): readonly (keyof Tally)[] {
  return Object.keys(tally) as (keyof Tally)[];
}
