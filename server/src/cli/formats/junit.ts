// Output format `junit`: one suite a file, one case a finding; a clean file is one case that passes.

import { visible } from '../escape.ts';
import { fails, type FailOn } from '../run-settings.ts';
import { READINESS, type CheckView, type FindingView } from '../views.ts';
import { SEVERITY_WORDS } from './paint.ts';
import type { Reporter } from './reporter.ts';

export function junit(failOn: FailOn): Reporter<CheckView> {
  return {
    head: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gouji">\n',
    separator: '',
    item: (view) => suite(view, failOn),
    failure: ({ path, message }) =>
      suiteOf(path, { tests: 1, failures: 0, errors: 1, skipped: 0 }, [testCase(path, '读取', `<error ${attribute('message', message)}/>`)]),
    tail: () => '</testsuites>\n',
  };
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

function suite({ path, recognised, findings, [READINESS]: words }: CheckView, failOn: FailOn): string {
  const one = { tests: 1, failures: 0, errors: 0, skipped: 0 };
  if (!recognised) {
    return suiteOf(path, { ...one, skipped: 1 }, [testCase(path, '识别', `<skipped ${attribute('message', '不是政府信息公开工作年度报告')}/>`)]);
  }
  // 可以报送, or what is in the way: findings alone do not tell.
  const readiness = `    <properties><property name="readiness" ${attribute('value', words)}/></properties>\n`;
  if (findings.length === 0) return suiteOf(path, one, [readiness, testCase(path, '检查', '')]);
  const failures = findings.filter(({ severity }) => fails(severity, failOn)).length;
  return suiteOf(path, { tests: findings.length, failures, errors: 0, skipped: 0 }, [
    readiness,
    ...findings.map((finding) => findingCase(path, finding, failOn)),
  ]);
}

function findingCase(path: string, { rule, severity, message, place: inDocument, range: { start } }: FindingView, failOn: FailOn): string {
  const place = inDocument ?? `第${start.line + 1}行第${start.character + 1}列`;
  const text = `${place} ${SEVERITY_WORDS[severity]} ${message}`;
  const body = fails(severity, failOn)
    ? `<failure ${attribute('type', rule)} ${attribute('message', message)}>${escapeXml(text)}</failure>`
    : `<system-out>${escapeXml(text)}</system-out>`;
  return testCase(path, `${rule} ${start.line + 1}:${start.character + 1}`, body);
}

function suiteOf(path: string, { tests, failures, errors, skipped }: Counts, cases: readonly string[]): string {
  const counts = `tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
  return `  <testsuite ${attribute('name', path)} ${counts}>\n${cases.join('')}  </testsuite>\n`;
}

function testCase(path: string, name: string, body: string): string {
  return `    <testcase ${attribute('classname', path)} ${attribute('name', name)}>${body}</testcase>\n`;
}

function attribute(name: string, value: string): string {
  return `${name}="${escapeXml(value).replaceAll('"', '&quot;')}"`;
}

/** Most control characters cannot stand in XML in any form, hence the visible escapes. */
function escapeXml(text: string): string {
  const printable = visible(text).replaceAll(/[\ufffe\uffff]/gu, '\ufffd');
  return printable.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
