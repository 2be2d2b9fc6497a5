// Writes the snippet files out of the forms: `npm run generate`.

import { writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const entry = new URL('../server/src/edit/snippets.ts', import.meta.url).pathname;
const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'esm', write: false });
const { snippetFiles } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
for (const [name, text] of snippetFiles()) await writeFile(new URL(name, import.meta.url), text);
