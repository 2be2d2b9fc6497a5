// Programs of the person's own that `npm start` uses: the browser, the desktop VS Code.

import { spawn, spawnSync } from 'node:child_process';

/** Shows `url` in the default browser; without one the printed address is all there is, and enough. */
export function openBrowser(url) {
  const [command, args] = browserCommand(url);
  try {
    spawn(command, args, { stdio: 'ignore', detached: true })
      .on('error', () => undefined)
      .unref();
  } catch {
    // No such program: the address was printed.
  }
}

function browserCommand(url) {
  if (process.platform === 'darwin') return ['open', [url]];
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]];
  return ['xdg-open', [url]];
}

/** Opens `folder` in the desktop VS Code with the extension of `extensionRoot`; false without a `code` command. */
export function openDesktop(extensionRoot, folder) {
  const run = (args) => spawnSync('code', args, { stdio: 'ignore', shell: process.platform === 'win32' });
  if (run(['--version']).status !== 0) return false;
  return run([`--extensionDevelopmentPath=${quoted(extensionRoot)}`, quoted(folder)]).status === 0;
}

/** Windows runs `code.cmd` through its shell, which splits at spaces. */
function quoted(argument) {
  return process.platform === 'win32' ? `"${argument}"` : argument;
}
