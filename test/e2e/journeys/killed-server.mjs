// The server dies in the middle of work: its findings come back by themselves, and what was typed stays.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { connect } from '../../bench/lsp-client.mjs';
import { balanced, brokenTotal as draft, DISPUTES_ROW_BROKEN } from '../drafts/drafts.mjs';
import { positionOf } from '../editor.mjs';
import { equal, includes } from '../expect.mjs';
import { SERVER, servers } from '../servers.mjs';
import { settled } from '../wait.mjs';

const NAME = '柳溪镇.nb.txt';
const TYPED = '本段尚未保存。';
const BACK_MS = 2_000;
/** On a machine so busy that a server alone is slow to start, so many of its starts; on a quiet one two seconds are more. */
const BACK_STARTS = 5;

/** From spawn to the first findings, with no editor around it. */
async function serverStartMs() {
  const began = performance.now();
  const connection = connect(SERVER);
  await connection.open(draft);
  const took = performance.now() - began;
  await connection.close();
  return took;
}

/** By the page's own clock, when the Problems panel first shows one finding that does not speak of `gone`. */
function findingsBack(page, gone) {
  return page.evaluate(
    (words) =>
      new Promise((resolve) => {
        const look = () => {
          const rows = [...document.querySelectorAll('.markers-panel .monaco-list-row[aria-level="2"]')];
          if (rows.length !== 1 || rows[0].textContent.includes(words)) return;
          observer.disconnect();
          resolve(performance.timeOrigin + performance.now());
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    gone,
  );
}

export const killedServer = [
  {
    name: 'a killed server comes back with its findings, and nothing typed is lost',
    locales: ['zh-cn'],
    hosts: ['node'],
    files: { [NAME]: draft },
    open: [NAME],
    run: async (editor, { shot }) => {
      await editor.problemsOf((rows) => rows.length === 1, 'one finding');
      await editor.goTo(positionOf(draft, DISPUTES_ROW_BROKEN, DISPUTES_ROW_BROKEN.indexOf('8') + 1));
      await editor.type('0');
      await editor.problemsOf((rows) => rows.some(({ text }) => text.includes('为80')), 'the finding for 80');
      const before = await servers();
      equal(before.length, 1, 'servers that run');
      const startMs = await serverStartMs();
      const back = findingsBack(editor.page, '为80');
      const killed = Date.now();
      process.kill(before[0], 'SIGKILL');
      // Typed while there is no server: what it told is lost, and only the new one can say what follows.
      await editor.press('Backspace');
      const took = Math.round((await back) - killed);
      const due = Math.max(BACK_MS, BACK_STARTS * Math.max(startMs, await serverStartMs()));
      console.log(`        findings were back ${took} ms after the kill; the server alone takes ${Math.round(startMs)} ms`);
      equal(took <= due, true, `back within ${Math.round(due)} ms (${took} ms)`);
      equal((await servers()).filter((pid) => pid !== before[0]).length, 1, 'servers that run now');
      await settled(
        'the squiggle',
        () => editor.squiggles(),
        (count) => count > 0,
      );
      await editor.press('End');
      await editor.type(TYPED);
      includes((await editor.visibleLines()).join('\n'), TYPED, 'what is typed');
      equal(await editor.page.locator('.tab.active.dirty').count(), 1, 'the draft still to be saved');
      equal(await readFile(path.join(editor.folder, NAME), 'utf8'), draft, 'the draft on disk');
      equal(
        (await editor.notifications()).filter((text) => text.includes('crashed')),
        [],
        'messages about it',
      );
      for (const _ of TYPED) await editor.press('Backspace');
      await editor.openFixes();
      await editor.pickFix('改为 3');
      await editor.problemsOf((rows) => rows.length === 0, 'no finding after the fix');
      await shot('killed-server');
      await editor.saveAs(NAME, balanced);
    },
  },
];
