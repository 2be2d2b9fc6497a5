// Expands paths, folders and globs to the files to examine, in order.

import { closeSync, constants, openSync, readdirSync, statSync, type Dirent, type Stats } from 'node:fs';
import { resolve, sep } from 'node:path';
import { isatty } from 'node:tty';
import { documentsIn, entriesToVisit, hasReportName, isTextFile, isWordFile, stemOf, type FolderEntry } from '../text/files.ts';
import { STANDARD_INPUT } from './arguments.ts';
import type { Failure } from './outcome.ts';
import { whyNotFound } from './system-errors.ts';
import { decode } from './file-encoding.ts';
import { readPipe } from './pipes.ts';
import { readBytes, readStreamBytes } from './file-content.ts';

export interface FileTarget {
  readonly kind: 'file';
  /** As it is shown: the path that was given, with the way down from it. */
  readonly path: string;
  /** Given itself, not met in a folder. */
  readonly named: boolean;
  /** The folder up to which `.gouji.json` is inherited: the one that was named, or the current one. */
  readonly top: string;
  /** The same report in other formats, beside it in a folder. */
  readonly others?: readonly string[];
}

export type Target =
  | FileTarget
  | { readonly kind: 'stdin' }
  /** A pipe that has a name; in a folder none is opened. */
  | { readonly kind: 'pipe'; readonly path: string }
  /** A folder without a file to look into. */
  | { readonly kind: 'empty'; readonly path: string }
  /** A document of a folder that nobody reads yet: it may be the report that was looked for. */
  | { readonly kind: 'passed-over'; readonly path: string }
  | ({ readonly kind: 'failure' } & Failure);

/** `listed` paths are never standard input. Folders are walked while the files are taken, one listing at a time. */
export function* targetsOf(paths: readonly string[], listed: readonly string[], cwd: string): Generator<Target> {
  for (const path of paths) {
    if (path === STANDARD_INPUT) yield { kind: 'stdin' };
    else yield* namedTargets(path, cwd);
  }
  for (const path of listed) yield* namedTargets(path, cwd);
}

function* namedTargets(path: string, cwd: string): Generator<Target> {
  let stat: Stats;
  try {
    stat = statSync(resolve(cwd, path));
  } catch (error) {
    yield { kind: 'failure', path, message: whyNotFound(path, error) };
    return;
  }
  if (!stat.isDirectory()) {
    yield targetOf(path, { file: resolve(cwd, path), stat });
    return;
  }
  let empty = true;
  for (const target of walk(path, { cwd, top: path })) {
    empty &&= target.kind === 'passed-over';
    yield target;
  }
  if (empty) yield { kind: 'empty', path };
}

function targetOf(path: string, { file, stat }: { readonly file: string; readonly stat: Stats }): Target {
  if (stat.isFIFO()) return { kind: 'pipe', path };
  return stat.isCharacterDevice() && isTerminal(file)
    ? { kind: 'failure', path, message: '是终端，不是文件。要从键盘或管道输入，请把路径写成 -' }
    : { kind: 'file', path, named: true, top: '.' };
}

/** A terminal would be waited for in a system call, which no signal ends. */
function isTerminal(file: string): boolean {
  try {
    const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
    const answer = isatty(descriptor);
    closeSync(descriptor);
    return answer;
  } catch {
    // Then it cannot be read either, and that is told.
    return false;
  }
}

/** Links are passed over, so the walk ends. */
function* walk(folder: string, around: { readonly cwd: string; readonly top: string }): Generator<Target> {
  const { cwd, top } = around;
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(resolve(cwd, folder), { withFileTypes: true });
  } catch (error) {
    yield { kind: 'failure', path: folder, message: whyNotFound(folder, error) };
    return;
  }
  const met = entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
  const visited = entriesToVisit(met, isRead);
  for (const { name, kind, others } of formatsTogether(visited)) {
    const path = below(folder, name);
    if (kind === 'folder') yield* walk(path, around);
    else yield { kind: 'file', path, named: false, top, others: others.map((other) => below(folder, other)) };
  }
  const stems = new Set(visited.map(({ name }) => stemOf(name)));
  for (const { name, advice } of documentsIn(met)) {
    if (isRead(name)) continue;
    const path = below(folder, name);
    // A report that nobody reads and that is not there in another format is missed; anything else is only counted.
    if (hasReportName(name) && !stems.has(stemOf(name))) yield { kind: 'failure', path, message: advice };
    else yield { kind: 'passed-over', path };
  }
}

/** Each file once; others of its name with the Word document, which is the one that is handed in. In the order they came. */
function formatsTogether<Entry extends FolderEntry>(entries: readonly Entry[]): readonly (Entry & { readonly others: readonly string[] })[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.kind !== 'file') continue;
    const group = groups.get(stemOf(entry.name));
    if (group === undefined) groups.set(stemOf(entry.name), [entry]);
    else group.push(entry);
  }
  return entries.flatMap((entry) => {
    const group = entry.kind === 'file' ? (groups.get(stemOf(entry.name)) ?? []) : [];
    // Of two that Word may open, the newer format.
    const documents = group.filter(({ name }) => isWordFile(name));
    const document = documents.find(({ name }) => /\.docx$/iu.test(name)) ?? documents[0];
    if (document === undefined) return [{ ...entry, others: [] }];
    return document === entry ? [{ ...entry, others: group.filter((other) => other !== document).map(({ name }) => name) }] : [];
  });
}

function isRead(name: string): boolean {
  return isTextFile(name) || isWordFile(name);
}

function below(folder: string, name: string): string {
  return (folder.endsWith(sep) || folder.endsWith('/') ? folder : folder + sep) + name;
}

function kindOf(entry: Dirent): 'file' | 'folder' | 'other' {
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}

export type PathList = { readonly paths: readonly string[] } | { readonly problem: string };

interface ListOptions {
  readonly cwd: string;
  readonly stdin: AsyncIterable<unknown>;
  readonly interrupted: AbortSignal;
  /** So long a pipe with a name is waited for. */
  readonly seconds: number;
}

export async function readPathList(list: string, { cwd, stdin, interrupted, seconds }: ListOptions): Promise<PathList> {
  const file = resolve(cwd, list);
  const isPipe = list !== STANDARD_INPUT && statSync(file, { throwIfNoEntry: false })?.isFIFO() === true;
  const readFile = () => (isPipe ? readPipe(file, { seconds, interrupted }) : readBytes(file));
  const reading = list === STANDARD_INPUT ? await readStreamBytes(stdin) : await readFile();
  if ('problem' in reading) return reading;
  const whole = decode(reading.bytes);
  const paths = whole === null || whole.encoding.name === 'gb18030' ? decodedOneByOne(reading.bytes) : pathsIn(whole.text);
  return { paths: paths.filter((path) => path !== '') };
}

function pathsIn(text: string): readonly string[] {
  return text.split(text.includes('\0') ? /\0/u : /\r\n|\n|\r/u);
}

/** A name is bytes to the system: one that is not in UTF-8 must not spoil those around it. */
function decodedOneByOne(bytes: Uint8Array): readonly string[] {
  // One unit a byte; no separator is ever the second byte of a character.
  return pathsIn(Buffer.from(bytes).toString('latin1')).map((path) => {
    const own = Buffer.from(path, 'latin1');
    return decode(own)?.text ?? own.toString('utf8');
  });
}
