// What a newcomer sees after the README's first command: the samples, one of them with a changed number.

import { equal, includes } from '../expect.mjs';
import { settled } from '../wait.mjs';

const FIX = '总计改为 14';

export const npmStart = [
  {
    name: 'npm start opens the samples, and the changed number is found and fixed',
    hosts: ['start'],
    locales: ['zh-cn', 'en'],
    run: async (editor, { shot }) => {
      const problems = await editor.problemsOf((rows) => rows.length > 0, 'the findings of the opened sample');
      includes(problems[0].text, '勾稽', 'the source of the finding');
      equal(problems[0].severity, 'error', 'its severity');
      await editor.openProblem(problems[0].text);
      await settled(
        'the squiggle',
        () => editor.squiggles(),
        (count) => count > 0,
      );
      includes((await editor.openFixes()).join('\n'), FIX, 'the fixes offered');
      await shot('sample');
      await editor.pickFix(FIX);
      await editor.problemsOf((rows) => rows.length === 0, 'no finding after the fix');
    },
  },
];
