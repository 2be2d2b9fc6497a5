// Formats a report's tables in the chosen layout: blanks and separators change, and what the layout fixes correct; no number,
// no word, and nothing outside the tables.

import type { CheckOptions } from '../../check.ts';
import { applyEdits, narrowed, type Edit } from '../../text/edits.ts';
import type { Report } from '../../parse/model.ts';
import { parseReport } from '../../parse/parse.ts';
import { fold } from '../../text/fold.ts';
import { spanOfLine } from '../../text/lines.ts';
import { fixLayout } from '../../fixes/fix-all.ts';
import { sameCells } from '../../fixes/same-values.ts';
import { alignedLines, barredLines, tabbedLines } from './lay-out.ts';
import { tableLines } from './table-lines.ts';
import { wholeTables } from '../../parse/tables/whole-tables.ts';
import { DELIMITERS } from '../../parse/tables/lines/delimiter.ts';
import type { Span } from '../../text/span.ts';

/**
 * `tabs`: one tab between two cells. `aligned`: columns under each other by blanks. `keep`: separators and blanks stay.
 * Tables with bars keep their bars; unless `keep` is chosen their columns are aligned.
 */
export type FormatLayout = 'tabs' | 'aligned' | 'keep';

export interface FormatOptions {
  readonly layout: FormatLayout;
  readonly check?: CheckOptions;
  /** First and last line that may change; all of them where left out. */
  readonly within?: readonly [number, number];
}

/** A table: line → its text as it is to be. */
type Layout = ReadonlyMap<number, string>;

/** The edits of each table that was read whole, has a row a line, says the same afterwards, and is then laid out for good. */
export function formatTables(report: Report, options: FormatOptions): readonly Edit[] {
  if (!report.recognised) return [];
  const edits = chooseEdits(report, options);
  if (edits.length === 0 || options.within !== undefined) return edits;
  // In rubble a line may join another table once one is laid out: then nothing would be at rest.
  return chooseEdits(parseReport(applyEdits(report.text, edits)), options).length === 0 ? edits : [];
}

function chooseEdits(report: Report, { layout, check, within }: FormatOptions): readonly Edit[] {
  const { report: fixed } = fixLayout(report.text, check);
  if (fixed.lines.starts.length !== report.lines.starts.length) return [];
  const [first, last] = within ?? [0, Number.POSITIVE_INFINITY];
  const planned = layouts(fixed, layout);
  const groups = planned.map((lines) =>
    [...lines].filter(([line]) => first <= line && line <= last).flatMap(([line, text]) => lineEdits(report.text, spanOfLine(report.lines, line), text)),
  );
  const isKept = (edits: readonly Edit[]) => {
    if (edits.length === 0) return true;
    const after = parseReport(applyEdits(report.text, edits));
    // Lines beside a range are still to be laid out: what is settled shows only when all are.
    return (
      sameCells(report, after) &&
      (within !== undefined || isSettled(report, { planned, after: layouts(after, layout), text: (line) => textOfLine(after, line) }))
    );
  };
  const edits = groups.flat();
  return isKept(edits) ? edits : groups.filter(isKept).flat();
}

/** Of each table that can be laid out without losing a word and shares no line with another. */
function layouts(report: Report, layout: FormatLayout): readonly Layout[] {
  const tables = new Map<number, number>();
  const candidates = eachLayout(report, layout);
  for (const line of candidates.flatMap((lines) => [...lines.keys()])) tables.set(line, (tables.get(line) ?? 0) + 1);
  return candidates.filter((lines) => [...lines.keys()].every((line) => tables.get(line) === 1));
}

function eachLayout(report: Report, layout: FormatLayout): readonly Layout[] {
  return wholeTables(report).flatMap((table) => {
    const lines = tableLines(report, table);
    if (lines === null) return [];
    const after = laidOut(report, layout, lines);
    return lines.lines.every(({ line, kind }) => kind === 'ruling' || wordsOf(textOfLine(report, line)) === wordsOf(after.get(line) ?? '')) ? [after] : [];
  });
}

/** Whether the tables that changed, or that are read from other lines than before, are as they would be laid out again. */
function isSettled(
  before: Report,
  { planned, after, text }: { readonly planned: readonly Layout[]; readonly after: readonly Layout[]; readonly text: (line: number) => string },
): boolean {
  const known = new Set(planned.map(placeOf));
  return after.every((lines) => {
    const isUntouched = known.has(placeOf(lines)) && [...lines.keys()].every((line) => textOfLine(before, line) === text(line));
    return isUntouched || [...lines].every(([line, due]) => text(line) === due);
  });
}

function placeOf(lines: Layout): string {
  return [...lines.keys()].join();
}

function laidOut(fixed: Report, layout: FormatLayout, lines: NonNullable<ReturnType<typeof tableLines>>): Layout {
  switch (layout) {
    case 'keep':
      return new Map(lines.lines.map(({ line }) => [line, textOfLine(fixed, line)]));
    case 'tabs':
      return lines.barred ? barredLines(lines) : tabbedLines(lines);
    case 'aligned':
      return lines.barred ? barredLines(lines) : alignedLines(lines);
    default:
      return layout satisfies never;
  }
}

/** All that formatting may not lose: what is neither blank nor a separator. */
function wordsOf(line: string): string {
  return fold(line).replaceAll(/[\s|\u200b]/gu, '');
}

function textOfLine(report: Report, line: number): string {
  const { start, end } = spanOfLine(report.lines, line);
  return report.text.slice(start, end);
}

/** Sought in the folded line, where all characters without width are one. */
const WORD = /[^\s|\u200b]+/gu;

/** Edits that turn the line `span` of `text` into `after`. A line whose words are others is one edit. */
function lineEdits(text: string, span: Span, after: string): readonly Edit[] {
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
