// Measures the length of messages and titles over samples, seeds and published reports: `npm run words`, or `npm run words --
// --cli PATH` with another commit's command line, to compare.

import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const at = process.argv.indexOf('--cli');
const cli = at < 0 ? fileURLToPath(new URL('../../dist/cli.js', import.meta.url)) : process.argv[at + 1];
const FOLDERS = ['test/samples', '../shared/seeds', '../shared/corpus'].map((name) => fileURLToPath(new URL(`../../${name}`, import.meta.url)));
const MAX_OUTPUT = 512 * 1024 * 1024;

const { stdout } = spawnSync(process.execPath, [cli, 'check', '--format', 'ndjson', ...FOLDERS.filter((folder) => existsSync(folder))], {
  encoding: 'utf8',
  maxBuffer: MAX_OUTPUT,
});
const findings = stdout
  .split('\n')
  .filter(Boolean)
  .flatMap((line) => JSON.parse(line).findings ?? []);
const messages = findings.map(({ message }) => message);

measure('messages', messages);
measure(
  'first sentences',
  messages.map((message) => message.split('。')[0]),
);
measure(
  'titles',
  findings.flatMap(({ fixes }) => fixes.map(({ title }) => title)),
);

function measure(name, texts) {
  const distinct = [...new Set(texts)].toSorted((one, other) => one.length - other.length);
  const median = distinct[Math.floor(distinct.length / 2)]?.length ?? 0;
  const longest = distinct.at(-1) ?? '';
  console.log(
    `${name}: ${distinct.length} different, median ${median}, longest ${longest.length}, over 40: ${distinct.filter(({ length }) => length > 40).length}`,
  );
  console.log(`  ${longest}`);
}
