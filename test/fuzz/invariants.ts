// Invariants of every text, however broken: invariants 1 and 2 of the design, and what fixes promise.

import { checkReport } from '../../server/src/check.ts';
import type { CheckResult } from '../../server/src/findings/finding.ts';
import type { Edit } from '../../server/src/text/edits.ts';
import type { Report } from '../../server/src/parse/model.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { limited } from './limit.ts';

export interface Verdict {
  /** What is wrong, shortest words; empty when all is well. */
  readonly broken: readonly string[];
  /** Everything that is said about the text, to be compared with what is said the next time. */
  readonly answer: string;
}

/** Parses and checks a text and looks at all that comes back. */
export function judge(text: string): Verdict {
  let report: Report;
  let result: CheckResult;
  try {
    const read = limited(() => {
      const parsed = parseReport(text);
      return { parsed, checked: checkReport(parsed) };
    });
    if (read === undefined) return { broken: ['never ends'], answer: '' };
    report = read.parsed;
    result = read.checked;
  } catch (error) {
    const [what = '', where = ''] = error instanceof Error ? (error.stack ?? error.message).split('\n') : [String(error)];
    return { broken: [`throws ${what} ${where.trim().replace(/\(.*\)/u, '')}`], answer: '' };
  }
  const broken = new Set<string>();
  lookAtSpans(text, { ...report, detectedForm: null, lines: null }, 'report', broken);
  lookAtSpans(text, result.findings, 'findings', broken);
  for (const { rule, fixes } of result.findings) for (const { edits } of fixes) if (overlaps(edits)) broken.add(`${rule}: edits overlap`);
  for (const { rule, fixes } of result.findings) if (fixes.filter(({ preferred }) => preferred).length > 1) broken.add(`${rule}: two preferred fixes`);
  if (!report.recognised && result.findings.length > 0) broken.add('findings about no report');
  if (report.folded.length !== text.length) broken.add('folding changes the length');
  const { total, holding, broken: failing, unchecked } = result.equations;
  if (holding + failing + unchecked !== total) broken.add('equations do not add up to their total');
  return { broken: [...broken], answer: JSON.stringify([result, [...report.cells.values()].map(({ key, span }) => [key, span.start, span.end])]) };
}

/** Walks plain data: whatever has a start and an end is a span, whatever has a span and a text of its own is a slice. */
function lookAtSpans(text: string, data: unknown, path: string, broken: Set<string>): void {
  if (typeof data !== 'object' || data === null) return;
  if (data instanceof Map) {
    for (const value of data.values()) lookAtSpans(text, value, path, broken);
    return;
  }
  if (Array.isArray(data)) {
    for (const value of data) lookAtSpans(text, value, path, broken);
    return;
  }
  const fields = data as Readonly<Record<string, unknown>>;
  if (isSpan(fields)) {
    if (!isWithin(fields, text.length)) broken.add(`${path}: span ${fields.start}–${fields.end} of ${text.length}`);
    return;
  }
  const { span, text: own } = fields;
  if (typeof own === 'string' && isSlice(fields) && isSpan(span) && text.slice(span.start, span.end) !== own) broken.add(`${path}: text is not its slice`);
  // The gaps of an edit are places in what it writes, not in the text.
  const textOf = (name: string) => (name === 'gaps' && typeof fields['newText'] === 'string' ? fields['newText'] : text);
  for (const [name, value] of Object.entries(fields)) lookAtSpans(textOf(name), value, `${path}.${name}`, broken);
}

function isSpan(value: unknown): value is { readonly start: number; readonly end: number } {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number';
}

function isWithin({ start, end }: { readonly start: number; readonly end: number }, length: number): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length;
}

/** Cells and claims quote the original; a title or an unknown header quotes the folded text. */
function isSlice(fields: Readonly<Record<string, unknown>>): boolean {
  return 'key' in fields || 'readings' in fields;
}

function overlaps(edits: readonly Edit[]): boolean {
  const sorted = edits.toSorted((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
  return sorted.some(({ span }, index) => {
    const next = sorted[index + 1];
    return next !== undefined && next.span.start < span.end;
  });
}
