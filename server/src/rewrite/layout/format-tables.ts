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
import { lineBreak } from '../../parse/line-spans.ts';
import { tableLines, type TableLine, type TableLines } from './table-lines.ts';
import { wholeTables, type WholeTable } from '../../parse/tables/whole-tables.ts';
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

/** A table: lines that belong together, and their text as it is to be. */
type Layout = readonly Block[];

interface Block {
  /** First and last line; more than one where a label is folded. */
  readonly from: number;
  readonly line: number;
  readonly text: string;
  /** Words that are values: the last of the text. */
  readonly values: number;
}

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
    lines.filter(({ from, line }) => first <= from && line <= last).flatMap((block) => blockEdits(report.text, spanOfBlock(report, block), block)),
  );
  const isKept = (edits: readonly Edit[]) => {
    if (edits.length === 0) return true;
    const after = parseReport(applyEdits(report.text, edits));
    // Lines beside a range are still to be laid out: what is settled shows only when all are.
    return sameCells(report, after) && (within !== undefined || isSettled({ report, planned }, { report: after, planned: layouts(after, layout) }));
  };
  const edits = groups.flat();
  return isKept(edits) ? edits : groups.filter(isKept).flat();
}

/** Of each table that can be laid out without losing a word and shares no line with another. */
function layouts(report: Report, layout: FormatLayout): readonly Layout[] {
  const tables = new Map<number, number>();
  const candidates = eachLayout(report, layout);
  for (const line of candidates.flatMap(linesOf)) tables.set(line, (tables.get(line) ?? 0) + 1);
  return candidates.filter((blocks) => linesOf(blocks).every((line) => tables.get(line) === 1));
}

function linesOf(blocks: Layout): readonly number[] {
  return blocks.flatMap(({ from, line }) => Array.from({ length: line - from + 1 }, (_, index) => from + index));
}

function eachLayout(report: Report, layout: FormatLayout): readonly Layout[] {
  return wholeTables(report).flatMap((table) => {
    const lines = tableLines(report, table);
    if (lines === null) return [];
    const folded = laidOut(report, layout, lines);
    const after = layout !== 'aligned' || isReadFolded(report, { table, lines }, folded) ? folded : laidOut(report, layout, lines, false);
    const isKept = (block: Block, kind: TableLine['kind'] | undefined) => {
      const [before, now] = [wordsOf(textOfBlock(report, block)), wordsOf(block.text)];
      // In a folded header the ends of all names stand behind their beginnings.
      return kind === 'header' ? sorted(before) === sorted(now) : kind === 'ruling' || before === now;
    };
    return after.every((block, index) => isKept(block, lines.lines[index]?.kind)) ? [after] : [];
  });
}

/** Whether the labels that are to be folded are read as they were; it costs another reading only where they are not folded yet. */
function isReadFolded(report: Report, { table, lines }: { readonly table: WholeTable; readonly lines: TableLines }, blocks: Layout): boolean {
  const isChanged = blocks.some((block) => /[\r\n]/u.test(block.text) && textOfBlock(report, block) !== block.text);
  if (!isChanged) return true;
  const after = parseReport(
    applyEdits(
      report.text,
      blocks.flatMap((block) => blockEdits(report.text, spanOfBlock(report, block), block)),
    ),
  );
  const again = wholeTables(after).find((each) => each.section === table.section);
  // A group in a field of its own stands in that of the label when this is read between blanks.
  const wordsOfAll = (own: TableLines | null) => JSON.stringify(own?.lines.map(({ fields }) => wordsOf(fields.join(''))));
  return again !== undefined && sameCells(report, after) && wordsOfAll(tableLines(after, again)) === wordsOfAll(lines);
}

interface Planned {
  readonly report: Report;
  readonly planned: readonly Layout[];
}

/** Whether the tables that changed, or that are read from other lines than before, are as they would be laid out again. */
function isSettled(before: Planned, after: Planned): boolean {
  const writing = (report: Report, blocks: Layout) => JSON.stringify(blocks.map((block) => textOfBlock(report, block)));
  const known = new Set(before.planned.map((blocks) => writing(before.report, blocks)));
  return after.planned.every((blocks) => known.has(writing(after.report, blocks)) || blocks.every((block) => textOfBlock(after.report, block) === block.text));
}

function laidOut(fixed: Report, layout: FormatLayout, lines: TableLines, folds = true): Layout {
  const texts = textsOf(layout, lines, folds);
  return lines.lines.map(({ from, line, fields, cells }) => {
    const text = texts?.get(line)?.replaceAll('\n', lineBreak(fixed)) ?? textOfBlock(fixed, { from, line });
    return { from, line, text, values: cells.flatMap((cell) => fields[cell]?.match(WORD) ?? []).length };
  });
}

/** Null where all stays as it is. */
function textsOf(layout: FormatLayout, lines: TableLines, folds: boolean): ReadonlyMap<number, string> | null {
  switch (layout) {
    case 'keep':
      return null;
    case 'tabs':
      return lines.barred ? barredLines(lines) : tabbedLines(lines);
    case 'aligned':
      return lines.barred ? barredLines(lines) : alignedLines(lines, folds);
    default:
      return layout satisfies never;
  }
}

/** All that formatting may not lose: what is neither blank nor a separator. */
function wordsOf(line: string): string {
  return fold(line).replaceAll(/[\s|\u200b]/gu, '');
}

function sorted(text: string): string {
  return Array.from(text).toSorted().join('');
}

function spanOfBlock({ lines }: Report, { from, line }: Pick<Block, 'from' | 'line'>): Span {
  return { start: spanOfLine(lines, from).start, end: spanOfLine(lines, line).end };
}

function textOfBlock(report: Report, block: Pick<Block, 'from' | 'line'>): string {
  const { start, end } = spanOfBlock(report, block);
  return report.text.slice(start, end);
}

/** Sought in the folded line, where all characters without width are one. */
const WORD = /[^\s|\u200b]+/gu;

/** Edits that turn the lines `span` of `text` into the block's. Where the words before its values are others, all of these are one edit. */
function blockEdits(text: string, span: Span, { text: after, values }: Block): readonly Edit[] {
  const before = text.slice(span.start, span.end);
  if (before === after) return [];
  const old = piecesOf(before, WORD);
  const next = piecesOf(after, WORD);
  const isSame = old.length === next.length;
  const kept = isSame ? next.length : values * 2;
  if (kept === 0 || old.length <= kept) return isSame ? pairedEdits(text, span.start, old, next) : [narrowed(text, after, span)];
  const [headOld, headNext] = [old.slice(0, -kept), next.slice(0, -kept)].map((pieces) => pieces.map((piece) => piece.text).join(''));
  const head = pieceEdits(text, span.start, { start: 0, text: headOld ?? '' }, headNext ?? '');
  return [...head, ...pairedEdits(text, span.start, old.slice(-kept), next.slice(-kept))];
}

/** Words and the gaps between them, in turn. */
function pairedEdits(text: string, offset: number, old: readonly Piece[], next: readonly Piece[]): readonly Edit[] {
  const first = old.length % 2;
  return old.flatMap((piece, index) => {
    const replacement = next[index]?.text ?? '';
    return index % 2 === first ? pieceEdits(text, offset, piece, replacement) : gapEdits(text, offset, piece, replacement);
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
