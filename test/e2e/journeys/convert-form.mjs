// A report of 2022 on the form of 2019 is changed to the newer form; what needs judgement opens beside it.

import { readFile } from 'node:fs/promises';
import { includes } from '../expect.mjs';
import { settled } from '../wait.mjs';

const NAME = '南屏山县梨花镇人民政府2022年政府信息公开工作年度报告.nb.txt';
const draft = await readFile(new URL(`../../samples/${NAME}`, import.meta.url), 'utf8');

export const convertForm = [
  {
    name: 'the older form is changed to the newer one',
    locales: ['zh-cn'],
    files: { [NAME]: draft },
    open: [NAME],
    run: async (editor, { shot }) => {
      await editor.problemsOf((rows) => rows.some(({ text }) => text.includes('2019年的旧格式')), 'the outdated form');
      await editor.commandsMatching('从2019年格式换用2021年格式…');
      await editor.page.locator('.quick-input-list .monaco-list-row').first().click();
      await editor.problemsOf((rows) => !rows.some(({ text }) => text.includes('2019年的旧格式')), 'the form of the year');
      // The list stands in the group beside, which is not the active one.
      const beside = () => editor.page.locator('.editor-group-container:not(.active) .view-line').allInnerTexts();
      const lines = await settled('the list', beside, (shown) => shown.some((line) => line.includes('未填入')));
      includes(lines.join('\n'), '本年制发件数', 'what is to be judged');
      await shot('convert-form');
    },
  },
];
