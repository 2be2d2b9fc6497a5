// The status item says how the equations stand; a click shows them all, and choosing one goes to its cell.

import { DISPUTES_ROW_BROKEN, brokenTotal, foreign } from '../drafts/drafts.mjs';
import { positionOf } from '../editor.mjs';
import { equal, includes } from '../expect.mjs';
import { eventually, settled } from '../wait.mjs';

const NAME = '柳溪镇.nb.txt';
const TREE = { 'zh-cn': '勾稽关系', en: 'Equations' };

export const equationTree = [
  {
    name: 'the status item opens the tree of equations',
    locales: ['zh-cn', 'en'],
    files: { [NAME]: brokenTotal, '随笔.txt': foreign },
    open: [NAME],
    run: async (editor, { locale, shot }) => {
      const { page } = editor;
      const pane = page.locator('.pane').filter({ has: page.locator('.pane-header .title', { hasText: new RegExp(`^${TREE[locale]}$`) }) });
      const rows = pane.locator('.monaco-list-row');
      const texts = () => rows.allInnerTexts();
      await settled('the tally', editor.ownStatus, (shown) => shown.join().includes('41/42'));
      await page.locator('.statusbar-item[id^="gouji.gouji"]').first().click();
      const shown = await settled('the tree', texts, (all) => all.some((text) => text.includes('行政复议：')));
      includes(shown.join('\n'), '25/25 ✓', 'a group that holds');
      includes(shown.join('\n'), '行政复议：1+0+1+1 = 3 ≠ 8', 'the broken equation');
      includes(shown.join('\n'), '不成立，相差5', 'its difference');
      await shot('equation-tree');
      await rows.filter({ hasText: '行政复议：' }).click();
      const cell = positionOf(brokenTotal, DISPUTES_ROW_BROKEN, DISPUTES_ROW_BROKEN.indexOf('8'));
      await settled('the cell', editor.cursor, (text) => text.includes(String(cell.line + 1)));
      // The click leaves the focus in the tree; Enter takes it to the cell.
      await editor.press('Enter');
      await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
      await editor.type('3');
      await settled('the tree of the mended text', texts, (all) => all.some((text) => text.includes('行政复议：1+0+1+1 = 3') && text.includes('✓')));
      equal(
        (await editor.ownStatus()).some((text) => text.includes('42/42 · 可以报送 ✓') || text.includes('42/42 · Ready ✓')),
        true,
        'the tally',
      );
      await shot('equation-tree-mended');
      await editor.openFile('随笔.txt');
      await eventually('no tree beside a foreign text', async () => (await pane.count()) === 0);
      equal(await editor.ownStatus(), [], 'nothing in the status bar');
    },
  },
];
