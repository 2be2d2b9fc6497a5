// A whole report, from the wizard to the reopened file: what a clerk does in one sitting.

import { balanced } from '../drafts/drafts.mjs';
import { equal, includes } from '../expect.mjs';
import { eventually, settled } from '../wait.mjs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const LAST_YEAR = '青禾县柳溪镇人民政府2023年政府信息公开工作年度报告.txt';
const NAME = '青禾县柳溪镇人民政府2024年政府信息公开工作年度报告.txt';

/** Stops of the skeleton before table three, in order: the prose of part one, then table two. */
const PROSE = [
  '柳溪镇按照县里的统一部署做好政府信息公开各项工作。',
  '围绕防汛、修路和惠农补贴公布信息，方便村民查询。',
  '',
  '文件印发前同步确定公开属性，并按季度核对目录。',
  '镇政务公开栏和便民服务大厅查阅点保持更新。',
  '年内组织一次业务培训，未发生责任追究情形。',
];
const TABLE_TWO = ['0', '0', '0', '2', '0', '5', '31', '4', '0', '0'];

/** What the spreadsheet holds: 25 rows of seven numbers. The first carried-in number stands in the report already. */
const zeros = (rows) => Array.from({ length: rows }, () => '0\t0\t0\t0\t0\t0\t0');
const ROWS = {
  new: '16\t2\t0\t0\t0\t1\t19',
  carriedIn: '1\t0\t0\t0\t0\t0\t1',
  granted: '9\t1\t0\t0\t0\t1\t11',
  partial: '2\t1\t0\t0\t0\t0\t3',
  thirdParty: '1\t0\t0\t0\t0\t0\t1',
  notHeld: '3\t0\t0\t0\t0\t0\t3',
  total: '15\t2\t0\t0\t0\t1\t18',
  carriedOut: '2\t0\t0\t0\t0\t0\t2',
};
const BLOCK = [
  ROWS.new,
  ROWS.carriedIn,
  ROWS.granted,
  ROWS.partial,
  ...zeros(3),
  ROWS.thirdParty,
  ...zeros(4),
  ROWS.notHeld,
  ...zeros(2 + 5 + 3),
  ROWS.total,
  ROWS.carriedOut,
].join('\n');
const DISPUTES = '1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0';

export const wholeReport = [
  {
    name: 'a whole report is written, from the wizard to the reopened file',
    locales: ['zh-cn'],
    files: { [LAST_YEAR]: balanced },
    open: [LAST_YEAR],
    run: async (editor, { shot }) => {
      const { page, folder } = editor;
      // The wizard proposes the organ of the report in front, once that is read.
      await settled(
        'last year’s report, read',
        () => editor.ownStatus(),
        (texts) => texts.some((text) => text.includes('42/42')),
      );

      await editor.runCommand('勾稽: 新建年度报告…');
      await answerInput(page, null);
      await answerInput(page, '2024');
      await settled(
        'the title',
        () => editor.visibleLines(),
        (lines) => lines[0]?.includes('2024年政府信息公开工作年度报告'),
      );
      await settled(
        'what was carried over',
        () => editor.notifications(),
        (texts) => texts.some((text) => text.includes('1')),
      );
      await shot('whole-1-wizard');

      for (const [index, text] of [...PROSE, ...TABLE_TWO].entries()) {
        if (index > 0) await editor.press('Tab');
        if (text !== '') await editor.type(text);
      }
      await editor.press('Escape');

      await fill(editor, '一、本年新收政府信息公开申请数量', BLOCK);
      await fill(editor, '结果维持\t结果纠正', DISPUTES, 1);
      await shot('whole-2-filled');

      // A typo in a cell: named, with its value, and mended.
      await goToText(editor, '（一）予以公开\t9');
      await editor.press('End');
      for (let index = 0; index < 2; index += 1) await editor.press('Backspace');
      await editor.type('71');
      const [typo] = await editor.problemsOf((rows) => rows.some(({ text }) => text.includes('应为 11')), 'the typo');
      includes(typo.text, '予以公开', 'the cell that is named');
      await shot('whole-3-typo');
      await editor.openFixes();
      await editor.pickFix('改为 11');
      await editor.problemsOf((rows) => rows.every(({ text }) => !text.includes('予以公开')), 'no typo after the fix');

      // The sentence is taken from the table, then contradicted, then restored.
      await goToText(editor, '（二）依申请公开。');
      await editor.press('End');
      await editor.type('新收');
      await editor.takeSuggestion('新收政府信息公开申请19件，上年结转1件');
      await editor.press('Escape');
      await editor.problemsOf((rows) => rows.every(({ text }) => !text.includes('正文的')), 'a sentence that agrees');
      await goToText(editor, '申请19件');
      for (let index = 0; index < 4; index += 1) await editor.press('ArrowRight');
      await editor.press('Backspace');
      await editor.type('8');
      await editor.problemsOf((rows) => rows.some(({ text }) => text.includes('正文的') && text.includes('18件')), 'the contradiction');
      await shot('whole-4-contradicted');
      await editor.press('Backspace');
      await editor.type('9');
      await editor.problemsOf((rows) => rows.every(({ text }) => !text.includes('正文的')), 'no contradiction any more');

      // By the outline to part five and six.
      await goToSymbol(editor, '五、存在的主要问题');
      await goToText(editor, '（一）存在的主要问题。');
      await editor.press('End');
      await editor.type('部分村级信息更新不够及时。');
      await editor.press('ArrowDown');
      await editor.press('ArrowDown');
      await editor.press('End');
      await editor.type('明确专人按月核对。');
      await goToText(editor, '信息处理费收取情况：');
      await editor.press('End');
      await editor.type('未收取信息处理费。');
      await editor.problemsOf((rows) => rows.length === 0, 'no finding in the finished report');

      await editor.runCommand('Format Document');
      await editor.problemsOf((rows) => rows.length === 0, 'no finding after formatting');
      await editor.saveNew(NAME);
      const saved = await eventually('the saved file', () => readFile(path.join(folder, NAME), 'utf8').catch(() => ''));
      for (const row of Object.values(ROWS)) includes(saved, row, 'a row of table three on disk');
      includes(saved, DISPUTES, 'table four on disk');

      await editor.runCommand('View: Close Editor');
      await editor.openFile(NAME);
      await settled(
        'the tally',
        () => editor.ownStatus(),
        (texts) => texts.some((text) => text.includes('42/42')),
      );
      await editor.problemsOf((rows) => rows.length === 0, 'no finding in the reopened file');
      await shot('whole-5-reopened');
      equal(await readFile(path.join(folder, NAME), 'utf8'), saved, 'the file after reopening');
    },
  },
];

/** Answers an input box; null takes what it holds. */
async function answerInput(page, text) {
  const input = page.locator('.quick-input-widget:visible .quick-input-box input');
  await input.waitFor();
  if (text !== null) await input.fill(text);
  const before = await page.locator('.quick-input-title').innerText();
  await page.keyboard.press('Enter');
  await settled(
    'the next step',
    () => page.locator('.quick-input-title:visible').allInnerTexts(),
    (titles) => titles[0] !== before,
  );
}

/** Puts the cursor where `text` stands, by the editor's own search. */
async function goToText(editor, text) {
  const { page } = editor;
  await editor.press('Control+f');
  const input = page.locator('.find-widget.visible .find-part textarea');
  await input.waitFor();
  await input.fill(text);
  await settled(
    'a match',
    () => page.locator('.find-widget.visible .matchesCount').innerText(),
    (count) => /1/u.test(count),
  );
  await editor.press('Enter');
  await editor.press('Escape');
  await page.locator('.find-widget.visible').waitFor({ state: 'hidden' });
  await editor.press('ArrowLeft');
}

async function goToSymbol(editor, name) {
  const { page } = editor;
  await editor.press('Control+Shift+o');
  const input = page.locator('.quick-input-widget:visible .quick-input-box input');
  await input.waitFor();
  await input.fill(`@${name}`);
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first().waitFor();
  await editor.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Fills the table at `text` from the clipboard and confirms what is shown. */
async function fill(editor, text, block, down = 0) {
  const { page } = editor;
  await goToText(editor, text);
  for (let index = 0; index < down; index += 1) await editor.press('ArrowDown');
  await page.evaluate((content) => navigator.clipboard.writeText(content), block);
  await editor.runCommand('勾稽: 用剪贴板的数字填表…');
  await page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row').first().waitFor();
  await editor.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}
