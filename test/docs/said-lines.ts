// Writes the `! ` lines of the rules' failing fixtures, what their findings say and offer; `npm run generate` updates them, and
// the difference is to be read.

import { readFileSync } from 'node:fs';
import { checkReport } from '../../server/src/check.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { NO_SUPPRESSIONS } from '../../server/src/suppressions/suppression.ts';
import { readFixture, type FixtureCase } from '../support/fixture.ts';
import { saidOf } from '../support/said.ts';

/** File, from the root → text. */
export function fixturesWithSaid(root: URL): ReadonlyMap<string, string> {
  return new Map(RULES.map(({ id }) => [`test/rules/${id}.fail.txt`, restated(id, new URL(`test/rules/${id}.fail.txt`, root))]));
}

function restated(id: string, url: URL): string {
  const cases = readFixture(url).values();
  const parts = readFileSync(url, 'utf8').split(/^(=====.*\n)/mu);
  return parts.map((part) => (part.startsWith('=====') ? part : withSaid(part, id, cases.next().value))).join('');
}

function withSaid(part: string, id: string, { text, remarks }: Pick<FixtureCase, 'text' | 'remarks'> = { text: '', remarks: NO_SUPPRESSIONS }): string {
  const changes = part
    .split('\n')
    .filter((line) => !line.startsWith('! '))
    .join('\n')
    .trimEnd();
  const own = checkReport(parseReport(text), { remarks }).findings.filter(({ rule }) => rule === id);
  return `${changes}\n\n${own
    .flatMap((finding) => saidOf(text, finding))
    .map((line) => `! ${line}\n`)
    .join('')}`;
}
