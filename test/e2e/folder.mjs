// Makes the folder that a journey opens.

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A browser workbench saves by itself after a second; the journeys say when they save. */
const SETTINGS = { 'files.autoSave': 'off' };

/** Writes the journey's files (name → text or bytes) and its workspace settings. */
export async function writeFolder(folder, { files = {}, settings }) {
  await mkdir(path.join(folder, '.vscode'), { recursive: true });
  await writeFile(path.join(folder, '.vscode/settings.json'), JSON.stringify({ ...SETTINGS, ...settings }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
}
