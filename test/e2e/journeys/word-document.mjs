// A report in Word: opened from the explorer as a text, found wrong, fixed, and saved into the document, where nothing else changes.

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { balanced, brokenTotal } from '../drafts/drafts.mjs';
import { positionOf } from '../editor.mjs';
import { equal, includes } from '../expect.mjs';
import { eventually, settled } from '../wait.mjs';
import { documentOf, partsOf, withCell, withField } from '../word.mjs';

const NAME = '柳溪镇2023年政府信息公开工作年度报告.docx';
const TEXT = `${NAME}.nb.txt`;
/** Open from the beginning, so that the extension is known to be there. */
const OTHER = '杏林镇.nb.txt';
const FIX = '改为 3';
const NUMBER = '8';
const LABEL = '一、本年新收政府信息公开申请数量';
const ROW = `${LABEL} 12`;
const document = documentOf(brokenTotal);

const readDocument = async (editor) => partsOf(await readFile(path.join(editor.folder, NAME)));

/** Opens it by a double click, as anybody would. */
async function openDocument(editor) {
  await settled('the extension', editor.ownStatus, (texts) => texts.join().includes('42/42'));
  await editor.openFile(NAME, TEXT);
}

async function fixTotal(editor) {
  const [problem] = await editor.problemsOf((rows) => rows.length === 1, 'one finding');
  includes(problem.text, '各项相加为3', 'what the finding says');
  await editor.openProblem('各项相加为3');
  await settled(
    'the squiggle',
    () => editor.squiggles(),
    (count) => count > 0,
  );
  includes((await editor.openFixes()).join('\n'), FIX, 'the fixes offered');
  await editor.pickFix(FIX);
  await editor.problemsOf((rows) => rows.length === 0, 'no finding after the fix');
}

/** Waits for the document on disk; only the one number is another. */
async function isMended(editor) {
  const before = partsOf(document);
  const expected = withCell(before.xml, NUMBER, '3');
  await eventually('the document on disk', async () => (await readDocument(editor)).xml === expected);
  equal((await readDocument(editor)).others, before.others, 'the other entries');
  await editor.saved();
}

export const wordDocument = [
  {
    name: 'a Word document is opened, fixed and saved',
    locales: ['zh-cn'],
    files: { [NAME]: document, [OTHER]: balanced },
    open: [OTHER],
    run: async (editor, { shot }) => {
      await openDocument(editor);
      await shot('word-document');
      await fixTotal(editor);
      await editor.press('Control+z');
      await editor.problemsOf((rows) => rows.length === 1, 'the finding after undo');
      await editor.press('Control+Shift+z');
      await editor.problemsOf((rows) => rows.length === 0, 'no finding after redo');
      await editor.press('Control+s');
      await isMended(editor);
      await shot('word-document-saved');
      await editor.press('Control+F4');
      await editor.openFile(NAME, TEXT);
      await editor.problemsOf((rows) => rows.length === 0, 'no finding after reopening');
      equal(await editor.notifications(), [], 'messages');
    },
  },
  {
    name: 'a Word document is saved by the editor itself',
    locales: ['zh-cn'],
    settings: { 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 300 },
    files: { [NAME]: document, [OTHER]: balanced },
    open: [OTHER],
    run: async (editor, { host }) => {
      await openDocument(editor);
      await fixTotal(editor);
      await isMended(editor);
      // Until then the editor takes the time of whatever is on disk for that of its own save.
      await editor.saved();
      // The node host under test has no watcher of its own.
      if (host === 'node') return;
      // What Word would do meanwhile, without anything typed here.
      await writeFile(path.join(editor.folder, NAME), document);
      await editor.problemsOf((rows) => rows.length === 1, 'the finding of what another program wrote');
    },
  },
  {
    name: 'what a Word document cannot take is told at once and saves nothing',
    locales: ['zh-cn'],
    files: { [NAME]: withField(documentOf(balanced), '12'), [OTHER]: balanced },
    open: [OTHER],
    run: async (editor, { shot }) => {
      const before = await readDocument(editor);
      await openDocument(editor);
      await editor.problemsOf((rows) => rows.length === 0, 'no finding in the document');
      await editor.goTo(positionOf(balanced, ROW, LABEL.length));
      for (const _ of '\t12') await editor.press('ArrowRight');
      await editor.type('0');
      await editor.problemsOf((rows) => rows.some((row) => row.text.includes('域')), 'a finding for the result of a field');
      await editor.press('Control+s');
      const [message] = await settled('the message', editor.notifications, (texts) => texts.length > 0);
      includes(message, '没有保存', 'what the message says');
      equal((await readDocument(editor)).xml, before.xml, 'the document on disk');
      await shot('word-refused');
      const fixes = await editor.openFixes();
      includes(fixes.join('\n'), '恢复', 'the fix that restores');
      await editor.pickFix('恢复');
      await editor.problemsOf((rows) => rows.length === 0, 'no finding once it is restored');
    },
  },
  {
    name: 'a refused Word document goes on being saved by the editor itself',
    locales: ['zh-cn'],
    settings: { 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 300 },
    files: { [NAME]: withField(documentOf(balanced), '12'), [OTHER]: balanced },
    open: [OTHER],
    run: async (editor) => {
      const before = await readDocument(editor);
      await openDocument(editor);
      await editor.goTo(positionOf(balanced, ROW, LABEL.length));
      for (const _ of '\t12') await editor.press('ArrowRight');
      await editor.type('0');
      await settled('the message', editor.notifications, (texts) => texts.length > 0);
      await editor.type('5');
      await editor.problemsOf((rows) => rows.some((row) => row.text.includes('1205')), 'a finding for what was typed on');
      equal((await editor.notifications()).length, 1, 'messages');
      await editor.press('Backspace');
      await editor.press('Backspace');
      await editor.saved();
      equal((await readDocument(editor)).xml, before.xml, 'the document on disk');
    },
  },
  {
    name: 'an annotated copy and a document in the official layout are written beside it',
    locales: ['zh-cn'],
    files: { [NAME]: document, [OTHER]: balanced },
    open: [OTHER],
    run: async (editor, { shot }) => {
      await openDocument(editor);
      await editor.problemsOf((rows) => rows.length === 1, 'one finding');
      await editor.runOwnCommand('生成批注稿');
      await shot('annotated-where');
      await editor.acceptPlace();
      const copy = await eventuallyRead(editor, NAME.replace('.docx', '（批注稿）.docx'));
      includes(copy.comments, '各项相加为3', 'the comment');
      includes(copy.xml, '<w:commentRangeStart w:id="0"/>', 'the mark in the document');
      await editor.runOwnCommand('导出为 Word');
      await editor.chooseInList(['按统一格式的版式导出为'], 'Markdown');
      await editor.acceptPlace();
      const markdown = await eventually('the Markdown file', () => readFile(path.join(editor.folder, NAME.replace('.docx', '.md')), 'utf8').catch(() => null));
      includes(markdown, '## 一、总体情况', 'a heading');
      equal((await readDocument(editor)).xml, partsOf(document).xml, 'the document itself');
      await shot('exported');
    },
  },
];

async function eventuallyRead(editor, name) {
  const bytes = await eventually(name, () => readFile(path.join(editor.folder, name)).catch(() => null));
  const { xml, others } = partsOf(bytes);
  return { xml, comments: Buffer.from(others['word/comments.xml'] ?? '', 'latin1').toString('utf8') };
}
