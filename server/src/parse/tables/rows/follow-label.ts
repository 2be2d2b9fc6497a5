// Follows a label from its beginning over wrapped lines, other items and typing errors.

import type { LabelStream } from './label-stream.ts';
import { SHORT_NAME } from './row-names.ts';
import { MAX_LEAP } from '../../limits.ts';
import { Turns } from '../../../text/turns.ts';

/** A label broken over lines may have this many other items between its pieces. */
const MAX_ITEMS_BETWEEN = 8;
/** Typing errors in one label that is still recognised. */
const MAX_SLIPS = 3;

export interface Run {
  readonly length: number;
  /** Position of the last character that belongs to the label. */
  readonly last: number;
  /** Characters lost, added or changed on the way. */
  readonly slips: number;
}

/** How far `name` can be followed from `at`, leaping over other items where a line breaks and over typing errors. */
export function followLabel(stream: LabelStream, name: string, at: number): Run {
  let length = 0;
  let position = at;
  let last = at;
  let slips = 0;
  const turns = new Turns(name.length + stream.key.length);
  while (turns.more() && length < name.length && position < stream.key.length) {
    if (stream.key.charCodeAt(position) === name.charCodeAt(length)) {
      last = position;
      length++;
      position++;
      continue;
    }
    const next = leap(stream, name, length, position, last);
    if (next >= 0) {
      position = next;
      continue;
    }
    const slip = slips < MAX_SLIPS && length >= SHORT_NAME ? slipAt(stream, name, length, position) : null;
    if (slip === null) break;
    slips++;
    if (slip.inStream === 1) last = position;
    length += slip.inKey;
    position += slip.inStream;
  }
  return { length, last, slips };
}

/** One character added, changed or lost, if the label goes on behind it, or ends there with its item. */
function slipAt(stream: LabelStream, name: string, length: number, position: number): { readonly inKey: number; readonly inStream: number } | null {
  for (const slip of [
    { inKey: 0, inStream: 1 },
    { inKey: 1, inStream: 1 },
    { inKey: 1, inStream: 0 },
  ]) {
    const rest = name.slice(length + slip.inKey, length + slip.inKey + 3);
    const next = position + slip.inStream;
    if (!stream.key.startsWith(rest, next)) continue;
    if (rest.length > 1 || (rest.length + slip.inStream > 0 && endsItem(stream, position, next + rest.length))) return slip;
  }
  return null;
}

/** Whether the item of `position` ends before `end`, and not earlier. */
function endsItem({ items }: LabelStream, position: number, end: number): boolean {
  return items[end - 1] === items[position] && items[end] !== items[position];
}

/** The next word that goes on with the label, within a few items; -1 where there is none. */
function leap(stream: LabelStream, name: string, length: number, position: number, last: number): number {
  if (stream.words[position] !== true) return -1;
  const limit = (stream.items[last] ?? 0) + MAX_ITEMS_BETWEEN;
  const rest = name.slice(length, length + 2);
  const end = Math.min(stream.key.length, position + MAX_LEAP);
  for (let next = position + 1; next < end && (stream.items[next] ?? 0) <= limit; next++) {
    if (stream.words[next] === true && stream.key.startsWith(rest, next)) return next;
  }
  return -1;
}
