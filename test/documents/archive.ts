// What stands in an archive, entry by entry, as bytes: the local header, the packed data, and the directory's record without what a changed entry changes.

const END = 0x0605_4b50;

interface RawEntry {
  readonly name: string;
  readonly header: string;
  readonly data: string;
  readonly record: string;
}

/** In the order of the directory; of the entry `changed` only what does not follow from its content. */
export function entriesOf(bytes: Uint8Array, changed: string): readonly RawEntry[] {
  const buffer = Buffer.from(bytes);
  const end = buffer.length - 22;
  if (buffer.readUInt32LE(end) !== END) throw new Error('an archive with a comment');
  const found: RawEntry[] = [];
  let at = buffer.readUInt32LE(end + 16);
  for (let index = buffer.readUInt16LE(end + 10); index > 0; index--) {
    const packed = buffer.readUInt32LE(at + 20);
    const length = 46 + buffer.readUInt16LE(at + 28) + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
    const record = Buffer.from(buffer.subarray(at, at + length));
    const local = record.readUInt32LE(42);
    const begin = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const header = Buffer.from(buffer.subarray(local, begin));
    const name = record.toString('utf8', 46, 46 + record.readUInt16LE(28));
    // Where it begins follows from those before it.
    record.fill(0, 42, 46);
    const isChanged = name === changed;
    if (isChanged) {
      record.fill(0, 16, 28);
      header.fill(0, 14, 26);
    }
    const data = isChanged ? '' : buffer.toString('hex', begin, begin + packed);
    found.push({ name, header: header.toString('hex'), data, record: record.toString('hex') });
    at += length;
  }
  return found;
}
