// In which encoding is a file written? As everywhere, with Node's own test for the encoding of nearly every file.

import { isUtf8 } from 'node:buffer';
import { decode as decodeAnywhere, type Decoded } from '../text/decode.ts';

/** Null: in none of the encodings. */
export function decode(bytes: Uint8Array): Decoded | null {
  return decodeAnywhere(bytes, decodeUtf8);
}

/** Several times faster than a decoder. */
function decodeUtf8(bytes: Uint8Array): string | null {
  return isUtf8(bytes) ? bufferOver(bytes).toString('utf8') : null;
}

/** The same bytes, not a copy. */
function bufferOver(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
