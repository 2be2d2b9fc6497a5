// A text that is no report is left alone: no finding, nothing of it in the status bar, nothing to close.

import { brokenTotal, foreign } from '../drafts/drafts.mjs';
import { equal } from '../expect.mjs';
import { settled } from '../wait.mjs';

export const foreignText = [
  {
    name: 'a foreign text gives no finding and no status noise',
    locales: ['zh-cn'],
    files: { '劳动安排.txt': foreign, '有误.nb.txt': brokenTotal },
    open: ['劳动安排.txt'],
    run: async (editor, { shot }) => {
      // Of the text itself nothing is said; of the folder, that its report was not checked yet.
      const before = await settled(
        'the folder that was not checked',
        () => editor.ownStatus(),
        (texts) => texts.length > 0,
      );
      equal(
        before.map((text) => text.trim()),
        ['勾稽：尚未检查'],
        'status entries of the extension before a report was open',
      );
      // The report proves that the server runs; what it has to say of the foreign text is then known.
      await editor.openFile('有误.nb.txt');
      await editor.problemsOf((rows) => rows.length === 1 && rows[0].severity === 'error', 'the finding of the report');
      await editor.openFile('劳动安排.txt');
      await editor.focusText();
      await editor.press('Control+End');
      await editor.type('\n另有 3 件待办。');
      await editor.openFile('有误.nb.txt');
      await editor.problemsOf((rows) => rows.length === 1, 'still only that finding');
      await editor.openFile('劳动安排.txt');
      // The extension hears of the editor in front a moment later than the tab shows it.
      await settled(
        'no status entry of the extension on a foreign text',
        () => editor.ownStatus(),
        (texts) => texts.length === 0,
      );
      equal(await editor.notifications(), [], 'notifications');
      await shot('foreign');
    },
  },
];
