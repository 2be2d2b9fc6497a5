// Review mode marks the numbers of the prose; selected numbers are added in the status bar.

import { balanced, changed } from '../drafts/drafts.mjs';
import { positionOf } from '../editor.mjs';
import { equal } from '../expect.mjs';
import { settled } from '../wait.mjs';

const NAME = '柳溪镇.nb.txt';
const draft = changed(changed(balanced, '办结15件', '办结14件'), '方便村民查询', '共236条，更新率100%');
const signs = { marked: '✓3 ＝0 ？2 ✗1', mended: '✓4 ＝0 ？2 ✗0' };
const ROW = '一、本年新收政府信息公开申请数量 12 2 0 0 0 1 15';

export const reviewMode = [
  {
    name: 'review mode marks the numbers of the prose',
    locales: ['zh-cn', 'en'],
    files: { [NAME]: draft },
    open: [NAME],
    run: async (editor, { shot }) => {
      const status = (words) => settled(words, editor.ownStatus, (texts) => texts.join('|').includes(words));
      await status('42/42');
      await editor.goTo(positionOf(draft, '办结14件', 4));
      await editor.press('Shift+Alt+g');
      await status(signs.marked);
      await shot('review-mode');
      await editor.press('Backspace');
      await editor.type('5');
      await status(signs.mended);
      await editor.press('Shift+Alt+g');
      await settled('the mode is left', editor.ownStatus, (texts) => texts.length === 1);
    },
  },
  {
    name: 'selected numbers are added in the status bar',
    locales: ['zh-cn'],
    files: { [NAME]: balanced },
    open: [NAME],
    run: async (editor, { shot }) => {
      await settled('the tally', editor.ownStatus, (texts) => texts.join().includes('42/42'));
      await editor.goTo(positionOf(balanced, ROW, ROW.indexOf(' 12')));
      equal((await editor.ownStatus()).length, 1, 'entries without a selection');
      await editor.press('Shift+End');
      await settled('the sum', editor.ownStatus, (texts) => texts.join().includes('6个数之和：15 ✓'));
      await shot('selection-sum');
      await editor.press('Home');
      await settled('no sum', editor.ownStatus, (texts) => texts.length === 1);
    },
  },
];
