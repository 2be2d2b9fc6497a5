// A new report is asked for in two steps; what last year's report in the folder left over stands in it, and is told.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { balanced } from '../drafts/drafts.mjs';
import { equal, includes } from '../expect.mjs';
import { eventually, settled } from '../wait.mjs';

const LAST_YEAR = '青禾县柳溪镇人民政府2023年政府信息公开工作年度报告.txt';

export const newReport = [
  {
    name: 'a new report takes over what last year left',
    locales: ['zh-cn'],
    files: { [LAST_YEAR]: balanced, '说明.txt': '先看这里\n' },
    open: ['说明.txt'],
    run: async (editor, { shot }) => {
      const input = editor.page.locator('.quick-input-widget .quick-input-box input');
      const answer = async (title, text) => {
        await eventually(`the question ${title}`, async () => (await editor.page.locator('.quick-input-title').allInnerTexts()).includes(title));
        if (text !== null) await input.fill(text);
        await editor.press('Enter');
      };
      await editor.commandsMatching('新建年度报告…');
      await editor.page.locator('.quick-input-list .monaco-list-row').first().click();
      await answer('新建年度报告（1/2）', '青禾县柳溪镇人民政府');
      await answer('新建年度报告（2/2）', '2024');
      const lines = await settled('the report', editor.visibleLines, (shown) => shown.some((line) => line.includes('总体情况')));
      equal(lines[0], '青禾县柳溪镇人民政府2024年政府信息公开工作年度报告', 'the title');
      const [told = ''] = await settled('the message', editor.notifications, (shown) => shown.some((text) => text.includes('上年结转')));
      includes(told, '总计1件', 'what was taken over');
      await shot('new-report');
      // The link lies beside the draft, so that is saved first, under the name the editor proposes.
      await editor.pressNotificationButton('保存并关联');
      const name = await settled(
        'the name of the file',
        () => input.inputValue(),
        (value) => value.endsWith('.txt'),
      );
      await shot('new-report-save');
      await editor.press('Enter');
      const file = path.join(editor.folder, '.gouji.json');
      const kept = await eventually('the link', () => readFile(file, 'utf8').catch(() => ''));
      equal(JSON.parse(kept).files[path.basename(name)].previous.path, LAST_YEAR, 'what is linked');
      await shot('new-report-linked');
    },
  },
];
