// How does a finding look to an editor, and when does it wait?

import { expect, it } from 'vitest';
import type { Finding } from '../../server/src/check/finding.ts';
import { toDiagnostics, withoutWaiting } from '../../server/src/features/diagnostics.ts';
import { parseReport } from '../../server/src/report/parse.ts';

const TEXT = '甲𠀀乙\r\n⼀丙\r\n丁';
const report = parseReport(TEXT);

function finding(from: string, to: string): Finding {
  return {
    rule: 'row-missing',
    severity: 'warning',
    message: '缺行。',
    span: { start: TEXT.indexOf(from), end: TEXT.indexOf(to) + to.length },
    cells: ['applications/new/total'],
    expected: 3,
    related: [{ message: '见此', span: { start: TEXT.indexOf('丁'), end: TEXT.length } }],
    fixes: [],
    completeness: true,
  };
}

it('counts positions in UTF-16 units', () => {
  const [diagnostic] = toDiagnostics(report, [finding('乙', '⼀')], 'file:///a.nb.txt');
  expect(diagnostic).toEqual({
    range: { start: { line: 0, character: 3 }, end: { line: 1, character: 1 } },
    severity: 2,
    source: '勾稽',
    code: 'row-missing',
    message: '缺行。',
    relatedInformation: [
      { location: { uri: 'file:///a.nb.txt', range: { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } } }, message: '见此' },
    ],
    data: { cells: ['applications/new/total'], expected: 3 },
  });
});

it('holds findings about completeness back while their lines are typed in', () => {
  const findings = [finding('乙', '丙')];
  const shown = (typingLine: number | null) => withoutWaiting(report, findings, typingLine).length;
  expect([shown(0), shown(1), shown(2), shown(null)]).toEqual([0, 0, 1, 1]);
});

it('never holds back any other finding', () => {
  const { completeness: _, ...other } = finding('乙', '丙');
  expect(withoutWaiting(report, [other], 0)).toEqual([other]);
});
