// A document that is switched off has no findings, and has them again when it is switched on.

import { brokenTotal } from '../drafts/drafts.mjs';

const NAME = '柳溪镇.nb.txt';
const SWITCH = '停止或恢复检查本文稿';

export const switchedOff = [
  {
    name: 'a document that is switched off is checked no more',
    locales: ['zh-cn'],
    files: { [NAME]: brokenTotal },
    open: [NAME],
    run: async (editor) => {
      const oneError = (rows) => rows.length === 1 && rows[0].severity === 'error';
      await editor.problemsOf(oneError, 'one finding');
      await editor.runOwnCommand(SWITCH);
      await editor.problemsOf((rows) => rows.length === 0, 'no finding while it is switched off');
      await editor.runOwnCommand(SWITCH);
      await editor.problemsOf(oneError, 'the finding again');
    },
  },
];
