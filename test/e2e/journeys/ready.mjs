// 可以报送, or what is in the way: drafts made to look finished say why they are not, in the editor and in the list of the folder.

import { balanced, brokenTotal, changed } from '../drafts/drafts.mjs';
import { equal, includes } from '../expect.mjs';
import { eventually, settled } from '../wait.mjs';

const READY = '可以报送.nb.txt';
const SILENCED = '不再提示.nb.txt';
const NEW_ROW = '一、本年新收政府信息公开申请数量 12 2 0 0 0 1 15';

/** What each looks like, and what its status says. */
const UNREADY = {
  '未填.nb.txt': [balanced.replaceAll(/(?<=[\p{Script=Han}）])(?: \d+)+$/gmu, ''), '未填'],
  '没有内容.nb.txt': [balanced.replaceAll(/^(（[一二三四五]）[^。\n]{2,12})。.*$/gmu, '$1'), '没有内容'],
  '连写.nb.txt': [changed(balanced, NEW_ROW, NEW_ROW.replace('12 2 0 0 0 1 15', '122000115')), '未核对'],
  [SILENCED]: [brokenTotal, '不再提示的问题1处'],
};

export const ready = [
  {
    name: 'a report is ready, or says what is in the way',
    locales: ['zh-cn'],
    files: {
      [READY]: balanced,
      ...Object.fromEntries(Object.entries(UNREADY).map(([name, [text]]) => [name, text])),
      '.gouji.json': JSON.stringify({ version: 1, files: { [SILENCED]: { off: ['unbalanced'] } } }),
    },
    open: [READY],
    run: async (editor, { shot }) => {
      await settled('the light', editor.ownStatus, (texts) => texts.join().includes('42/42 · 可以报送 ✓'));
      await shot('ready');
      for (const [name, [, reason]] of Object.entries(UNREADY)) {
        await editor.openFile(name);
        const [status = ''] = await settled(`${name} says why`, editor.ownStatus, (texts) => texts.join().includes(reason));
        equal(/可以报送|✓/.test(status), false, `${name}: ${status}`);
        await shot(`ready-${name.replace('.nb.txt', '')}`);
      }
      await editor.page.locator('.statusbar-item[id^="gouji.gouji"]').first().click();
      const message = () => editor.page.locator('.pane .message, .pane .tree-explorer-viewlet-tree-view > .message').allInnerTexts();
      await settled(
        'the same words above the equations',
        message,
        (texts) => texts.join().includes('暂不可报送') && texts.join().includes('不再提示的问题1处'),
      );
      await shot('ready-tree');

      await editor.runOwnCommand('检查文件夹…');
      await settled('the message', editor.notifications, (texts) => texts.join().includes('可以报送1份'));
      await editor.pressNotificationButton('复制清单');
      const list = await eventually('the list', async () => {
        const copied = await editor.page.evaluate(() => navigator.clipboard.readText());
        return copied.includes(READY) && copied;
      });
      const lineOf = (name) => list.split('\n').find((line) => line.includes(name)) ?? '';
      includes(lineOf(READY), '可以报送 ✓', 'the line of the ready report');
      for (const [name, [, reason]] of Object.entries(UNREADY)) {
        includes(lineOf(name), reason, 'the line of one that is not');
        equal(lineOf(name).includes('✓'), false, lineOf(name));
      }
      equal(list.trimEnd().split('\n').at(-1), lineOf(READY), 'what is ready comes last');
    },
  },
];
