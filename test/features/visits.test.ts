// The first code action of a finding without a fix is a harmless one.

import { expect, test } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import { visitActions } from '../../server/src/features/code-actions/visits.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { rangeOf } from '../../server/src/text/lines.ts';
import { composeDraft } from '../support/draft.ts';

const COMMANDS = { uri: 'file:///a.txt', select: 'gouji.select', openRule: 'gouji.openRule', reopen: 'gouji.reopenWithEncoding' };
const DRAFT = composeDraft({ form: '2021', layout: 'tab' });

function visits(text: string, commands: Parameters<typeof visitActions>[2] = COMMANDS) {
  const report = parseReport(text);
  const { findings } = checkReport(report);
  const actions = visitActions({ report, findings, options: {} }, { start: 0, end: text.length }, commands);
  return { report, findings, actions };
}

test('a placeholder is selected, and the next one; then its rule is told', () => {
  const { report, findings, actions } = visits(DRAFT.replace('一、总体情况\n', '一、总体情况\n（文字描述）\nXX局\n'));
  expect(actions.map(({ title }) => title)).toEqual(['选中占位文字“（文字描述）”', '选中下一处“XX”', '查看规则说明：占位文字']);
  expect(actions[0]?.command).toMatchObject({
    command: 'gouji.select',
    arguments: ['file:///a.txt', rangeOf(report.lines, findings[0]?.span ?? { start: 0, end: 0 })],
  });
  expect(actions.every(({ kind, isPreferred }) => kind === 'quickfix' && isPreferred !== true)).toBe(true);
});

test('a doubled heading leads to the other', () => {
  const { actions } = visits(DRAFT.replace('六、其他需要报告的事项\n', '六、其他需要报告的事项\n无。\n六、其他需要报告的事项\n'));
  expect(actions.map(({ title }) => title.split('：')[0])).toEqual(['转到相关处', '查看规则说明']);
});

test('an editor without our commands is offered none', () => {
  expect(visits(DRAFT.replace('一、总体情况\n', '一、总体情况\n（文字描述）\n'), { ...COMMANDS, select: null, openRule: null, reopen: null }).actions).toEqual(
    [],
  );
});

test('bytes that are no text: the draft can be opened again in the other encoding', () => {
  const { actions } = visits(DRAFT.replace('及时发布', '及\ufffd发布'));
  expect(actions.map(({ title, command }) => [title, command?.command])).toEqual([
    ['用 GB18030 编码重新打开', 'gouji.reopenWithEncoding'],
    ['查看规则说明：无法解码', 'gouji.openRule'],
  ]);
});
