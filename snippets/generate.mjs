// Writes what is derived: from the forms the snippet files and the page on 条例, from the rules their pages and what their
// fixtures state of their words, from the manifest the tables of the READMEs. `npm run generate`; a test of each fails where a file is not what would be written.

import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = new URL('..', import.meta.url);

async function load(source) {
  const entry = fileURLToPath(new URL(source, ROOT));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'esm', platform: 'node', mainFields: ['module', 'main'], write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const { snippetFiles } = await load('server/src/rewrite/snippets.ts');
for (const [name, text] of snippetFiles()) await writeFile(new URL(name, import.meta.url), text);
const { lawPage } = await load('server/src/rewrite/law-page.ts');
await writeFile(new URL('docs/law.md', ROOT), lawPage());

const { fixturesWithSaid } = await load('test/docs/said-lines.ts');
for (const [name, text] of fixturesWithSaid(ROOT)) await writeFile(new URL(name, ROOT), text);
const { rulePages } = await load('test/docs/rule-pages.ts');
for (const [name, write] of rulePages(ROOT)) await writeFile(new URL(`docs/rules/${name}`, ROOT), write());

const { grammarText } = await load('test/docs/grammar-words.ts');
await writeFile(new URL('syntaxes/gov-report.tmLanguage.json', ROOT), grammarText(ROOT));
const { ruleSettings } = await load('test/docs/rule-settings.ts');
for (const [name, text] of ruleSettings(ROOT)) await writeFile(new URL(name, ROOT), text);

const { readmes } = await load('test/docs/readme-tables.ts');
for (const [name, text] of readmes(ROOT)) await writeFile(new URL(name, ROOT), text);
