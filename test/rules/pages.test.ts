// Does every rule's page say what the rule says, with examples that the fixtures carry out?

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultSeverity } from '../../server/src/check/check.ts';
import type { Severity } from '../../server/src/check/finding.ts';
import { RULES } from '../../server/src/check/registry.ts';
import { readFixture } from '../support/fixture.ts';

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', information: '信息', hint: '提示（最轻）' };
const PAGES = new URL('../../docs/rules/', import.meta.url);

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('heads its page with class, severity and summary', () => {
    const severity = SEVERITY_WORDS[defaultSeverity(rule)];
    expect(pageOf(id).split('\n').slice(0, 5)).toEqual([`# ${id}`, '', `${rule.class} · 默认显示为“${severity}”`, '', rule.summary]);
  });

  test('takes its examples from the fixtures', () => {
    const [wrong = '', right = ''] = [...pageOf(id).matchAll(/```text\n(.*?)```/gsu)].map((match) => match[1] ?? '');
    expect(textsOf(id, 'fail').some((text) => `\n${text}`.includes(`\n${wrong}`))).toBe(true);
    expect(textsOf(id, 'pass').some((text) => `\n${text}`.includes(`\n${right}`))).toBe(true);
  });
});

test('no page is left of a rule that is gone', () => {
  expect(readdirSync(PAGES).sort()).toEqual(RULES.map((rule) => `${rule.id}.md`).sort());
});

function pageOf(id: string): string {
  return readFileSync(new URL(`${id}.md`, PAGES), 'utf8');
}

function textsOf(id: string, kind: 'fail' | 'pass'): readonly string[] {
  return readFixture(new URL(`${id}.${kind}.txt`, import.meta.url)).map((fixture) => fixture.text);
}
