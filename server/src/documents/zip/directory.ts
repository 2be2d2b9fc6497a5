// Central directory of a zip archive, verified against the bytes before it is trusted.

import { MAX_ARCHIVE_COMMENT, MAX_DEFLATE_GROWTH, MAX_ENTRIES } from '../limits.ts';

export interface Entry {
  /** As written; never used as a path on a disk. */
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly encrypted: boolean;
  readonly crc: number;
  /** Claimed; `inflate.ts` holds it against what comes out. */
  readonly size: number;
  /** The packed bytes, a view of the archive; where they begin in it, and where their local header does. */
  readonly data: Uint8Array;
  readonly begin: number;
  readonly local: number;
}

export interface Archive {
  readonly bytes: Uint8Array;
  /** Where the directory begins, how many entries it names, and where the record behind it begins. */
  readonly directory: { readonly start: number; readonly count: number; readonly end: number };
  /** By `partKey`. Of two entries of one name neither is there. */
  readonly entries: ReadonlyMap<string, Entry>;
}

/** `damaged`: no archive, cut off, or contradicting itself. `odd`: a kind of zip that office programs do not write. */
export type ZipTrouble = 'damaged' | 'odd' | 'too-many';

const END = 0x0605_4b50;
const END_LENGTH = 22;
const CENTRAL = 0x0201_4b50;
export const CENTRAL_LENGTH = 46;
const LOCAL = 0x0403_4b50;
const LOCAL_LENGTH = 30;
const ENCRYPTED = 0x0041;
const STORED = 0;
const DEFLATED = 8;
const IN_ZIP64 = 0xffff_ffff;

/** Names of parts do not differ by case (OPC), and some writers put a slash before them or turn it round. */
export function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/u, '').toLowerCase();
}

export function readDirectory(bytes: Uint8Array): Archive | ZipTrouble {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return 'damaged';
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xff_ff || start === IN_ZIP64) return 'odd';
  if (count > MAX_ENTRIES) return 'too-many';
  const entries = new Map<string, Entry>();
  const doubled = new Set<string>();
  let at = start;
  for (let index = 0; index < count; index++) {
    const read = readEntry(view, bytes, at);
    if (typeof read === 'string') return read;
    const key = partKey(read.entry.name);
    if (entries.has(key)) doubled.add(key);
    entries.set(key, read.entry);
    at = read.next;
  }
  for (const key of doubled) entries.delete(key);
  return { bytes, directory: { start, count, end }, entries };
}

/** The last end record whose comment reaches just to the end of the file, as every reader looks for it. */
function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_LENGTH - MAX_ARCHIVE_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === END && at + END_LENGTH + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  return null;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): { readonly entry: Entry; readonly next: number } | ZipTrouble {
  if (at + CENTRAL_LENGTH > bytes.length || view.getUint32(at, true) !== CENTRAL) return 'damaged';
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const nameLength = view.getUint16(at + 28, true);
  const local = view.getUint32(at + 42, true);
  const next = at + CENTRAL_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > bytes.length || local + LOCAL_LENGTH > bytes.length) return 'damaged';
  if (packed === IN_ZIP64 || size === IN_ZIP64) return 'odd';
  if (method !== STORED && method !== DEFLATED) return 'odd';
  if (view.getUint32(local, true) !== LOCAL) return 'damaged';
  const begin = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (begin + packed > bytes.length) return 'damaged';
  // What claims to hold less than its packed bytes need would be inflated for nothing, a thousand times over.
  if (method === STORED ? packed !== size && (flags & ENCRYPTED) === 0 : packed > size * MAX_DEFLATE_GROWTH + 1024) return 'damaged';
  const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength));
  const entry: Entry = {
    name,
    method: method === STORED ? 'stored' : 'deflated',
    encrypted: (flags & ENCRYPTED) !== 0,
    crc: view.getUint32(at + 16, true),
    size,
    data: bytes.subarray(begin, begin + packed),
    begin,
    local,
  };
  return { entry, next };
}
