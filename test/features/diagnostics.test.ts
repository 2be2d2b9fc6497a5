// Findings as LSP diagnostics, and when one is deferred.

import { expect, it } from 'vitest';
import type { Finding } from '../../server/src/findings/finding.ts';
import { toDiagnostics, withoutDeferred } from '../../server/src/features/to-diagnostic.ts';
import { parseReport } from '../../server/src/parse/parse.ts';

/** `DiagnosticTag.Deprecated` of the protocol. */
const DEPRECATED = 2;
const TEXT = '甲𠀀乙\r\n⼀丙\r\n丁';
const report = parseReport(TEXT);

function finding(from: string, to: string): Finding {
  return {
    rule: 'row-missing',
    class: '强制',
    severity: 'warning',
    message: '缺行。',
    span: { start: TEXT.indexOf(from), end: TEXT.indexOf(to) + to.length },
    cells: ['applications/new/total'],
    expected: 3,
    related: [{ message: '见此', span: { start: TEXT.indexOf('丁'), end: TEXT.length } }],
    fixes: [],
    deferWhileTyping: true,
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

it('holds findings about completeness back while the person writes on from them', () => {
  const draft = parseReport('甲\n一、总体情况\n乙\n丙\n丁\n二、主动公开政府信息情况\n戊');
  const start = draft.text.indexOf('丙');
  const findings = [{ ...finding('乙', '丙'), span: { start, end: start + 1 } }];
  const shown = (typingLine: number | null) => withoutDeferred(draft, findings, typingLine).length;
  // Above it, in it, behind it in the same part, on the next heading, in the next part; and where nobody types.
  expect([shown(2), shown(3), shown(4), shown(5), shown(6), shown(null)]).toEqual([1, 0, 0, 1, 1, 1]);
});

it('never holds back any other finding', () => {
  const { deferWhileTyping: _, ...other } = finding('乙', '丙');
  expect(withoutDeferred(report, [other], 0)).toEqual([other]);
});

it('strikes through what has been replaced, and nothing else', () => {
  const tagsOf = (rule: string) => toDiagnostics(report, [{ ...finding('乙', '乙'), rule }], 'file:///a.nb.txt').map(({ tags }) => tags);
  expect(tagsOf('law-outdated')).toEqual([[DEPRECATED]]);
  expect(tagsOf('row-missing')).toEqual([undefined]);
});
