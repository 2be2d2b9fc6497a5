// Which paths does a list name? One a line, or separated by NUL as `find -print0` and `git ls-files -z` write them.

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { STANDARD_INPUT } from './arguments.ts';
import { decode } from './decode.ts';
import { readPipe } from './pipes.ts';
import { readBytes, readStreamBytes } from './read.ts';

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
