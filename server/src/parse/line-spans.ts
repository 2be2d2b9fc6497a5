// Lines of a report as spans: the line at an offset, the first and last written line, and the text's own line break.

import { reportEnd, type Report } from './model.ts';
import { lineOf, spanOfLine } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** The line break the report itself uses. */
export function lineBreak(report: Report): string {
  return /\r\n|\n|\r/u.exec(report.text)?.[0] ?? '\n';
}

/** The full line that holds an offset, without its break. */
export function lineSpan(report: Report, offset: number): Span {
  return spanOfLine(report.lines, lineOf(report.lines, offset));
}

/** The first line of a span without surrounding blanks: a squiggle under a whole table helps nobody. */
export function firstLine(report: Report, span: Span): Span {
  const words = report.text.slice(span.start, span.end);
  const start = span.start + (words.length - words.trimStart().length);
  const end = Math.min(lineSpan(report, start).end, span.end);
  return { start: Math.min(start, span.end), end: Math.max(Math.min(start, span.end), end) };
}

/** The last line with anything on it: where a draft is being continued. */
export function lastLine(report: Report): Span {
  const end = report.text.slice(0, reportEnd(report)).trimEnd().length;
  const line = lineSpan(report, end);
  return { start: Math.min(line.start, end), end };
}
