// Which bytes does a changed text become in the encoding its file had?

import { markOf, type Encoding } from '../text/decode.ts';
import { indexLines } from '../text/lines.ts';
import { decode } from './decode.ts';
import { encodeGb18030 } from './gb18030.ts';

export interface Rewriting {
  /** The file as it was. */
  readonly bytes: Uint8Array;
  readonly before: string;
  readonly after: string;
  readonly encoding: Encoding;
}

/** Null where the encoding has no bytes for a character of the new text. Decoding the result gives exactly `after`. */
export function encodeAgain(rewriting: Rewriting): Uint8Array | null {
  const body = encodeBody(rewriting);
  if (body === null) return null;
  const encoded = Buffer.concat([markOf(rewriting.encoding), body]);
  const again = decode(encoded);
  return again?.text === rewriting.after && again.encoding.name === rewriting.encoding.name ? encoded : null;
}

function encodeBody(rewriting: Rewriting): Uint8Array | null {
  const { after, encoding } = rewriting;
  switch (encoding.name) {
    case 'utf-8':
      return Buffer.from(after, 'utf8');
    case 'utf-16le':
      return Buffer.from(after, 'utf16le');
    case 'utf-16be':
      return Buffer.from(after, 'utf16le').swap16();
    case 'gb18030':
      return encodeByLine(rewriting);
    default:
      return encoding.name satisfies never;
  }
}

/**
 * GB18030 writes some characters in two ways (A1A1 and A3A0 are both the wide space): lines that did not change
 * keep their bytes. Neither line break is ever the second byte of a character.
 */
function encodeByLine({ bytes, before, after, encoding }: Rewriting): Uint8Array | null {
  const old = linesOf(before);
  const next = linesOf(after);
  if (old.length !== next.length) return encodeGb18030(after);
  const oldBytes = byteLinesOf(bytes.subarray(markOf(encoding).length));
  const parts = next.map((line, at) => (line === old[at] ? (oldBytes[at] ?? null) : encodeGb18030(line)));
  const known = parts.filter((part) => part !== null);
  return known.length === parts.length ? Buffer.concat(known) : null;
}

function linesOf(text: string): readonly string[] {
  const { starts } = indexLines(text);
  return starts.map((start, line) => text.slice(start, starts[line + 1]));
}

function byteLinesOf(bytes: Uint8Array): readonly Uint8Array[] {
  // One unit a byte, so that the line index counts bytes.
  const { starts } = indexLines(Buffer.from(bytes).toString('latin1'));
  return starts.map((start, line) => bytes.subarray(start, starts[line + 1]));
}
