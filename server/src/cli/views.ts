// JSON of `parse` and `check`: the shapes other people's scripts depend on.

import { dirname, join } from 'node:path';
import type { CheckOptions } from '../check.ts';
import type { CheckResult, Finding, Severity } from '../findings/finding.ts';
import { NO_EQUATIONS, type EquationTally } from '../equations/evaluate.ts';
import { readinessOf } from '../readiness/judge.ts';
import { readinessWords } from '../readiness/readiness-words.ts';
import { verifiedFixes } from '../fixes/verified-fixes.ts';
import type { FormId, SectionId } from '../forms/form.ts';
import type { Claim, Interpretation } from '../parse/prose/claim-model.ts';
import type { Cell, Report } from '../parse/model.ts';
import { rangeOf } from '../text/lines.ts';
import type { Range, Span } from '../text/span.ts';
import type { FormatView } from './compare-formats.ts';
import type { Placed, PlaceOf } from './places.ts';

interface Identity {
  readonly path: string;
  readonly recognised: boolean;
  readonly form: FormId | null;
  readonly year: number | null;
  readonly unit: string | null;
}

export interface ParseView extends Identity {
  readonly title: string | null;
  readonly sections: readonly { readonly id: SectionId; readonly title: string; readonly range: Range }[];
  /** Cells that hold a number or nothing; what could not be read is absent. */
  readonly cells: Readonly<Record<string, CellView>>;
  readonly claims: readonly ClaimView[];
}

interface CellView extends Placed {
  readonly value: number | null;
  readonly text: string;
  readonly range: Range;
}

interface ClaimView extends Placed {
  readonly text: string;
  readonly value: number;
  readonly range: Range;
  readonly readings: readonly Interpretation[];
  /** Index of the reading that fits; absent where none does. */
  readonly reading?: number;
  readonly status: Claim['status'];
}

export const READINESS: unique symbol = Symbol('readiness');

export interface CheckView extends Identity {
  readonly equations: EquationTally;
  /** 可以报送. */
  readonly ready: boolean;
  /** Findings that `.gouji.json` silences. */
  readonly silenced: number;
  readonly findings: readonly FindingView[];
  /** The same report in other formats, which is not checked. */
  readonly formats?: readonly FormatView[];
  /** Whether and why not, in words, for formats that people read; a symbol never gets into JSON. */
  readonly [READINESS]: string;
}

export interface FindingView extends Placed {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly cells: readonly string[];
  readonly actual?: number;
  readonly expected?: number;
  /** `path` where the place lies in another file. */
  readonly related: readonly ({ readonly message: string; readonly range: Range; readonly path?: string } & Placed)[];
  readonly fixes: readonly FixView[];
}

export interface FixView {
  readonly title: string;
  readonly kind: 'layout' | 'text' | 'value';
  readonly preferred: boolean;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

export function parseView(path: string, report: Report, placeOf: PlaceOf): ParseView {
  const { text, recognised } = report;
  const cells = recognised ? [...report.cells.values()] : [];
  return {
    ...identity(path, report),
    title: recognised ? (report.title?.text ?? null) : null,
    sections: (recognised ? report.sections : []).map(({ id, heading }) => ({
      id,
      title: text.slice(heading.start, heading.end),
      range: rangeOf(report.lines, heading),
    })),
    cells: Object.fromEntries(cells.flatMap((cell) => cellEntry(cell, report, placeOf))),
    claims: (recognised ? report.claims : []).map((claim) => claimView(claim, report, placeOf)),
  };
}

/** What is shown of a file. */
interface Viewed {
  readonly path: string;
  readonly report: Report;
  readonly placeOf: PlaceOf;
  readonly formats: readonly FormatView[];
}

/** `options` are those of the check: a fix is shown that holds under them. */
export function checkView(examined: Viewed, check: CheckResult, options: CheckOptions): CheckView {
  const { path, report, formats } = examined;
  const { equations, findings, silenced } = check;
  const checked = { report, findings, options };
  const readiness = readinessOf(report, check);
  return {
    ...identity(path, report),
    equations: report.recognised ? equations : NO_EQUATIONS,
    ready: readiness.ready,
    silenced,
    [READINESS]: readinessWords(readiness),
    findings: findings.map((finding) => findingView({ ...finding, fixes: verifiedFixes(checked, finding) }, examined)),
    ...(formats.length > 0 && { formats }),
  };
}

/** What a text that is no report seems to say of itself is no use to anyone. */
function identity(path: string, { recognised, detectedForm: form, year, unit }: Report): Identity {
  if (!recognised) return { path, recognised, form: null, year: null, unit: null };
  return { path, recognised, form: form.id, year: year?.value ?? null, unit };
}

function cellEntry({ key, text, span, reading }: Cell, report: Report, placeOf: PlaceOf): [string, CellView][] {
  if (reading.kind === 'unreadable') return [];
  return [[key, { value: reading.kind === 'number' ? reading.value : null, text, range: rangeOf(report.lines, span), ...placeOf(span) }]];
}

function claimView({ text, value, span, readings, reading, status }: Claim, report: Report, placeOf: PlaceOf): ClaimView {
  return { text, value, range: rangeOf(report.lines, span), ...placeOf(span), readings, ...(reading !== null && { reading }), status };
}

function findingView(finding: Finding, { path, report, placeOf }: Viewed): FindingView {
  const range = (span: Span) => rangeOf(report.lines, span);
  const { rule, severity, message, cells, actual, expected } = finding;
  return {
    rule,
    severity,
    message,
    range: range(finding.span),
    ...placeOf(finding.span),
    cells,
    ...(actual !== undefined && { actual }),
    ...(expected !== undefined && { expected }),
    related: finding.related.map(({ message: words, span, file }) =>
      file === undefined
        ? { message: words, range: range(span), ...placeOf(span) }
        : { message: words, range: file.range, path: join(dirname(path), file.path) },
    ),
    fixes: finding.fixes.map(({ title, kind, preferred, edits }) => ({
      title,
      kind,
      preferred,
      edits: edits.map(({ span, newText }) => ({ range: range(span), newText })),
    })),
  };
}
