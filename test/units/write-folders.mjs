// Writes invented reports of two years for trying the review: `node test/units/write-folders.mjs FOLDER COUNT`.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const [folder, count] = process.argv.slice(2);
const entry = fileURLToPath(new URL('two-years.ts', import.meta.url));
const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'esm', platform: 'node', write: false });
const { foldersOf, twoYears } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
for (const [name, text] of Object.entries(foldersOf(twoYears(Number(count))))) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
