// A report in Word: opened from the explorer as a text, found wrong, fixed, and saved into the document, where nothing else changes.

import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { balanced, brokenTotal, changed } from '../drafts/drafts.mjs';
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
const run = promisify(execFile);
const CLI = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const COPY = (words) => NAME.replace('.docx', `（${words}）.docx`);

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
  {
    name: 'a Word document is mended as a revision, annotated, cleaned and exported, each from the one before',
    locales: ['zh-cn'],
    files: {
      [NAME]: documentOf(changed(changed(balanced, `${LABEL} 12 2 0 0 0 1 15`, `${LABEL} 12 2 0 0 0 1 8`), '办结15件', '办结14件')),
      [OTHER]: balanced,
    },
    open: [OTHER],
    run: async (editor, { shot }) => {
      const received = await readDocument(editor);
      await openDocument(editor);
      await editor.problemsOf((rows) => rows.length === 2, 'a wrong total and a wrong sentence');
      await editor.openProblem('现为 8');
      await editor.openFixes();
      await shot('word-fixes');
      await editor.pickFix('记作修订并保存');
      const told = await editor.problemsOf(
        (rows) => rows.length === 2 && rows.some(({ text }) => text.includes('修订')),
        'that revisions are left, in place of the total',
      );
      includes(told.map(({ text }) => text).join(), '14', 'the sentence');
      await editor.saved();
      const revised = await readDocument(editor);
      equal(/<w:del [^>]*w:author="勾稽"[^>]*>(?:(?!<\/w:del>).)*>8<\/w:delText>/su.test(revised.xml), true, 'the number that stood there, as deleted');
      equal(/<w:ins [^>]*w:author="勾稽"[^>]*>(?:(?!<\/w:ins>).)*>15<\/w:t>/su.test(revised.xml), true, 'the number of the fix, as inserted');
      equal(rejected(revised.xml), received.xml, 'the document once its revisions are rejected');
      equal(revised.others, received.others, 'the other entries');
      await shot('word-revised');

      await editor.runOwnCommand('生成批注稿');
      await editor.acceptPlace();
      const annotated = await eventuallyRead(editor, COPY('批注稿'));
      includes(annotated.comments, '14', 'the comment on the sentence');
      equal(wordsOf(annotated.xml), wordsOf(revised.xml), 'the words of the copy');
      equal(annotated.others['docProps/app.xml'], received.others['docProps/app.xml'], 'an entry that has nothing to do with it');
      await settled('how many comments', editor.notifications, (texts) => texts.some((text) => text.includes('条批注')));
      await shot('word-annotated');

      await editor.runOwnCommand('生成清洁稿');
      await editor.acceptPlace();
      const clean = await eventuallyRead(editor, COPY('清洁稿'));
      equal(/<w:(?:ins|del|comment\w+) /u.test(clean.xml), false, 'what is left of revisions and comments');
      equal(await valuesOf(editor, COPY('清洁稿')), await valuesOf(editor, NAME), 'what stands in the clean copy');
      await settled('that it is clean', editor.notifications, (texts) => texts.some((text) => text.includes(COPY('清洁稿'))));

      await editor.runOwnCommand('导出为 Word');
      await editor.chooseInList(['按统一格式的版式导出为'], 'Word');
      equal((await editor.proposedPlace()).endsWith(COPY('导出')), true, 'a name that is not that of the document');
      await editor.acceptPlace();
      await eventuallyRead(editor, COPY('导出'));
      const exported = await valuesOf(editor, COPY('导出'));
      equal(exported, await valuesOf(editor, NAME), 'what stands in the exported document');
      equal([exported.recognised, exported.cells.includes('applications/new/total 15')], [true, true], 'the mended total in it');
      await settled('that it is exported', editor.notifications, (texts) => texts.some((text) => text.includes('已导出为')));
      await shot('word-exported');
      equal(await readDocument(editor), revised, 'the document itself');
    },
  },
];

async function eventuallyRead(editor, name) {
  const file = path.join(editor.folder, name);
  const { xml, others } = await eventually(name, () =>
    readFile(file)
      .then(partsOf)
      .catch(() => null),
  );
  return { xml, others, comments: Buffer.from(others['word/comments.xml'] ?? '', 'latin1').toString('utf8') };
}

/** The values of a report on disk, as another program that starts us reads them. */
async function valuesOf(editor, name) {
  const { stdout } = await run(process.execPath, [CLI, 'parse', '--format', 'ndjson', path.join(editor.folder, name)], { maxBuffer: 1e8 });
  const { recognised, year, unit, cells } = JSON.parse(stdout);
  return {
    recognised,
    year,
    unit,
    cells: Object.entries(cells)
      .map(([key, { value }]) => `${key} ${value}`)
      .toSorted(),
  };
}

const wordsOf = (xml) => xml.replaceAll(/<[^>]*>/gu, '');

/** The document's part as it was before what 勾稽 changed in it. */
const rejected = (xml) =>
  xml
    .replaceAll(/<w:ins [^>]*w:author="勾稽"[^>]*>.*?<\/w:ins>/gsu, '')
    .replaceAll(/<w:del [^>]*w:author="勾稽"[^>]*>(.*?)<\/w:del>/gsu, (_, inner) =>
      inner.replaceAll('<w:delText>', '<w:t xml:space="preserve">').replaceAll('</w:delText>', '</w:t>'),
    );
