// A January: forty reports and a list come in, three go back, and the new versions are held against what was asked.

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { foldersOf, reportText, twoYears } from '../../units/load-two-years.mjs';
import { equal, includes } from '../expect.mjs';
import { eventually, settled } from '../wait.mjs';

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

const NOTE = '新收的数请附台账';
const REVIEWER = '审核人甲';

const lineOf = (text, words) => text.split('\n').findIndex((line) => line.startsWith(words));

/** Writes a note at a line, as one does the first time: the name is asked for. */
async function writeNote(editor, { line, note }) {
  await editor.goTo({ line, character: 3 });
  await editor.runCommand('Comments: Add Comment on Current Selection');
  await editor.page.locator('.review-widget .monaco-editor').first().waitFor();
  await editor.type(note);
  await editor.page.locator('.review-widget .monaco-button:not(.disabled)').first().click();
  const name = editor.page.locator('.quick-input-widget:visible .quick-input-box input').first();
  await name.waitFor();
  await name.fill(REVIEWER);
  await editor.press('Enter');
  await eventually('the note in the file', async () => (await readFile(path.join(editor.folder, '.gouji.json'), 'utf8')).includes(note));
}

/** Opens or closes the row of a unit, without opening its report. */
async function unfold(editor, name) {
  await row(editor, name).locator('.monaco-tl-twistie').click();
}

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
      await writeNote(editor, { line: lineOf(textOf(1, WRONG), '一、本年新收'), note: NOTE });
      await shot('review-note');
      const returning = (index) => row(editor, UNITS[index].unit.name).locator('.action-label[aria-label="退回"]');
      const returned = (index) => settled('the message', editor.notifications, (texts) => texts.join().includes(`${UNITS[index].unit.name}：已退回`));
      for (const index of RETURNED) {
        await row(editor, UNITS[index].unit.name).hover();
        await returning(index).click();
        await returned(index);
      }
      const kept = await Promise.all(
        RETURNED.map((index) => readFile(path.join(editor.folder, '.gouji/versions', `${UNITS[index].unit.name}.json`), 'utf8').then(JSON.parse)),
      );
      equal(
        kept.map(({ versions }) => versions.map(({ verdict }) => verdict)),
        RETURNED.map(() => ['returned']),
        'the versions that were kept',
      );

      // One is mended, one is still wrong, one is mended and another number was changed, too.
      const [mended, stillWrong, unasked] = RETURNED;
      await writeFile(path.join(editor.folder, fileOf(mended)), textOf(mended, {}));
      await writeFile(path.join(editor.folder, fileOf(stillWrong)), textOf(stillWrong, { 'applications/total/total': 998 }));
      await writeFile(path.join(editor.folder, fileOf(unasked)), textOf(unasked, { 'licensing/licences/decisions': 26 }));
      await editor.runOwnCommand('审核一批年报…');
      const second = await settled('the second look', rows, (texts) => texts.some((text) => /^有错误\s*1$/.test(text.trim())));
      const shown = second.join(' | ');
      includes(shown, '未报送', 'the one that is missing');
      const of = (index) => second.find((text) => text.startsWith(UNITS[index].unit.name)) ?? '';
      includes(of(unasked), '未要求而改动1个数', 'the number that nobody asked to change');
      equal(
        [mended, stillWrong].map((index) => of(index).includes('未要求')),
        [false, false],
        'numbers changed unasked in the others',
      );
      await shot('review-second-look');
      await unfold(editor, UNITS[stillWrong].unit.name);
      includes(
        (await settled('what is still wrong', rows, (texts) => texts.some((text) => text.startsWith('仍有：')))).join(' | '),
        '应为',
        'what it should be',
      );
      await unfold(editor, UNITS[stillWrong].unit.name);
      await unfold(editor, UNITS[unasked].unit.name);
      const told = await settled('what was changed', rows, (texts) => texts.some((text) => text.startsWith('没有要求修改而改动的数1个')));
      includes(told.join(' | '), '改为26', 'the number and what it became');
      await shot('review-unasked');
      const config = JSON.parse(await readFile(path.join(editor.folder, '.gouji.json'), 'utf8'));
      equal(
        config.notes.map(({ file, note, author }) => [file, note, author]),
        [[fileOf(mended), NOTE, REVIEWER]],
        'the notes',
      );
      equal(config.units.length, UNITS.length, 'the list');
    },
  },
];
