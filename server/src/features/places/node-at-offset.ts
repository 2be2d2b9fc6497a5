// Node of the report at an offset: cell, label, header, claim, heading. Hover, definition, references and highlights start
// here.

import type { Claim } from '../../parse/prose/claim-model.ts';
import type { Cell, Report, Section, TableRow } from '../../parse/model.ts';
import { touches, type Span } from '../../text/span.ts';
import { printedBlocks, printedHeaders, type PrintedHeader } from './printed-labels.ts';

export type NodeAtOffset =
  | { readonly kind: 'cell'; readonly span: Span; readonly cell: Cell }
  /** `span` is its number where the offset touches that, else the words that say what is counted. */
  | { readonly kind: 'claim'; readonly span: Span; readonly claim: Claim }
  | { readonly kind: 'row'; readonly span: Span; readonly row: TableRow }
  | { readonly kind: 'column'; readonly span: Span; readonly header: PrintedHeader }
  | { readonly kind: 'part'; readonly span: Span; readonly section: Section };

/**
 * The smallest thing that holds the offset; one that ends there counts too, as the cursor then stands right behind it.
 * Null in plain prose. Blank cells reach over the spaces around them, since there is nothing else to point at.
 */
export function nodeAt(report: Report, offset: number): NodeAtOffset | null {
  return cellAt(report, offset) ?? claimAt(report, offset) ?? headerAt(report, offset) ?? rowAt(report, offset) ?? partAt(report, offset);
}

function cellAt(report: Report, offset: number): NodeAtOffset | null {
  let best: NodeAtOffset | null = null;
  for (const cell of report.cells.values()) {
    const reach = cell.span.start === cell.span.end ? withSpaces(report, cell.span) : cell.span;
    if (!touches(reach, offset)) continue;
    const place: NodeAtOffset = { kind: 'cell', span: cell.span, cell };
    if (best === null || isCloser(place.span, best.span, offset)) best = place;
  }
  return best;
}

/** Between the bars of a Markdown row or in an aligned column a blank cell is as wide as its spaces. */
function withSpaces({ folded }: Report, span: Span): Span {
  let { start, end } = span;
  while (start > 0 && folded[start - 1] === ' ') start--;
  while (end < folded.length && folded[end] === ' ') end++;
  return { start, end };
}

function claimAt({ claims }: Report, offset: number): NodeAtOffset | null {
  const number = nearest(claims, (claim) => claim.numberSpan, offset);
  if (number !== null) return { kind: 'claim', span: number.numberSpan, claim: number };
  const phrase = nearest(claims, (claim) => claim.span, offset);
  return phrase === null ? null : { kind: 'claim', span: phrase.span, claim: phrase };
}

function headerAt(report: Report, offset: number): NodeAtOffset | null {
  const headers = [...report.tables.flatMap((table) => table.headers), ...printedHeaders(report)];
  const header = nearest<PrintedHeader>(headers, ({ span }) => span, offset);
  return header === null ? null : { kind: 'column', span: header.span, header };
}

function rowAt(report: Report, offset: number): NodeAtOffset | null {
  // The blocks of table four are no lines, and have no label before their values.
  const labelled = report.tables.flatMap((table) => table.rows).filter(({ label }) => label.end > label.start);
  const row = nearest([...labelled, ...printedBlocks(report)], ({ label }) => label, offset);
  return row === null ? null : { kind: 'row', span: row.label, row };
}

function partAt({ sections }: Report, offset: number): NodeAtOffset | null {
  const section = nearest(sections, ({ heading }) => heading, offset);
  return section === null ? null : { kind: 'part', span: section.heading, section };
}

function nearest<Thing>(things: readonly Thing[], spanOf: (thing: Thing) => Span, offset: number): Thing | null {
  let best: Thing | null = null;
  for (const thing of things) {
    if (!touches(spanOf(thing), offset)) continue;
    if (best === null || isCloser(spanOf(thing), spanOf(best), offset)) best = thing;
  }
  return best;
}

/** What holds the character behind the offset goes before what only ends there; then the shorter one. */
function isCloser(one: Span, other: Span, offset: number): boolean {
  const ends = (span: Span) => Number(span.end === offset && span.start < offset);
  return ends(one) - ends(other) < 0 || (ends(one) === ends(other) && length(one) < length(other));
}

function length({ start, end }: Span): number {
  return end - start;
}
