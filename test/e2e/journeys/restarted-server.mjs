// The server is started anew by command: findings come back from the new one, and nothing is there twice.

import { brokenTotal as draft, DISPUTES_ROW_BROKEN } from '../drafts/drafts.mjs';
import { positionOf } from '../editor.mjs';
import { equal } from '../expect.mjs';
import { servers } from '../servers.mjs';
import { settled } from '../wait.mjs';

const NAME = '柳溪镇.nb.txt';
const RESTART = '重启检查服务';
const MENU = '查看本文稿的识别情况';

export const restartedServer = [
  {
    name: 'the server is restarted by command and from the status menu, and nothing is there twice',
    locales: ['zh-cn'],
    files: { [NAME]: draft },
    open: [NAME],
    run: async (editor, { host, shot }) => {
      const processes = async () => (host === 'node' ? servers() : []);
      await editor.problemsOf((rows) => rows.length === 1, 'one finding');
      const first = await processes();
      equal((await editor.commandsMatching(RESTART)).length, 1, 'commands');
      await editor.press('Escape');
      await editor.runOwnCommand(RESTART);
      await settled('another process', processes, (pids) => pids.every((pid) => !first.includes(pid)) && pids.length === first.length);
      await editor.goTo(positionOf(draft, DISPUTES_ROW_BROKEN, DISPUTES_ROW_BROKEN.indexOf('8') + 1));
      await editor.type('0');
      await editor.problemsOf((rows) => rows.length === 1 && rows[0].text.includes('为80'), 'the finding for 80, once');
      await editor.runOwnCommand(MENU);
      const choice = editor.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: RESTART });
      await choice.waitFor();
      await shot('restart-from-menu');
      await choice.click();
      await settled('one process', processes, (pids) => pids.length === first.length);
      await editor.goTo(positionOf(draft, DISPUTES_ROW_BROKEN, DISPUTES_ROW_BROKEN.indexOf('8') + 2));
      await editor.press('Backspace');
      await editor.problemsOf((rows) => rows.length === 1 && rows[0].text.includes('为8'), 'the finding for 8, once');
      const fixes = await editor.openFixes();
      equal(fixes.filter((title) => title.includes('改为 3')).length, 1, `the fix, once: ${fixes.join(' | ')}`);
      await editor.pickFix('改为 3');
      await editor.problemsOf((rows) => rows.length === 0, 'no finding after the fix');
      equal(await editor.notifications(), [], 'messages about it');
      // The log outlives every restart: all three starts are in it. The other editor's logs are written by a stand-in, to nowhere.
      if (host !== 'web') return;
      await editor.runOwnCommand('查看输出');
      const log = () => editor.page.locator('.output-view .view-line').allInnerTexts();
      await settled('the log', log, (lines) => lines.filter((line) => /The\sserver\sis\srunning/.test(line)).length === 3);
      await shot('restart-log');
    },
  },
  {
    name: 'a server that hangs is replaced, and its end harms the new one no more',
    locales: ['zh-cn'],
    hosts: ['node'],
    files: { [NAME]: draft },
    open: [NAME],
    run: async (editor) => {
      await editor.problemsOf((rows) => rows.length === 1, 'one finding');
      const [hung] = await servers();
      process.kill(hung, 'SIGSTOP');
      await editor.runOwnCommand(RESTART);
      await editor.goTo(positionOf(draft, DISPUTES_ROW_BROKEN, DISPUTES_ROW_BROKEN.indexOf('8') + 1));
      await editor.type('0');
      await editor.problemsOf((rows) => rows.length === 1 && rows[0].text.includes('为80'), 'the finding for 80');
      const [fresh] = await settled('the hung one gone', servers, (pids) => pids.length === 1 && pids[0] !== hung);
      await editor.press('Backspace');
      await editor.problemsOf((rows) => rows.length === 1 && rows[0].text.includes('为8'), 'the finding for 8');
      equal(await servers(), [fresh], 'the server that runs');
      equal(await editor.notifications(), [], 'messages about it');
    },
  },
];
