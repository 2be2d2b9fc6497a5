// The checksum of an entry: whether what was inflated is what was packed. Four bytes at a time.

const POLYNOMIAL = 0xedb8_8320;
const BYTES = 256;

/** For each byte, and for each byte with one, two, three zero bytes behind it. */
const TABLE = makeTable();

function makeTable(): Int32Array {
  const table = new Int32Array(4 * BYTES);
  for (let byte = 0; byte < BYTES; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? POLYNOMIAL : 0);
    table[byte] = value;
  }
  for (let at = BYTES; at < table.length; at++) {
    const before = table[at - BYTES] ?? 0;
    table[at] = (table[before & 0xff] ?? 0) ^ (before >>> 8);
  }
  return table;
}

export function crc32(bytes: Uint8Array): number {
  const table = TABLE;
  const whole = bytes.length - (bytes.length % 4);
  let crc = -1;
  for (let at = 0; at < whole; at += 4) {
    crc ^= (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24);
    crc =
      (table[768 + (crc & 0xff)] as number) ^
      (table[512 + ((crc >>> 8) & 0xff)] as number) ^
      (table[256 + ((crc >>> 16) & 0xff)] as number) ^
      (table[crc >>> 24] as number);
  }
  for (let at = whole; at < bytes.length; at++) crc = (table[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}
