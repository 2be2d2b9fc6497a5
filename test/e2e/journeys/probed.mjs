// A report is a report whatever its file is called: plain text, renamed, or pasted into an unsaved document.

import { DISPUTES_ROW_BROKEN, balanced, brokenTotal } from '../drafts/drafts.mjs';
import { positionOf } from '../editor.mjs';
import { equal, includes } from '../expect.mjs';
import { settled } from '../wait.mjs';

const PLAIN_TEXT = { en: 'Plain Text', 'zh-cn': '纯文本' };
const REPORT = '政府信息公开年报';
const OFFER = { en: 'Use the language mode for annual reports', 'zh-cn': '改用“政府信息公开年报”语言模式' };
/** VS Code guesses the language about a second after a paste, later while its model is being loaded. */
const GUESS_MS = 30_000;
/** Long enough for anything that would still come. */
const LOOK_AGAIN_MS = 10_000;
const oneError = (rows) => rows.length === 1 && rows[0].severity === 'error';

export const probed = [
  {
    name: 'a draft whose name holds a percent sign is checked',
    locales: ['zh-cn'],
    files: { '办结率100%.txt': brokenTotal },
    open: ['办结率100%.txt'],
    run: async (editor) => {
      await editor.problemsOf(oneError, 'one finding');
    },
  },
  {
    name: 'a report in a plain .txt is checked and stays plain text',
    locales: ['zh-cn', 'en'],
    files: { '材料.txt': brokenTotal },
    open: ['材料.txt'],
    run: async (editor, { locale, shot }) => {
      await editor.problemsOf(oneError, 'one finding');
      equal(await editor.statusItem('status.editor.mode'), PLAIN_TEXT[locale], 'the language');
      await editor.goTo(positionOf(brokenTotal, DISPUTES_ROW_BROKEN, DISPUTES_ROW_BROKEN.indexOf('8')));
      includes((await editor.openFixes()).join('\n'), '改为 3', 'the fixes offered');
      await shot('plain-text');
      await editor.pickFix('改为 3');
      await editor.problemsOf((rows) => rows.length === 0, 'no finding after the fix');
      equal(await editor.statusItem('status.editor.mode'), PLAIN_TEXT[locale], 'the language after the fix');
    },
  },
  {
    name: 'a report that is renamed away from .nb.txt is still checked',
    locales: ['zh-cn'],
    files: { '草稿.nb.txt': brokenTotal },
    open: ['草稿.nb.txt'],
    run: async (editor, { locale }) => {
      await editor.problemsOf(oneError, 'one finding');
      await editor.renameFile('草稿.nb.txt', '改名.txt');
      await editor.activeTab('改名.txt');
      await editor.problemsOf(oneError, 'the finding under the new name, once');
      equal(await editor.statusItem('status.editor.mode'), PLAIN_TEXT[locale], 'the language');
    },
  },
  {
    name: 'a report pasted into an untitled document is checked, whatever language it is taken for',
    locales: ['zh-cn', 'en'],
    files: { '空.txt': '' },
    open: ['空.txt'],
    run: async (editor, { host, locale, shot }) => {
      await editor.runCommand('File: New Untitled Text File');
      await editor.activeTab('Untitled-1');
      await editor.paste(brokenTotal);
      await editor.problemsOf(oneError, 'one finding');
      // A desktop guesses as the web does; this node host guesses nothing.
      if (host === 'node') await editor.setLanguage('Ini');
      else
        await settled(
          'another language',
          () => editor.statusItem('status.editor.mode'),
          (text) => text !== PLAIN_TEXT[locale],
          GUESS_MS,
        );
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
      equal((await editor.statusItem('status.editor.mode')) === PLAIN_TEXT[locale], false, 'the language is another one');
      await editor.problemsOf(oneError, 'still the finding');
      equal(await editor.squiggles(), 1, 'its mark in the text');
      await settled('the status', editor.ownStatus, (texts) => texts.join().includes('41/42'));
      await shot('untitled');
      await editor.goTo(positionOf(brokenTotal, DISPUTES_ROW_BROKEN, DISPUTES_ROW_BROKEN.indexOf('8')));
      includes((await editor.openFixes()).join('\n'), '改为 3', 'the fixes offered');
      await editor.pickFix('改为 3');
      await editor.problemsOf((rows) => rows.length === 0, 'no finding after the fix');
      await editor.press('Control+k');
      await editor.press('Control+i');
      await settled(
        'the hover',
        () => editor.page.locator('.monaco-hover:visible').allInnerTexts(),
        (texts) => texts.join().includes('行政复议'),
      );
      await editor.press('Escape');
      await editor.page.locator('[id="status.languageStatus"]').click();
      await editor.page.locator('.hover-language-status').getByText(OFFER[locale]).click();
      await settled(
        'our language',
        () => editor.statusItem('status.editor.mode'),
        (text) => text === REPORT,
      );
      await settled('the status in our language', editor.ownStatus, (texts) => texts.join().includes('42/42'));
      await shot('untitled-language');
    },
  },
  {
    name: 'a balanced report gives no finding, whatever it is called',
    locales: ['zh-cn'],
    files: { '平衡.txt': balanced, '平衡.nb.txt': balanced, '平衡.md': balanced, '有误.txt': brokenTotal },
    open: ['平衡.nb.txt'],
    run: async (editor) => {
      for (const name of ['平衡.txt', '平衡.md', '有误.txt']) await editor.openFile(name);
      await editor.problemsOf(oneError, 'only the finding of 有误.txt');
    },
  },
];
