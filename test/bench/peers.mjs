// Other tools measured beside ours; they lie in peers/, a package of its own that is installed on demand.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('peers', import.meta.url));
const installed = (file) => join(folder, 'node_modules', file);

/** Linters of text, for the same folder; each is run inside it. */
export const BATCH_PEERS = [
  { name: 'autocorrect (Rust)', file: installed('autocorrect-node/cli.js'), args: ['--lint', '.'] },
  { name: 'markdownlint', file: installed('markdownlint-cli2/markdownlint-cli2-bin.mjs'), args: ['*.txt', '*.html'] },
  { name: 'zhlint', file: installed('zhlint/bin/index.js'), args: ['*.txt', '*.html'] },
];

/** Language servers, each with the lines of the same report in its own language. */
export const SERVER_PEERS = [
  {
    name: 'JSON language server',
    file: installed('vscode-json-languageserver/bin/vscode-json-languageserver'),
    languageId: 'json',
    extension: 'json',
    write: (lines) => JSON.stringify(lines, null, 2),
    place: { line: 1, character: 3 },
  },
  {
    name: 'YAML language server',
    file: installed('yaml-language-server/bin/yaml-language-server'),
    languageId: 'yaml',
    extension: 'yaml',
    write: (lines) => lines.map((each) => `- ${JSON.stringify(each)}`).join('\n'),
    place: { line: 0, character: 3 },
  },
];

/** What a table says of a peer that is not there. */
export const ABSENT = 'not installed: --peers';

export function isInstalled({ file }) {
  return existsSync(file);
}

/** The tools in exactly the versions of their package.json, without a lock file, and without running a script of theirs. */
export function installPeers() {
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (status !== 0) console.log('  the peers could not be installed; the tables say so');
}
