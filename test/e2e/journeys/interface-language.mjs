// The extension speaks the language of the interface; what it says about a draft is Chinese in both.

import { brokenTotal } from '../drafts/drafts.mjs';
import { includes } from '../expect.mjs';
import { settled } from '../wait.mjs';

const WORDS = {
  en: { sums: 'Equations 41/42', command: 'Gouji: ' },
  'zh-cn': { sums: '勾稽 41/42', command: '勾稽: ' },
};

export const interfaceLanguage = [
  {
    name: 'the extension speaks the language of the interface',
    locales: ['zh-cn', 'en'],
    files: { '柳溪镇.nb.txt': brokenTotal },
    open: ['柳溪镇.nb.txt'],
    run: async (editor, { locale, shot }) => {
      const words = WORDS[locale];
      const [problem] = await editor.problemsOf((rows) => rows.length === 1, 'one finding');
      includes(problem.text, '总计应等于', 'the finding, Chinese in every interface');
      await settled('the status', editor.ownStatus, (texts) => texts.join().includes(words.sums));
      const commands = await editor.commandsMatching(words.command);
      includes(commands.join('\n'), words.command, 'the commands');
      await shot('language');
    },
  },
];
