// A person at work: a table typed in reading order, then an addend corrected and its totals after it; findings on the way.

import { checkReport } from '../../../server/src/check.ts';
import type { Finding } from '../../../server/src/findings/finding.ts';
import { cellKey, type CellKey } from '../../../server/src/forms/form.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { lineOf } from '../../../server/src/text/lines.ts';
import { createRng } from '../../generator/rng.ts';
import { FORM_IDS } from '../../support/forms.ts';
import type { Part } from './displaced.ts';
import { APPLICANTS, differing, drawTable, isResult, planted, rowsOf, textOf, valuesAfter, type Table } from './tables.ts';
import { OF_SUMS } from './trial.ts';

const TABLES = 4;
const CORRECTIONS = 40;
const SCALE = 60;
const SEED = 515;

export function measureWorking(print: (line: string) => void): Part {
  const tables = FORM_IDS.flatMap((form) => Array.from({ length: TABLES }, (_, index) => drawTable(form, SCALE, createRng(SEED + index))));
  const typed = sumOf(tables.map(typeInOrder));
  print(`  a person at work: typed in reading order, ${typed.steps} cells: ${typed.findings} findings of sums on the way (${typed.broken} broken sums)`);
  const filled = sumOf(tables.map(fillSkeleton));
  print(`    a printed form filled in reading order, ${filled.steps} cells: ${filled.findings} findings of sums (${filled.broken} broken sums)`);
  const corrected = tables.flatMap((table, index) => corrections(table, SEED + index));
  const steps = sumOf(corrected);
  const carried = corrected.filter((one) => one.carried).length;
  const reverted = corrected.reduce((sum, one) => sum + one.reverting, 0);
  print(
    `    an addend corrected, then its totals one by one, ${corrected.length} times, ${steps.steps} states: ${steps.findings} findings (${steps.broken} broken sums), ` +
      `${reverted} with a preferred fix that would undo the work; the first fix carries it through in ${carried}`,
  );
  const failures = [];
  if (typed.findings + filled.findings > 0) failures.push('located: sums are spoken of while a right table is typed');
  if (reverted > 0) failures.push('located: a fix that undoes an edit of this session is preferred');
  if (carried < corrected.length) failures.push('located: a corrected addend is not carried through by the first fix');
  return { trials: typed.steps + filled.steps + steps.steps, failures };
}

interface Counts {
  readonly steps: number;
  readonly findings: number;
  readonly broken: number;
}

function sumOf(counts: readonly Counts[]): Counts {
  const add = (name: keyof Counts) => counts.reduce((sum, each) => sum + each[name], 0);
  return { steps: add('steps'), findings: add('findings'), broken: add('broken') };
}

/** The text up to each cell in turn; findings about the line being typed wait in the editor and do not count. */
function typeInOrder({ formName, truth }: Table): Counts {
  const text = textOf(formName, truth, 'tab');
  const cells = [...parseReport(text).cells.values()].filter((cell) => cell.table === 'applications');
  const states = cells.map(({ span }) => {
    const report = parseReport(text.slice(0, span.end));
    const { findings, equations } = checkReport(report);
    const line = lineOf(report.lines, span.end);
    const waits = (finding: Finding) =>
      finding.deferWhileTyping === true && lineOf(report.lines, finding.span.start) <= line && line <= lineOf(report.lines, finding.span.end);
    return { findings: findings.filter((finding) => OF_SUMS.has(finding.rule) && !waits(finding)).length, broken: equations.broken };
  });
  return sumOf(states.map((state) => ({ steps: 1, ...state })));
}

function fillSkeleton(table: Table): Counts {
  const keys = [...table.report.cells.values()].filter((cell) => cell.table === 'applications').map((cell) => cell.key);
  const states = keys.map((_, index) => stateOf(table, new Map(keys.slice(index + 1).map((key) => [key, null])), new Set()));
  return sumOf(states);
}

function stateOf(table: Table, changes: ReadonlyMap<CellKey, number | null>, edited: ReadonlySet<CellKey>): Counts & { readonly sums: readonly Finding[] } {
  const { findings, equations } = checkReport(planted(table, changes), { edited });
  const sums = findings.filter((finding) => OF_SUMS.has(finding.rule));
  return { steps: 1, findings: sums.length, broken: equations.broken, sums };
}

interface Correction extends Counts {
  readonly carried: boolean;
  readonly reverting: number;
}

/** The clerk's aim is the changed table: its totals and 新收 follow the addend. */
function corrections(table: Table, seed: number): readonly Correction[] {
  const rng = createRng(seed);
  return Array.from({ length: CORRECTIONS }, () => {
    const key = (row: string, column: string) => cellKey('applications', row, column);
    const row = rng.pick(rowsOf(table.form).filter(isResult));
    const column = rng.pick(APPLICANTS);
    const by = rng.int(1, 9);
    const order = [key(row, column), key(row, 'total'), key('total', column), key('total', 'total'), key('new', column), key('new', 'total')];
    const aim = new Map(table.truth);
    for (const each of order) aim.set(each, (aim.get(each) ?? 0) + by);
    const changes = new Map<CellKey, number>();
    const states = order.slice(0, -1).map((each) => {
      changes.set(each, aim.get(each) ?? 0);
      const state = stateOf(table, new Map(changes), new Set(changes.keys()));
      return { ...state, now: new Map([...table.truth, ...changes]) };
    });
    const [first] = states;
    const left = (state: (typeof states)[number], edits: Parameters<typeof valuesAfter>[2]) => differing(aim, valuesAfter(table, state.now, edits));
    const reverting = states.filter((state) =>
      state.sums.some((finding) => finding.fixes.some((fix) => fix.preferred && left(state, fix.edits) > differing(aim, state.now))),
    ).length;
    const carried = first !== undefined && left(first, first.sums[0]?.fixes[0]?.edits ?? []) === 0;
    return { ...sumOf(states), carried, reverting };
  });
}
