// Reads files and standard input as bytes, within the size limit, and as text.

import { closeSync, constants, openSync, readFileSync, readSync } from 'node:fs';
import { decodeDamaged, REPLACEMENT, type Decoded } from '../text/decode.ts';
import { adviceFor, isTextInDisguise } from '../text/files.ts';
import { MAX_FILE_BYTES } from '../text/limits.ts';
import { Turns } from '../text/turns.ts';
import type { OpenDocument } from '../documents/document.ts';
import type { BadByte } from '../rules/rule.ts';
import { damageOf } from './damage.ts';
import { decode } from './file-encoding.ts';
import type { LoadDocuments } from './document-bundle.ts';
import { whyNot, whyNotFound } from './system-errors.ts';

export interface Content extends Decoded {
  readonly bytes: Uint8Array;
  /** Those that are no text, each read as U+FFFD. */
  readonly badBytes: readonly BadByte[];
  /** What the text was read from, where it is no text itself. */
  readonly document: OpenDocument | null;
}

/** `problem` is Chinese and speaks to the person, without the path. */
export type Reading = { readonly content: Content } | { readonly problem: string };

const TOO_LARGE = `文件超过 ${MAX_FILE_BYTES / 1024 / 1024} MB，未读取`;

const scratch = Buffer.alloc(64 * 1024);

/** What is in a file or in a stream before anything is made of it. */
export type RawReading = { readonly bytes: Uint8Array } | { readonly problem: string };

export function readPath(file: string, load: LoadDocuments): Reading {
  const raw = readBytes(file);
  return toReading(file, raw, load);
}

export function toReading(path: string, raw: RawReading, load: LoadDocuments): Reading {
  if ('problem' in raw) return raw;
  // Kinds of file come before encodings: some bytes of a document may well decode.
  const advice = adviceFor(path, raw.bytes);
  const opening = advice === null ? null : load().openDocument(raw.bytes, path);
  if (opening === null) return advice === null || isTextInDisguise(path) ? toContent(raw.bytes) : { problem: advice };
  if ('problem' in opening) return opening;
  return { content: { text: opening.text, encoding: { name: 'utf-8', mark: false }, bytes: raw.bytes, badBytes: [], document: opening } };
}

export function readBytes(file: string): RawReading {
  try {
    const bytes = readBounded(openSync(file, 'r'), MAX_FILE_BYTES);
    return bytes === null ? { problem: TOO_LARGE } : { bytes };
  } catch (error) {
    return { problem: whyNotFound(file, error) };
  }
}

/** Reads standard input to its end. */
export async function readStreamBytes(stream: AsyncIterable<unknown>): Promise<RawReading> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk instanceof Uint8Array ? chunk : String(chunk));
      length += bytes.length;
      if (length > MAX_FILE_BYTES) return { problem: TOO_LARGE };
      chunks.push(bytes);
    }
  } catch (error) {
    return { problem: whyNot(error) };
  }
  return { bytes: Buffer.concat(chunks) };
}

function toContent(bytes: Uint8Array): Reading {
  const decoded = decode(bytes) ?? decodeDamaged(bytes);
  if (decoded === null) return { problem: '不是 UTF-8、GB18030（GBK）或带标记的 UTF-16 编码的文本，无法读取' };
  // A character of that kind may also be written in the file; then no byte is bad.
  const badBytes = decoded.text.includes(REPLACEMENT) ? damageOf(bytes, decoded.encoding) : [];
  return { content: { ...decoded, bytes, badBytes, document: null } };
}

/** The bytes of a file nobody named: null where there are more than `max`. A pipe of that name is not waited for. */
export function readBeside(file: string, max: number): Uint8Array | null {
  return readBounded(openSync(file, constants.O_RDONLY | constants.O_NONBLOCK), max);
}

/** Null where there is more than is read. A file's size says nothing about pipes and devices: it is counted. */
function readBounded(descriptor: number, max: number): Uint8Array | null {
  try {
    const chunks: Buffer[] = [];
    let length = 0;
    const turns = new Turns(max);
    while (turns.more()) {
      const count = readSync(descriptor, scratch);
      if (count === 0) return Buffer.concat(chunks);
      length += count;
      if (length > max) return null;
      chunks.push(Buffer.from(scratch.subarray(0, count)));
    }
    return null;
  } finally {
    closeSync(descriptor);
  }
}

/** The bytes of a file as they are now. */
export function readAgain(file: string): Uint8Array {
  return readFileSync(file);
}
