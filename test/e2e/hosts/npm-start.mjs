// The command of the README itself: what a newcomer runs, with the samples it opens.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const name = 'start';

const script = fileURLToPath(new URL('../../workbench/start.mjs', import.meta.url));
const START_TIMEOUT_MS = 60_000;

export function startNpmStart() {
  return Promise.resolve({
    name,
    /** The scratch copy lands in `folder`, which the test run removes. */
    openFolder: async ({ folder, locale }) => {
      const child = spawn(process.execPath, [script, '--no-open', '--port', '0', '--locale', locale], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, TMPDIR: folder },
      });
      return { url: await printedAddress(child), cookies: [], close: () => stop(child) };
    },
    close: () => Promise.resolve(),
  });
}

function printedAddress(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`npm start printed no address:\n${output}`)), START_TIMEOUT_MS);
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const url = /http:\/\/gouji\.localhost:\d+\/[0-9a-f]+\//.exec(output)?.[0];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`npm start ended with ${code}:\n${output}`));
    });
  });
}

function stop(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null) resolve();
    else child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
