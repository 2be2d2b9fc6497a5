// A value lost from, or put into, each row of table three in tab, space, pipe and one-cell layouts: one finding, one fix.

import { checkReport } from '../../../server/src/check.ts';
import type { Cell } from '../../../server/src/parse/model.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { generate } from '../../generator/generate.ts';
import { cellLines, cellLinesPipe } from '../../generator/layouts/cell-lines.ts';
import { NOISES } from '../../generator/noises/index.ts';
import { createRng } from '../../generator/rng.ts';
import { applyEdits } from '../../support/apply.ts';
import { FORM_IDS } from '../../support/forms.ts';
import { drawTable, rowsOf, textOf } from './tables.ts';

export interface Part {
  readonly trials: number;
  readonly failures: readonly string[];
}

const SEED = 91;
const SCALE = 60;
const SHOWN = 4;
/** Shares of rows with one finding, and of those whose fix gives the bytes back. */
const DUE = { once: 0.99, restored: 0.97 };

interface Sample {
  readonly layout: string;
  readonly text: string;
}

export function measureDisplaced(print: (line: string) => void): Part {
  print('  lost and extra values of table three: trials · one finding, first fix restores the bytes, some fix does');
  const failures: string[] = [];
  let trials = 0;
  for (const kind of ['lost', 'extra'] as const) {
    for (const layout of ['tab', 'space', 'pipe', 'cell-lines', 'cell-lines-pipe']) {
      const tally = { trials: 0, once: 0, restored: 0, offered: 0 };
      const missed: string[] = [];
      for (const sample of samples().filter((each) => each.layout === layout)) trySample(sample, kind, tally, missed);
      const share = (count: number) => `${((100 * count) / Math.max(1, tally.trials)).toFixed(1)} %`;
      print(`    ${kind}, ${layout}: ${tally.trials} · ${share(tally.once)}, ${share(tally.restored)}, ${share(tally.offered)}`);
      for (const example of missed.slice(0, SHOWN)) print(`      ${example}`);
      if (tally.once < DUE.once * tally.trials) failures.push(`located: ${kind} values in ${layout}: one finding in ${share(tally.once)}`);
      if (tally.restored < DUE.restored * tally.trials) failures.push(`located: ${kind} values in ${layout}: restored in ${share(tally.restored)}`);
      trials += tally.trials;
    }
  }
  return { trials, failures };
}

function samples(): readonly Sample[] {
  const [none] = NOISES;
  return FORM_IDS.flatMap((form) => [
    ...(['tab', 'space', 'pipe'] as const).map((layout) => ({ layout, text: textOf(form, drawTable(form, SCALE, createRng(SEED)).truth, layout) })),
    ...[cellLines, cellLinesPipe].map((layout) => ({
      layout: layout.name,
      text: generate(SEED, { layout, formKind: form, density: 'dense', ...(none && { noise: none }) }).text,
    })),
  ]);
}

function trySample(
  { text }: Sample,
  kind: 'lost' | 'extra',
  tally: { trials: number; once: number; restored: number; offered: number },
  missed: string[],
): void {
  const rng = createRng(SEED);
  const report = parseReport(text);
  const known = new Set(checkReport(report).findings.map((finding) => `${finding.rule} ${finding.message}`));
  for (const row of rowsOf(report.detectedForm.form)) {
    const cells = [...report.cells.values()].filter((cell) => cell.table === 'applications' && cell.row === row);
    for (let at = 0; at < cells.length; at++) {
      const torn = kind === 'lost' ? without(text, cells, at) : withExtra(text, cells, at, String(rng.int(0, 12)));
      const findings = checkReport(parseReport(torn)).findings.filter((finding) => !known.has(`${finding.rule} ${finding.message}`));
      const results = findings.flatMap((finding) => finding.fixes.map((fix) => applyEdits(torn, fix.edits) === text));
      tally.trials++;
      tally.once += Number(findings.length === 1);
      tally.restored += Number(results[0] === true);
      tally.offered += Number(results.includes(true));
      if (findings.length !== 1 || results[0] !== true) {
        missed.push(
          `${row} ${cells.map((cell) => cell.text).join(' ')} at ${at} → ${findings.map((finding) => `${finding.rule}: ${finding.message}`).join(' | ')}`,
        );
      }
    }
  }
}

/** The value and the separator behind it gone; with the last one, the separator before it. */
function without(text: string, cells: readonly Cell[], at: number): string {
  const [start, end] = at + 1 < cells.length ? [cells[at]?.span.start, cells[at + 1]?.span.start] : [cells[at - 1]?.span.end, cells[at]?.span.end];
  return text.slice(0, start) + text.slice(end);
}

function withExtra(text: string, cells: readonly Cell[], at: number, value: string): string {
  const before = cells[at === cells.length - 1 ? at - 1 : at];
  const after = cells[at === cells.length - 1 ? at : at + 1];
  const start = cells[at]?.span.start ?? 0;
  return text.slice(0, start) + value + text.slice(before?.span.end, after?.span.start) + text.slice(start);
}
