// Fix-all on save tidies the layout of numbers and changes none of them.

import { DISPUTES_ROW, DISPUTES_ROW_BROKEN, balanced, changed } from '../drafts/drafts.mjs';
import { equal } from '../expect.mjs';

const NAME = '柳溪镇.nb.txt';
const LICENCES = '行政许可 24';
const LICENCES_FULL_WIDTH = '行政许可 ２４';

const tidy = changed(balanced, DISPUTES_ROW, DISPUTES_ROW_BROKEN);
const untidy = changed(tidy, LICENCES, LICENCES_FULL_WIDTH);

export const fixAllOnSave = [
  {
    name: 'fix-all on save changes layout and no number',
    locales: ['zh-cn'],
    files: { [NAME]: untidy },
    open: [NAME],
    settings: { '[gov-report]': { 'editor.codeActionsOnSave': { 'source.fixAll.gouji': 'explicit' } } },
    run: async (editor) => {
      await editor.problemsOf((rows) => rows.length === 2, 'the broken total and the full-width number');
      await editor.focusText();
      await editor.press('Control+End');
      await editor.type('。');
      await editor.saveAs(NAME, `${tidy}。`);
      const [problem] = await editor.problemsOf((rows) => rows.length === 1, 'the broken total stays');
      equal(problem.severity, 'error', 'its severity');
    },
  },
];
