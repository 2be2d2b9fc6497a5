// Inserted rows, tables and parts land where the form has them, in the report's own layout.

import { expect, test } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { applyEdits } from '../support/apply.ts';
import { composeDraft, type DraftLayout } from '../support/draft.ts';

function fixed(text: string, rule: string): string {
  const fix = checkReport(parseReport(text)).findings.find((finding) => finding.rule === rule)?.fixes[0];
  return fix === undefined ? '' : applyEdits(text, fix.edits);
}

function without(draft: string, ...labels: readonly string[]): string {
  return draft
    .split('\n')
    .filter((line) => !labels.some((label) => line.includes(label)))
    .join('\n');
}

test.each<[DraftLayout, string, string]>([
  ['space', '2.重复申请', '2.重复申请 — — — — — — —'],
  ['space', '5.要求行政机关确认', '5.要求行政机关确认或重新出具已获取信息 — — — — — — —'],
  ['space', '1.信访举报', '1.信访举报投诉类申请 — — — — — — —'],
  ['space', '二、上年结转', '二、上年结转政府信息公开申请数量 — — — — — — —'],
  ['tab', '2.重复申请', '\t\t2.重复申请\t\t\t\t\t\t\t'],
  ['tab', '（二）部分公开', '\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t\t\t\t\t\t\t'],
  ['tab', '四、结转下年度', '四、结转下年度继续办理\t\t\t\t\t\t\t\t\t'],
  ['pipe', '2.重复申请', '|  |  | 2.重复申请 |  |  |  |  |  |  |  |'],
])('in the %s layout %s comes back in its place', (layout, label, expected) => {
  const draft = composeDraft({ form: '2021', layout });
  const restored = fixed(without(draft, label), 'row-missing');
  const at = draft.split('\n').findIndex((line) => line.includes(label));
  expect(restored.split('\n')[at]).toBe(expected);
  expect(restored.split('\n').length).toBe(draft.split('\n').length);
});

test('rows that were lost together come back together', () => {
  const draft = composeDraft({ form: '2021', layout: 'space' });
  const restored = fixed(without(draft, '2.重复申请', '3.要求提供公开出版物'), 'row-missing');
  expect(restored).toBe(draft.replaceAll(/(?<=^(?:2\.重复申请|3\.要求提供公开出版物)) .*$/gmu, ' —'.repeat(7)));
  expect(checkReport(parseReport(restored)).findings.map(({ rule }) => rule)).toEqual(['cell-blank']);
});

test('a whole group comes back under its label', () => {
  const draft = composeDraft({ form: '2021', layout: 'space' });
  const lost = without(draft, '1.本机关不掌握', '2.没有现成', '3.补正后');
  const restored = fixed(lost, 'row-missing');
  expect(restored).toBe(draft.replaceAll(/(?<=^(?:1\.本机关不掌握|2\.没有现成|3\.补正后)[^ ]*) .*$/gmu, ' —'.repeat(7)));
  expect(fixed(lost.replace('（四）无法提供\n', ''), 'row-missing')).toBe(restored);
});

test('a missing table comes as labels without numbers', () => {
  const draft = composeDraft({ form: '2021', layout: 'tab' });
  const start = draft.indexOf('行政复议\t');
  const end = draft.indexOf('\n五、');
  const restored = fixed(draft.slice(0, start) + draft.slice(end), 'table-missing');
  const { findings, equations } = checkReport(parseReport(restored));
  expect(equations.total).toBe(42);
  expect(findings.map((finding) => finding.rule)).toEqual(['cell-blank']);
});

test('a missing part comes with heading and table', () => {
  const draft = composeDraft({ form: '2021', layout: 'tab' });
  const start = draft.indexOf('四、政府信息公开');
  const end = draft.indexOf('五、存在');
  const restored = fixed(draft.slice(0, start) + draft.slice(end), 'section-missing');
  expect(restored.indexOf('四、政府信息公开')).toBe(start);
  expect(checkReport(parseReport(restored)).findings.map((finding) => finding.rule)).toEqual(['cell-blank']);
});

test('the line break of the report is kept', () => {
  const draft = composeDraft({ form: '2021', layout: 'space' }).replaceAll('\n', '\r\n');
  const restored = fixed(draft.replace('2.重复申请 0 0 0 0 0 0 0\r\n', ''), 'row-missing');
  expect(restored).toBe(draft.replace('2.重复申请 0 0 0 0 0 0 0', `2.重复申请${' —'.repeat(7)}`));
});
