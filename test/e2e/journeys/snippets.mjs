// Parts and rows of the report at a few keystrokes: by their Chinese words, by pinyin initials, through an input method.

import { balanced, changed } from '../drafts/drafts.mjs';
import { positionOf } from '../editor.mjs';
import { includes } from '../expect.mjs';
import { settled } from '../wait.mjs';

const NAME = '新稿.nb.txt';
const LICENCES = '行政许可 24\n';
const withoutLicences = changed(balanced, LICENCES, '\n');

/** Takes the part's skeleton and fills its first two stops; the second is reached by the tabulator key. */
async function fillOverview(editor, shot) {
  await editor.takeSuggestion('总体情况');
  await settled('the heading', editor.visibleLines, (lines) => lines[0] === '一、总体情况');
  await shot('landed');
  await editor.type('2021');
  await editor.press('Tab');
  await editor.type('柳溪镇稳步推进各项工作。');
  const lines = await settled('the filled stops', editor.visibleLines, (all) => all.some((line) => line.includes('柳溪镇')));
  includes(lines.join('\n'), '2021年，柳溪镇稳步推进各项工作。', 'the stops in their places');
  includes(lines.join('\n'), '（五）监督保障。', 'the end of the part');
}

function overview(name, enter) {
  return {
    name: `a part by ${name} lands with its tab stops`,
    locales: ['zh-cn'],
    files: { [NAME]: '' },
    open: [NAME],
    run: async (editor, { shot }) => {
      // Suggestions are asked for as one types; before the extensions are there nothing answers.
      await settled('the extension', editor.ownStatus, (texts) => texts.length > 0);
      await editor.focusText();
      await enter(editor);
      await fillOverview(editor, (step) => shot(`part-by-${name.replaceAll(' ', '-')}-${step}`));
    },
  };
}

export const snippets = [
  overview('its Chinese words', (editor) => editor.type('总体情况')),
  overview('pinyin initials', (editor) => editor.page.keyboard.type('ztqk')),
  overview('an input method', (editor) => editor.compose("zong'ti'qing'kuang", '总体情况')),
  {
    name: 'a row is completed in a probed document too',
    locales: ['zh-cn'],
    files: { '材料.txt': withoutLicences },
    open: ['材料.txt'],
    run: async (editor, { shot }) => {
      await editor.problemsOf((rows) => rows.length > 0, 'the missing row');
      await editor.goTo(positionOf(withoutLicences, '本年处理决定数量\n', '本年处理决定数量\n'.length));
      await editor.page.keyboard.type('xzxk');
      await editor.suggested('行政许可');
      await shot('row-in-probed');
      await editor.takeSuggestion('行政许可');
      await editor.type('24');
      await editor.problemsOf((rows) => rows.length === 0, 'no finding once the row is there');
      await editor.saveAs('材料.txt', changed(balanced, '行政许可 24', '行政许可\t24'));
    },
  },
];
