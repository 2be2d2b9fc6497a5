// An archive with one entry more, behind the others: every byte before the directory stays.

import { deflateSync } from 'fflate/browser';
import { crc32 } from './crc.ts';
import type { Archive } from './directory.ts';

const LOCAL = 0x0403_4b50;
const CENTRAL = 0x0201_4b50;
const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;
/** Needed to extract: deflate. */
const VERSION = 20;
const DEFLATED = 8;
/** 1 January 1980: the archive does not tell when it was made. */
const NO_DATE = 0x0021;
/** The name is UTF-8. */
const UTF8 = 0x0800;

export function addEntry({ bytes, directory }: Archive, name: string, content: Uint8Array): Uint8Array {
  const nameBytes = new TextEncoder().encode(name);
  const data = deflateSync(content, { level: 6 });
  const local = header(LOCAL_LENGTH, nameBytes);
  local.setUint32(0, LOCAL, true);
  common(local, 4, { crc: crc32(content), packed: data.length, size: content.length, name: nameBytes.length });
  const central = header(CENTRAL_LENGTH, nameBytes);
  central.setUint32(0, CENTRAL, true);
  central.setUint16(4, VERSION, true);
  common(central, 6, { crc: crc32(content), packed: data.length, size: content.length, name: nameBytes.length });
  central.setUint32(42, directory.start, true);
  const added = local.byteLength + data.length;
  const after = new Uint8Array(bytes.length + added + central.byteLength);
  const parts = [
    bytes.subarray(0, directory.start),
    bytesOf(local),
    data,
    bytes.subarray(directory.start, directory.end),
    bytesOf(central),
    bytes.subarray(directory.end),
  ];
  let at = 0;
  for (const part of parts) {
    after.set(part, at);
    at += part.length;
  }
  const end = directory.end + added + central.byteLength;
  const view = new DataView(after.buffer);
  view.setUint16(end + 8, directory.count + 1, true);
  view.setUint16(end + 10, directory.count + 1, true);
  view.setUint32(end + 12, directory.end - directory.start + central.byteLength, true);
  view.setUint32(end + 16, directory.start + added, true);
  return after;
}

function header(length: number, name: Uint8Array): DataView {
  const bytes = new Uint8Array(length + name.length);
  bytes.set(name, length);
  return new DataView(bytes.buffer);
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer);
}

interface Fields {
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly name: number;
}

/** What both headers have, from the version on. */
function common(view: DataView, at: number, { crc, packed, size, name }: Fields): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8, true);
  view.setUint16(at + 4, DEFLATED, true);
  view.setUint16(at + 8, NO_DATE, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, packed, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name, true);
}
