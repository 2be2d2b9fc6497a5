// A review of texts that lie in no file, with one planted mistake for each rule that speaks of many reports.

import { parseReport } from '../../server/src/parse/parse.ts';
import { checkSubmission, previousFor } from '../../server/src/units/check-submission.ts';
import { NOTHING_INHERITED } from '../../server/src/suppressions/folder-settings.ts';
import { NO_SUPPRESSIONS } from '../../server/src/suppressions/suppression.ts';
import { comparePassages } from '../../server/src/units/likeness.ts';
import { pairsToCompare, reviewOf, type Review } from '../../server/src/units/review.ts';
import { reviewedYear, rollOf } from '../../server/src/units/roll.ts';
import { submissionOf } from '../../server/src/units/submission.ts';
import type { ReviewFinding } from '../../server/src/units/rules/review-finding.ts';
import { createRng } from '../generator/rng.ts';
import { proseOf, reportText, twoYears, YEAR } from './two-years.ts';

export interface TextFile {
  readonly path: string;
  readonly text: string;
  readonly former?: boolean;
  readonly date?: string;
}

interface Options {
  readonly names: readonly string[];
  /** Of the first of them. */
  readonly aliases?: readonly string[];
  readonly due?: string;
}

export function reviewTexts(files: readonly TextFile[], { names, aliases = [], due }: Options): Review {
  const reports = new Map(files.map(({ path, text }) => [path, parseReport(text)]));
  const submissions = files.flatMap(({ path, text, former = false, date = '2025-01-20' }) => {
    const report = reports.get(path);
    return (report && submissionOf(report, { path, former, date, hash: text })) ?? [];
  });
  const units = names.map((name, index) => ({ name, aliases: index === 0 ? aliases : [], parent: null, level: '县级部门', line: index + 1 }));
  const roll = rollOf(submissions, { units, year: reviewedYear(submissions, due ?? null) });
  const own = { suppressions: NO_SUPPRESSIONS, inherited: NOTHING_INHERITED };
  const checked = new Map(
    roll.entries.flatMap(({ current, previous }) => {
      const report = current === null ? undefined : reports.get(current.path);
      if (current === null || report === undefined) return [];
      const said = { ...NO_SUPPRESSIONS, previous: previous === null ? null : previousFor(current.path, previous) };
      return [[current.path, checkSubmission({ path: current.path, report, placeWords: () => null }, { levels: new Map(), said, badBytes: [], own })] as const];
    }),
  );
  const alike = pairsToCompare(roll).map((pair) => {
    const [here, there] = [reports.get(pair.copy.path), reports.get(pair.source.path)];
    if (here === undefined || there === undefined) throw new Error('a pair of reports that are not there');
    return { ...pair, passages: comparePassages(here, there) };
  });
  return reviewOf({ roll, due: due ?? null, asOf: '2025-02-10', hasList: true, levels: new Map(), checked, alike, versionsOf: () => [], notes: [] });
}

const UNITS = twoYears(8).slice(1);
const [FIRST, SECOND] = UNITS;

/** Clean files of some units, with what is planted in the place of those of the same path. */
function withPlanted(...planted: readonly (TextFile & { readonly gone?: true })[]): readonly TextFile[] {
  const clean = UNITS.flatMap(({ unit, before, now }): TextFile[] => [
    { path: `${unit.name}.txt`, text: reportText(now) },
    { path: `${YEAR - 1}/${unit.name}.txt`, text: reportText(before), former: true },
  ]);
  const named = new Set(planted.map(({ path }) => path));
  return [...clean.filter(({ path }) => !named.has(path)), ...planted.filter(({ gone }) => gone !== true)];
}

function filesFor(rule: string): readonly TextFile[] {
  if (FIRST === undefined || SECOND === undefined) throw new Error('too few units');
  const path = `${FIRST.unit.name}.txt`;
  const text = (parts: Partial<typeof FIRST.now>) => reportText({ ...FIRST.now, ...parts });
  const cells = (more: Readonly<Record<string, number>>) => ({ figures: { cells: { ...FIRST.now.figures.cells, ...more } } });
  switch (rule) {
    case 'unit-absent':
      return withPlanted({ path, text: '', gone: true });
    case 'unit-twice':
      return withPlanted({ path: `${FIRST.unit.name}（修改）.txt`, text: text(cells({ 'licensing/licences/decisions': 7 })) });
    case 'unit-late':
      return withPlanted({ path, text: text({}), date: '2025-02-02' });
    case 'unit-unknown':
      return withPlanted({ path: '某局.txt', text: text({ unit: '临澜市教育体育局', prose: proseOf(createRng(99)) }) });
    case 'report-stale':
      return withPlanted({ path, text: text({ figures: FIRST.before.figures }) });
    case 'outlier':
      return withPlanted({ path, text: text(cells({ 'licensing/licences/decisions': 9000 })) });
    case 'similar-text':
      return withPlanted({ path, text: text({ prose: SECOND.now.prose }) });
    default:
      throw new Error(`nothing is planted for ${rule}`);
  }
}

/** What the rule says of its planted mistake. */
export function plantedFindings(rule: string): readonly ReviewFinding[] {
  const due = rule === 'unit-late' ? { due: '2025-01-31' } : {};
  return reviewTexts(filesFor(rule), { names: UNITS.map(({ unit }) => unit.name), ...due }).units.flatMap(({ findings }) => findings);
}
