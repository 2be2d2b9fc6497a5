// Writing is choosing: a sentence with the table's numbers, a lost row put back with its places to fill in.

import { balanced, changed } from '../drafts/drafts.mjs';
import { includes } from '../expect.mjs';
import { positionOf } from '../editor.mjs';
import { settled } from '../wait.mjs';

const NAME = '新稿.nb.txt';
const SENTENCE = '全年新收政府信息公开申请15件，上年结转1件，办结15件，结转下年度继续办理1件。';
const WRITTEN = '新收政府信息公开申请15件，上年结转1件，办结15件，结转下年度1件。';
const withoutSentence = changed(balanced, SENTENCE, '');
const [ROW = ''] = /^2\.重复申请.*$/mu.exec(balanced) ?? [];
const withoutRow = changed(balanced, `${ROW}\n`, '');

export const writing = [
  {
    name: 'a sentence is written from the table',
    locales: ['zh-cn'],
    files: { [NAME]: withoutSentence },
    open: [NAME],
    run: async (editor, { shot }) => {
      await settled('the extension', editor.ownStatus, (texts) => texts.length > 0);
      await editor.goTo(positionOf(withoutSentence, '（二）依申请公开。', '（二）依申请公开。'.length));
      await editor.page.keyboard.type('xszf');
      await editor.suggested(WRITTEN);
      await shot('sentence-offered');
      await editor.takeSuggestion(WRITTEN);
      await editor.problemsOf((rows) => rows.length === 0, 'no finding about what was written');
      await editor.saveAs(NAME, changed(withoutSentence, '（二）依申请公开。', `（二）依申请公开。${WRITTEN}`));
    },
  },
  {
    name: 'a lost row comes back with its places to fill in',
    locales: ['zh-cn'],
    files: { [NAME]: withoutRow },
    open: [NAME],
    run: async (editor, { shot }) => {
      await editor.problemsOf((rows) => rows.length === 1, 'the missing row');
      await editor.openProblem('重复申请');
      await editor.openFixes();
      await editor.pickFix('补上');
      const lines = await settled('the row', editor.visibleLines, (shown) => shown.some((line) => line.includes('2.重复申请')));
      includes(lines.join('\n'), '2.重复申请 — — — — — — —', 'the row, nothing filled in');
      await shot('row-put-back');
      // The first cell is selected; the second is reached by the tabulator key.
      for (const digit of ['7', '0', '0', '0', '0', '0', '7']) {
        await editor.page.keyboard.type(digit);
        await editor.press('Tab');
      }
      await settled('the filled row', editor.visibleLines, (shown) => shown.some((line) => line.includes('2.重复申请 7 0 0 0 0 0 7')));
    },
  },
];
