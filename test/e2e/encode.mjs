// Encodes a text as GB18030. Node only decodes it, so the table is inverted.

const FIRST = [0x81, 0xfe];
const SECOND = [0x40, 0xfe];

/** The two-byte part of GB18030 and ASCII: all that a draft in simplified Chinese needs. */
export function encodeGb18030(text) {
  const table = twoByteTable();
  const bytes = [];
  for (const character of text) {
    const code = character.codePointAt(0);
    if (code < 0x80) bytes.push(code);
    else bytes.push(...(table.get(character) ?? unknown(character)));
  }
  return Buffer.from(bytes);
}

function twoByteTable() {
  const decoder = new TextDecoder('gb18030');
  const table = new Map();
  for (let first = FIRST[0]; first <= FIRST[1]; first += 1) {
    for (let second = SECOND[0]; second <= SECOND[1]; second += 1) {
      if (second === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(first, second));
      if ([...character].length === 1 && !table.has(character)) table.set(character, [first, second]);
    }
  }
  return table;
}

function unknown(character) {
  throw new Error(`no two-byte code for ${character}`);
}
