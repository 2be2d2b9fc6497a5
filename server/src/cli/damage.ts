// Undecodable bytes of a file, with the lines they stand on.

import type { BadByte } from '../rules/rule.ts';
import { indexLines } from '../text/lines.ts';
import { decoderOf, markOf, type Encoding } from '../text/decode.ts';
import { Turns } from '../text/turns.ts';
import { MAX_DAMAGE_NAMED, MAX_WALKED_LINE } from './limits.ts';

/** The first byte of each line that is no text in this encoding. */
export function damageOf(bytes: Uint8Array, encoding: Encoding): readonly BadByte[] {
  const mark = markOf(encoding).length;
  const body = bytes.subarray(mark);
  const decoder = decoderOf(encoding.name);
  // One unit a byte, so that the line index counts bytes; no line break is ever part of a longer character.
  const { starts, ends } = indexLines(Buffer.from(body).toString('latin1'));
  const found: BadByte[] = [];
  for (let line = 0; line < starts.length && found.length < MAX_DAMAGE_NAMED; line++) {
    const start = starts[line] ?? 0;
    const own = body.subarray(start, Math.min(ends[line] ?? start, start + MAX_WALKED_LINE));
    const at = isText(own, decoder) ? own.length : firstBad(own, decoder);
    const value = own[at];
    if (value !== undefined) found.push({ line, position: mark + start + at + 1, value });
  }
  return found;
}

const MAX_CHARACTER = 4;

function firstBad(line: Uint8Array, decoder: TextDecoder): number {
  let at = 0;
  const turns = new Turns(line.length);
  while (turns.more() && at < line.length) {
    const from = at;
    const length = [1, 2, 3, MAX_CHARACTER].find((count) => from + count <= line.length && isText(line.subarray(from, from + count), decoder));
    if (length === undefined) return at;
    at += length;
  }
  return line.length;
}

function isText(bytes: Uint8Array, decoder: TextDecoder): boolean {
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** 第12行第3405字节（0xFF）, of the first of them. */
export function damageWords([first, ...others]: readonly BadByte[], { name }: Encoding): string {
  const place =
    first === undefined ? '有字节' : `第${first.line + 1}行的第${first.position}字节（0x${first.value.toString(16).toUpperCase().padStart(2, '0')}）`;
  return `${place}${others.length === 0 ? '' : `等${others.length + 1}行的字节`}不是 ${name.toUpperCase()} 文字，读作“\ufffd”`;
}
