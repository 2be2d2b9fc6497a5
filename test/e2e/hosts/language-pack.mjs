// Chinese language pack of the desktop editor, made of the same words that the browser workbench uses.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chineseWords } from '../../workbench/chinese.mjs';

/** Registers the pack in `userDataFolder`; `outFolder` holds VS Code's own nls.keys.json and nls.messages.json. */
export async function writeLanguagePack(outFolder, userDataFolder) {
  const keys = await readJson(path.join(outFolder, 'nls.keys.json'));
  const messages = await readJson(path.join(outFolder, 'nls.messages.json'));
  const words = await chineseWords();
  const contents = {};
  let index = 0;
  for (const [module, names] of keys) {
    for (const name of names) {
      const chinese = words[messages[index]];
      if (chinese !== undefined) contents[module] = { ...contents[module], [name]: chinese };
      index += 1;
    }
  }
  // Without this file the server takes English for granted and does not ask the browser.
  await mkdir(path.join(userDataFolder, 'User'), { recursive: true });
  await writeFile(path.join(userDataFolder, 'User/argv.json'), '{}');
  const file = path.join(userDataFolder, 'main.i18n.json');
  await writeFile(file, JSON.stringify({ contents }));
  const pack = {
    hash: 'gouji',
    label: '中文(简体)',
    extensions: [{ extensionIdentifier: { id: 'gouji.words' }, version: '1.0.0' }],
    translations: { vscode: file },
  };
  await writeFile(path.join(userDataFolder, 'languagepacks.json'), JSON.stringify({ 'zh-cn': pack }));
}

async function readJson(file) {
  return JSON.parse(await readFile(file, 'utf8'));
}
