// What stands above the tables for those who want it?

import { expect, it } from 'vitest';
import { codeLenses } from '../../server/src/features/code-lenses.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { equationsIn, FORM_IDS } from '../support/forms.ts';
import { PASTED, pasted } from './layouts.ts';

it.each(FORM_IDS.flatMap((form) => PASTED.map((layout) => ({ form, layout }))))('counts above tables three and four of $form in $layout', ({ form, layout }) => {
  const text = pasted(form, layout);
  const lines = text.split('\r\n');
  const lenses = codeLenses(parseReport(text)).map(({ range, command }) => [command?.title, command?.command, lines[range.start.line]?.replaceAll(/[\s|]/gu, '').slice(0, 8)]);
  const equations = equationsIn(form, 'applications');
  expect(lenses).toEqual([
    [`勾稽 ${equations}/${equations}`, '', '（本列数据的勾稽'],
    ['勾稽 3/3', '', expect.stringMatching(/^⾏政复议/u)],
  ]);
});
