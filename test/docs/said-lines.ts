// Writes the `! ` lines of the rules' failing fixtures, what their findings say and offer; `npm run generate` updates them, and
// the difference is to be read.

import { readFileSync } from 'node:fs';
import { checkReport } from '../../server/src/check.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { readFixture, type FixtureCase } from '../support/fixture.ts';
import { createTeller } from '../support/said.ts';

/** File, from the root → text. */
export function fixturesWithSaid(root: URL): ReadonlyMap<string, string> {
  return new Map(RULES.map(({ id }) => [`test/rules/${id}.fail.txt`, restated(id, new URL(`test/rules/${id}.fail.txt`, root))]));
}

function restated(id: string, url: URL): string {
  const cases = readFixture(url).values();
  const tell = createTeller();
  const parts = readFileSync(url, 'utf8').split(/^(=====.*\n)/mu);
  const own = ({ text, suppressions, remains }: FixtureCase) =>
    checkReport(parseReport(text), { suppressions, remains })
      .findings.filter(({ rule }) => rule === id)
      .flatMap((finding) => tell(text, finding));
  return parts
    .map((part) => {
      if (part.startsWith('=====')) return part;
      const fixture = cases.next().value;
      return withSaid(part, fixture === undefined ? [] : own(fixture));
    })
    .join('');
}

function withSaid(part: string, said: readonly string[]): string {
  const changes = part
    .split('\n')
    .filter((line) => !line.startsWith('! '))
    .join('\n')
    .trimEnd();
  return `${changes}\n\n${said.map((line) => `! ${line}\n`).join('')}`;
}
