// Table three is typed by keyboard alone: from the wizard, after an Esc that ends the tab stops, by Tab and Enter.

import { balanced, blank } from '../drafts/drafts.mjs';
import { equal, includes } from '../expect.mjs';
import { eventually, settled } from '../wait.mjs';

const ROWS = 25;
/** A report in which every equation holds: what is new was granted, in the same columns. */
const HELD = ['6', '5', '0', '0', '0', '1', '12'];
const NONE = ['0', '0', '0', '0', '0', '0', '0'];
const numbers = Array.from({ length: ROWS }, (_, row) => ([0, 2, 23].includes(row) ? HELD : NONE));
/** Table two, in the order of the form. */
const TABLE_TWO = ['0', '0', '0', '2', '0', '5', '31', '4', '0', '0'];
const DISPUTES = Array.from({ length: 15 }, () => '0');
const NAME = '青禾县人民政府2024年政府信息公开工作年度报告.txt';

/** The report of the wizard with every cell filled in, in the order of the text. */
function filledReport() {
  const left = [...TABLE_TWO, ...numbers.flat(), ...DISPUTES];
  const text = wizardText().replaceAll(/^([^\t\n]*)(\t+)$/gmu, (_, label, tabs) => {
    // Table four has no label.
    const values = left.splice(0, label === '' ? tabs.length + 1 : tabs.length);
    return label === '' ? values.join('\t') : [label, ...values].join('\t');
  });
  equal(left.length, 0, 'numbers left over');
  return text;
}

async function fromWizard(editor, locale) {
  const { page } = editor;
  await editor.runOwnCommand(locale === 'en' ? 'New Annual Report…' : '新建年度报告…');
  for (const text of ['青禾县人民政府', '2024']) {
    const input = page.locator('.quick-input-widget .quick-input-box input');
    await input.waitFor();
    await input.fill(text);
    await page.keyboard.press('Enter');
    await settled(
      'the answer taken',
      async () => ((await input.isVisible()) ? input.inputValue() : ''),
      (value) => value !== text,
    );
  }
  await settled(
    'the title',
    () => editor.visibleLines(),
    (lines) => lines[0]?.includes('2024年政府信息公开工作年度报告'),
  );
  // A hand that wants none of the stops.
  await page.keyboard.press('Escape');
  await settled(
    'the report, read',
    () => editor.ownStatus(),
    (texts) => texts.some((text) => text.includes('42')),
  );
}

/** To the first cell of a row, as a hand goes there: to its line, then past the label. */
async function goToRow(editor, label) {
  const lines = (await wholeText(editor)).split('\n');
  await editor.goTo({ line: lines.findIndex((each) => each.startsWith(`${label}\t`)), character: 0 });
  for (let step = 0; step <= label.length; step += 1) await editor.press('ArrowRight');
}

async function wholeText(editor) {
  await editor.press('Control+a');
  await editor.press('Control+c');
  const text = await editor.page.evaluate(() => navigator.clipboard.readText());
  return text.replaceAll('\r\n', '\n');
}

/** As a hand types: key by key. */
async function keys(editor, text) {
  await editor.page.keyboard.type(text, { delay: 15 });
}

async function inCell(editor, name) {
  await eventually(`the cell ${name}`, async () => (await namesShown(editor)).includes(name));
}

async function outsideOfCells(editor) {
  await eventually('no cell named', async () => !(await namesShown(editor)).includes(' · '));
}

function namesShown(editor) {
  return editor.page.locator('.editor-group-container.active .view-overlays, .editor-group-container.active .view-line').evaluateAll(cellNames);
}

/** The words that decorations add behind lines. Runs in the page. */
function cellNames(elements) {
  return elements.flatMap((element) => [...element.querySelectorAll('span')].map((span) => getComputedStyle(span, '::after').content)).join(' ');
}

/** The lines of table three from its first row on. */
function tableThree(text) {
  const lines = text.split('\n');
  return lines.slice(
    lines.findIndex((line) => line.startsWith('一、本年新收')),
    lines.findIndex((line) => line.startsWith('四、政府信息公开行政复议')),
  );
}

/** What the wizard writes, before a number is in it. */
function wizardText() {
  return blank['2021'].replaceAll('青禾县柳溪镇人民政府', '青禾县人民政府').replace('收取情况：\n', '收取情况：未收取信息处理费。');
}

/** The numbers alone. */
function fromSpreadsheet() {
  const cells = numbers.map((row) => `<tr>${row.map((number) => `<td class=xl65 align=right>${number}</td>`).join('')}</tr>`).join('\n');
  return { html: `<html><body><table>${cells}</table></body></html>`, text: numbers.map((row) => row.join('\t')).join('\r\n') };
}

/** The table with its labels in three columns, merged as they are printed. */
function fromWord() {
  const left = [...numbers];
  let [open, group] = [false, ''];
  const rows = tableThree(blank['2021']).flatMap((line) => {
    const label = line.split('\t')[0];
    if (label.startsWith('三、')) open = true;
    if (label === '' || label.startsWith('三、')) return [];
    if (/^[一二四]、/u.test(label)) return [{ label, values: left.shift(), top: null, group: null }];
    if (label.startsWith('（')) group = label;
    if (!line.includes('\t')) return [];
    const values = left.shift();
    const top = open ? '三、本年度办理结果' : '';
    open = false;
    const isFirst = label.startsWith('1.');
    return [{ label, values, top, group: label.startsWith('（') ? null : isFirst ? group : '' }];
  });
  const results = rows.filter(({ top }) => top !== null).length;
  const paragraph = (words) =>
    `<p class=MsoNormal align=center style='text-align:center'><span lang=ZH-CN style='font-family:宋体'>${words}</span><o:p></o:p></p>`;
  const cell = (words, spans = '') => `<td width=64 ${spans} style='border:solid windowtext 1.0pt;padding:0cm 5.4pt'>${paragraph(words)}</td>`;
  const groupSize = (at) => rows.slice(at + 1).findIndex((row) => row.group !== '') + 1;
  const labels = ({ label, top, group: head }, at) => {
    if (top === null) return cell(label, 'colspan=3');
    const first = top === '' ? '' : cell(top, `rowspan=${results}`);
    if (head === null) return first + cell(label, 'colspan=2');
    return first + (head === '' ? '' : cell(head, `rowspan=${groupSize(at)}`)) + cell(label);
  };
  const body = rows.map((row, at) => `<tr>${labels(row, at)}${row.values.map((value) => cell(value)).join('')}</tr>`).join('\n');
  const head = `<tr>${cell('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 'colspan=3 rowspan=3')}${cell('申请人情况', 'colspan=7')}</tr>
<tr>${cell('自然人', 'rowspan=2')}${cell('法人或其他组织', 'colspan=5')}${cell('总计', 'rowspan=2')}</tr>
<tr>${['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((words) => cell(words)).join('')}</tr>`;
  const plain = rows.map(({ label, values, top, group: above }) =>
    [...(top === null ? [] : [top, ...(above === null ? [] : [above])]), label, ...values].join('\t'),
  );
  return {
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"></head><body><!--StartFragment--><table class=MsoNormalTable border=1 cellspacing=0>${head}${body}</table><!--EndFragment--></body></html>`,
    text: plain.join('\r\n'),
  };
}

export const typing = [
  {
    name: 'a table is typed by Tab and Enter alone',
    locales: ['zh-cn', 'en'],
    files: { '说明.txt': '先看这里\n' },
    open: ['说明.txt'],
    run: async (editor, { shot, locale }) => {
      await fromWizard(editor, locale);
      await goToRow(editor, '规章');
      await inCell(editor, '规章');
      await shot('typing-1-blank');
      for (const [index, number] of TABLE_TWO.entries()) {
        if (index > 0) await editor.press('Tab');
        await keys(editor, number);
      }
      // On to table three: row by row with Tab, the last two columns of rows by Enter.
      for (const [row, values] of numbers.entries()) {
        for (const number of values) {
          await editor.press('Tab');
          await keys(editor, number);
        }
        if (row === 2) await shot('typing-2-underway');
      }
      for (const number of DISPUTES) {
        await editor.press('Tab');
        await keys(editor, number);
      }
      await settled(
        'every equation',
        () => editor.ownStatus(),
        (texts) => texts.some((shown) => shown.includes('42/42')),
      );
      await shot('typing-3-done');
      const text = await wholeText(editor);
      const rows = text.split('\n').filter((line) => /^(?:[一二四]、|（[一二七]）|\d\.)[^\t]*(?:\t\d+){7}$/u.test(line));
      equal(rows.map((line) => line.split('\t').slice(1).join(' ')).join('\n'), numbers.map((row) => row.join(' ')).join('\n'), 'table three');
      equal(text, filledReport(), 'tables two, three and four, and all around them');
      await editor.saveNew(NAME);
      await editor.saveAs(NAME, filledReport());
      // Down a column by Enter, typing over what is there; Shift+Tab goes back.
      await goToRow(editor, '1.属于国家秘密');
      await inCell(editor, '自然人');
      await editor.press('Tab');
      await inCell(editor, '商业企业');
      await editor.press('Shift+Tab');
      await inCell(editor, '自然人');
      for (const number of ['3', '2', '1']) {
        await keys(editor, number);
        await editor.press('Enter');
      }
      await settled(
        'the last of the three',
        () => editor.visibleLines(),
        (lines) => lines.some((line) => /^3\.危及“三安全一稳定” +1 +0 /u.test(line)),
      );
      const typed = await wholeText(editor);
      includes(rowsOf(typed), '1.属于国家秘密\t3\t0\t', 'the first row');
      includes(rowsOf(typed), '2.其他法律行政法规禁止公开\t2\t', 'the row below');
      includes(rowsOf(typed), '3.危及“三安全一稳定”\t1\t', 'the third');
      equal(typed.split('\n').length, text.split('\n').length, 'no line was added');
      // Behind the table Tab and Enter are what they were, as soon as no cell is named any more.
      await editor.press('Control+End');
      await outsideOfCells(editor);
      await editor.press('Enter');
      await editor.press('Tab');
      await keys(editor, '0');
      const ended = await wholeText(editor);
      equal(ended.slice(typed.length), '\n\t0', 'behind the last part');
    },
  },
  {
    name: 'a number from an input method stays in its cell, and Tab goes on',
    locales: ['zh-cn'],
    files: { '说明.txt': '先看这里\n' },
    open: ['说明.txt'],
    run: async (editor) => {
      await fromWizard(editor, 'zh-cn');
      await goToRow(editor, '规章');
      await inCell(editor, '规章');
      // What is composed cannot be moved to another cell while it is composed: a hand sees the cell's name first.
      for (const [number, next] of [
        ['12', '废止'],
        ['3', '现行有效'],
        ['45', '行政规范性文件'],
      ]) {
        await editor.compose(number, number);
        await editor.press('Tab');
        await inCell(editor, next);
      }
      await settled(
        'the row',
        () => editor.visibleLines(),
        (lines) => lines.some((line) => /^规章 +12 +3 +45/u.test(line)),
      );
    },
  },
  ...[
    { name: 'a block from a spreadsheet fills the table it is pasted into', copied: fromSpreadsheet },
    { name: 'a whole table from Word fills the table it is pasted into', copied: fromWord },
  ].map(({ name, copied }) => ({
    name,
    locales: ['zh-cn'],
    files: { '说明.txt': '先看这里\n' },
    open: ['说明.txt'],
    run: async (editor, { shot, host }) => {
      await fromWizard(editor, 'zh-cn');
      await goToRow(editor, '一、本年新收政府信息公开申请数量');
      await inCell(editor, '本年新收');
      await editor.page.evaluate(async ({ html, text }) => {
        const blob = (type, content) => new Blob([content], { type });
        await navigator.clipboard.write([new ClipboardItem({ 'text/html': blob('text/html', html), 'text/plain': blob('text/plain', text) })]);
      }, copied());
      await editor.press('Control+v');
      // Its VS Code is older than paste providers: told after the fact, and shown before it is filled in.
      if (host === 'web') {
        await editor.pressNotificationButton('填入表格');
        await editor.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
        await editor.press('Enter');
      }
      await settled(
        'the sums',
        () => editor.visibleLines(),
        (lines) => lines.some((line) => /^一、本年新收政府信息公开申请数量 +6 +5 +0 +0 +0 +1 +12$/u.test(line)),
      );
      await shot(`typing-${copied.name}`);
      const text = await wholeText(editor);
      const filled = tableThree(text).filter((line) => /\t\d/u.test(line));
      equal(filled.map((line) => line.split('\t').slice(1).join(' ')).join('\n'), numbers.map((row) => row.join(' ')).join('\n'), 'table three');
      equal(text.replaceAll(/(?<=\t)\d+/gu, ''), wizardText().replaceAll(/(?<=\t)\d+/gu, ''), 'all around the numbers');
    },
  })),
  {
    name: 'the menus stand where a hand goes for them',
    locales: ['zh-cn', 'en'],
    files: { '说明.txt': '先看这里\n', '青禾县人民政府2024年政府信息公开工作年度报告.txt': balanced },
    open: ['青禾县人民政府2024年政府信息公开工作年度报告.txt'],
    run: async (editor, { shot, locale }) => {
      const { page } = editor;
      await settled(
        'the report, read',
        () => editor.ownStatus(),
        (texts) => texts.some((text) => text.includes('42/42')),
      );
      const own = locale === 'en' ? '勾稽 Gouji' : '勾稽';
      const openMenu = async () => {
        await page.locator('.editor-group-container.active .view-line').first().click({ button: 'right' });
        const entry = page.locator('.monaco-menu .action-item').filter({ hasText: own }).first();
        await entry.waitFor();
        await entry.hover();
        await page.locator('.monaco-submenu .action-item').first().waitFor();
      };
      await openMenu();
      const entries = await page.locator('.monaco-submenu .action-item').allInnerTexts();
      includes(entries.join('\n'), locale === 'en' ? 'Recompute' : '重新计算', 'the menu of a report');
      await shot('menu-report');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await editor.openFile('说明.txt');
      await settled(
        'another text, read',
        () => editor.ownStatus(),
        (texts) => texts.every((text) => !text.includes('42/42')),
      );
      await openMenu();
      includes((await page.locator('.monaco-submenu .action-item').allInnerTexts()).join('\n'), locale === 'en' ? 'Why' : '为什么', 'the menu of another text');
      await shot('menu-other');
    },
  },
];

function rowsOf(text) {
  return text
    .split('\n')
    .filter((line) => /^\d\.[^\t]*\t/u.test(line))
    .slice(0, 4)
    .join('\n');
}
