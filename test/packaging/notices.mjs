// Writes THIRD-PARTY-NOTICES.txt: whose code is in the bundles, and under which licence. `--check` fails where it is out of
// date.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const file = path.join(root, 'THIRD-PARTY-NOTICES.txt');
const ENTRIES = [
  { entryPoints: ['client/src/node.ts', 'server/src/hosts/node.ts', 'server/src/hosts/cli.ts', 'server/src/documents/index.ts'], platform: 'node' },
  { entryPoints: ['client/src/web.ts', 'server/src/hosts/worker.ts'], platform: 'browser' },
];

async function packagesInBundles() {
  const folders = new Set();
  for (const { entryPoints, platform } of ENTRIES) {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints,
      platform,
      bundle: true,
      write: false,
      metafile: true,
      outdir: 'dist',
      external: ['vscode', './documents.js', './sheets.js'],
      logLevel: 'error',
    });
    for (const input of Object.keys(metafile.inputs)) {
      const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(input);
      if (match !== null) folders.add(match[1]);
    }
  }
  return [...folders].sort();
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
  const licenceFile = readdirSync(path.join(root, folder)).find((entry) => /^licen[cs]e/iu.test(entry));
  if (licenceFile === undefined) throw new Error(`${name} has no licence file`);
  const text = readFileSync(path.join(root, folder, licenceFile), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim();
  return { name, notice: `${name} ${version} (${license})\n\n${text}\n` };
}

const notices = (await packagesInBundles()).map(noticeOf);
const unique = [...new Map(notices.map(({ notice }) => [notice, notice])).values()];
const text = `The bundles of this extension contain the following packages.\n\n${unique.join(`\n${'-'.repeat(72)}\n\n`)}`;
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error('THIRD-PARTY-NOTICES.txt is out of date: node test/packaging/notices.mjs');
  process.exit(1);
}
