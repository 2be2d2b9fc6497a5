// The second of the two editors under test: VS Code 1.100 with a node extension host,
// out of the npm package code-server but without code-server's own command line.

import { spawn, spawnSync } from 'node:child_process';
import { access, mkdtemp, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeLanguagePack } from './language-pack.mjs';

const hostFolder = fileURLToPath(new URL('../host', import.meta.url));
const vscodeFolder = path.join(hostFolder, 'node_modules/code-server/lib/vscode');

const START_TIMEOUT_MS = 60_000;
/** No gallery: nothing is fetched. */
const ENVIRONMENT = { ...process.env, EXTENSIONS_GALLERY: '{}' };

/** With the extension as it lies in its folder. */
export function startNodeHost(extensionRoot) {
  return startHost('node', { development: extensionRoot });
}

/** With the .vsix that `npm run package` makes, installed by VS Code's own command, and nothing else. */
export function startInstalledHost(extensionRoot) {
  return startHost('vsix', { install: () => packageOf(extensionRoot) });
}

async function startHost(name, { development, install }) {
  await installVsCode();
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'gouji-e2e-'));
  const token = 'gouji-e2e';
  await writeFile(path.join(dataFolder, 'token'), token);
  await writeLanguagePack(path.join(vscodeFolder, 'out'), path.join(dataFolder, 'data'));
  if (install !== undefined) installExtension(install(), dataFolder);
  const server = spawn(process.execPath, serverArguments(dataFolder), {
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own process group: the extension hosts it starts end with it.
    detached: true,
  });
  const port = await listening(server);
  const authority = `127.0.0.1:${port}`;
  const remote = (file) => `vscode-remote://${authority}${encodeURI(file)}`;
  return {
    name,
    openFolder: ({ folder, locale, open, extension = development }) => {
      const payload = [
        ...(extension === undefined ? [] : [['extensionDevelopmentPath', remote(extension)]]),
        ['skipWelcome', 'true'],
        ['skipReleaseNotes', 'true'],
        ...open.map((file) => ['openFile', remote(path.join(folder, file))]),
      ];
      const query = new URLSearchParams({ tkn: token, folder, payload: JSON.stringify(payload) });
      const url = `http://${authority}/?${query}`;
      const cookies = [{ name: 'vscode.nls.locale', value: locale, url: `http://${authority}` }];
      return Promise.resolve({ url, cookies, close: () => Promise.resolve() });
    },
    close: async () => {
      await stop(server);
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** `npm ci` in the pinned folder when it was never run, and the link VS Code finds its modules through. */
async function installVsCode() {
  if (!(await exists(path.join(vscodeFolder, 'out')))) {
    console.log('installing the node host (226 MB, once) …');
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: hostFolder,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error('npm ci failed in test/e2e/host');
  }
  const link = path.join(vscodeFolder, 'node_modules');
  await unlink(link).catch(() => undefined);
  await symlink(path.join(hostFolder, 'node_modules'), link, 'junction');
}

/** The .vsix, made anew. */
function packageOf(extensionRoot) {
  const { status, stdout } = spawnSync(process.execPath, [path.join(extensionRoot, 'test/packaging/package.mjs')], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const name = /^(\S+\.vsix): /m.exec(stdout)?.[1];
  if (status !== 0 || name === undefined) throw new Error(`no package:\n${stdout}`);
  return path.join(extensionRoot, name);
}

function installExtension(file, dataFolder) {
  const words = [path.join(vscodeFolder, 'out/server-main.js'), ...commonArguments(dataFolder), '--install-extension', file];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { env: ENVIRONMENT, encoding: 'utf8' });
  const said = stdout + stderr;
  if (status !== 0 || !said.includes('was successfully installed')) throw new Error(`not installed, status ${status}:\n${said}`);
}

function commonArguments(dataFolder) {
  return [`--server-data-dir=${dataFolder}`, `--extensions-dir=${path.join(dataFolder, 'extensions')}`, '--accept-server-license-terms'];
}

function serverArguments(dataFolder) {
  return [
    path.join(vscodeFolder, 'out/server-main.js'),
    '--host=127.0.0.1',
    '--port=0',
    `--connection-token-file=${path.join(dataFolder, 'token')}`,
    ...commonArguments(dataFolder),
    '--disable-telemetry',
    '--disable-workspace-trust',
  ];
}

function listening(server) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`the node host did not start:\n${output}`)), START_TIMEOUT_MS);
    const read = (chunk) => {
      output += chunk;
      const port = /listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the node host ended with ${code}:\n${output}`));
    });
  });
}

function stop(server) {
  return new Promise((resolve) => {
    if (server.exitCode !== null) {
      resolve();
      return;
    }
    server.once('exit', () => resolve());
    process.kill(process.platform === 'win32' ? server.pid : -server.pid, 'SIGTERM');
  });
}

function exists(file) {
  return access(file).then(
    () => true,
    () => false,
  );
}
