// Writes what is derived from the forms, the snippet files and the page on 条例: `npm run generate`.

import { writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

async function load(source) {
  const entry = new URL(`../server/src/edit/${source}`, import.meta.url).pathname;
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'esm', write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const { snippetFiles } = await load('snippets.ts');
for (const [name, text] of snippetFiles()) await writeFile(new URL(name, import.meta.url), text);
const { lawPage } = await load('law-page.ts');
await writeFile(new URL('../docs/law.md', import.meta.url), lawPage());
