// Fixes of every rule, applied and checked again: each removes its finding, adds none of higher severity, and a layout fix keeps every number.

import { describe, expect, test } from 'vitest';
import type { CellKey } from '../../server/src/forms/form.ts';
import type { Finding, Fix, Severity } from '../../server/src/findings/finding.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { applyEdits } from '../support/apply.ts';
import { findingsOf, reportOf } from '../support/fixture-findings.ts';
import { readFixture, type FixtureCase } from '../support/fixture.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

describe.each(RULES.map((rule) => [rule.id] as const))('%s', (id) => {
  const fail = new URL(`${id}.fail.txt`, import.meta.url);

  test('its fixes remove the finding and add none of higher severity', () => {
    for (const fixture of readFixture(fail)) {
      for (const finding of findingsOf(fixture).filter((each) => each.rule === id)) {
        expect(finding.fixes.filter((fix) => fix.preferred).length, fixture.name).toBeLessThanOrEqual(1);
        for (const fix of finding.fixes) expectSound(fixture, finding, fix);
      }
    }
  });
});

function expectSound({ name, text, suppressions, remains }: FixtureCase, finding: Finding, fix: Fix): void {
  const where = `${name}, ${fix.title}`;
  const fixed = applyEdits(text, fix.edits);
  const known = new Set(findingsOf({ text, suppressions, remains }).map(identity));
  const after = findingsOf({ text: fixed, suppressions, remains });
  const alike = (findings: readonly Finding[]) => findings.filter((each) => identity(each) === identity(finding)).length;
  expect(alike(after), where).toBeLessThan(alike(findingsOf({ text, suppressions, remains })));
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
