// Fixes of a located mistake: title and edit, and how the cells edited this session change their order.

import { describe, expect, test } from 'vitest';
import { checkReport, type CheckOptions } from '../../server/src/check.ts';
import type { Finding } from '../../server/src/findings/finding.ts';
import type { CellKey } from '../../server/src/forms/form.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { applyEdits } from '../support/apply.ts';
import { composeDraft, draftWith } from '../support/draft.ts';

const WHOLE = composeDraft({ form: '2021', layout: 'tab' });

function only(text: string, options: CheckOptions = {}): Finding {
  const { findings } = checkReport(parseReport(text), options);
  expect(findings).toHaveLength(1);
  return findings[0] as Finding;
}

const ADDEND: CellKey = 'applications/granted/natural';
const wrong = draftWith({ [ADDEND]: '18' });

describe('a wrong addend', () => {
  const finding = only(wrong);

  test('is said with both ways out', () => {
    expect(finding).toMatchObject({ rule: 'wrong-cell', severity: 'error', cells: [ADDEND], actual: 18, expected: 8 });
    expect(finding.message).toContain('应为 8（现为 18）。');
    expect(finding.message).toContain('18 属实的，相关5格要一并修改');
    expect(finding.related).toHaveLength(2);
  });

  test('can be put back, with the computation and what remains', () => {
    const [putBack] = finding.fixes;
    expect(putBack).toMatchObject({ preferred: true, kind: 'value' });
    expect(putBack?.title).toBe('“（一）予以公开·自然人”改为 8（11-3），改后全部成立');
    expect(applyEdits(wrong, putBack?.edits ?? [])).toBe(WHOLE);
  });

  test('can be carried through, and then everything holds', () => {
    const [, through] = finding.fixes;
    expect(through?.title).toBe('保留 18（登记确为此数的），一并修改5格（差额计入“一、本年新收”）');
    expect(checkReport(parseReport(applyEdits(wrong, through?.edits ?? []))).findings).toEqual([]);
  });

  test('that was edited this session comes with the carrying first, and nothing preferred', () => {
    const edited = only(wrong, { edited: new Set([ADDEND]) });
    expect(edited.fixes[0]?.title).toContain('保留 18');
    expect(edited.fixes.some((fix) => fix.preferred)).toBe(false);
    expect({ ...edited, fixes: [] }).toEqual({ ...finding, fixes: [] });
    expect(new Set(edited.fixes.map((fix) => fix.title))).toEqual(new Set(finding.fixes.map((fix) => fix.title)));
  });
});

test('nothing is preferred where a cell of the same sums was edited, or any for cases in a wrong column', () => {
  const besides = only(wrong, { edited: new Set<CellKey>(['applications/granted/business']) });
  expect(besides.fixes.some((fix) => fix.preferred)).toBe(false);
  const misfiled = draftWith({ [ADDEND]: '7', 'applications/granted/other': '1' });
  expect(only(misfiled).fixes.map((fix) => fix.preferred)).toEqual([true]);
  expect(only(misfiled, { edited: new Set<CellKey>(['applications/new/natural']) }).fixes.map((fix) => fix.preferred)).toEqual([false]);
});

test('both rows that may take up the difference are offered by name', () => {
  const { fixes } = only(draftWith({ [ADDEND]: '7' }));
  expect(fixes.map((fix) => /差额计入(“[^”]*”)/u.exec(fix.title)?.[1])).toEqual([undefined, '“一、本年新收”', '“四、结转下年度”']);
});

test('a wrong total is recomputed, with its sum in the title', () => {
  const { fixes } = only(draftWith({ 'applications/granted/total': '12' }));
  expect(fixes.map((fix) => [fix.title, fix.preferred])).toEqual([['总计改为 11（8+2+0+0+1+0），改后全部成立', true]]);
});

test('a fix says how many relations stay broken elsewhere', () => {
  const { findings } = checkReport(parseReport(draftWith({ [ADDEND]: '18', 'disputes/review/total': '3' })));
  expect(findings.map((finding) => finding.rule)).toEqual(['wrong-cell', 'unbalanced']);
  expect(findings[0]?.fixes[0]?.title).toContain('改后还有1条不成立');
});

test('table four never prefers a fix, and says that it cannot tell', () => {
  const finding = only(draftWith({ 'disputes/review/total': '3' }));
  expect(finding.message).toContain('仅凭表四无法判断是总计还是某一分项有误');
  expect(finding.fixes).toHaveLength(5);
  expect(finding.fixes.some((fix) => fix.preferred)).toBe(false);
});

test('a wrong cell that is below zero is one finding', () => {
  expect(only(draftWith({ 'applications/repeat/total': '-5' })).rule).toBe('wrong-cell');
});

test.each([
  ['disputes/review/upheld', '-1', 'cell-negative'],
  ['disputes/direct/total', '1.5', 'cell-not-integer'],
  ['issued/normative/effective', '-1', 'cell-negative'],
  ['issued/regulations/made', '0.5', 'cell-not-integer'],
  ['issued/regulations/made', '1', 'regulation-authority'],
])('%s cannot be %s: one finding, %s', (key, value, rule) => {
  const text = draftWith({ [key]: value });
  expect(only(text).rule).toBe(rule);
  const rest = checkReport(parseReport(text), { levels: new Map([[rule, 'off']]) }).findings;
  expect(rest.length).toBeGreaterThan(0);
});

test('an impossible number hides no mistake in another block', () => {
  const { findings } = checkReport(parseReport(draftWith({ 'disputes/review/upheld': '-1', 'disputes/direct/total': '3' })));
  expect(findings.map(({ rule }) => rule)).toEqual(['cell-negative', 'unbalanced']);
});

test('a lost value is one finding, and its fix gives the bytes back', () => {
  const torn = WHOLE.replace('\t8\t2\t0\t0\t1\t0\t11', '\t8\t0\t0\t1\t0\t11');
  const finding = only(torn);
  expect(finding.rule).toBe('shifted-cells');
  expect(applyEdits(torn, finding.fixes[0]?.edits ?? [])).toBe(WHOLE);
});

test('with the located rule off, what it covered is said as before', () => {
  const torn = WHOLE.replace('\t8\t2\t0\t0\t1\t0\t11', '\t8\t2\t3\t0\t0\t1\t0\t11');
  expect(only(torn, { levels: new Map([['shifted-cells', 'off']]) }).rule).toBe('cell-count');
});

describe('a sentence of the report', () => {
  const said = (text: string, sentence: string) => text.replace('（二）依申请公开。', `（二）依申请公开。${sentence}`);

  test('puts the row it speaks of first, where a total was typed to match its wrong addend', () => {
    const text = said(draftWith({ 'applications/partial/natural': '3', 'applications/partial/total': '3' }), '办理结果中，部分公开2件。');
    const finding = only(text);
    expect(finding.rule).toBe('unbalanced');
    expect(finding.cells.slice(0, 2)).toEqual(['applications/partial/natural', 'applications/partial/total']);
    expect(finding.related[0]?.message).toContain('正文写明');
    expect(applyEdits(text, finding.fixes[0]?.edits ?? [])).toBe(said(WHOLE, '办理结果中，部分公开2件。'));
  });

  test('settles table four, and nothing is preferred', () => {
    const finding = only(said(draftWith({ 'disputes/review/total': '3' }), '发生行政复议2件。'));
    expect(finding).toMatchObject({ rule: 'wrong-cell', cells: ['disputes/review/total'], expected: 2 });
    expect(finding.fixes.some((fix) => fix.preferred)).toBe(false);
  });

  test('that agrees with the number as it stands is quoted against the slip', () => {
    const { findings } = checkReport(parseReport(said(draftWith({ 'applications/granted/total': '12' }), '办理结果中，予以公开12件。')));
    const finding = findings.find(({ rule }) => rule === 'wrong-cell');
    expect(finding?.message).toContain('与现有的数一致');
    expect(finding?.fixes.some((fix) => fix.preferred)).toBe(false);
  });
});
