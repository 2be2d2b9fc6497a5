// Operations of the workbench on the opened folder, and where that folder ends.
// Every path comes from the page: it is taken apart here, links are resolved, and whatever
// would leave the folder is refused.

import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, realpath, rename, rm, stat, unlink } from 'node:fs/promises';
import path from 'node:path';

export const FILE_BYTES_MAX = 50 * 1024 * 1024;
export const ENTRIES_MAX = 20_000;

/** Names of half-written files end like this; nobody but the writer may see them. */
export const PARTIAL_SUFFIX = '.gouji-partial';

/** An answer the workbench knows how to show: `code` is a name of vscode.FileSystemError. */
export class DiskError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** The operations of vscode.FileSystemProvider on `root`; paths are `/`-separated, `''` is the folder itself. */
export async function openDisk(root) {
  const realRoot = await realpath(root);
  const at = (relativePath) => confine(realRoot, relativePath);
  return {
    root: realRoot,
    stat: async (relativePath) => describe(await stat(await at(relativePath)).catch(translate)),
    list: async (relativePath) => list(realRoot, await at(relativePath)),
    read: async (relativePath) => read(await at(relativePath)),
    write: async (relativePath, content, options) => write(await at(notRoot(relativePath)), content, options),
    makeFolder: async (relativePath) => {
      await mkdir(await at(notRoot(relativePath))).catch(translate);
    },
    remove: async (relativePath, options) => remove(realRoot, notRoot(relativePath), options),
    rename: async (from, to, options) => move(await at(notRoot(from)), await at(notRoot(to)), options),
  };
}

async function confine(realRoot, relativePath) {
  const segments = segmentsOf(relativePath);
  let known = realRoot;
  for (const [index, segment] of segments.entries()) {
    const next = path.join(known, segment);
    const real = await realpath(next).catch(() => undefined);
    // A dangling link would be followed by a write, so it counts as leaving the folder.
    if (real === undefined && (await isLink(next))) throw outside();
    if (real === undefined) return path.join(next, ...segments.slice(index + 1));
    if (real !== realRoot && !real.startsWith(realRoot + path.sep)) throw outside();
    known = real;
  }
  return known;
}

function segmentsOf(relativePath) {
  const segments = relativePath.split('/').filter((segment) => segment !== '');
  const foreign = process.platform === 'win32' ? /[\\:\0]/ : /\0/;
  if (segments.some((segment) => segment === '.' || segment === '..' || foreign.test(segment))) throw outside();
  return segments;
}

function notRoot(relativePath) {
  if (segmentsOf(relativePath).length === 0) throw new DiskError('NoPermissions', 'the opened folder itself stays');
  return relativePath;
}

function outside() {
  return new DiskError('NoPermissions', 'the path leaves the opened folder');
}

async function isLink(file) {
  return lstat(file).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  );
}

function describe(stats) {
  return {
    type: stats.isDirectory() ? 'folder' : 'file',
    size: stats.size,
    createdMs: Math.trunc(stats.birthtimeMs),
    modifiedMs: Math.trunc(stats.mtimeMs),
  };
}

async function list(realRoot, folder) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(translate);
  if (entries.length > ENTRIES_MAX) throw new DiskError('Unavailable', `more than ${ENTRIES_MAX} entries`);
  const listed = [];
  for (const entry of entries) {
    if (entry.name.endsWith(PARTIAL_SUFFIX)) continue;
    const type = entry.isSymbolicLink() ? await typeBehindLink(realRoot, path.join(folder, entry.name)) : typeOf(entry);
    if (type !== undefined) listed.push({ name: entry.name, type });
  }
  return listed;
}

async function typeBehindLink(realRoot, link) {
  try {
    const real = await realpath(link);
    return real.startsWith(realRoot + path.sep) ? typeOf(await stat(real)) : undefined;
  } catch {
    return undefined;
  }
}

function typeOf(entry) {
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : undefined;
}

/** Opened without waiting: a pipe would wait for whoever writes into it, and hold up what is read after it. */
async function read(file) {
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(translate);
  try {
    const stats = await handle.stat();
    regular(stats);
    if (stats.size > FILE_BYTES_MAX) throw new DiskError('Unavailable', `larger than ${FILE_BYTES_MAX} bytes`);
    return await handle.readFile();
  } catch (error) {
    return translate(error);
  } finally {
    await handle.close();
  }
}

/** Pipes, sockets and devices may lie in a folder; nobody writes a draft into one. */
function regular(stats) {
  if (stats.isDirectory()) throw new DiskError('FileIsADirectory', 'a folder');
  if (!stats.isFile()) throw new DiskError('NoPermissions', 'not a regular file');
}

/** Writes beside the file and renames over it: a power cut leaves the old draft or the new one, never half of one. */
async function write(file, content, { create, overwrite }) {
  const before = await stat(file).catch(() => undefined);
  if (before !== undefined) regular(before);
  if (before === undefined && !create) throw new DiskError('FileNotFound', 'no such file');
  if (before !== undefined && create && !overwrite) throw new DiskError('FileExists', 'the file exists');
  const partial = path.join(path.dirname(file), `.${randomUUID()}${PARTIAL_SUFFIX}`);
  try {
    const handle = await open(partial, 'wx', before?.mode ?? 0o644);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, file);
  } catch (error) {
    await unlink(partial).catch(() => undefined);
    translate(error);
  }
}

async function remove(realRoot, relativePath, { recursive }) {
  const segments = segmentsOf(relativePath);
  // The last segment is not resolved: removing a link removes the link, not what it points to.
  const folder = await confine(realRoot, segments.slice(0, -1).join('/'));
  await rm(path.join(folder, segments.at(-1)), { recursive, force: false }).catch(translate);
}

async function move(from, to, { overwrite }) {
  const target = await stat(to).catch(() => undefined);
  if (target !== undefined && !overwrite) throw new DiskError('FileExists', 'the target exists');
  await rename(from, to).catch(translate);
}

const CODES = {
  ENOENT: 'FileNotFound',
  ENOTDIR: 'FileNotADirectory',
  EISDIR: 'FileIsADirectory',
  ERR_FS_EISDIR: 'FileIsADirectory',
  EEXIST: 'FileExists',
  ENOTEMPTY: 'Unavailable',
  EACCES: 'NoPermissions',
  EPERM: 'NoPermissions',
  EROFS: 'NoPermissions',
  // A socket that is opened like a file.
  ENXIO: 'NoPermissions',
};

/** The message keeps the system's code only: the path it names would end up in a notification. */
function translate(error) {
  if (error instanceof DiskError) throw error;
  throw new DiskError(CODES[error.code] ?? 'Unavailable', error.code ?? 'unknown failure');
}
