// Measures reading a Word document against inflating and tokenising its `document.xml`: `node test/documents/measure.mjs
// FOLDER…`, after a build.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { Tokenizer } from 'htmlparser2';

const { openDocument } = createRequire(import.meta.url)('../../dist/documents.js');
const ROUNDS = 15;
const nothing = () => {};
const SILENT = Object.fromEntries(
  'attribdata attribentity attribend attribname cdata closetag comment declaration end opentagend opentagname processinginstruction selfclosingtag text textentity'
    .split(' ')
    .map((name) => [`on${name}`, nothing]),
);

function floor(bytes) {
  const { 'word/document.xml': part } = unzipSync(bytes, { filter: ({ name }) => name === 'word/document.xml' });
  const isWide = part[0] === 0xff && part[1] === 0xfe;
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: true }, SILENT);
  tokenizer.write(isWide ? new TextDecoder('utf-16le').decode(part) : strFromU8(part));
  tokenizer.end();
}

const files = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.docx'))
    .map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) })),
);
const timed = (work) => {
  const start = process.cpuUsage();
  for (const { bytes, name } of files) work(bytes, name);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};
/** Processor time, in turn, so that a busy machine slows both; the least of each. */
const rounds = Array.from({ length: ROUNDS }, () => [timed(floor), timed(openDocument)]);
const [least, ours] = [0, 1].map((which) => Math.min(...rounds.map((round) => round[which])));
console.log(
  `${files.length} documents: ${(ours / files.length).toFixed(2)} ms each; inflating and tokenising alone ${(least / files.length).toFixed(2)} ms; ratio ${(ours / least).toFixed(2)}`,
);
