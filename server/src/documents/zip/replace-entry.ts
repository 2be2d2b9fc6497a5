// One entry of an archive with other content: every other byte, and the order of all, stays.

import { deflateSync } from 'fflate/browser';
import { crc32 } from './crc.ts';
import { type Archive, CENTRAL_LENGTH, type Entry } from './directory.ts';

const HAS_DESCRIPTOR = 0x0008;
const DESCRIPTOR = 0x0807_4b50;

interface Sizes {
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** The entry is packed as it was. */
export function replaceEntry({ bytes, directory }: Archive, entry: Entry, content: Uint8Array): Uint8Array {
  const data = entry.method === 'stored' ? content : deflateSync(content, { level: 6 });
  const packedEnd = entry.begin + entry.data.length;
  const descriptor = descriptorAt(bytes, entry, packedEnd);
  const sizes = { crc: crc32(content), packed: data.length, size: content.length };
  const shift = data.length - entry.data.length;
  const after = new Uint8Array(bytes.length + shift);
  after.set(bytes.subarray(0, entry.begin));
  after.set(data, entry.begin);
  after.set(bytes.subarray(packedEnd), entry.begin + data.length);
  const view = new DataView(after.buffer);
  // With a descriptor behind the data most writers leave zeros here.
  if (descriptor === 0 || view.getUint32(entry.local + 18, true) !== 0) writeSizes(view, entry.local + 14, sizes);
  if (descriptor > 0) writeSizes(view, entry.begin + data.length + descriptor - 12, sizes);
  let at = directory.start + (directory.start > entry.local ? shift : 0);
  for (let index = 0; index < directory.count; index++) {
    const local = view.getUint32(at + 42, true);
    if (local > entry.local) view.setUint32(at + 42, local + shift, true);
    if (local === entry.local) writeSizes(view, at + 16, sizes);
    at += CENTRAL_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const end = directory.end + (directory.end > entry.local ? shift : 0);
  if (directory.start > entry.local) view.setUint32(end + 16, directory.start + shift, true);
  return after;
}

function writeSizes(view: DataView, at: number, { crc, packed, size }: Sizes): void {
  view.setUint32(at, crc, true);
  view.setUint32(at + 4, packed, true);
  view.setUint32(at + 8, size, true);
}

/** How long it is behind the packed bytes, with or without a signature; 0 where there is none. */
function descriptorAt(bytes: Uint8Array, { local, crc }: Entry, at: number): 0 | 12 | 16 {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if ((view.getUint16(local + 6, true) & HAS_DESCRIPTOR) === 0) return 0;
  if (at + 16 <= bytes.length && view.getUint32(at, true) === DESCRIPTOR && view.getUint32(at + 4, true) === crc) return 16;
  return at + 12 <= bytes.length && view.getUint32(at, true) === crc ? 12 : 0;
}
