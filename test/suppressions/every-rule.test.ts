// Each finding of every rule can be silenced by itself: tried on the rules' own fixtures.

import { expect, test } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import type { Finding } from '../../server/src/findings/finding.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { NO_SUPPRESSIONS, type FileSuppressions } from '../../server/src/suppressions/suppression.ts';
import { subjectOf } from '../../server/src/suppressions/subject.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { readFixture, type FixtureCase } from '../support/fixture.ts';

type Kept = Pick<FixtureCase, 'text' | 'remarks'>;

function remarksOn({ text, remarks }: Kept, findings: readonly Finding[], note: string | null): FileSuppressions {
  const report = parseReport(text);
  return { ...remarks, findings: findings.map((finding) => ({ ...subjectOf(report, finding), note })) };
}

/** What tells findings apart for a person; places move with line ends. */
function shown(text: string, remarks = NO_SUPPRESSIONS): readonly string[] {
  return checkReport(parseReport(text), { remarks }).findings.map(({ rule, message }) => `${rule} ${message}`);
}

test.each(RULES.map(({ id }) => [id]))('%s', (id) => {
  for (const kept of readFixture(new URL(`../rules/${id}.fail.txt`, import.meta.url))) {
    const { text } = kept;
    const { findings } = checkReport(parseReport(text), { remarks: kept.remarks });
    expect(findings.map(({ rule }) => rule)).toContain(id);
    for (const finding of findings.filter(({ rule }) => rule === id)) {
      const others = findings.filter((other) => other.rule !== id || other.message !== finding.message);
      const remarks = remarksOn(kept, [finding], null);
      expect(shown(text, remarks)).toEqual(others.map(({ rule, message }) => `${rule} ${message}`));
      const crlf = text.replaceAll(/\r?\n/gu, '\r\n');
      expect(shown(crlf, remarks)).toEqual(shown(text, remarks));
    }
    expect(shown(text, remarksOn(kept, findings, null))).toEqual([]);
    const answered = checkReport(parseReport(text), { remarks: remarksOn(kept, findings, '已核') }).findings;
    expect(answered.map(({ span, fixes }) => ({ span, fixes }))).toEqual(findings.map(({ span, fixes }) => ({ span, fixes })));
    expect(answered.filter((finding) => finding.class === '核实' && ['error', 'warning'].includes(finding.severity))).toEqual([]);
  }
});
