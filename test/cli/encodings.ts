// Writes a text in the encodings clerks save in. GB18030 only for what these drafts hold, from known codes.

export interface Saved {
  readonly name: string;
  readonly mark: readonly number[];
  readonly encode: (text: string) => Buffer;
}

/** Characters of the drafts in GB18030, found by decoding every two-byte code once. */
const codes = new Map<string, readonly [number, number]>();
for (let lead = 0x81; lead < 0xff; lead++) {
  for (let trail = 0x40; trail < 0xff; trail++) {
    const character = new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail));
    if (character.length === 1 && !codes.has(character)) codes.set(character, [lead, trail]);
  }
}

function gb18030(text: string): Buffer {
  return Buffer.from([...text].flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : (codes.get(character) ?? [0xff]))));
}

export const ENCODINGS: readonly Saved[] = [
  { name: 'UTF-8', mark: [], encode: (text) => Buffer.from(text) },
  { name: 'UTF-8 with a mark', mark: [0xef, 0xbb, 0xbf], encode: (text) => Buffer.from(text) },
  { name: 'UTF-16LE', mark: [0xff, 0xfe], encode: (text) => Buffer.from(text, 'utf16le') },
  { name: 'UTF-16BE', mark: [0xfe, 0xff], encode: (text) => Buffer.from(text, 'utf16le').swap16() },
  { name: 'GB18030', mark: [], encode: gb18030 },
  { name: 'GB18030 with a mark', mark: [0x84, 0x31, 0x95, 0x33], encode: gb18030 },
];

export function save({ mark, encode }: Saved, text: string): Buffer {
  return Buffer.concat([Buffer.from(mark), encode(text)]);
}
