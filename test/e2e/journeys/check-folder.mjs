// A folder is checked at once: findings in Problems, a list to copy, and nothing twice when a file is opened.

import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { balanced, brokenTotal, DISPUTES_ROW_BROKEN, foreign } from '../drafts/drafts.mjs';
import { positionOf } from '../editor.mjs';
import { encodeGb18030 } from '../encode.mjs';
import { equal, includes } from '../expect.mjs';
import { eventually, settled } from '../wait.mjs';

const COMMANDS = { 'zh-cn': ['检查文件夹…', '清除文件夹的检查结果'], en: ['Check Folder…', 'Clear Folder Check Results'] };
const BUTTONS = { 'zh-cn': ['复制清单', '查看清单'], en: ['Copy List', 'Show List'] };
const TALLY = {
  'zh-cn': '年报4份：错误3处，警告0处；可以报送1份；其他文件1个；Word、PDF 等文件1个未检查；2个文件无法读取',
  en: 'Reports: 4, errors: 3, warnings: 0; ready: 1; other files: 1; Word, PDF and similar files, not checked: 1; could not be read: 2',
};

/** More than are checked before a person can press a button. */
const MANY = 3000;
/** Longer than the folder takes. */
const ANSWER_MS = 3000;

export const checkFolder = [
  {
    name: 'a folder check is stopped at once, and one that was asked for anew ends the one before',
    locales: ['zh-cn'],
    hosts: ['node'],
    files: {
      '平衡.nb.txt': balanced,
      ...Object.fromEntries(Array.from({ length: MANY }, (_, index) => [`批量/${index}.txt`, brokenTotal])),
    },
    open: ['平衡.nb.txt'],
    run: async (editor) => {
      const [check] = COMMANDS['zh-cn'];
      const underWay = (texts) => texts.filter((text) => text.includes('正在检查文件夹'));
      await settled('the tally', editor.ownStatus, (texts) => texts.join().includes('42/42'));
      await editor.runOwnCommand(check);
      await settled('the progress', editor.notifications, (texts) => underWay(texts).length === 1);
      await editor.runOwnCommand(check);
      await settled('one progress and no result', editor.notifications, (texts) => texts.length === 1 && underWay(texts).length === 1);
      await editor.pressNotificationButton('取消');
      const [result] = await settled('the result', editor.notifications, (texts) => texts.length === 1 && underWay(texts).length === 0);
      includes(result, '检查已中途停止', 'the result');
      equal(Number(/年报(\d+)份/.exec(result)?.[1]) < MANY, true, result);
      equal(result.includes('无法读取'), false, 'files that could not be checked');
    },
  },
  {
    name: 'a folder is checked at once',
    locales: ['zh-cn', 'en'],
    files: {
      '平衡.nb.txt': balanced,
      '有误.txt': brokenTotal,
      '国标.txt': encodeGb18030(brokenTotal),
      '下级/网页.HTML': `<html><body><pre>${brokenTotal}</pre></body></html>`,
      'node_modules/略过.txt': brokenTotal,
      '随笔.txt': foreign,
      '下级/扫描.pdf': '%PDF-1.7',
      '定稿.docx': 'PK',
      '~$定稿.docx': '',
      '坏.txt': Uint8Array.of(0x41, 0xff, 0x41),
    },
    open: ['平衡.nb.txt'],
    run: async (editor, { locale, shot }) => {
      const [check, clear] = COMMANDS[locale];
      const [copy, show] = BUTTONS[locale];
      // Problems shows only the rows there is room for; the status bar counts them all.
      const errors = (count) =>
        settled(
          `${count} errors`,
          () => editor.statusItem('status.problems'),
          (text) => text.trim().startsWith(String(count)),
        );
      await settled('the tally', editor.ownStatus, (texts) => texts.join().includes('42/42'));
      // A folder that leads back to itself is walked once.
      await symlink('..', path.join(editor.folder, '下级/回环'));
      await editor.runOwnCommand(check);
      await errors(3);
      await settled('the message', editor.notifications, (texts) => texts.join().includes(TALLY[locale]));
      await shot('check-folder');
      await editor.pressNotificationButton(copy);
      const list = await settled(
        'the list',
        () => editor.page.evaluate(() => navigator.clipboard.readText()),
        (text) => text.includes('坏.txt'),
      );
      includes(list, '有误.txt', 'the list');
      equal(list.includes('略过'), false, 'node_modules');
      const named = list
        .split('\n')
        .slice(2)
        .flatMap((line) => /[^/]+?\.(?:txt|HTML|pdf|docx)/.exec(line.slice(line.startsWith('drafts/') ? 'drafts/'.length : 0).replace('下级/', '')) ?? []);
      equal(named, ['网页.HTML', '国标.txt', '有误.txt', '坏.txt', '定稿.docx', '扫描.pdf', '平衡.nb.txt'], 'errors first, then what was not read');
      equal(list.split('\n').filter((line) => line.includes('41/42')).length, 3, 'the reports with a broken equation');
      // The editor keeps back the fourth of four messages that follow each other within 800 ms; a person would ask again.
      await eventually('the message again', async () => {
        await editor.runOwnCommand(check);
        return settled('the message', editor.notifications, (texts) => texts.join().includes(show), ANSWER_MS).catch(() => null);
      });
      await editor.pressNotificationButton(show);
      await settled('the list as a document', editor.visibleLines, (lines) => lines.join('\n').includes(TALLY[locale]));
      await shot('check-folder-list');
      // The line of a report leads to its first error.
      await editor.page
        .locator('.editor-group-container.active .detected-link')
        .filter({ hasText: '有误' })
        .first()
        .click({ modifiers: ['Control'] });
      await editor.activeTab('有误.txt');
      await settled('the cursor at the error', editor.cursor, (text) => text.includes(String(positionOf(brokenTotal, DISPUTES_ROW_BROKEN).line + 1)));
      await settled('its own tally', editor.ownStatus, (texts) => texts.join().includes('41/42'));
      await errors(3);
      await editor.runOwnCommand(clear);
      await errors(1);
    },
  },
];
