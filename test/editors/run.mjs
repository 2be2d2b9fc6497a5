// Runs the documented configurations for other editors in the editors of this machine, over `--stdio`.
//
//   node test/editors/run.mjs [neovim] [emacs]

import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { broken } from './draft.mjs';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const at = (...parts) => path.join(projectRoot, ...parts);
const SERVER = at('dist', 'server.js');
const TIMEOUT_MS = 180_000;

const EDITORS = {
  neovim: [
    'nvim',
    [
      '--headless',
      '-n',
      '-u',
      'NONE',
      '-c',
      `lua vim.g.gouji_server = ${JSON.stringify(SERVER)}`,
      '-c',
      `luafile ${at('docs', 'editors', 'neovim.lua')}`,
      '-c',
      `luafile ${at('test', 'editors', 'neovim.lua')}`,
    ],
  ],
  emacs: [
    'emacs',
    [
      '--batch',
      '--eval',
      '(package-initialize)',
      '--eval',
      `(setq gouji-server ${JSON.stringify(SERVER)})`,
      '-l',
      at('docs', 'editors', 'gouji.el'),
      '-l',
      at('test', 'editors', 'emacs.el'),
    ],
  ],
};

process.exitCode = await main(process.argv.slice(2));

async function main(wanted) {
  if (spawnSync(process.execPath, ['esbuild.mjs'], { cwd: projectRoot, stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) return 1;
  const count = { passed: 0, failed: 0 };
  for (const [name, [command, args]] of Object.entries(EDITORS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const folder = await mkdtemp(path.join(os.tmpdir(), 'gouji-editor-'));
    try {
      const draft = path.join(folder, '柳溪镇.nb.txt');
      await writeFile(draft, broken);
      await runEditor(name, command, args, { draft, folder }, count);
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  console.log(`${count.passed} passed, ${count.failed} failed`);
  return count.failed === 0 && count.passed > 0 ? 0 : 1;
}

async function runEditor(name, command, args, { draft, folder }, count) {
  console.log(`== ${name}`);
  const env = { ...process.env, GOUJI_DRAFT: draft, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
  const { status, stdout, stderr, error } = spawnSync(command, args, { env, encoding: 'utf8', timeout: TIMEOUT_MS });
  if (error?.code === 'ENOENT') {
    console.log(`FAILED ${command} is not installed (Debian: neovim, emacs-nox, elpa-eglot)`);
    count.failed++;
    return;
  }
  const lines = `${stdout}\n${stderr}`.split(/\r?\n/).filter((line) => /^(?:ok|FAILED) /.test(line));
  for (const line of lines) console.log(line);
  const passed = lines.filter((line) => line.startsWith('ok ')).length;
  const failed = lines.length - passed;
  count.passed += passed;
  count.failed += status === 0 && failed === 0 && passed > 0 ? 0 : Math.max(1, failed);
  if (status !== 0 || passed === 0) console.log(stderr.slice(-2000));
}
