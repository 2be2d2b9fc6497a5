// Every finding that no cell identifies has a key, so that a reworded message brings no silenced one back.

import { expect, test } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { readFixture } from '../support/fixture.ts';

test.each(RULES.map(({ id }) => [id]))('%s', (id) => {
  for (const { name, text, suppressions, remains } of readFixture(new URL(`../rules/${id}.fail.txt`, import.meta.url))) {
    const own = checkReport(parseReport(text), { suppressions, remains }).findings.filter(({ rule }) => rule === id);
    expect(
      own.filter(({ cells, key }) => cells.length === 0 && key === undefined).map(({ message }) => message),
      name,
    ).toEqual([]);
  }
});
