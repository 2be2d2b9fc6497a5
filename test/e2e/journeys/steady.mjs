// The editor stays calm: nothing is asked while nothing happens, and no finding goes for a moment while one types.

import { DISPUTES_ROW_BROKEN, balanced, brokenTotal as draft } from '../drafts/drafts.mjs';
import { positionOf } from '../editor.mjs';
import { equal } from '../expect.mjs';
import { eventually, settled } from '../wait.mjs';

const NAME = '柳溪镇.nb.txt';
const IDLE_MS = 60_000;
const QUIET_MS = 4_000;
const TYPED = '进一步规范办理流程，完善工作机制。'.repeat(12).slice(0, 200);

const pause = (page, ms) => page.waitForTimeout(ms);

/** How many messages the output channel of the language client shows. */
async function messages(page) {
  const lines = await page.locator('.output-view-content .view-line, .output-view .view-line').allInnerTexts();
  return lines.filter((line) => line.includes('[trace]')).length;
}

function rowOf(page, words) {
  return page.locator('.quick-input-list .monaco-list-row').filter({ hasText: words }).first();
}

async function chooseRow(page, words) {
  await rowOf(page, words).click();
}

/** Messages seen until none came for a while. */
async function settledMessages(page) {
  let last = -1;
  for (;;) {
    const now = await messages(page);
    if (now === last && now > 0) return now;
    last = now;
    await pause(page, QUIET_MS);
  }
}

export const steady = [
  {
    name: 'an idle editor asks the server nothing',
    locales: ['en'],
    hosts: ['web'],
    files: { [NAME]: draft },
    open: [NAME],
    run: async (editor, { shot }) => {
      const { page } = editor;
      await editor.problemsOf((rows) => rows.length === 1, 'one finding');
      await settled(
        'the tally',
        () => editor.ownStatus(),
        (texts) => texts.length > 0,
      );
      // The language client writes what it sends and receives to its channel, at the level Trace.
      await eventually('our channel among the logs', async () => {
        await editor.runCommand('Developer: Set Log Level...');
        if (
          await rowOf(page, '勾稽 Gouji')
            .waitFor({ timeout: QUIET_MS })
            .then(
              () => true,
              () => false,
            )
        )
          return true;
        await editor.press('Escape');
        return false;
      });
      await chooseRow(page, '勾稽 Gouji');
      await chooseRow(page, 'Trace');
      await editor.runCommand('Output: Show Output Channels...');
      await chooseRow(page, '勾稽 Gouji');
      await editor.goTo({ line: 6, character: 10 });
      await settled(
        'messages in the output',
        () => messages(page),
        (count) => count > 0,
      );
      const before = await settledMessages(page);
      await pause(page, IDLE_MS);
      await shot('idle');
      equal(await messages(page), before, 'messages after a minute in which nothing happened');
    },
  },
  {
    name: 'a finding does not flicker while two hundred characters are typed',
    locales: ['zh-cn'],
    files: { [NAME]: draft },
    open: [NAME],
    run: async (editor) => {
      const { page } = editor;
      await editor.problemsOf((rows) => rows.length === 1, 'one finding');
      await editor.goTo(positionOf(draft, DISPUTES_ROW_BROKEN, DISPUTES_ROW_BROKEN.length));
      await editor.press('ArrowDown');
      await editor.press('End');
      await settled(
        'the squiggle',
        () => editor.squiggles(),
        (count) => count > 0,
      );
      await page.evaluate(() => {
        globalThis.frames_ = { seen: 0, empty: 0, running: true };
        const look = () => {
          const { frames_ } = globalThis;
          frames_.seen += 1;
          const squiggles = document.querySelectorAll('.editor-group-container.active .squiggly-error').length;
          const rows = document.querySelectorAll('.markers-panel .monaco-list-row[aria-level="2"]').length;
          if (squiggles === 0 || rows === 0) frames_.empty += 1;
          if (frames_.running) requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      for (const character of TYPED) await editor.type(character);
      const { seen, empty } = await page.evaluate(() => {
        globalThis.frames_.running = false;
        return globalThis.frames_;
      });
      equal(empty, 0, `frames without the finding, of ${seen}`);
      equal(seen > 20, true, `enough frames were looked at (${seen})`);
      await editor.problemsOf((rows) => rows.length === 1, 'the finding at the end');
    },
  },
  {
    name: 'an input method leaves no finding behind',
    locales: ['zh-cn'],
    files: { [NAME]: balanced },
    open: [NAME],
    run: async (editor) => {
      await settled(
        'the tally',
        () => editor.ownStatus(),
        (texts) => texts.some((text) => text.includes('42/42')),
      );
      // In a sentence that the table bears out, letters on their way to Han characters, then a number of full width.
      await editor.goTo(positionOf(balanced, '办结15件', '办结15'.length));
      await editor.compose('ling', '０');
      await editor.problemsOf((rows) => rows.some(({ text }) => text.includes('15０件')), 'the finding for 15０');
      await editor.press('Backspace');
      await editor.problemsOf((rows) => rows.length === 0, 'no finding for 15');
      await editor.compose('yu', '余');
      await editor.problemsOf((rows) => rows.length === 0, 'no finding for 15余');
      await editor.press('Backspace');
      equal(await editor.squiggles(), 0, 'squiggles at the end');
    },
  },
];
