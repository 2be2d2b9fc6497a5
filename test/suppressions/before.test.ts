// `.gouji.json` files written before findings had keys still silence what they silenced. The file here was written then, of
// every failing case of the rules; its drafts are known by their text.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import type { Finding } from '../../server/src/findings/finding.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { readSuppressions } from '../../server/src/suppressions/read-config.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { readFixture } from '../support/fixture.ts';

const FILE = new URL('before/.gouji.json', import.meta.url);
/** Entries of cases whose text or findings have been changed since go; where most are gone, the file says nothing any more. */
const FEW = 0.6;

const reading = readSuppressions(readFileSync(FILE, 'utf8'));
if ('problem' in reading) throw new Error(reading.problem);
const written = reading.suppressions;
const met = new Set<string>();

test.each(RULES.map(({ id }) => [id] as const))('what was silenced of %s stays silenced', (id) => {
  for (const { name, text } of readFixture(new URL(`../rules/${id}.fail.txt`, import.meta.url))) {
    const file = `${id} ${createHash('sha256').update(text).digest('hex').slice(0, 12)}.nb.txt`;
    const suppressions = written.get(file);
    if (suppressions === undefined) continue;
    met.add(file);
    // What a rule speaks of may have changed since; what is said of the same cells is silenced.
    const isWritten = ({ rule, cells }: Finding) => suppressions.findings.some((each) => each.rule === rule && each.cells.join() === cells.join());
    expect(
      checkReport(parseReport(text), { suppressions })
        .findings.filter(isWritten)
        .map(({ rule, message }) => `${rule}: ${message}`),
      name,
    ).toEqual([]);
  }
});

test('most of its drafts are still there', () => {
  expect(met.size / written.size).toBeGreaterThan(FEW);
});
