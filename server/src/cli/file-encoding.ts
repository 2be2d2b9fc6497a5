// Bytes of a file to text, and a changed text back to bytes in the encoding that its file had.

import { isUtf8 } from 'node:buffer';
import { decode as decodeAnywhere, decodeDamaged, decoderOf, markOf, REPLACEMENT, type Decoded, type Encoding } from '../text/decode.ts';
import { indexLines } from '../text/lines.ts';

/** In which encoding a file is written: null for none. As everywhere, with Node's own test for the encoding of nearly every file. */
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
  const again = decode(encoded) ?? decodeDamaged(encoded);
  return again?.text === rewriting.after && again.encoding.name === rewriting.encoding.name ? encoded : null;
}

function encodeBody(rewriting: Rewriting): Uint8Array | null {
  const { after, encoding } = rewriting;
  switch (encoding.name) {
    case 'utf-8':
      return rewriting.before.includes(REPLACEMENT) ? encodeByLine(rewriting, encodeUtf8) : Buffer.from(after, 'utf8');
    case 'utf-16le':
      return Buffer.from(after, 'utf16le');
    case 'utf-16be':
      return Buffer.from(after, 'utf16le').swap16();
    case 'gb18030':
      return encodeByLine(rewriting, encodeGb18030);
    default:
      return encoding.name satisfies never;
  }
}

/**
 * GB18030 writes some characters in two ways (A1A1 and A3A0 are both the wide space): lines that did not change
 * keep their bytes, and so do bytes that are no text. Neither line break is ever the second byte of a character.
 */
function encodeByLine({ bytes, before, after, encoding }: Rewriting, encode: (text: string) => Uint8Array | null): Uint8Array | null {
  const old = linesOf(before);
  const next = linesOf(after);
  if (old.length !== next.length) return encodeText(after, encode);
  const oldBytes = byteLinesOf(bytes.subarray(markOf(encoding).length));
  const parts = next.map((line, at) => (line === old[at] ? (oldBytes[at] ?? null) : encodeText(line, encode)));
  const known = parts.filter((part) => part !== null);
  return known.length === parts.length ? Buffer.concat(known) : null;
}

/** For what stands for bytes that are no text there is no way back. */
function encodeText(text: string, encode: (text: string) => Uint8Array | null): Uint8Array | null {
  return text.includes(REPLACEMENT) ? null : encode(text);
}

function encodeUtf8(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
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

/** Pointers of the four-byte codes below U+10000. */
const BMP_CODES = 39_420;
/** 90308130 is U+10000; from there on the codes follow one another. */
const ASTRAL_LEAD = 0x90;

let table: ReadonlyMap<string, Uint8Array> | null = null;

/** Null where GB18030, as this machine decodes it, has no bytes for a character. */
export function encodeGb18030(text: string): Uint8Array | null {
  table ??= turnRound();
  const parts: Uint8Array[] = [];
  for (const character of text) {
    const code = character.length > 1 ? astralCode(character) : table.get(character);
    if (code === undefined) return null;
    parts.push(code);
  }
  return Buffer.concat(parts);
}

/** About 64,000 codes; the shorter code of a character comes first and stays. */
function turnRound(): ReadonlyMap<string, Uint8Array> {
  const decoder = decoderOf('gb18030');
  const codes = new Map<string, Uint8Array>();
  for (const code of allCodes()) {
    let character: string;
    try {
      character = decoder.decode(code);
    } catch {
      continue;
    }
    if (character.length === 1 && !codes.has(character)) codes.set(character, code);
  }
  return codes;
}

function* allCodes(): Generator<Uint8Array> {
  for (let byte = 0; byte < 0x80; byte++) yield Uint8Array.of(byte);
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) yield Uint8Array.of(lead, trail);
  }
  for (let pointer = 0; pointer < BMP_CODES; pointer++) yield fourBytes(0x81, pointer);
}

function astralCode(character: string): Uint8Array {
  return fourBytes(ASTRAL_LEAD, (character.codePointAt(0) ?? 0) - 0x10000);
}

function fourBytes(lead: number, pointer: number): Uint8Array {
  return Uint8Array.of(
    lead + Math.floor(pointer / 12_600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  );
}
