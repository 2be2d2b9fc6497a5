// A table is filled from the clipboard, a block that lacks a number is refused, and the file is formatted.

import { DISPUTES_ROW, DISPUTES_ROW_BROKEN, balanced, brokenTotal as draft } from '../drafts/drafts.mjs';
import { positionOf } from '../editor.mjs';
import { equal } from '../expect.mjs';
import { eventually, settled } from '../wait.mjs';

const NAME = '柳溪镇.nb.txt';
const FILL = { 'zh-cn': '用剪贴板的数字填表…', en: 'Fill Table from Clipboard…' };

/** Every blank between two words of a table becomes a tab; the prose keeps its own. */
function formatted(text) {
  const [before, tables, after] = text.split(/(?=^(?:二、主动|五、存在))/mu);
  return before + tables.replaceAll(' ', '\t') + after;
}

export const tables = [
  {
    name: 'a table is filled from the clipboard and formatted',
    locales: ['zh-cn', 'en'],
    files: { [NAME]: draft },
    open: [NAME],
    run: async (editor, { locale, shot }) => {
      const { page } = editor;
      const rows = page.locator('.quick-input-list .monaco-list-row');
      const copy = (text) => page.evaluate((content) => navigator.clipboard.writeText(content), text);
      await editor.problemsOf((found) => found.length === 1, 'one finding');
      await editor.goTo(positionOf(draft, DISPUTES_ROW_BROKEN));
      await copy(DISPUTES_ROW.split(' ').slice(1).join('\t'));
      await editor.runOwnCommand(FILL[locale]);
      await settled('the refusal', editor.notifications, (all) => all.some((text) => text.includes('粘贴的数字有14个，本表需要15个')));
      await shot('fill-refused');
      await copy(DISPUTES_ROW.split(' ').join('\r\n'));
      await editor.runOwnCommand(FILL[locale]);
      await eventually('the cell that changes', async () => (await rows.allInnerTexts()).some((text) => text.includes('8 → 3')));
      equal(await rows.count(), 1, 'cells that change');
      await shot('fill');
      await editor.press('Enter');
      await editor.problemsOf((found) => found.length === 0, 'no finding once the table is filled');
      await editor.runCommand('Format Document');
      await settled('the tabs', editor.visibleLines, (lines) => lines.some((line) => /^1\s{2,}0\s{2,}1/u.test(line)));
      await editor.saveAs(NAME, formatted(balanced));
      await shot('formatted');
      await editor.problemsOf((found) => found.length === 0, 'no finding once the file is formatted');
    },
  },
];
