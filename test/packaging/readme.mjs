// The README of the package: what VS Code shows of an extension opens no relative link and no picture from a file, and its reader has no source.

import { readFileSync } from 'node:fs';
import path from 'node:path';

/** For those who have the source: from `<!-- source -->` to `<!-- /source -->`. */
const SOURCE_ONLY = /<!-- source -->\n[\s\S]*?<!-- \/source -->\n*/gu;
const PICTURE = /!\[([^\]]*)\]\(([^)]+)\)\n*/gu;
const RELATIVE_LINK = /(?<!!)\[([^\]]+)\]\((?!https?:|#)[^)]+\)/gu;
const NOTE = '\n文中提到的 `docs/` 等文档在源代码文件夹中。\n';

/** The README of the package in Chinese, and what it is in English. The first picture is put into the text itself, the others are left out for their size; a relative link becomes its words. */
export function packagedReadme(root) {
  const [readme, english] = ['README.md', 'README.en.md'].map((name) => readFileSync(path.join(root, name), 'utf8'));
  let pictures = 0;
  return (
    readme
      .replaceAll(SOURCE_ONLY, '')
      .replaceAll(PICTURE, (_, alt, file) => (pictures++ === 0 ? `![${alt}](${dataUri(path.join(root, file))})\n\n` : ''))
      .replaceAll(RELATIVE_LINK, '$1')
      .trimEnd() + `\n${NOTE}\n## English\n\n${english.split('\n\n')[1]}\n`
  );
}

function dataUri(file) {
  return `data:image/${path.extname(file).slice(1)};base64,${readFileSync(file).toString('base64')}`;
}
