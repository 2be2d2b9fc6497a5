// The rules' pages are what their data say, with examples carried out; `npm run generate` writes them.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { REVIEW_RULES } from '../../server/src/units/rules/review-rules.ts';
import { rulePages, SECTIONS } from '../docs/rule-pages.ts';
import { readExcerpts } from '../support/fixture.ts';

const ROOT = new URL('../../', import.meta.url);
const PAGES = new URL('docs/rules/', ROOT);

test.each([...rulePages(ROOT)])('%s is what `npm run generate` writes', (name, write) => {
  expect(readFileSync(new URL(name, PAGES), 'utf8')).toBe(write());
});

test('no page and no words are left of a rule that is gone', () => {
  expect(readdirSync(PAGES).sort()).toEqual([...rulePages(ROOT).keys()].sort());
  const words = readdirSync(new URL('server/src/rules/', ROOT)).filter((name) => name.endsWith('.md'));
  expect(words.sort()).toEqual(RULES.map(({ id }) => `${id}.md`).sort());
  const ofReviews = readdirSync(new URL('server/src/units/rules/', ROOT)).filter((name) => name.endsWith('.md'));
  expect(ofReviews.sort()).toEqual(REVIEW_RULES.map(({ id }) => `${id}.md`).sort());
});

describe.each(RULES.map(({ id }) => [id] as const))('%s', (id) => {
  test('has words under every heading, once and in order', () => {
    const words = readFileSync(new URL(`server/src/rules/${id}.md`, ROOT), 'utf8');
    expect([...words.matchAll(/^## (.+)\n\n\S/gmu)].map(([, heading]) => heading)).toEqual(SECTIONS);
  });

  test('finds nothing in the draft that the example called right is out of', () => {
    const [excerpt] = readExcerpts(new URL(`${id}.fail.txt`, import.meta.url));
    const { valid = '', draft = '' } = excerpt ?? {};
    expect(valid.split('\n').filter((line) => !draft.split('\n').includes(line))).toEqual([]);
    expect(checkReport(parseReport(draft)).findings).toEqual([]);
  });
});
