// Organ in the title, however it is set: in its marks, over lines, behind bullets of another font.

import { expect, test } from 'vitest';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { composeDraft } from '../../support/draft.ts';

const TITLE = '青禾县人民政府办公室2023年政府信息公开工作年度报告';
const draft = composeDraft({ form: '2021', layout: 'space' });

test.each([`《${TITLE}》`, `**${TITLE}**`, '青禾县人民政府办公室\n2023年政府信息公开工作\n年度报告', `标题：${TITLE}（公开版）`])('%s', (title) => {
  const { unit, year } = parseReport(draft.replace(TITLE, title));
  expect({ unit, year: year?.value }).toEqual({ unit: '青禾县人民政府办公室', year: 2023 });
});

test.each([
  '青禾县人民政府\n办公室2023年政府信息公开工作年度报告',
  '青禾县人民政\n府办公室2023年政府信息\n公开工作年度报告',
  '青禾县\n人民政府办公室2023年政府信息公开工作年度报告',
])('a name broken over lines is joined: %j', (title) => expect(parseReport(draft.replace(TITLE, title)).unit).toBe('青禾县人民政府办公室'));

test.each([
  ['青禾县人民政府', '司法局'],
  ['青禾县政务公开', '司法局'],
  ['首页', '办公室'],
  ['青禾县', '乌山镇人民政府'],
])('what stands above a name is left alone: %s, %s', (above, unit) => {
  expect(parseReport(draft.replace(TITLE, `${above}\n${unit}2023年政府信息公开工作年度报告`)).unit).toBe(unit);
});

test('a report cited on the way is no title', () => {
  expect(parseReport(draft.replace(TITLE, `按照《${TITLE}》编写`)).title).toBeNull();
});

test.each(['•', '\uF0B7', '\uFFFC', '■'])('part one is found behind %j', (bullet) => {
  const report = parseReport(draft.replace('一、总体情况', `${bullet} 一、总体情况`));
  expect(report.sections.map(({ id }) => id)).toContain('overview');
});
