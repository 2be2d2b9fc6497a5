// Replaces a file atomically: at every moment either the old or the new one is whole.

import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readAgain } from './file-content.ts';
import { whyNot } from './system-errors.ts';

export interface Replacement {
  readonly file: string;
  /** What the file held when it was read. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Null where it was done, else the reason in Chinese; then the file is as it was. A link stays a link. */
export function replaceFile({ file, before, after }: Replacement): string | null {
  let draft: string | null = null;
  try {
    const target = realpathSync(file);
    const stat = statSync(target);
    if (!stat.isFile()) return '不是普通文件，未改写';
    // A new name in the folder needs no right to the file itself: whoever made it read-only meant it.
    accessSync(target, constants.W_OK);
    const beside = join(dirname(target), `.${basename(target).slice(0, 40)}.${process.pid}.gouji`);
    const descriptor = openSync(beside, 'wx', 0o600);
    draft = beside;
    fill(descriptor, after, stat);
    if (Buffer.compare(readAgain(target), before) !== 0) return '检查期间文件已被改动，未改写';
    renameSync(draft, target);
    draft = null;
    syncFolder(dirname(target));
    return null;
  } catch (error) {
    return `未改写：${whyNot(error)}`;
  } finally {
    if (draft !== null) rmSync(draft, { force: true });
  }
}

interface Ownership {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

function fill(descriptor: number, bytes: Uint8Array, { mode, uid, gid }: Ownership): void {
  try {
    writeFileSync(descriptor, bytes);
    keepOwner(descriptor, uid, gid);
    fchmodSync(descriptor, mode & 0o7777);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Only the administrator can; anyone else is the owner already, or becomes the owner as with any editor. */
function keepOwner(descriptor: number, uid: number, gid: number): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    // Windows and unprivileged users.
  }
}

/** So that the new name survives a power cut; not every system can. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch {
    // The file itself is on the disk already.
  }
}

/** Writes a result of ours whole or not at all, in the place of a former one. Null where it was done, else why not. */
export function writeWhole(file: string, bytes: Uint8Array | string): string | null {
  let draft: string | null = null;
  try {
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) return '是文件夹，请写文件名';
    const beside = join(dirname(file), `.${basename(file).slice(0, 40)}.${process.pid}.gouji`);
    const descriptor = openSync(beside, 'wx', 0o666);
    draft = beside;
    try {
      writeFileSync(descriptor, bytes);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, file);
    draft = null;
    return null;
  } catch (error) {
    return whyNot(error);
  } finally {
    if (draft !== null) rmSync(draft, { force: true });
  }
}
