// Splits a delimited line into fields, for reading a row and for laying it out again.

import type { Span } from '../../../text/span.ts';
import { trimSpan } from '../../document/surface.ts';

/** Where bars close the lines, they close nearly all of them; a few stray lines do not count. */
export const MOST = 0.9;

/** Bars at the ends of nearly all lines only close them; elsewhere an empty cell stands before or behind them. */
export interface OuterBars {
  readonly outerStart: boolean;
  readonly outerEnd: boolean;
}

/** The fields between bars, without those that only close the line. */
export function splitBars(text: string, line: Span, { outerStart, outerEnd }: OuterBars): readonly Span[] {
  const trimmed = trimSpan(text, line);
  const start = outerStart && text.charAt(trimmed.start) === '|' ? trimmed.start + 1 : line.start;
  const end = outerEnd && text.charAt(trimmed.end - 1) === '|' ? trimmed.end - 1 : line.end;
  return splitFields(text, { start, end: Math.max(start, end) }, '|');
}

/** What stands between the delimiters of a line, blanks and all. */
export function splitFields(text: string, { start, end }: Span, delimiter: string): readonly Span[] {
  const fields: Span[] = [];
  let from = start;
  for (let offset = start; offset < end; offset++) {
    if (text.charAt(offset) !== delimiter) continue;
    fields.push({ start: from, end: offset });
    from = offset + 1;
  }
  fields.push({ start: from, end });
  return fields;
}
