// textDocument/semanticTokens: what a grammar cannot see, such as headings and labels in any wording, totals, contradicted
// numbers.

import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver';
import type { Finding } from '../findings/finding.ts';
import { isTotal } from '../forms/form.ts';
import type { Report } from '../parse/model.ts';
import { isBlank } from '../parse/document/surface.ts';
import { lineOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { Turns } from '../text/turns.ts';
import { labelOf } from './outline/table-entries.ts';

const HEADING = 0;
const LABEL = 1;
const NUMBER = 2;
const TOTAL = 1;
const CONTRADICTED = 2;

/** Announced by the server; `reportHeading`, `total` and `contradicted` are declared in package.json. */
export const LEGEND: SemanticTokensLegend = {
  tokenTypes: ['reportHeading', 'label', 'number'],
  tokenModifiers: ['total', 'contradicted'],
};

/** Errors of the table that stand in a sentence name the cells they were held against; those are not in doubt. */
const PROSE_RULE = /^prose-/u;

/** The tokens of the lines that `within` touches. */
export function semanticTokens(report: Report, findings: readonly Finding[], within: Span): SemanticTokens {
  const { lines } = report;
  const [first, last] = [lineOf(lines, within.start), lineOf(lines, within.end)];
  const start = lines.starts[first] ?? 0;
  const end = lines.ends[last] ?? report.text.length;
  const paint = new Paint(start, end);
  for (const { heading } of report.sections) paint.over(heading, HEADING, 0);
  for (const { rows } of report.tables) for (const row of rows) paint.over(labelOf(report.folded, row), LABEL, 0);
  for (const cell of report.cells.values()) if (isTotal(cell)) paint.over(cell.span, NUMBER, TOTAL);
  for (const span of contradicted(report, findings)) paint.over(span, NUMBER, CONTRADICTED);
  return { data: encode(report, paint, first, last) };
}

/** Only what a finding that is shown says for certain. */
function contradicted({ cells, claims }: Report, findings: readonly Finding[]): readonly Span[] {
  const conflicting = new Map(claims.flatMap(({ status, numberSpan }) => (status === 'conflicts' ? [[numberSpan.start, numberSpan] as const] : [])));
  return findings.flatMap((finding) => {
    if (PROSE_RULE.test(finding.rule)) return conflicting.get(finding.span.start) ?? [];
    if (finding.severity !== 'error') return [];
    return finding.cells.flatMap((key) => cells.get(key)?.span ?? []);
  });
}

/** Which token covers each code unit: what is painted later lies on top, so that tokens never overlap. */
class Paint {
  readonly start: number;
  readonly end: number;
  private readonly units: Uint8Array;

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
    this.units = new Uint8Array(end - start);
  }

  over({ start, end }: Span, type: number, modifiers: number): void {
    const from = Math.max(start, this.start) - this.start;
    const under = this.units[from] ?? 0;
    // A contradicted total is both.
    const kept = type === NUMBER && typeOf(under) === NUMBER ? modifiersOf(under) : 0;
    this.units.fill(codeOf(type, modifiers | kept), from, Math.max(from, Math.min(end, this.end) - this.start));
  }

  at(offset: number): number {
    return this.units[offset - this.start] ?? 0;
  }
}

/** 0 is bare text. */
function codeOf(type: number, modifiers: number): number {
  return ((type + 1) << 2) | modifiers;
}

function typeOf(code: number): number {
  return (code >> 2) - 1;
}

function modifiersOf(code: number): number {
  return code & 3;
}

/** LSP's five numbers a token, each place told from the token before. Blanks and masked markup have none. */
function encode({ folded, lines }: Report, paint: Paint, first: number, last: number): number[] {
  const data: number[] = [];
  let [before, column] = [0, 0];
  for (let line = first; line <= last; line++) {
    const lineStart = lines.starts[line] ?? 0;
    const lineEnd = lines.ends[line] ?? lineStart;
    const turns = new Turns(lineEnd - lineStart);
    for (let offset = lineStart; turns.more() && offset < lineEnd;) {
      const code = paint.at(offset);
      const start = offset++;
      if (code === 0 || isBlank(folded.charCodeAt(start))) continue;
      while (offset < lineEnd && paint.at(offset) === code && !isBlank(folded.charCodeAt(offset))) offset++;
      const character = start - lineStart;
      data.push(line - before, line === before ? character - column : character, offset - start, typeOf(code), modifiersOf(code));
      [before, column] = [line, character];
    }
  }
  return data;
}
