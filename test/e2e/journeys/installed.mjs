// The package somebody was handed: installed by VS Code's own command, it finds, explains and mends as from its folder.

import { balanced, brokenTotal as draft, DISPUTES_ROW_BROKEN } from '../drafts/drafts.mjs';
import { positionOf } from '../editor.mjs';
import { equal, includes } from '../expect.mjs';

const NAME = '柳溪镇.nb.txt';

export const installed = [
  {
    name: 'the installed package finds a broken total and mends it',
    locales: ['zh-cn'],
    hosts: ['vsix'],
    files: { [NAME]: draft },
    open: [NAME],
    run: async (editor) => {
      const [problem] = await editor.problemsOf((rows) => rows.length === 1, 'one finding');
      includes(problem.text, '各项相加为3', 'what the finding says');
      await editor.goTo(positionOf(draft, DISPUTES_ROW_BROKEN, DISPUTES_ROW_BROKEN.indexOf('8')));
      await editor.openFixes();
      await editor.pickFix('改为 3');
      await editor.problemsOf((rows) => rows.length === 0, 'no finding after the fix');
      await editor.saveAs(NAME, balanced);
      equal((await editor.commandsMatching('勾稽')).length > 0, true, 'commands of the extension');
    },
  },
];
