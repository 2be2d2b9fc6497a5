// Thousands of invented reports in a folder: several forms and layouts, with the mistakes the generator puts in.

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { importTypeScript } from '../accuracy/bundle.mjs';

/** One mistake in so many reports: a wrong total, for something to be found. */
const MISTAKE_EVERY = 10;
const TOTAL = /(（一）予以公开[^\n]*\d)(?=\s*\n)/u;

/** The number of bytes written. */
export async function writeReports(root, folder, count) {
  const { generateMany } = await importTypeScript(path.join(root, 'test/generator/generate.ts'));
  await mkdir(folder, { recursive: true });
  let bytes = 0;
  let index = 0;
  for (const { text } of generateMany(count)) {
    const content = Buffer.from(index % MISTAKE_EVERY === 0 ? text.replace(TOTAL, '$19') : text);
    bytes += content.length;
    await writeFile(path.join(folder, `${String(index).padStart(6, '0')}.txt`), content);
    index++;
  }
  return bytes;
}
