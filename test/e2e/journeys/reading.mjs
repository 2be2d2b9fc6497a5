// A number of the text is hovered, followed to its cell, and an article opened: all by keyboard.

import { balanced, brokenTotal } from '../drafts/drafts.mjs';
import { positionOf } from '../editor.mjs';
import { equal } from '../expect.mjs';
import { eventually, settled } from '../wait.mjs';

const NAME = '柳溪镇.nb.txt';
const QUOTE = '办结15件';
const BLOCK = '第二十条第（五）项';
const ROW = '（七）总计';

export const reading = [
  {
    name: 'a number is explained, followed to its cell, and an article opened',
    locales: ['zh-cn', 'en'],
    files: { [NAME]: balanced },
    open: [NAME],
    run: async (editor, { host, shot }) => {
      await settled('the tally', editor.ownStatus, (texts) => texts.join().includes('42/42'));
      await editor.goTo(positionOf(balanced, QUOTE, 2));
      await editor.runCommand('Show or Focus Hover');
      const hover = editor.page.locator('.monaco-hover:visible');
      await eventually('the hover', async () => (await hover.allInnerTexts()).some((text) => text.includes('✓ 与表格一致')));
      await shot('hover');
      await editor.press('Escape');
      await editor.press('F12');
      const { line } = positionOf(balanced, ROW);
      await settled('the cursor in the row of the total', editor.cursor, (text) => new RegExp(`\\D${line + 1}\\D`).test(` ${text}`));
      await editor.runCommand('Show or Focus Hover');
      await eventually('the hover of the cell', async () => (await hover.allInnerTexts()).some((text) => text.includes('第三项加第四项')));
      await shot('hover-cell');
      await editor.press('Escape');
      await editor.goTo(positionOf(balanced, BLOCK, 2));
      await editor.runCommand('Open Link');
      await editor.page.locator('.tab.active').filter({ hasText: 'law.md' }).waitFor();
      await pageShown(editor, host, '第二十条');
      equal(await editor.notifications(), [], 'notifications');
      await shot('law');
    },
  },
  {
    name: 'the name of a rule leads from its finding to its page',
    locales: ['zh-cn'],
    files: { [NAME]: brokenTotal },
    open: [NAME],
    run: async (editor, { host, shot }) => {
      await editor.problemsOf((rows) => rows.length === 1, 'the finding');
      await editor.page.locator('.markers-panel .monaco-link, .markers-panel a').filter({ hasText: 'unbalanced' }).first().click();
      await editor.page.locator('.tab.active').filter({ hasText: 'unbalanced.md' }).waitFor();
      await pageShown(editor, host, 'unbalanced');
      equal(await editor.notifications(), [], 'notifications');
      await shot('rule-page');
    },
  },
];

/** In a browser alone a page opens as text: previews need what many browsers refuse. */
async function pageShown(editor, host, heading) {
  if (host === 'web') {
    await settled('the heading', editor.visibleLines, (lines) => lines.some((line) => line.startsWith('#') && line.endsWith(` ${heading}`)));
  } else {
    const page = editor.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await page.getByRole('heading', { name: heading }).waitFor();
  }
}
