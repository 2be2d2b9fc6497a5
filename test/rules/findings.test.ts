// Findings of every rule: exactly what its failing fixture marks, in the words it states, and none in its valid twin.

import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../server/src/findings/finding.ts';
import { MAX_FIRST_SENTENCE, MAX_TITLE } from '../../server/src/findings/limits.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { findingsOf } from '../support/fixture-findings.ts';
import { readFixture, type FixtureCase } from '../support/fixture.ts';
import { createTeller } from '../support/said.ts';

describe.each(RULES.map((rule) => [rule.id] as const))('%s', (id) => {
  const fail = new URL(`${id}.fail.txt`, import.meta.url);
  const pass = new URL(`${id}.pass.txt`, import.meta.url);

  test('has both fixtures', () => {
    expect(existsSync(fail)).toBe(true);
    expect(existsSync(pass)).toBe(true);
  });

  test('finds exactly what the failing fixture marks', () => {
    for (const fixture of readFixture(fail)) {
      expect(show(fixture, findingsOf(fixture)), fixture.name).toEqual(show(fixture, fixture.marks));
      expect(
        fixture.marks.map((mark) => mark.rule),
        fixture.name,
      ).toContain(id);
    }
  });

  test('says and offers what the failing fixture states', () => {
    const tell = createTeller();
    for (const { name, text, said, suppressions, remains } of readFixture(fail)) {
      const own = findingsOf({ text, suppressions, remains }).filter((finding) => finding.rule === id);
      expect(
        own.flatMap((finding) => tell(text, finding)),
        name,
      ).toEqual(said);
    }
  });

  test('is silent on the valid twin', () => {
    for (const fixture of readFixture(pass)) {
      expect(fixture.marks, fixture.name).toEqual([]);
      expect(
        findingsOf(fixture).map((finding) => `${finding.rule}: ${finding.message}`),
        fixture.name,
      ).toEqual([]);
    }
  });

  test('says figures, reason and advice in Chinese, and what matters first', () => {
    for (const { name, text, suppressions, remains } of readFixture(fail)) {
      for (const { message, fixes } of findingsOf({ text, suppressions, remains })) {
        expect(message.split('。')[0]?.length, message).toBeLessThanOrEqual(MAX_FIRST_SENTENCE);
        for (const { title } of fixes) expect(title.length, title).toBeLessThan(MAX_TITLE);
        expect(message, name).toMatch(/^.+。.*请.+。$/u);
        expect(message, name).not.toMatch(/[!！;]|undefined|null|NaN/u);
      }
    }
  });
});

/** Marks and findings as readable lines, in order of place. */
function show({ text }: FixtureCase, items: readonly (Finding | FixtureCase['marks'][number])[]): readonly string[] {
  const lines = items.map((item) => {
    const span = 'span' in item ? item.span : item;
    const line = text.slice(0, span.start).split('\n').length;
    return { span, shown: `${line}: ${item.rule} on 【${text.slice(span.start, span.end)}】` };
  });
  return lines.sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end).map(({ shown }) => shown);
}
