// Each finding of every rule can be silenced by itself: tried on the rules' own fixtures.

import { expect, test } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import type { Finding } from '../../server/src/findings/finding.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { NO_SUPPRESSIONS, type FileSuppressions } from '../../server/src/suppressions/suppression.ts';
import { subjectOf } from '../../server/src/suppressions/subject.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { readFixture, type FixtureCase } from '../support/fixture.ts';

type Kept = Pick<FixtureCase, 'text' | 'suppressions' | 'remains'>;

function suppressionsOn({ text, suppressions }: Kept, findings: readonly Finding[], note: string | null): FileSuppressions {
  const report = parseReport(text);
  return { ...suppressions, findings: findings.map((finding) => ({ ...subjectOf(report, finding), note })) };
}

/** What tells findings apart for a person; places move with line ends. */
function shown({ text, remains }: Pick<Kept, 'text' | 'remains'>, suppressions = NO_SUPPRESSIONS): readonly string[] {
  return checkReport(parseReport(text), { suppressions, remains }).findings.map(({ rule, message }) => `${rule} ${message}`);
}

test.each(RULES.map(({ id }) => [id]))('%s', (id) => {
  for (const kept of readFixture(new URL(`../rules/${id}.fail.txt`, import.meta.url))) {
    const { text, remains } = kept;
    const { findings } = checkReport(parseReport(text), { suppressions: kept.suppressions, remains });
    expect(findings.map(({ rule }) => rule)).toContain(id);
    for (const finding of findings.filter(({ rule }) => rule === id)) {
      const others = findings.filter((other) => other.rule !== id || other.message !== finding.message);
      const suppressions = suppressionsOn(kept, [finding], null);
      expect(shown(kept, suppressions)).toEqual(others.map(({ rule, message }) => `${rule} ${message}`));
      const crlf = text.replaceAll(/\r?\n/gu, '\r\n');
      expect(shown({ text: crlf, remains }, suppressions)).toEqual(shown(kept, suppressions));
    }
    expect(shown(kept, suppressionsOn(kept, findings, null))).toEqual([]);
    const answered = checkReport(parseReport(text), { suppressions: suppressionsOn(kept, findings, '已核'), remains }).findings;
    expect(answered.map(({ span, fixes }) => ({ span, fixes }))).toEqual(findings.map(({ span, fixes }) => ({ span, fixes })));
    expect(answered.filter((finding) => finding.class === '核实' && ['error', 'warning'].includes(finding.severity))).toEqual([]);
  }
});
