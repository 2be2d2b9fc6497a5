// Finds the processes that run this extension's server for the page under test.

import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

export const SERVER = path.resolve(import.meta.dirname, '../../dist/server.js');
const HOST = /^--clientProcessId=(\d+)$/;
/** Of `/proc/PID/stat`, behind the name in brackets: when the process started. */
const START_FIELD = 19;

/** Those of the newest extension host: an older one waits some minutes for its page, where a busy machine closed that without a word. */
export async function servers(program = SERVER) {
  const found = [];
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
    const host = words.map((word) => HOST.exec(word)?.[1]).find((id) => id !== undefined);
    if (host !== undefined && words.includes(program) && words.includes('--node-ipc')) found.push({ pid: Number(pid), since: await startOf(host) });
  }
  const newest = Math.max(...found.map(({ since }) => since));
  return found.filter(({ since }) => since === newest).map(({ pid }) => pid);
}

/** In ticks since the machine started; 0 for a process that is gone. */
async function startOf(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_FIELD] ?? 0);
}
