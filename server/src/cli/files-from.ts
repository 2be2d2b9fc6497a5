// Which paths does a list name? One a line, or separated by NUL as `find -print0` and `git ls-files -z` write them.

import { resolve } from 'node:path';
import { STANDARD_INPUT } from './arguments.ts';
import { readPath, readStream, type Reading } from './read.ts';

export type PathList = { readonly paths: readonly string[] } | { readonly problem: string };

export async function readPathList(list: string, cwd: string, stdin: AsyncIterable<unknown>): Promise<PathList> {
  const reading: Reading = list === STANDARD_INPUT ? await readStream(stdin) : readPath(resolve(cwd, list));
  if ('problem' in reading) return reading;
  const { text } = reading.content;
  const separator = text.includes('\0') ? /\0/u : /\r\n|\n|\r/u;
  return { paths: text.split(separator).filter((path) => path !== '') };
}
