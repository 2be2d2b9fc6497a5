// A damaged installation: a copy of what the package holds with a file broken or gone.

import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const LIST = new URL('../packaging/files.txt', import.meta.url);

/** Copies the extension into `target` and damages it: file → its new content, or null where it is gone. */
export async function damagedCopy(extensionRoot, target, damage) {
  const files = (await readFile(LIST, 'utf8')).split('\n').filter((name) => name !== '');
  for (const file of files) {
    await mkdir(path.dirname(path.join(target, file)), { recursive: true });
    await cp(path.join(extensionRoot, file), path.join(target, file));
  }
  for (const [file, content] of Object.entries(damage)) {
    if (content === null) await rm(path.join(target, file));
    else await writeFile(path.join(target, file), content);
  }
  return target;
}
