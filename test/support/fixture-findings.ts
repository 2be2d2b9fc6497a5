// Reports and findings of rule fixtures, each text parsed and checked once however many tests look at it.

import { checkReport } from '../../server/src/check.ts';
import type { Finding } from '../../server/src/findings/finding.ts';
import type { Report } from '../../server/src/parse/model.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { NO_SUPPRESSIONS } from '../../server/src/suppressions/suppression.ts';
import type { FixtureCase } from './fixture.ts';

const parsed = new Map<string, Report>();
const found = new Map<string, readonly Finding[]>();

export function reportOf(text: string): Report {
  const report = parsed.get(text) ?? parseReport(text);
  parsed.set(text, report);
  return report;
}

export function findingsOf({ text, suppressions, remains }: Pick<FixtureCase, 'text' | 'suppressions' | 'remains'>): readonly Finding[] {
  if (suppressions !== NO_SUPPRESSIONS || remains.size > 0) return checkReport(reportOf(text), { suppressions, remains }).findings;
  const findings = found.get(text) ?? checkReport(reportOf(text)).findings;
  found.set(text, findings);
  return findings;
}
