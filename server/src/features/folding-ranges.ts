// textDocument/foldingRange: parts, headings, tables, groups of rows, and rows that take several lines.

import type { FoldingRange } from 'vscode-languageserver';
import type { Report } from '../parse/model.ts';
import { isBlank, isBlankBetween } from '../parse/document/surface.ts';
import { lineOf } from '../text/lines.ts';
import { Turns } from '../text/turns.ts';
import type { OutlineNode } from './outline/nest.ts';
import { outlineOf } from './outline/outline.ts';

interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly depth: number;
}

/**
 * Whole lines, so that clients of either kind can use them; one fold a line, the outermost that begins there.
 * Where the client takes only `limit`, the deepest fall away.
 */
export function foldingRanges(report: Report, limit: number): FoldingRange[] {
  const folds = outlineOf(report).flatMap((node) => foldsOf(report, node, 0));
  const seen = new Set<number>();
  const single = folds.filter(({ startLine }) => !seen.has(startLine) && seen.add(startLine));
  const kept = single.length <= limit ? single : single.toSorted((one, other) => one.depth - other.depth).slice(0, limit);
  return kept.toSorted((one, other) => one.startLine - other.startLine).map(({ startLine, endLine }) => ({ startLine, endLine }));
}

/** Outer folds first. */
function foldsOf(report: Report, node: OutlineNode, depth: number): readonly Fold[] {
  const startLine = lineOf(report.lines, node.span.start);
  const endLine = lastLineOf(report, node);
  const own = endLine > startLine && node.kind !== 'title' ? [{ startLine, endLine, depth }] : [];
  return [...own, ...node.children.flatMap((child) => foldsOf(report, child, depth + 1))];
}

/** The last line that holds only text of the node: blank lines stay visible, and so does a line that something else shares. */
function lastLineOf({ text, lines }: Report, { span }: OutlineNode): number {
  let end = trimmedEnd(text, span.end);
  let line = lineOf(lines, end);
  const turns = new Turns(line);
  while (turns.more() && line > 0 && !isBlankBetween(text, end, lines.ends[line] ?? end)) {
    end = trimmedEnd(text, (lines.starts[line] ?? 0) - 1);
    line = lineOf(lines, end);
  }
  return line;
}

function trimmedEnd(text: string, from: number): number {
  let end = from;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}
