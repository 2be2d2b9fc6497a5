// Which bytes is a character in GB18030? Node only decodes it; the table is what its decoder says, turned round,
// so that both always agree and no table has to be shipped.

import { decoderOf } from '../text/decode.ts';

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
