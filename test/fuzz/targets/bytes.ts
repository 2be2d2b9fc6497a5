// Fuzz target: files of any bytes through the command line, read or refused, and changed only by a fix that keeps the encoding.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeDamaged, REPLACEMENT } from '../../../server/src/text/decode.ts';
import { decode, encodeAgain } from '../../../server/src/cli/file-encoding.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import type { Report } from '../../../server/src/parse/model.ts';
import { gouji } from '../../cli/call.ts';
import { ENCODINGS, save } from '../../cli/encodings.ts';
import type { Rng } from '../../generator/rng.ts';
import { rngOf } from '../case-rng.ts';
import { generated } from '../sources.ts';
import type { Target } from '../target.ts';

const NAMES = ['a.txt', 'a.txt', 'a.md', 'a.html'];
const MARKS: readonly (readonly number[])[] = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0x84, 0x31, 0x95, 0x33],
  [0xef, 0xbb],
  [0xff],
  [0, 0, 0xfe, 0xff],
  [0xff, 0xfe, 0, 0],
];
/** Halves of characters, what no encoding has, and first bytes of other kinds of file. */
const SCRAPS: readonly (readonly number[])[] = [
  [0xd6],
  [0x81, 0x30],
  [0x81, 0x30, 0x81],
  [0xe4, 0xb8],
  [0xf0, 0xa0],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xff],
  [0x80],
  [0],
  [0xd8, 0],
  [0, 0xdc],
  [0x1a],
  [0xa3, 0xb1],
  [0xa3, 0xa0],
  [0xff, 0xff],
  ...MARKS,
  [...Buffer.from('PK\u0003\u0004')],
  [...Buffer.from('%PDF-')],
];
const MAX_ACCIDENTS = 3;
/** Layout faults, so that there is something to fix. */
const WIDE = /\d/gu;
const CRASHED = '检查程序出错';

interface Case {
  readonly name: string;
  readonly bytes: Buffer;
}

export const BYTES: Target = {
  name: 'file decoding',
  question:
    'files cut, spliced, marked and soiled byte by byte in six encodings: read or refused, and changed by nothing but a fix that keeps the encoding and every number',
  start({ seed }) {
    const texts = generated().map(({ text }) => text);
    const folder = mkdtempSync(join(tmpdir(), 'gouji-fuzz-'));
    return {
      run: (index) => judged(folder, caseOf(texts, rngOf(seed, index))),
      async show(index, kind) {
        const one = caseOf(texts, rngOf(seed, index));
        const small = await shrunk(one.bytes, async (bytes) => (await judged(folder, { ...one, bytes })).includes(kind));
        return { name: `${one.name} of ${one.bytes.length} bytes`, example: small.toString('base64'), fixture: null };
      },
      stop: async () => rmSync(folder, { recursive: true }),
    };
  },
};

async function judged(cwd: string, { name, bytes }: Case): Promise<readonly string[]> {
  const found: string[] = [];
  const file = join(cwd, name);
  writeFileSync(file, bytes);
  const strict = decode(bytes);
  const before = strict ?? decodeDamaged(bytes);
  if (strict !== null && !sameBytes(encodeAgain({ bytes, before: strict.text, after: strict.text, encoding: strict.encoding }), bytes))
    found.push('other bytes from the same text');
  const checked = await gouji({ cwd }, 'check', name);
  if (!sameBytes(readFileSync(file), bytes)) found.push('a check changes the file');
  if (checked.stderr.includes(CRASHED)) found.push('the check fails');
  // What cannot be read is trouble; of what can be read a line is written.
  if (before === null && checked.status !== 2) found.push(`status ${checked.status} of what cannot be read`);
  if ((checked.stdout === '') !== (checked.status === 2)) found.push('neither read nor told of');

  const fixed = await gouji({ cwd }, 'check', '--fix', name);
  const after = readFileSync(file);
  if (fixed.stderr.includes(CRASHED)) found.push('the fix fails');
  if (!sameBytes(after, bytes)) found.push(...unfaithful(before, decode(after) ?? decodeDamaged(after)));
  return found;
}

type Read = ReturnType<typeof decode>;

function unfaithful(before: Read, after: Read): readonly string[] {
  if (before === null) return ['a file that cannot be read was changed'];
  if (after === null) return ['a fix made it unreadable'];
  const found: string[] = [];
  if (after.encoding.name !== before.encoding.name || after.encoding.mark !== before.encoding.mark) found.push('a fix changed the encoding');
  if (after.text.split(REPLACEMENT).length !== before.text.split(REPLACEMENT).length) found.push('a fix wrote over bytes that are no text');
  const numbers = numbersOf(parseReport(before.text));
  const kept = numbersOf(parseReport(after.text));
  for (const [key, value] of numbers) if (kept.get(key) !== value) found.push('a fix changed a number');
  return found;
}

function numbersOf({ cells }: Report): ReadonlyMap<string, number> {
  return new Map([...cells.values()].flatMap(({ key, reading }) => (reading.kind === 'number' ? [[key, reading.value]] : [])));
}

function caseOf(texts: readonly string[], rng: Rng): Case {
  const text = rng.pick(texts);
  const wide = rng.chance(0.6) ? text.replaceAll(WIDE, (digit) => (rng.chance(0.1) ? String.fromCharCode(digit.charCodeAt(0) + 0xfee0) : digit)) : text;
  let bytes = save(rng.pick(ENCODINGS), wide);
  for (let accidents = rng.int(0, MAX_ACCIDENTS); accidents > 0; accidents--) bytes = accident(bytes, save(rng.pick(ENCODINGS), rng.pick(texts)), rng);
  return { name: rng.pick(NAMES), bytes };
}

function accident(bytes: Buffer, other: Buffer, rng: Rng): Buffer {
  const at = rng.int(0, bytes.length);
  const scrap = Buffer.from(rng.pick(SCRAPS));
  switch (rng.int(0, 8)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return bytes.subarray(at);
    case 2:
      return Buffer.concat([scrap, bytes]);
    case 3:
      return Buffer.concat([bytes, scrap]);
    case 4:
      return Buffer.concat([bytes.subarray(0, at), scrap, bytes.subarray(at)]);
    case 5:
      return Buffer.concat([bytes.subarray(0, at), other.subarray(rng.int(0, other.length))]);
    case 6:
      return Buffer.concat([Buffer.from(rng.pick(MARKS)), bytes]);
    case 7:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(Array.from({ length: rng.int(1, 40) }, () => rng.int(0, 255))), bytes.subarray(at)]);
    default:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + rng.int(1, 3))]);
  }
}

function sameBytes(one: Uint8Array | null, other: Uint8Array): boolean {
  return one !== null && Buffer.compare(one, other) === 0;
}

const MAX_TRIES = 400;

/** Ever smaller runs of bytes go, as long as it still fails. */
async function shrunk(bytes: Buffer, fails: (bytes: Buffer) => Promise<boolean>): Promise<Buffer> {
  let rest = bytes;
  let tries = 0;
  for (let size = Math.ceil(rest.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < rest.length && tries < MAX_TRIES; tries++) {
      const without = Buffer.concat([rest.subarray(0, at), rest.subarray(at + size)]);
      if (await fails(without)) rest = without;
      else at += size;
    }
  }
  return rest;
}
