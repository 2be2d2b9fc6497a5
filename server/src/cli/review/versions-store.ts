// Versions of reports in `.gouji/versions/` at the root of a review, one small file a unit.

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readVersions, versionOf, versionsFile, withVersion, writeVersions, type Verdict, type Version } from '../../units/second-look.ts';
import type { Review } from '../../units/review.ts';
import { visible } from '../escape.ts';
import { writeWhole } from '../replace-file.ts';
import { errorCode, whyNot } from '../system-errors.ts';

const FOLDER = join('.gouji', 'versions');

export type VersionsReading = { readonly versions: readonly Version[] } | { readonly problem: string };

export function versionsIn(root: string, unit: string): VersionsReading {
  const file = join(root, FOLDER, versionsFile(unit));
  try {
    const versions = readVersions(readFileSync(file, 'utf8'));
    return versions === null ? { problem: `${visible(file)}：格式有误，无法读取，未比较。请改正或移走` } : { versions };
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? { versions: [] } : { problem: `${visible(file)}：${whyNot(error)}` };
  }
}

/** Adds each report as it is now, where it is not the last that was kept; why not, where something could not be written. */
export function recordVersions(root: string, { units, asOf }: Review, verdict: Verdict): readonly string[] {
  const problems: string[] = [];
  try {
    mkdirSync(join(root, FOLDER), { recursive: true });
  } catch (error) {
    return [`${visible(join(root, FOLDER))}：${whyNot(error)}`];
  }
  for (const { entry, findings } of units) {
    const { current, unit } = entry;
    if (current === null) continue;
    // Read again: another reviewer may have written meanwhile.
    const known = versionsIn(root, unit.name);
    if ('problem' in known) {
      problems.push(known.problem);
      continue;
    }
    const versions = withVersion(known.versions, versionOf(current, findings, { date: asOf, verdict }));
    if (versions === known.versions) continue;
    const file = join(root, FOLDER, versionsFile(unit.name));
    const problem = writeWhole(file, writeVersions(unit.name, versions));
    if (problem !== null) problems.push(`${visible(file)}：${problem}`);
  }
  return problems;
}
