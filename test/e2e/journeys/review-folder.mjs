// A January: forty reports and a list come in, three go back, and the new versions are held against what was asked.

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { foldersOf, reportText, twoYears } from '../../units/load-two-years.mjs';
import { equal, includes } from '../expect.mjs';
import { settled } from '../wait.mjs';

const UNITS = twoYears(40);
const RETURNED = [1, 2, 4];
const MISSING = 3;

const fileOf = (index) => `本年/${index}-${UNITS[index].unit.level}.txt`;
const textOf = (index, cells) => {
  const { now } = UNITS[index];
  return reportText({ ...now, figures: { cells: { ...now.figures.cells, ...cells } } });
};
const WRONG = { 'applications/total/total': 999 };

const { 名单: _, ...all } = Object.fromEntries(Object.entries(foldersOf(UNITS)).filter(([name]) => name !== fileOf(MISSING)));
delete all['名单.csv'];
const FILES = {
  ...all,
  ...Object.fromEntries(RETURNED.map((index) => [fileOf(index), textOf(index, WRONG)])),
  '.gouji.json': JSON.stringify({ version: 1, units: UNITS.map(({ unit }) => ({ name: unit.name, level: unit.level })) }),
};

const rowsOf = (editor) => () => editor.page.locator('.pane-body .monaco-list-row').allInnerTexts();
const row = (editor, text) => editor.page.locator('.pane-body .monaco-list-row').filter({ hasText: text }).first();

export const reviewFolder = [
  {
    name: 'a folder of reports is reviewed, three are returned, and their new versions are held against what was asked',
    locales: ['zh-cn'],
    files: FILES,
    open: [fileOf(0)],
    run: async (editor, { shot }) => {
      const rows = rowsOf(editor);
      await settled('the tally', editor.ownStatus, (texts) => texts.join().includes('42/42'));
      await editor.runOwnCommand('审核一批年报…');
      const first = await settled('the units by state', rows, (texts) => texts.some((text) => text.startsWith('有错误')));
      equal(
        first.some((text) => /^未报送\s*1$/.test(text.trim())),
        true,
        first.join(' | '),
      );
      equal(
        first.some((text) => /^有错误\s*3$/.test(text.trim())),
        true,
        first.join(' | '),
      );
      await shot('review-folder');
      await row(editor, UNITS[1].unit.name).click();
      await editor.activeTab(`1-${UNITS[1].unit.level}.txt`);
      for (const index of RETURNED) {
        await row(editor, UNITS[index].unit.name).hover();
        await row(editor, UNITS[index].unit.name).locator('.action-label[aria-label="退回"]').click();
        await settled('the message', editor.notifications, (texts) => texts.join().includes(`${UNITS[index].unit.name}：已退回`));
      }
      // One is mended, one is still wrong, one is mended and another number was changed, too.
      await writeFile(path.join(editor.folder, fileOf(1)), textOf(1, {}));
      await writeFile(path.join(editor.folder, fileOf(2)), textOf(2, { ...WRONG, 'issued/normative/made': 5 }));
      await writeFile(path.join(editor.folder, fileOf(4)), textOf(4, { 'licensing/licences/decisions': 26 }));
      await editor.runOwnCommand('审核一批年报…');
      const second = await settled('the second look', rows, (texts) => texts.some((text) => /^有错误\s*1$/.test(text.trim())));
      includes(second.join(' | '), '未报送', 'the one that is missing');
      await shot('review-second-look');
    },
  },
];
