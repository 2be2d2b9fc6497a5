// "Not here" by the light bulb, and a note on what is right as it stands: kept beside the draft, never in it.

import { readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { balanced, brokenTotal, changed, DISPUTES_ROW_BROKEN } from '../drafts/drafts.mjs';
import { positionOf } from '../editor.mjs';
import { equal, includes } from '../expect.mjs';
import { eventually, settled } from '../wait.mjs';

const NAME = '柳溪镇.nb.txt';
/** Four documents made and three in force: to be looked at, but it may be right. */
const STOCK_ROW = '行政规范性文件 4 0 3';
const draft = changed(brokenTotal, '行政规范性文件 1 0 3', STOCK_ROW);
const LAST = '2022年.txt';
const lastYear = balanced.replaceAll('2023年', '2022年');
/** 3 instead of 1, and the total typed to match: new, carried in or carried out, any of them may be wrong. */
const carriedWrong = changed(balanced, '二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1', '二、上年结转政府信息公开申请数量 3 0 0 0 0 0 3').replace(
  '上年结转1件，',
  '',
);
/** The button of the question that comes before a mandatory finding is put out of sight. */
const SILENCE = '不再提示';
/** All of table three adds up, but last year carried out 1 and not 3. */
const carriedOtherwise = [
  ['（七）总计 12 2 0 0 0 1 15', '（七）总计 14 2 0 0 0 1 17'],
  ['（一）予以公开 7 1 0 0 0 1 9', '（一）予以公开 9 1 0 0 0 1 11'],
  ['办结15件', '办结17件'],
].reduce((text, [from, to]) => changed(text, from, to), carriedWrong);
const unfinished = changed(balanced, '方便村民查询', '共XX条');
const NOTE = '其中一件是对旧文件的修订，现行有效以旧文件计。';

export const suppressions = [
  {
    name: 'a finding is silenced, another answered, and the answer falls with its number',
    locales: ['zh-cn'],
    files: { [NAME]: draft },
    open: [NAME],
    run: async (editor, { shot }) => {
      const file = path.join(editor.folder, '.gouji.json');
      await editor.problemsOf((rows) => rows.length === 2, 'two findings');
      await editor.goTo(positionOf(draft, DISPUTES_ROW_BROKEN, DISPUTES_ROW_BROKEN.indexOf('8')));
      const fixes = await editor.openFixes();
      const silence = fixes.findIndex((title) => title.includes('不再提示此处（记入 .gouji.json）'));
      equal(silence > fixes.findLastIndex((title) => title.includes('总计改为')), true, 'it stands behind the fixes of the draft');
      await shot('suppressions-offered');
      await editor.pickFix('不再提示此处');
      await editor.pressDialogButton(SILENCE);
      const [left] = await editor.problemsOf((rows) => rows.length === 1, 'the other finding alone');
      equal(left.severity, 'warning', 'the severity of what is to be looked at');

      await editor.goTo(positionOf(draft, STOCK_ROW, STOCK_ROW.length - 1));
      await editor.openFixes();
      await editor.pickFix('填写核实说明');
      const input = editor.page.locator('.quick-input-widget .quick-input-box input');
      await input.fill(NOTE);
      await shot('suppressions-note');
      await editor.press('Enter');
      const [answered] = await editor.problemsOf((rows) => rows.some(({ severity }) => severity === 'info'), 'the finding as information');
      includes(answered.text, NOTE, 'the note in the finding');

      equal(await readFile(path.join(editor.folder, NAME), 'utf8'), draft, 'the draft on disk');
      equal(await editor.page.locator('.tab.active.dirty').count(), 0, 'nothing to save in the draft');
      const { findings } = JSON.parse(await readFile(file, 'utf8')).files[NAME];
      equal(
        findings.map(({ rule, note }) => [rule, note]),
        [
          ['unbalanced', undefined],
          ['stock-below-flow', NOTE],
        ],
        'what is kept',
      );

      await editor.goTo(positionOf(draft, STOCK_ROW, '行政规范性文件 4'.length));
      await editor.press('Backspace');
      await editor.type('5');
      const [back] = await editor.problemsOf((rows) => rows.some(({ severity }) => severity === 'warning'), 'the finding is back');
      includes(back.text, '由 4 改为 5', 'which number changed');

      await writeFile(file, '{ "version": 1, ');
      await editor.problemsOf((rows) => rows.some(({ text }) => text.includes('格式有误')), 'the damaged file is told of');
      await editor.problemsOf((rows) => rows.length === 3, 'every finding beside it');
      await eventually('a message', async () => (await editor.notifications()).some((text) => text.includes('第1行')));
    },
  },
  {
    name: 'what was silenced is asked about, said, counted and taken back',
    locales: ['zh-cn'],
    files: { [NAME]: draft },
    open: [NAME],
    run: async (editor, { shot }) => {
      const silence = async (place) => {
        await editor.goTo(place);
        await editor.openFixes();
        await editor.pickFix('不再提示此处');
      };
      const status = (words) => settled(words, editor.ownStatus, (texts) => texts.join().includes(words));
      const mandatory = positionOf(draft, DISPUTES_ROW_BROKEN, DISPUTES_ROW_BROKEN.indexOf('8'));
      await editor.problemsOf((rows) => rows.length === 2, 'two findings');
      await silence(mandatory);
      includes(await editor.dialog(), '报送前必须改正', 'the question');
      await shot('silencing-asked');
      await editor.pressDialogButton('取消');
      await editor.problemsOf((rows) => rows.length === 2, 'still two findings');

      await silence(mandatory);
      await editor.pressDialogButton(SILENCE);
      await editor.problemsOf((rows) => rows.length === 1, 'the other finding alone');
      await status('不再提示的问题1处');
      await settled('what is said', editor.notifications, (texts) => texts.join().includes('不再提示：“行政复议·总计”为8'));
      await shot('silencing-said');
      await editor.pressNotificationButton('撤销');
      await editor.problemsOf((rows) => rows.length === 2, 'both are back');

      // What is to be looked at is not asked about.
      await silence(positionOf(draft, STOCK_ROW, STOCK_ROW.length - 1));
      await editor.problemsOf((rows) => rows.length === 1 && rows[0].severity === 'error', 'the error alone');
      await status('不再提示的问题1处');
      await editor.runOwnCommand('查看不再提示的问题…');
      await shot('silenced-list');
      await editor.tickAndConfirm('stock-below-flow');
      await editor.problemsOf((rows) => rows.length === 2, 'both are back again');
      await settled('nothing is counted', editor.ownStatus, (texts) => !texts.join().includes('不再提示'));
    },
  },
  {
    name: 'the first item where nothing can be offered is a harmless one',
    locales: ['zh-cn'],
    files: { [NAME]: unfinished },
    open: [NAME],
    run: async (editor, { shot }) => {
      await editor.problemsOf((rows) => rows.length === 1 && rows[0].severity === 'error', 'the placeholder');
      await editor.goTo(positionOf(unfinished, 'XX', 1));
      const fixes = await editor.openFixes();
      includes(fixes[0], '选中占位文字', 'the first item');
      equal(fixes.findIndex((title) => title.includes('.gouji.json')) > 0, true, 'silencing comes behind it');
      await shot('placeholder-offered');
      await editor.press('Enter');
      await settled('the placeholder is selected', editor.cursor, (text) => text.includes('2'));
      await editor.problemsOf((rows) => rows.length === 1, 'nothing is out of sight');
      equal(await readFile(path.join(editor.folder, '.gouji.json'), 'utf8').catch(() => null), null, 'nothing is written');
      await editor.type('236');
      await editor.problemsOf((rows) => rows.length === 0, 'it is written over');
    },
  },
  {
    name: 'what is silenced stays so under a new name',
    locales: ['zh-cn'],
    files: { [NAME]: brokenTotal },
    open: [NAME],
    run: async (editor) => {
      await editor.problemsOf((rows) => rows.length === 1, 'one finding');
      await editor.goTo(positionOf(brokenTotal, DISPUTES_ROW_BROKEN, DISPUTES_ROW_BROKEN.indexOf('8')));
      await editor.openFixes();
      await editor.pickFix('不再提示此处');
      await editor.pressDialogButton(SILENCE);
      await editor.problemsOf((rows) => rows.length === 0, 'no finding');
      // Its row pushes the draft's one down; a click before that would hit the wrong one.
      await editor.page.locator('.explorer-folders-view .label-name').getByText('.gouji.json', { exact: true }).waitFor();
      await editor.renameFile(NAME, '定稿.nb.txt');
      const file = path.join(editor.folder, '.gouji.json');
      await eventually('the new name in the file', async () => (await readFile(file, 'utf8')).includes('"定稿.nb.txt": {'));
      await editor.problemsOf((rows) => rows.length === 0, 'no finding under the new name either');
    },
  },
  {
    name: 'a suppression that cannot be written is said to be so',
    locales: ['zh-cn'],
    files: { [NAME]: brokenTotal },
    open: [NAME],
    run: async (editor, { shot }) => {
      const file = path.join(editor.folder, '.gouji.json');
      await editor.problemsOf((rows) => rows.length === 1, 'one finding');
      await editor.goTo(positionOf(brokenTotal, DISPUTES_ROW_BROKEN, DISPUTES_ROW_BROKEN.indexOf('8')));
      await editor.openFixes();
      // Nobody can write through it, not even the administrator.
      await symlink('/nowhere/.gouji.json', file);
      await editor.pickFix('不再提示此处');
      await editor.pressDialogButton(SILENCE);
      await eventually('a message', async () => (await editor.notifications()).some((text) => text.includes('未能保存')));
      await shot('suppressions-unwritable');
      await editor.problemsOf((rows) => rows.length === 1, 'still the finding');
      equal(await readlink(file), '/nowhere/.gouji.json', 'the file is as it was');
    },
  },
  {
    name: 'the report of last year is found in the folder, offered once and linked',
    locales: ['zh-cn'],
    files: {
      [NAME]: carriedOtherwise,
      [LAST]: lastYear,
      '2021年.txt': balanced.replaceAll('2023年', '2021年'),
      '邻镇2022年.txt': lastYear.replaceAll('柳溪镇', '松林镇'),
    },
    open: [NAME],
    run: async (editor, { shot }) => {
      const told = await settled('the offer', editor.notifications, (texts) => texts.join().includes('是本文稿的上年年报'));
      includes(told.join(), LAST, 'which file');
      await shot('previous-offered');
      await editor.pressNotificationButton('关联');
      const [problem] = await editor.problemsOf((rows) => rows.some(({ text }) => text.includes('carry-over')), 'the numbers of the two years are compared');
      equal(problem.severity, 'error', 'its severity');
      // Both places: the row of last year's report is named below the finding, and leads there.
      const related = editor.page.locator('.markers-panel .monaco-list-row[aria-level="3"]').filter({ hasText: LAST });
      await related.first().waitFor();
      await shot('previous-both-places');
      const { previous } = JSON.parse(await readFile(path.join(editor.folder, '.gouji.json'), 'utf8')).files[NAME];
      equal(previous.path, LAST, 'what is kept');
    },
  },
  {
    name: 'the report of last year is linked, and tells which row is wrong',
    locales: ['zh-cn', 'en'],
    files: { [NAME]: carriedWrong, [LAST]: lastYear },
    open: [NAME],
    run: async (editor, { locale, shot }) => {
      await editor.problemsOf((rows) => rows.length === 1, 'one finding');
      const [command] = await editor.commandsMatching(locale === 'en' ? 'Link Last Year’s Report…' : '关联上年年报…');
      includes(command, locale === 'en' ? 'Gouji' : '勾稽', 'the command in the palette');
      await editor.page.locator('.quick-input-list .monaco-list-row').first().click();
      const row = editor.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: LAST });
      await row.first().waitFor();
      await shot('previous-choice');
      await row.first().click();
      await editor.problemsOf((rows) => rows.some(({ text }) => text.includes('上年年报的结转下年度“自然人”为1')), 'last year as evidence');
      const { previous } = JSON.parse(await readFile(path.join(editor.folder, '.gouji.json'), 'utf8')).files[NAME];
      equal([previous.path, previous.cells['applications/carried-out/total']], [LAST, 1], 'what is kept');
      await shot('previous-linked');
    },
  },
];
