// A check that never ends: said of the one document, the server started again once, the others checked as ever.

import path from 'node:path';
import { balanced, brokenTotal, DISPUTES_ROW_BROKEN } from '../drafts/drafts.mjs';
import { positionOf } from '../editor.mjs';
import { equal, includes } from '../expect.mjs';
import { ENDLESS, plantedServers } from '../planted.mjs';
import { servers } from '../servers.mjs';
import { settled } from '../wait.mjs';

const [STUCK, OTHER] = ['甲镇.nb.txt', '乙镇.nb.txt'];
const UNCHECKED = '未检查：用时过长';
const UNCHECKED_MS = 6_000;
const BACK_MS = 2_000;
const END = positionOf(`${balanced}#`, '#');

const isUnchecked = (texts) => texts.join().includes(UNCHECKED);
const ofOther = (rows) => rows.some(({ severity }) => severity === 'error');

/** Says how often a server was started since it was called; where processes can be seen, by them, else by the log. */
async function countStarts(editor, { host, extension }) {
  if (host === 'node') {
    const seen = new Set();
    const program = path.join(extension, 'dist/server.js');
    const look = async () => (await servers(program)).forEach((pid) => seen.add(pid));
    await look();
    const first = seen.size;
    const timer = setInterval(() => void look(), 100);
    return () => {
      clearInterval(timer);
      return Promise.resolve(seen.size - first);
    };
  }
  return async () => {
    await editor.runOwnCommand('查看输出');
    const log = () => editor.page.locator('.output-view .view-line').allInnerTexts();
    const lines = await settled('the log', log, (all) => all.some((line) => /The\sserver\sis\srunning/.test(line)));
    return lines.filter((line) => /The\sserver\sis\sstarting/.test(line)).length - 1;
  };
}

async function within(what, limitMs, wait) {
  const began = Date.now();
  await wait();
  const took = Date.now() - began;
  console.log(`        ${what} after ${took} ms`);
  equal(took <= limitMs, true, `${what} within ${limitMs} ms (${took} ms)`);
}

export const endlessCheck = [
  {
    name: 'a check that never ends is told of at its document, and the others are checked on',
    locales: ['zh-cn'],
    files: { [STUCK]: balanced, [OTHER]: brokenTotal },
    open: [OTHER],
    // Both stay open.
    settings: { 'workbench.editor.enablePreview': false },
    damage: plantedServers,
    run: async (editor, run) => {
      await editor.problemsOf(ofOther, 'the finding of the other');
      await editor.openFile(STUCK);
      const starts = await settled('the tally', editor.ownStatus, (texts) => texts.join().includes('42/42')).then(() => countStarts(editor, run));
      await editor.goTo(END);
      await editor.type(ENDLESS);
      await within('told', UNCHECKED_MS, () => settled('the status', editor.ownStatus, isUnchecked));
      await within('the finding of the other is back', BACK_MS, () =>
        editor.problemsOf((rows) => ofOther(rows) && rows.length === 2, 'it, and the word on the stuck one'),
      );
      await run.shot('endless-check');
      await editor.page.locator('.statusbar-item[id^="gouji.gouji"]').first().hover();
      await settled(
        'what to do',
        () => editor.page.locator('.monaco-hover:visible, .workbench-hover:visible').allInnerTexts(),
        (texts) => texts.join().includes('改动后会重新检查'),
      );
      await run.shot('endless-check-hover');
      // The other one is not only shown, it is checked.
      await editor.openFile(OTHER);
      await editor.goTo(positionOf(brokenTotal, DISPUTES_ROW_BROKEN, DISPUTES_ROW_BROKEN.indexOf('8') + 1));
      await editor.type('0');
      await within('a change of the other is checked', BACK_MS, () =>
        editor.problemsOf((rows) => rows.some(({ text }) => text.includes('为80')), 'the finding for 80'),
      );
      await editor.openFile(STUCK);
      await editor.goTo({ ...END, character: END.character + ENDLESS.length });
      await editor.press('Backspace');
      await settled('the tally once it is changed', editor.ownStatus, (texts) => texts.join().includes('42/42'));
      await editor.problemsOf((rows) => rows.every(({ severity }) => severity === 'error'), 'nothing said of it any more');
      await editor.type(ENDLESS.at(-1));
      await within('the same text is known', BACK_MS, () => settled('the status', editor.ownStatus, isUnchecked));
      equal(await editor.notifications(), [], 'messages');
      equal(await starts(), 1, 'restarts');
    },
  },
  {
    name: 'a folder in which one check never ends is checked to its end',
    locales: ['zh-cn'],
    hosts: ['node'],
    files: { [OTHER]: brokenTotal, '下级/甲镇.txt': `${balanced}${ENDLESS}\n`, '下级/丙镇.txt': brokenTotal },
    open: [OTHER],
    damage: plantedServers,
    run: async (editor, { shot }) => {
      await editor.problemsOf((rows) => rows.length === 1, 'one finding');
      await editor.runOwnCommand('检查文件夹…');
      const [message] = await settled('the result', editor.notifications, (texts) => texts.some((text) => text.includes('年报2份')));
      includes(message, '1个文件未能检查', 'the result');
      await editor.pressNotificationButton('查看清单');
      const lines = await settled('the list', editor.visibleLines, (all) => all.join('\n').includes('甲镇'));
      includes(lines.join('\n'), '检查5秒仍未结束', 'why it was not checked');
      await shot('endless-check-folder');
    },
  },
];
