// Document changes that a client may send, and the text after one, from the protocol's words alone and not by the server's
// code.

import type { Rng } from '../generator/rng.ts';

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Without a range the whole text is replaced. */
export interface Change {
  readonly range?: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/** What moves offsets, columns or lines: halves and wholes of pairs, line breaks and their halves, cells, headings. */
const INSERTED = [
  '',
  '',
  '',
  '7',
  '０',
  '-',
  '\t',
  '\t0',
  '|',
  ' ',
  '、',
  '。',
  '⼀',
  '⺠',
  '\u200b',
  '\ufeff',
  '\u0000',
  '\u2028',
  '\u0085',
  '\f',
  '𠀀',
  '😀',
  '\ud83d',
  '\ude00',
  '\r',
  '\n',
  '\r\n',
  '\n\r',
  '\r\r\n',
  '\n\n',
  '\r\n0\r',
  '𠀀\n',
  '\ud840\n\udc00',
  '一、总体情况\n',
  '（七）总计',
  '2.重复申请\t0\t0\t0\t0\t0\t0\t0\n',
  '予以公开 1 0 0 0 0 0 1\r\n',
  '收到申请38件，',
  '<td>',
  '| --- |\n',
  'XX',
];
/** Far behind every line, as clients say "to the end". */
const BEYOND = 1_000_000;

export function randomChange(text: string, rng: Rng, other: string): Change {
  if (rng.chance(0.01)) return { text: rng.pick([other, '', text.replaceAll(/\r\n|\r|\n/gu, rng.pick(['\n', '\r\n', '\r']))]) };
  const start = rng.chance(0.3) ? nearBreak(text, rng) : rng.int(0, text.length);
  const end = Math.min(text.length, start + (rng.chance(0.9) ? rng.int(0, 4) : rng.int(0, 400)));
  const from = rng.int(0, other.length);
  const inserted = rng.chance(0.9) ? rng.pick(INSERTED) : other.slice(from, from + rng.int(1, 300));
  return { range: rangeAround(positionAt(text, start), positionAt(text, end), rng), text: inserted };
}

/** The text after the change. A position past the end of its line is that end, a line past the last the end of the text. */
export function applyChange(text: string, { range, text: inserted }: Change): string {
  if (range === undefined) return inserted;
  const [start, end] = [offsetAt(text, range.start), offsetAt(text, range.end)];
  return start <= end
    ? text.slice(0, start) + inserted + text.slice(end)
    : applyChange(text, { range: { start: range.end, end: range.start }, text: inserted });
}

const BREAK = /\r\n|\n|\r/u;

function offsetAt(text: string, { line, character }: Position): number {
  let offset = 0;
  for (let passed = 0; passed < line; passed++) {
    const found = BREAK.exec(text.slice(offset));
    if (found === null) return text.length;
    offset += found.index + found[0].length;
  }
  const length = text.slice(offset).search(BREAK);
  return offset + Math.min(character, length < 0 ? text.length - offset : length);
}

/** Between the two halves of a line break there is no position: what comes back lies past the line's end there. */
function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\n|\r(?!\n)/u);
  const within = text.charAt(offset - 1) === '\r' && text.charAt(offset) === '\n';
  if (!within && text.charAt(offset - 1) === '\r') return { line: text.slice(0, offset).split(BREAK).length - 1, character: 0 };
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** Beside a line break, where halves of it are made and lost. */
function nearBreak(text: string, rng: Rng): number {
  const found = text.slice(rng.int(0, text.length)).search(/[\r\n]/u);
  return Math.max(0, Math.min(text.length, (found < 0 ? text.length : found) + rng.int(-1, 2)));
}

/** Mostly the two positions; now and then past the line, past the text, or the wrong way round. */
function rangeAround(start: Position, end: Position, rng: Rng): { readonly start: Position; readonly end: Position } {
  if (rng.chance(0.98)) return { start, end };
  return rng.pick([
    { start, end: { line: end.line, character: BEYOND } },
    { start: { line: start.line, character: BEYOND }, end: { line: start.line, character: BEYOND + 1 } },
    { start: { line: BEYOND, character: 0 }, end: { line: BEYOND + rng.int(0, 2), character: 3 } },
    { start, end: { line: BEYOND, character: 0 } },
    { start: end, end: start },
  ]);
}
