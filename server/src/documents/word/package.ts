// Parts of a .docx, found through relationships; nothing outside the package is ever opened.

import type { Archive, Entry } from '../zip/directory.ts';
import { partKey } from '../zip/directory.ts';
import { inflateEntry, type InflateTrouble } from '../zip/inflate.ts';
import { MAX_INFLATED_BYTES } from '../limits.ts';
import { relationshipKind } from './names.ts';
import type { Handlers } from './element-handlers.ts';
import { scanXml } from './xml.ts';

export type PartTrouble = InflateTrouble | 'absent' | 'encoding';

export interface Parts {
  /** The text of a part, or why it cannot be had. */
  readonly read: (name: string) => { readonly xml: string; readonly bytes: Uint8Array } | PartTrouble;
  /** The part that another one (null: the package) names as its `kind`. */
  readonly related: (from: string | null, kind: string) => string | null;
}

interface Relation {
  readonly kind: string | null;
  readonly target: string;
}

export function partsOf({ entries }: Archive): Parts {
  let budget = MAX_INFLATED_BYTES;
  const relations = new Map<string, readonly Relation[]>();
  const read = (name: string) => {
    const entry: Entry | undefined = entries.get(partKey(name));
    if (entry === undefined) return 'absent';
    const bytes = inflateEntry(entry, budget);
    if (typeof bytes === 'string') return bytes;
    budget -= bytes.length;
    const xml = decodePart(bytes);
    return xml === null ? 'encoding' : { xml, bytes };
  };
  const relationsOf = (from: string | null) => {
    const name = relationsName(from);
    const known = relations.get(name);
    if (known !== undefined) return known;
    const part = read(name);
    const found = typeof part === 'string' ? [] : relationsIn(part.xml, from);
    relations.set(name, found);
    return found;
  };
  return { read, related: (from, kind) => relationsOf(from).find((relation) => relation.kind === kind)?.target ?? null };
}

function relationsName(from: string | null): string {
  if (from === null) return '_rels/.rels';
  const slash = from.lastIndexOf('/');
  return `${from.slice(0, slash + 1)}_rels/${from.slice(slash + 1)}.rels`;
}

const RELATIONS: Handlers<{ readonly found: Relation[]; readonly from: string | null }> = new Map([
  [
    'rel:Relationship',
    {
      open: ({ found, from }, attributes) => {
        const target = attributes.get('Target');
        // What lies outside is never opened.
        if (target === null || attributes.get('TargetMode') === 'External') return;
        found.push({ kind: relationshipKind(attributes.get('Type') ?? ''), target: resolvePart(from, target) });
      },
    },
  ],
]);

function relationsIn(xml: string, from: string | null): readonly Relation[] {
  const found: Relation[] = [];
  scanXml({ xml, handlers: RELATIONS, reader: { found, from } });
  return found;
}

/** Only a name to look up among the entries: `..` leads no further than to the top. */
function resolvePart(from: string | null, target: string): string {
  const path = target.replaceAll('\\', '/');
  const folder = path.startsWith('/') || from === null ? [] : from.split('/').slice(0, -1);
  const parts = [...folder];
  for (const step of path.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '' && step !== '.') parts.push(step);
  }
  return parts.join('/');
}

/** The standard allows these. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : 'utf-8';
}

/** Null in any other encoding. */
export function decodePart(bytes: Uint8Array): string | null {
  try {
    // A mark at the beginning is dropped by the decoder; offsets count from behind it.
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The changed text of a part in the encoding and with the mark that its bytes had. */
export function encodePart(before: Uint8Array, xml: string): Uint8Array {
  const encoding = encodingOf(before);
  if (encoding === 'utf-8') return new TextEncoder().encode((before[0] === 0xef ? '\ufeff' : '') + xml);
  const text = (before[0] === 0x3c || before[0] === 0 ? '' : '\ufeff') + xml;
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), encoding === 'utf-16le');
  return bytes;
}
