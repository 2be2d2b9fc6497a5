// A total that does not add up: underlined, explained in Chinese, and cleared by the fix under the light bulb.

import { DISPUTES_ROW_BROKEN, balanced, brokenTotal as draft } from '../drafts/drafts.mjs';
import { positionOf } from '../editor.mjs';
import { equal, includes } from '../expect.mjs';
import { settled } from '../wait.mjs';

const NAME = '柳溪镇.nb.txt';
const FIX = '改为 3';
/** `1 0 1 1 8`: the total is the ninth code unit. */
const TOTAL_SHIFT = DISPUTES_ROW_BROKEN.indexOf('8');

export const brokenTotal = [
  {
    name: 'a broken total is underlined, explained and fixed',
    locales: ['zh-cn', 'en'],
    files: { [NAME]: draft },
    open: [NAME],
    run: async (editor, { shot }) => {
      const [problem] = await editor.problemsOf((rows) => rows.length === 1, 'one finding');
      equal(problem.severity, 'error', 'the severity of a broken total');
      includes(problem.text, '勾稽', 'the source of the finding');
      includes(problem.text, '各项相加为3', 'what the finding says');
      await editor.goTo(positionOf(draft, DISPUTES_ROW_BROKEN, TOTAL_SHIFT));
      await settled(
        'the squiggle',
        () => editor.squiggles(),
        (count) => count > 0,
      );
      const fixes = await editor.openFixes();
      includes(fixes.join('\n'), FIX, 'the fixes offered');
      await shot('broken-total');
      await editor.pickFix(FIX);
      await editor.problemsOf((rows) => rows.length === 0, 'no finding after the fix');
      equal(await editor.squiggles(), 0, 'squiggles after the fix');
      await editor.saveAs(NAME, balanced);
    },
  },
  {
    name: 'a number is checked while it is typed',
    locales: ['zh-cn'],
    files: { [NAME]: balanced },
    open: [NAME],
    run: async (editor) => {
      const row = '一、本年新收政府信息公开申请数量 12 2 0 0 0 1 15';
      await editor.goTo(positionOf(balanced, row, row.length));
      await editor.type('0');
      await editor.problemsOf((rows) => rows.some(({ severity }) => severity === 'error'), 'a finding for 150');
      await editor.press('Backspace');
      await editor.problemsOf((rows) => rows.length === 0, 'no finding for 15');
    },
  },
];
