// The report of a folder that is opened first: the first with an error, by what the command line finds, since who tries this
// wants to see one.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** A large folder is not waited for: then the first that has anything to show, or the first that was read. */
const DEADLINE_MS = 10_000;

/** The path of a report within `folder`, with slashes; undefined where there is none. `cli` is the command line's file. */
export async function firstReport(folder, cli, deadlineMs = DEADLINE_MS) {
  const child = spawn(process.execPath, [cli, 'check', '--format', 'ndjson', '--fail-on', 'never', folder], { stdio: ['ignore', 'pipe', 'ignore'] });
  const timer = setTimeout(() => child.kill(), deadlineMs);
  const seen = [];
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const { path: file, recognised, findings } = JSON.parse(line);
      if (recognised !== true) continue;
      const isWrong = findings.some(({ severity }) => severity === 'error');
      seen.push({ file, findings: findings.length });
      if (isWrong) return within(folder, file);
    }
  } catch {
    // Killed in the middle of a line.
  } finally {
    clearTimeout(timer);
    child.kill();
  }
  const first = seen.find(({ findings }) => findings > 0) ?? seen[0];
  return first === undefined ? undefined : within(folder, first.file);
}

function within(folder, file) {
  return path.relative(folder, path.resolve(file)).split(path.sep).join('/');
}
