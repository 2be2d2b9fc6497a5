// Suppressions hold as long as their figures do, and come back saying which changed.

import { describe, expect, test } from 'vitest';
import { NOTE_PLACEHOLDER } from '../../server/src/suppressions/suppression.ts';
import type { DraftLayout } from '../support/draft.ts';
import { changed } from '../features/texts.ts';
import { changeOf, checked, draft, found, NAME, suppressionsIn, written } from './support.ts';

const LAYOUTS: readonly DraftLayout[] = ['space', 'tab', 'pipe'];
/** 制发 2, 废止 1, and nothing in force. */
const STOCK = { 'issued/normative/effective': '0' };
const NOTE = '修订文件已并入2018年文件，现行有效以2018年文件计。';

describe.each(LAYOUTS)('in the %s layout', (layout) => {
  const text = draft(STOCK, layout);

  test('a silenced finding is not reported, also among radicals and CRLF', () => {
    const suppressions = suppressionsIn(written(null, changeOf(text, 'stock-below-flow', null)));
    for (const same of [text, text.replaceAll('\n', '\r\n'), changed(text, '四、政府信息公开行政复议', '四、政府信息公开⾏政复议')]) {
      expect(checked(same).findings.map(({ rule }) => rule)).toContain('stock-below-flow');
      expect(checked(same, suppressions).findings.map(({ rule }) => rule)).not.toContain('stock-below-flow');
      expect(checked(same, suppressions).silenced).toBe(1);
    }
  });

  test('an answered finding is information with its note', () => {
    const suppressions = suppressionsIn(written(null, changeOf(text, 'stock-below-flow', NOTE)));
    const before = found(text, 'stock-below-flow');
    expect(before.severity).toBe('warning');
    expect(found(text, 'stock-below-flow', suppressions)).toMatchObject({
      severity: 'information',
      message: `${before.message}（核实说明：${NOTE}）`,
      span: before.span,
    });
  });

  test('it survives edits elsewhere and comes back when its own number changes, saying which', () => {
    const suppressions = suppressionsIn(written(null, changeOf(text, 'stock-below-flow', NOTE)));
    const elsewhere = draft({ ...STOCK, 'licensing/licences/decisions': '40' }, layout);
    expect(found(elsewhere, 'stock-below-flow', suppressions).severity).toBe('information');
    const other = draft({ ...STOCK, 'issued/normative/made': '3' }, layout);
    const back = found(other, 'stock-below-flow', suppressions);
    expect(back.severity).toBe('warning');
    expect(back.message).toContain(`核实说明已失效：“行政规范性文件·本年制发件数”由 2 改为 3；原说明：${NOTE}`);
    expect(found(text, 'stock-below-flow', suppressions).severity).toBe('information');
  });
});

test('the older form has its own cells and answers', () => {
  const text = draft({ 'applications/carried-in/natural': '' }, 'tab', '2019');
  const suppressions = suppressionsIn(written(null, changeOf(text, 'cell-blank', null)));
  expect(checked(text).findings.map(({ rule }) => rule)).toContain('cell-blank');
  expect(checked(text, suppressions).findings.map(({ rule }) => rule)).not.toContain('cell-blank');
});

describe('the sentence of a finding', () => {
  const sentence = (count: number) => changed(draft({}), '一、总体情况\n', `一、总体情况\n全年共收到政府信息公开申请${count}件。\n`);

  test('keeps it silenced while it says the same', () => {
    const suppressions = suppressionsIn(written(null, changeOf(sentence(18), 'prose-number', null)));
    expect(checked(sentence(18), suppressions).findings).toEqual([]);
    expect(checked(`${sentence(18)}附件：无。\n`, suppressions).findings).toEqual([]);
  });

  test('brings it back with another number', () => {
    const suppressions = suppressionsIn(written(null, changeOf(sentence(18), 'prose-number', null)));
    expect(found(sentence(19), 'prose-number', suppressions).message).toMatch(/（原已设为不再提示，因由 18 改为 19，重新提示）$/u);
  });

  test('brings it back when the table changes', () => {
    const suppressions = suppressionsIn(written(null, changeOf(sentence(18), 'prose-number', null)));
    const table = sentence(18).replace('12\t3\t0\t0\t1\t0\t16', '11\t3\t0\t0\t1\t0\t15');
    expect(
      checked(table, suppressions)
        .findings.map(({ rule, message }) => rule === 'prose-number' && message)
        .filter(Boolean)
        .join(),
    ).toMatch(/（原已设为不再提示，因“一、本年新收·总计”由 16 改为 15，重新提示）$/u);
  });
});

test('of two sentences with the same number only the one that was meant is silenced', () => {
  const one = changed(draft({}), '一、总体情况\n', '一、总体情况\n全年共收到政府信息公开申请18件。\n');
  const suppressions = suppressionsIn(written(null, changeOf(one, 'prose-number', null)));
  const two = changed(one, '18件。\n', '18件。\n全县各级受理信息公开申请18件，均已登记。\n').replace('全县各级受理', '本机关全年受理');
  expect(checked(two).findings.map(({ rule }) => rule)).toEqual(['prose-number', 'prose-number']);
  const left = checked(two, suppressions).findings;
  expect(left).toHaveLength(1);
  expect(left[0]?.message).not.toContain('重新提示');
});

test('a suppression written by hand may do without words: then the values decide, and cells without one are not compared', () => {
  const byHand = (values: string) =>
    suppressionsIn(
      `{"files": {"${NAME}": {"findings": [{"rule": "stock-below-flow", "cells": ["issued/normative/made", "issued/normative/repealed", "issued/normative/effective"], "values": ${values}}]}}}`,
    );
  const reported = (text: string, values: string) => checked(text, byHand(values)).findings.length;
  const other = draft({ ...STOCK, 'issued/normative/made': '3' });
  expect([
    reported(draft(STOCK), '{"issued/normative/made": 2}'),
    reported(other, '{"issued/normative/made": 2}'),
    reported(other, '{"issued/normative/effective": 0}'),
  ]).toEqual([0, 1, 0]);
});

test('a finding without cells is known by its key', () => {
  const text = changed(draft({}), '一、总体情况\n', '一、总体情况\n联系人：XX。\n');
  const suppressions = suppressionsIn(written(null, changeOf(text, 'placeholder', null)));
  expect(checked(text, suppressions).findings).toEqual([]);
  const more = changed(text, '联系人：XX。', '联系人：XX，电话：XX。');
  expect(found(more, 'placeholder', suppressions).message).toContain('因由 1 改为 2，重新提示');
});

test('an error may be silenced, but a note leaves it an error', () => {
  const text = draft({ 'applications/new/total': '17' });
  expect(found(text, 'wrong-cell').severity).toBe('error');
  expect(checked(text, suppressionsIn(written(null, changeOf(text, 'wrong-cell', null))))).toMatchObject({
    findings: [],
    silenced: 1,
    equations: { broken: 2 },
  });
  const noted = found(text, 'wrong-cell', suppressionsIn(written(null, changeOf(text, 'wrong-cell', NOTE))));
  expect(noted.severity).toBe('error');
  expect(noted.message).toContain(NOTE);
});

test('a silenced cell stays silenced while it is what it was, whatever it should be', () => {
  const suppressions = suppressionsIn(written(null, changeOf(draft({ 'applications/new/total': '17' }), 'wrong-cell', null)));
  const other = {
    'applications/new/natural': '10',
    'applications/granted/natural': '6',
    'applications/granted/total': '9',
    'applications/total/natural': '10',
    'applications/total/total': '14',
  };
  expect(checked(draft({ ...other, 'applications/new/total': '17' }), suppressions).findings.map(({ rule }) => rule)).not.toContain('wrong-cell');
  expect(found(draft({ ...other, 'applications/new/total': '18' }), 'wrong-cell', suppressions).message).toContain(
    '（原已设为不再提示，因“一、本年新收·总计”由 17 改为 18，重新提示）',
  );
});

test('a rule that is off says nothing in the file', () => {
  const text = changed(draft(STOCK), '一、总体情况\n', '一、总体情况\n联系人：XX，其它：XX。\n');
  const suppressions = suppressionsIn(written(null, { kind: 'off', rule: 'placeholder' }, { kind: 'off', rule: 'term' }));
  expect(checked(text, suppressions).findings.map(({ rule }) => rule)).toEqual(['stock-below-flow']);
  expect(checked(text, suppressions).silenced).toBe(2);
});

test('a note that was not written yet answers nothing', () => {
  const text = draft(STOCK);
  for (const note of [NOTE_PLACEHOLDER, ' ', '']) {
    const suppressions = suppressionsIn(written(null, changeOf(text, 'stock-below-flow', note)));
    const { justification: _, ...finding } = found(text, 'stock-below-flow', suppressions);
    expect(finding).toEqual(found(text, 'stock-below-flow'));
  }
});

test('what is said of a cell may be worded anew, and what is said of a sentence has its key', () => {
  const text = draft(STOCK);
  const file = written(null, changeOf(text, 'stock-below-flow', null));
  const { text: words } = JSON.parse(file).files['青禾县.nb.txt'].findings[0] as { text: string };
  expect(checked(text, suppressionsIn(changed(file, words, '另一种说法，相差4件'))).findings).toEqual([]);
  const sentence = changed(draft({}), '一、总体情况\n', '一、总体情况\n全年共收到政府信息公开申请18件。\n');
  const told = written(null, changeOf(sentence, 'prose-number', null));
  const { key, text: said } = JSON.parse(told).files['青禾县.nb.txt'].findings[0] as { key: string[]; text: string };
  expect(key).toEqual(['收到政府信息公开申请18件']);
  expect(checked(sentence, suppressionsIn(changed(told, JSON.stringify(said), '"另一种说法"'))).findings).toEqual([]);
});
