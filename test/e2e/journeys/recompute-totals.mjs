// Recomputing totals shows what would change, changes nothing on Escape, and then only what stays ticked.

import { DISPUTES_ROW_BROKEN, balanced, brokenTotal as draft } from '../drafts/drafts.mjs';
import { equal, includes } from '../expect.mjs';
import { eventually } from '../wait.mjs';

const NAME = '柳溪镇.nb.txt';
const COMMANDS = { 'zh-cn': '勾稽: 重新计算各项总计…', en: 'Gouji: Recompute Totals…' };

export const recomputeTotals = [
  {
    name: 'recomputed totals are shown before they are written',
    locales: ['zh-cn', 'en'],
    files: { [NAME]: draft },
    open: [NAME],
    run: async (editor, { locale, shot }) => {
      await editor.problemsOf((rows) => rows.length === 1, 'one finding');
      const rows = editor.page.locator('.quick-input-list .monaco-list-row');
      const open = async () => {
        const [command = ''] = (await editor.commandsMatching(COMMANDS[locale].split(' ').slice(1).join(' '))).filter((row) => row !== '');
        includes(command, COMMANDS[locale].split(': ')[1], 'the command in the palette');
        await rows.first().click();
        await eventually('the totals', async () => (await rows.allInnerTexts()).some((text) => text.includes('8 → 3')));
      };
      await open();
      equal(await rows.count(), 1, 'totals that differ');
      await shot('recompute-totals');
      await editor.press('Escape');
      await editor.problemsOf((found) => found.length === 1, 'still the finding');
      await open();
      await editor.press('Enter');
      await editor.problemsOf((found) => found.length === 0, 'no finding once the total is its sum');
      await editor.saveAs(NAME, balanced);
      includes(draft, DISPUTES_ROW_BROKEN, 'the draft was broken to begin with');
    },
  },
];
