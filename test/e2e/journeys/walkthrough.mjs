// The walkthrough opens its practice draft beside it; mended finding by finding, the draft ends clean and the steps are done.

import { equal } from '../expect.mjs';
import { settled } from '../wait.mjs';

const WORDS = {
  'zh-cn': { title: '勾稽：检查一份年报', open: '打开练习稿', equations: '查看全部勾稽关系' },
  en: { title: 'Gouji: Check an Annual Report', open: 'Open Practice Draft', equations: 'Show All Equations' },
};
const FINDINGS = [
  { text: '“（一）予以公开·自然人”应为 13（现为 31）', fix: '改为 13' },
  { text: '“（二）部分公开·总计”应为 4（现为 6）', fix: '总计改为 4' },
  { text: '正文的“办结22件”', fix: '正文改为 23' },
];

export const walkthrough = [
  {
    name: 'the walkthrough ends with a clean draft',
    locales: ['zh-cn', 'en'],
    files: { '空.txt': '' },
    open: ['空.txt'],
    run: async (editor, { locale, shot }) => {
      const { title, open, equations } = WORDS[locale];
      const { page } = editor;
      await editor.runCommand('Welcome: Open Walkthrough...');
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().click();
      await page.locator('.getting-started-step').filter({ hasText: open }).first().waitFor();
      await page.locator('.gettingStartedContainer .monaco-button').filter({ hasText: open }).first().click();
      await editor.problemsOf((rows) => FINDINGS.every(({ text }) => rows.some((row) => row.text.includes(text))), 'the three findings');
      await shot('walkthrough');
      for (const { text, fix } of FINDINGS) {
        await editor.openProblem(text);
        await editor.openFixes();
        await editor.pickFix(fix);
        await editor.problemsOf((rows) => rows.every((row) => !row.text.includes(text)), `no longer: ${text}`);
      }
      await editor.problemsOf((rows) => rows.length === 0, 'a clean draft');
      equal(
        (await editor.ownStatus()).some((status) => status.includes('42/42 · ')),
        true,
        'the tally',
      );
      const done = page.locator('.gettingStartedContainer .getting-started-step .codicon-getting-started-step-checked.complete');
      await settled(
        'the steps done',
        () => done.count(),
        (count) => count >= 4,
      );
      await shot('walkthrough-done');
      await page.locator('.getting-started-step').filter({ hasText: equations }).first().click();
      await page.locator('.gettingStartedContainer .monaco-button').filter({ hasText: equations }).first().click();
      const tree = page.locator('.pane .monaco-list-row');
      await tree.filter({ hasText: '25/25 ✓' }).click();
      await tree.filter({ hasText: '（一）予以公开：13+2+0+0+1+1 = 17' }).click();
      await settled('the cell in the draft', editor.cursor, (text) => text.includes('35'));
      equal(await page.locator('.editor-group-container .tab').count(), 3, 'tabs: the draft is shown where it was');
      await shot('walkthrough-equations');
    },
  },
];
