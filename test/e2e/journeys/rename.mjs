// F2 on the year or on the agency's name: every place is shown first, and what is ticked is changed.

import { balanced } from '../drafts/drafts.mjs';
import { positionOf } from '../editor.mjs';
import { equal } from '../expect.mjs';
import { settled } from '../wait.mjs';

const NAME = '柳溪镇.nb.txt';
const PREVIEW = '.bulk-edit-panel';

export const rename = [
  {
    name: 'the year and the agency are renamed after a preview',
    locales: ['zh-cn'],
    files: { [NAME]: balanced },
    open: [NAME],
    run: async (editor, { shot }) => {
      const { page } = editor;
      const titles = async () => (await editor.visibleLines())[0];
      const renameTo = async (place, name) => {
        await editor.goTo(place);
        await editor.press('F2');
        const box = page.locator('.rename-box input');
        await box.waitFor();
        await box.fill(name);
        await editor.press('Enter');
        await page.locator(`${PREVIEW} .monaco-list-row`).first().waitFor();
        await shot(`rename-preview-${name}`);
        // Nothing is ticked before the person does.
        const boxes = page.locator(`${PREVIEW} .monaco-list-row .edit-checkbox`);
        equal((await titles())?.includes(name), false, 'nothing is written before that');
        for (const each of await boxes.all()) if (!(await each.isChecked())) await each.check();
        await page.locator(`${PREVIEW} .monaco-button`).first().click();
      };
      await settled('the light', editor.ownStatus, (texts) => texts.join().includes('42/42'));
      await renameTo(positionOf(balanced, '2023年政府信息公开', 2), '2024');
      await settled('the year in the title', titles, (line) => line === '青禾县柳溪镇人民政府2024年政府信息公开工作年度报告');
      await settled('no place was left', editor.visibleLines, (lines) => !lines.slice(0, 10).join('\n').includes('2023'));
      await renameTo(positionOf(balanced, '柳溪镇人民政府', 2), '青禾县松林镇人民政府');
      await settled('the agency in the title', titles, (line) => line === '青禾县松林镇人民政府2024年政府信息公开工作年度报告');
      await settled('still in order', editor.ownStatus, (texts) => texts.join().includes('42/42'));
      await shot('renamed');
    },
  },
];
