// Writes invented reports of two years for trying the review: `node test/units/write-folders.mjs FOLDER COUNT`.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { foldersOf, twoYears } from './load-two-years.mjs';

const [folder, count] = process.argv.slice(2);
for (const [name, text] of Object.entries(foldersOf(twoYears(Number(count))))) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
