// The browser workbench works on the folder itself: what is typed arrives on disk, what others write arrives in the editor.

import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { balanced, brokenTotal } from '../drafts/drafts.mjs';
import { equal } from '../expect.mjs';

export const folderOnDisk = [
  {
    name: 'the folder on disk is written, and followed',
    hosts: ['web'],
    locales: ['zh-cn'],
    files: { '柳溪镇.nb.txt': balanced },
    open: ['柳溪镇.nb.txt'],
    run: async (editor) => {
      const file = path.join(editor.folder, '柳溪镇.nb.txt');
      await editor.focusText();
      await editor.press('Control+End');
      await editor.type('附：无。');
      await editor.saveAs('柳溪镇.nb.txt', `${balanced}附：无。`);
      equal((await readdir(editor.folder)).sort(), ['.vscode', '柳溪镇.nb.txt'], 'nothing else is left beside it');
      await writeFile(file, brokenTotal);
      await editor.problemsOf((rows) => rows.length === 1, 'the finding of what another program wrote');
      await editor.renameFile('柳溪镇.nb.txt', '新名.nb.txt');
      await editor.problemsOf((rows) => rows.length === 1, 'the finding under the new name');
      equal((await readdir(editor.folder)).sort(), ['.vscode', '新名.nb.txt'], 'the renamed file');
    },
  },
];
