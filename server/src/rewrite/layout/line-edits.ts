// By which small edits does one line become another? Word by word, so that a cursor in a cell stays in that cell.

import type { Edit } from '../../text/edits.ts';
import { DELIMITERS } from '../../parse/tables/lines/delimiter.ts';
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import { narrowed } from '../../text/edits.ts';

/** Sought in the folded line, where all characters without width are one. */
const WORD = /[^\s|\u200b]+/gu;

/** Edits that turn the line `span` of `text` into `after`. A line whose words are others is one edit. */
export function lineEdits(text: string, span: Span, after: string): readonly Edit[] {
  const before = text.slice(span.start, span.end);
  if (before === after) return [];
  const old = piecesOf(before, WORD);
  const next = piecesOf(after, WORD);
  if (old.length !== next.length) return [narrowed(text, after, span)];
  return old.flatMap((piece, index) => {
    const replacement = next[index]?.text ?? '';
    const isWord = index % 2 === 1;
    return isWord ? pieceEdits(text, span.start, piece, replacement) : gapEdits(text, span.start, piece, replacement);
  });
}

interface Piece {
  /** Offset within the line. */
  readonly start: number;
  readonly text: string;
}

/** What stands between matches and the matches themselves, in turn: an odd number of pieces. */
function piecesOf(line: string, pattern: RegExp): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: match, index } of fold(line).matchAll(pattern)) {
    pieces.push({ start: end, text: line.slice(end, index) });
    end = index + match.length;
    pieces.push({ start: index, text: line.slice(index, end) });
  }
  return [...pieces, { start: end, text: line.slice(end) }];
}

/** A gap with empty cells in it: its delimiters stay where they are, so that a cursor between them does, too. */
function gapEdits(text: string, offset: number, gap: Piece, replacement: string): readonly Edit[] {
  const old = piecesOf(gap.text, DELIMITERS);
  const next = piecesOf(replacement, DELIMITERS);
  if (old.length !== next.length) return pieceEdits(text, offset, gap, replacement);
  return old.flatMap((piece, index) => pieceEdits(text, offset + gap.start, piece, next[index]?.text ?? ''));
}

function pieceEdits(text: string, offset: number, piece: Piece, replacement: string): readonly Edit[] {
  if (piece.text === replacement) return [];
  const start = offset + piece.start;
  return [narrowed(text, replacement, { start, end: start + piece.text.length })];
}
