// Detects and decodes a file's encoding: byte-order mark, strict UTF-8, strict GB18030, else none.

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

/** Stands for what could not be decoded. */
export const REPLACEMENT = '\ufffd';

/** Begins as UTF-16 does, and would be read as a text with a NUL behind every character. */
const UTF_32_MARK = [0xff, 0xfe, 0, 0];

/** The text of strict UTF-8, else null. Runtimes differ in what is fastest. */
type Utf8Decoder = (bytes: Uint8Array) => string | null;

/** Null: in none of the encodings. A file with a mark is in that encoding or in none. */
export function decode(bytes: Uint8Array, utf8: Utf8Decoder = (some) => decodeStrictly(some, 'utf-8')): Decoded | null {
  const as = (some: Uint8Array, encoding: Encoding): Decoded | null => {
    const text = encoding.name === 'utf-8' ? utf8(some) : decodeStrictly(some, encoding.name);
    return text === null ? null : { text, encoding };
  };
  const begins = (mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte);
  if (begins(UTF_32_MARK)) return null;
  for (const [name, mark] of MARKS) {
    if (!begins(mark)) continue;
    return as(bytes.subarray(mark.length), { name, mark: true });
  }
  return as(bytes, { name: 'utf-8', mark: false }) ?? as(bytes, { name: 'gb18030', mark: false });
}

/** What is no text at all has more; a damaged report has a few. */
const MAX_DAMAGE = 0.02;

/** A text with a few bytes that are none, each read as U+FFFD; null where they are more. Asked where `decode` finds no encoding. */
export function decodeDamaged(bytes: Uint8Array): Decoded | null {
  if (UTF_32_MARK.every((byte, index) => bytes[index] === byte)) return null;
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  const candidates: readonly Encoding[] =
    marked !== undefined
      ? [{ name: marked[0], mark: true }]
      : [
          { name: 'utf-8', mark: false },
          { name: 'gb18030', mark: false },
        ];
  for (const encoding of candidates) {
    // Half a character of UTF-16 shifts all behind it.
    if (encoding.name === 'utf-16le' || encoding.name === 'utf-16be') continue;
    const text = new TextDecoder(encoding.name, { ignoreBOM: true }).decode(bytes.subarray(markOf(encoding).length));
    // Chinese text in the one encoding has nearly no character in common with the other: UTF-8 says so of itself.
    if (text.split(REPLACEMENT).length - 1 <= text.length * MAX_DAMAGE) return { text, encoding };
  }
  return null;
}

/** The bytes an encoding's mark consists of. */
export function markOf({ name, mark }: Encoding): Uint8Array {
  return Uint8Array.from(mark ? (MARKS.find(([each]) => each === name)?.[1] ?? []) : []);
}

/** A strict decoder; a mark in the middle of a text stays a character. */
export function decoderOf(name: EncodingName): TextDecoder {
  return new TextDecoder(name, { fatal: true, ignoreBOM: true });
}

function decodeStrictly(bytes: Uint8Array, name: EncodingName): string | null {
  try {
    return decoderOf(name).decode(bytes);
  } catch (error) {
    // A runtime built without the encoding cannot read it either.
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}
