// What stands above the tables for those who want it?

import { expect, it } from 'vitest';
import { codeLenses } from '../../server/src/features/code-lenses.ts';
import { parseReport } from '../../server/src/report/parse.ts';
import { BOTH_FORMS, PASTED, pasted } from './layouts.ts';

it.each(BOTH_FORMS.flatMap((form) => PASTED.map((layout) => ({ form, layout }))))('counts above tables three and four of $form in $layout', ({ form, layout }) => {
  const text = pasted(form, layout);
  const lines = text.split('\r\n');
  const lenses = codeLenses(parseReport(text)).map(({ range, command }) => [command?.title, command?.command, lines[range.start.line]?.replaceAll(/[\s|]/gu, '').slice(0, 8)]);
  const first = form === '2021' ? '勾稽 39/39' : '勾稽 37/37';
  expect(lenses).toEqual([
    [first, '', '（本列数据的勾稽'],
    ['勾稽 3/3', '', expect.stringMatching(/^⾏政复议/u)],
  ]);
});
