// In which encoding is a file written? Byte-order mark, strict UTF-8, strict GB18030, else none.

import { isUtf8 } from 'node:buffer';

export type EncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface Encoding {
  readonly name: EncodingName;
  /** Whether the file begins with a byte-order mark; the text does not hold it. */
  readonly mark: boolean;
}

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

const MARKS: readonly (readonly [EncodingName, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/** Null: in none of the encodings. A file with a mark is in that encoding or in none. */
export function decode(bytes: Uint8Array): Decoded | null {
  for (const [name, mark] of MARKS) {
    if (!mark.every((byte, index) => bytes[index] === byte)) continue;
    return decodeAs(bytes.subarray(mark.length), { name, mark: true });
  }
  return decodeAs(bytes, { name: 'utf-8', mark: false }) ?? decodeAs(bytes, { name: 'gb18030', mark: false });
}

/** The bytes an encoding's mark consists of. */
export function markOf({ name, mark }: Encoding): Uint8Array {
  return Uint8Array.from(mark ? (MARKS.find(([each]) => each === name)?.[1] ?? []) : []);
}

/** A strict decoder; a mark in the middle of a text stays a character. */
export function decoderOf(name: EncodingName): TextDecoder {
  return new TextDecoder(name, { fatal: true, ignoreBOM: true });
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded | null {
  // Nearly every file: Node's own test and conversion are several times faster than a decoder.
  if (encoding.name === 'utf-8') return isUtf8(bytes) ? { text: bufferOver(bytes).toString('utf8'), encoding } : null;
  try {
    return { text: decoderOf(encoding.name).decode(bytes), encoding };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The same bytes, not a copy. */
function bufferOver(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
