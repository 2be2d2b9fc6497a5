// Measures generated reports: how exactly each layout and each noise is read, and that clean reports have no findings.

import type { Finding } from '../../server/src/findings/finding.ts';
import { type Generated, generateMany } from '../generator/generate.ts';
import { isReadable } from '../generator/layouts/layout.ts';
import type { AccuracyOptions } from './options.ts';
import { brokenSpans, readText, scoreCells } from './score.ts';

interface Tally {
  reports: number;
  cells: number;
  right: number;
  absent: number;
  wrong: number;
  /** Reports whose form, year or organ was not read. */
  misnamed: number;
  errors: number;
  warnings: number;
}

const MINIMUM_RIGHT = 0.999;
const MINIMUM_GLUED_READ = 0.8;
const MAXIMUM_WARNINGS = 0.2;
const SHOWN_PER_LAYOUT = 4;
const WRONG = 'wrong';

/** Prints the tables; the sentences that come back are the thresholds that fail. */
export function measureGenerated(
  { count, firstSeed, wanted }: Pick<AccuracyOptions, 'count' | 'firstSeed' | 'wanted'>,
  print: (line: string) => void,
): readonly string[] {
  const failures: string[] = [];
  const examples = new Map<string, string[]>();
  const byLayout = new Map<string, Tally>();
  const byNoise = new Map<string, Tally>();
  const clean = emptyTally();
  const glued = emptyTally();
  const torn = emptyTally();
  for (const sample of generateMany(count, firstSeed, wanted)) {
    const shown = examples.get(sample.layout.name) ?? [];
    examples.set(sample.layout.name, shown);
    const tally = measureSample(sample, shown);
    if (tally === null) {
      failures.push(`generated: exception on seed ${sample.seed}`);
      continue;
    }
    add(sample.layout.torn === true ? torn : sample.layout.glued === true ? glued : clean, tally);
    addTo(byLayout, sample.layout.name, tally);
    if (isReadable(sample.layout)) addTo(byNoise, sample.noise.name, tally);
  }
  print('generated reports: reports · cells right, absent, wrong · misnamed · errors, warnings a report');
  for (const [name, tally] of byLayout) print(`  layout ${name}: ${tallyLine(tally)}`);
  for (const [name, tally] of byNoise) print(`  noise ${name}: ${tallyLine(tally)}`);
  print(`  all readable layouts: ${tallyLine(clean)}`);
  print(`  glued: ${tallyLine(glued)}`);
  print(`  torn: ${tallyLine(torn)}`);
  for (const shown of examples.values()) {
    // What was read wrongly comes first: nothing else is as bad.
    const sorted = shown.toSorted((a, b) => Number(b.includes(WRONG)) - Number(a.includes(WRONG)));
    for (const example of sorted.slice(0, SHOWN_PER_LAYOUT)) print(`    ${example}`);
  }
  if (clean.right < clean.cells * MINIMUM_RIGHT) failures.push('generated: fewer than 99.9 % of the cells right');
  if (clean.wrong + glued.wrong + torn.wrong > 0) failures.push('generated: cells were read wrongly');
  if (clean.misnamed + glued.misnamed > (clean.reports + glued.reports) * (1 - MINIMUM_RIGHT)) failures.push('generated: form, year or organ misread');
  if (glued.right < glued.cells * MINIMUM_GLUED_READ) failures.push('generated: fewer than 80 % of glued cells read');
  if (clean.errors + glued.errors > 0) failures.push('generated: errors on consistent reports');
  // An extractor took numbers away, so a row with too few of them is a true finding; a flood of them is not.
  if (torn.errors > torn.reports) failures.push('generated: more than one error a report on torn texts');
  if (clean.warnings > clean.reports * MAXIMUM_WARNINGS) failures.push('generated: more than 0.2 warnings a report');
  if ([...examples.values()].flat().some((example) => example.includes('broken span'))) failures.push('generated: a span does not hold its text');
  return failures;
}

function measureSample(sample: Generated, examples: string[]): Tally | null {
  const { expected, seed, layout, noise } = sample;
  const name = `seed ${seed} ${layout.name} ${noise.name}`;
  const reading = readText(sample.text);
  if (reading instanceof Error) {
    examples.push(`${name}: ${reading.message}`);
    return null;
  }
  const { report, result } = reading;
  const score = scoreCells(report, expected.cells);
  const names = [
    [report.detectedForm.id, expected.form],
    [report.year?.value ?? null, expected.year],
    [report.unit, expected.unit],
  ].filter(([found, due]) => found !== due);
  const due = noise.warns ?? [];
  const undue = (finding: Finding): boolean => !due.includes(finding.rule) && !(expected.hybrid && finding.rule === 'form-mixed');
  const errors = result.findings.filter((finding) => finding.severity === 'error' && undue(finding));
  const warnings = result.findings.filter((finding) => finding.severity === 'warning' && undue(finding) && isReadable(layout));
  const [misread] = score.wrong;
  if (misread !== undefined)
    examples.push(`${name}: ${score.wrong.length} ${WRONG}, as ${misread.key} ${misread.expected} read ${JSON.stringify(misread.found)}`);
  else if (score.absent.length > 0 && isReadable(layout)) examples.push(`${name}: ${score.absent.length} absent, as ${score.absent[0]}`);
  for (const [found, wanted] of names) examples.push(`${name}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
  for (const finding of [...errors, ...warnings].slice(0, 2)) examples.push(`${name}: ${finding.severity} ${finding.rule}: ${finding.message}`);
  const broken = brokenSpans(reading);
  if (broken.length > 0) examples.push(`${name}: broken span ${broken[0]}`);
  return {
    reports: 1,
    cells: expected.cells.size,
    right: score.right,
    absent: score.absent.length,
    wrong: score.wrong.length,
    misnamed: names.length > 0 ? 1 : 0,
    errors: errors.length,
    warnings: warnings.length,
  };
}

function emptyTally(): Tally {
  return { reports: 0, cells: 0, right: 0, absent: 0, wrong: 0, misnamed: 0, errors: 0, warnings: 0 };
}

function add(sum: Tally, one: Tally): void {
  for (const name of Object.keys(sum) as (keyof Tally)[]) sum[name] += one[name];
}

function addTo(tallies: Map<string, Tally>, name: string, one: Tally): void {
  const tally = tallies.get(name) ?? emptyTally();
  add(tally, one);
  tallies.set(name, tally);
}

function tallyLine({ reports, cells, right, absent, wrong, misnamed, errors, warnings }: Tally): string {
  const share = cells === 0 ? 100 : (100 * right) / cells;
  const each = (count: number): string => (reports === 0 ? 0 : count / reports).toFixed(2);
  return `${reports} · ${share.toFixed(2)} % of ${cells}, ${absent}, ${wrong} · ${misnamed} · ${each(errors)}, ${each(warnings)}`;
}
