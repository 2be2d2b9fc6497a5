// The least a check of a folder can cost: read every file, decode it, split it into lines.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
let lines = 0;
for (const file of readdirSync(folder).toSorted()) {
  lines += new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, file))).split('\n').length;
}
console.log(lines);
