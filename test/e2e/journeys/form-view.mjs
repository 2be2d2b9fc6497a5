// The form view beside its text: what is typed into the one stands in the other, and undo leads back in both.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { balanced, blank, brokenTotal } from '../drafts/drafts.mjs';
import { equal, includes } from '../expect.mjs';
import { eventually, settled } from '../wait.mjs';

const FILE = '青禾县柳溪镇人民政府2024年政府信息公开工作年度报告.txt';
const LAST_YEAR = '青禾县柳溪镇人民政府2023年政府信息公开工作年度报告.txt';
const SILENCE = '不再提示';
const COMMAND = { 'zh-cn': '打开版式视图', en: 'Show Form View' };

/** The page within VS Code's two frames. */
export function formOf({ page }) {
  const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  const input = (key) => frame.locator(`input[data-key="${key}"]`);
  return {
    frame,
    input,
    value: (key) => input(key).inputValue(),
    ready: () => frame.locator('table[data-table="applications"] input').first().waitFor(),
  };
}

/** Rows of table three that are not all zero, by their labels. */
const APPLICATIONS = {
  '一、本年新收': '16 2 0 0 0 1 19',
  '二、上年结转': '1 0 0 0 0 0 1',
  '（一）予以公开': '9 1 0 0 0 1 11',
  '（二）部分公开': '2 1 0 0 0 0 3',
  '4.保护第三方': '1 0 0 0 0 0 1',
  '1.本机关不掌握': '3 0 0 0 0 0 3',
  '（七）总计': '15 2 0 0 0 1 18',
  '四、结转下年度': '2 0 0 0 0 0 2',
};
/** Rows of table two; what is left out is 0 in every cell. */
const PROACTIVE = {
  2021: { 行政规范性文件: '2 0 15', 行政许可: '136', 行政处罚: '12', 行政事业性收费: '1.2500' },
  2019: { 规范性文件: '3 3 15', 行政许可: '20 +2 136', 行政处罚: '30 -1 12', 行政事业性收费: '3 0', 政府集中采购: '4 28.6232' },
};
const DISPUTES = '1 0 1 1 3 0 0 0 0 0 0 0 0 0 0';
/** A row of which nothing is filled in: its label, and tabs. */
const BLANK_ROW = /^([^\t\n]*)(\t+)$/gmu;

/** The blank draft filled in, and its numbers in the order of the text. */
function filled(form) {
  const known = Object.entries({ ...PROACTIVE[form], ...APPLICATIONS });
  const values = [];
  const text = blank[form].replaceAll(BLANK_ROW, (_, label, tabs) => {
    const row = label === '' ? DISPUTES : known.find(([start]) => label.startsWith(start))?.[1];
    const numbers = row?.split(' ') ?? Array.from(tabs, () => '0');
    values.push(...numbers);
    return label === '' ? numbers.join('\t') : [label, ...numbers].join('\t');
  });
  return { text, values };
}

/** Table three as a spreadsheet has it. */
function block() {
  return [...filled('2021').text.matchAll(/^[^\t\n]+((?:\t[0-9]+){7})$/gmu)].map(([, row]) => row.slice(1)).join('\n');
}

export const formView = [
  ...Object.entries({ 2021: ['42/42', 200], 2019: ['40/40', 198] }).map(([form, [tally, count]]) => ({
    name: `the form view of ${form} is filled in by keyboard alone, and undone number by number`,
    locales: ['zh-cn'],
    files: { [FILE]: blank[form] },
    open: [FILE],
    run: async (editor, { shot }) => {
      const { text, values } = filled(form);
      equal(values.length, count, 'the cells of the form');
      await settled('the report, read', editor.ownStatus, (texts) => texts.some((each) => each.includes('勾稽')));
      await editor.runOwnCommand(COMMAND['zh-cn']);
      const view = formOf(editor);
      await view.ready();
      const keys = await view.frame.locator('td input').evaluateAll((inputs) => inputs.map((input) => input.dataset.key));
      equal(keys.length, count, 'the inputs');
      await view.input(keys[0]).focus();
      for (const value of values) {
        await editor.page.keyboard.type(value);
        await editor.press('Tab');
      }
      await settled('the equations', editor.ownStatus, (texts) => texts.some((each) => each.includes(tally)), 60_000);
      await shot(`form-view-filled-${form}`);
      await editor.saveAs(FILE, text);
      await view.input(keys[0]).focus();
      // As many as there were numbers; looked at every few, since the view draws each.
      for (const [index, key] of keys.toReversed().entries()) {
        await editor.press('Control+z');
        if (index % 20 !== 0 && index !== keys.length - 1) continue;
        await settled(
          `no number in ${key}`,
          () => view.value(key),
          (value) => value === '',
        );
        const before = keys[keys.length - 2 - index];
        if (before !== undefined) equal((await view.value(before)) === '', false, `a number in ${before} still`);
      }
      await editor.saveAs(FILE, blank[form]);
    },
  })),
  {
    name: 'a block that is pasted into the form view is shown, and fills the table',
    locales: ['zh-cn'],
    files: { [FILE]: blank['2021'] },
    open: [FILE],
    run: async (editor, { shot }) => {
      await settled('the report, read', editor.ownStatus, (texts) => texts.some((each) => each.includes('勾稽')));
      await editor.runOwnCommand(COMMAND['zh-cn']);
      const view = formOf(editor);
      await view.ready();
      await editor.page.evaluate((content) => navigator.clipboard.writeText(content), block());
      await view.input('applications/new/natural').focus();
      await editor.press('Control+v');
      await editor.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      await shot('form-view-paste');
      await editor.press('Enter');
      await settled(
        'the corner of the totals',
        () => view.value('applications/total/total'),
        (value) => value === '18',
      );
      equal(await view.value('applications/carried-out/natural'), '2', 'the last row');
      await view.input('applications/carried-out/natural').focus();
      await editor.press('Control+z');
      await settled(
        'the blank table',
        () => view.value('applications/total/total'),
        (value) => value === '',
      );
    },
  },
  {
    name: 'the form view shows the report, and a number typed there stands in the text',
    locales: ['zh-cn', 'en'],
    files: { [FILE]: brokenTotal },
    open: [FILE],
    run: async (editor, { locale, shot }) => {
      await editor.problemsOf((rows) => rows.length > 0, 'the findings');
      await editor.runOwnCommand(COMMAND[locale]);
      const form = formOf(editor);
      await form.ready();
      equal(await form.value('disputes/review/total'), '8', 'the wrong total');
      await shot('form-view');
      await form.input('disputes/review/total').click();
      await form.frame.locator('.card .actions button').first().waitFor();
      await shot('form-view-card');
      await editor.press('Control+a');
      await editor.page.keyboard.type('3');
      await editor.press('Enter');
      await editor.problemsOf((rows) => rows.length === 0, 'no finding');
      await editor.saveAs(FILE, balanced);
      await editor.press('Control+z');
      await settled(
        'the number before',
        () => form.value('disputes/review/total'),
        (value) => value === '8',
      );
      await shot('form-view-undone');
    },
  },
  {
    name: 'the form view leads to what is wrong, silences it, shows last year, and gives out the official layout',
    locales: ['zh-cn'],
    files: {
      [FILE]: brokenTotal,
      [LAST_YEAR]: balanced,
      '.gouji.json': JSON.stringify({ files: { [FILE]: { previous: { path: LAST_YEAR } } } }),
    },
    open: [FILE],
    run: async (editor, { shot }) => {
      await editor.problemsOf((rows) => rows.length > 0, 'the findings');
      await editor.runOwnCommand(COMMAND['zh-cn']);
      const { frame, ready } = formOf(editor);
      await ready();
      await frame.getByLabel('显示上年的数').check();
      await shot('form-view-last-year');
      await frame.locator('header .obstacle').first().click();
      await settled(
        'the cell that is wrong',
        () => frame.locator('input:focus').evaluateAll(([input]) => input?.dataset.key ?? ''),
        (key) => key === 'disputes/review/total',
      );
      await shot('form-view-jumped');
      await frame.getByRole('button', { name: '打印' }).click();
      await editor.acceptPlace();
      const file = path.join(editor.folder, FILE.replace('.txt', '.html'));
      const page = await eventually('the page', () => readFile(file, 'utf8').catch(() => ''));
      includes(page, '@page { size: A4;', 'the page');
      await frame.getByRole('button', { name: '复制为 HTML' }).click();
      const copied = await eventually('the copy', async () => {
        const text = await editor.page.evaluate(() => navigator.clipboard.readText());
        return text.startsWith('<h1>') && text;
      });
      includes(copied, '<table border="1">', 'the copy');
      equal(copied.includes('<style'), false, 'a style in the copy');
      await frame.locator('input[data-key="disputes/review/total"]').focus();
      await frame.locator('.card .actions button').filter({ hasText: SILENCE }).first().click();
      await editor.pressDialogButton(SILENCE);
      await editor.problemsOf((rows) => rows.every(({ text }) => !text.includes('行政复议·总计')), 'no finding once it is silenced');
      await shot('form-view-silenced');
    },
  },
];
