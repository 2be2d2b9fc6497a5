// Every rule finds what its failing fixture marks, and nothing in its valid twin; its fixes hold what they promise.

import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CellKey } from '../../server/src/forms/form.ts';
import { checkReport } from '../../server/src/check.ts';
import type { Finding, Fix, Severity } from '../../server/src/findings/finding.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import type { Report } from '../../server/src/parse/model.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { applyEdits } from '../support/apply.ts';
import { NO_SUPPRESSIONS } from '../../server/src/suppressions/suppression.ts';
import { readFixture, type FixtureCase } from '../support/fixture.ts';
import { saidOf } from '../support/said.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

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
    for (const { name, text, said, remarks } of readFixture(fail)) {
      const own = findingsOf({ text, remarks }).filter((finding) => finding.rule === id);
      expect(
        own.flatMap((finding) => saidOf(text, finding)),
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

  test('says figures, reason and advice in Chinese', () => {
    for (const { name, text, remarks } of readFixture(fail)) {
      for (const { message } of findingsOf({ text, remarks })) {
        expect(message, name).toMatch(/^.+。.*请.+。$/u);
        expect(message, name).not.toMatch(/[!！;]|undefined|null|NaN/u);
      }
    }
  });

  test('its fixes remove the finding and add none of higher severity', () => {
    for (const fixture of readFixture(fail)) {
      for (const finding of findingsOf(fixture).filter((each) => each.rule === id)) {
        expect(finding.fixes.filter((fix) => fix.preferred).length, fixture.name).toBeLessThanOrEqual(1);
        for (const fix of finding.fixes) expectSound(fixture, finding, fix);
      }
    }
  });
});

/** Fixtures are looked at by several tests; each text is parsed once. */
const parsed = new Map<string, Report>();
const found = new Map<string, readonly Finding[]>();

function reportOf(text: string): Report {
  const report = parsed.get(text) ?? parseReport(text);
  parsed.set(text, report);
  return report;
}

function findingsOf({ text, remarks }: Pick<FixtureCase, 'text' | 'remarks'>): readonly Finding[] {
  if (remarks !== NO_SUPPRESSIONS) return checkReport(reportOf(text), { remarks }).findings;
  const findings = found.get(text) ?? checkReport(reportOf(text)).findings;
  found.set(text, findings);
  return findings;
}

/** Marks and findings as readable lines, in order of place. */
function show({ text }: FixtureCase, items: readonly (Finding | FixtureCase['marks'][number])[]): readonly string[] {
  const lines = items.map((item) => {
    const span = 'span' in item ? item.span : item;
    const line = text.slice(0, span.start).split('\n').length;
    return { span, shown: `${line}: ${item.rule} on 【${text.slice(span.start, span.end)}】` };
  });
  return lines.sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end).map(({ shown }) => shown);
}

function expectSound({ name, text, remarks }: FixtureCase, finding: Finding, fix: Fix): void {
  const where = `${name}, ${fix.title}`;
  const fixed = applyEdits(text, fix.edits);
  const known = new Set(findingsOf({ text, remarks }).map(identity));
  const after = findingsOf({ text: fixed, remarks });
  const alike = (findings: readonly Finding[]) => findings.filter((each) => identity(each) === identity(finding)).length;
  expect(alike(after), where).toBeLessThan(alike(findingsOf({ text, remarks })));
  const worse = after.filter((each) => !known.has(identity(each)) && RANK[each.severity] > RANK[finding.severity]);
  expect(worse.map(identity), where).toEqual([]);
  if (fix.kind === 'layout') expect(numbersOf(fixed), where).toEqual(numbersOf(text));
}

/** A finding is the same one after an edit elsewhere if rule, cells and words are. */
function identity(finding: Finding): string {
  return `${finding.rule} ${finding.cells.join(' ')} ${finding.message}`;
}

function numbersOf(text: string): ReadonlyMap<CellKey, number | null> {
  const cells = [...reportOf(text).cells.values()];
  return new Map(cells.map((cell) => [cell.key, cell.reading.kind === 'number' ? cell.reading.value : null]));
}
