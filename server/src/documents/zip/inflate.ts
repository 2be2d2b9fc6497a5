// Inflates one zip entry, never to more than it claims or a document may have.

import { Inflate, inflateSync } from 'fflate/browser';
import { INFLATE_STEP, MAX_INFLATED_AT_ONCE } from '../limits.ts';
import { crc32 } from './crc.ts';
import type { Entry } from './directory.ts';

export type InflateTrouble = 'damaged' | 'encrypted' | 'too-large';

/** `budget`: so many bytes may still come out of this document. */
export function inflateEntry(entry: Entry, budget: number): Uint8Array | InflateTrouble {
  if (entry.encrypted) return 'encrypted';
  if (entry.size > budget) return 'too-large';
  const bytes = entry.method === 'stored' ? entry.data : inflated(entry);
  return bytes !== null && bytes.length === entry.size && crc32(bytes) === entry.crc ? bytes : 'damaged';
}

function inflated({ data, size }: Entry): Uint8Array | null {
  try {
    // One byte more than claimed shows what lies.
    return data.length <= MAX_INFLATED_AT_ONCE ? inflateSync(data, { out: new Uint8Array(size + 1) }) : inflatedByAndBy(data, size);
  } catch {
    // The library throws where the packed bytes are none.
    return null;
  }
}

/** Ends as soon as more comes out than was claimed. */
function inflatedByAndBy(data: Uint8Array, size: number): Uint8Array | null {
  const out = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length <= size) out.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < data.length && length <= size; at += INFLATE_STEP) inflate.push(data.subarray(at, at + INFLATE_STEP), at + INFLATE_STEP >= data.length);
  return length === size ? out : null;
}
