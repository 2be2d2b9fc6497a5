// Custom request: a new report of a year's form with organ, year and last year's carry-over filled in.

import { carriedOut } from '../../suppressions/previous.ts';
import { cellKey, printedLabel, type FormId } from '../../forms/form.ts';
import { formForYear, NEWEST_FORM, tableOf } from '../../forms/index.ts';
import { renderSnippet, type Piece, type SkeletonLine } from '../../forms/skeletons/skeleton.ts';
import { skeletonOf } from '../../forms/skeletons/skeletons.ts';
import type { Report } from '../../parse/model.ts';
import { parseReport } from '../../parse/parse.ts';
import { fold } from '../../text/fold.ts';
import { hanOf } from '../../text/han.ts';
import { MAX_CANDIDATES } from '../limits.ts';

export interface Beginning {
  readonly organ: string;
  readonly year: number;
  /** Texts that may be last year's report; which one is, is told from their titles. */
  readonly candidates: readonly { readonly uri: string; readonly text: string }[];
}

export interface NewReport {
  readonly form: FormId;
  /** Snippet syntax. */
  readonly snippet: string;
  /** Last year's 结转下年度, now 上年结转; null where no report of this organ and year is among the candidates. */
  readonly carried:
    | { readonly kind: 'taken'; readonly uri: string; readonly total: number }
    /** The report was found, but its number was not. */
    | { readonly kind: 'unknown'; readonly uri: string }
    /** Several reports of last year, with different numbers: nobody knows which one holds. */
    | { readonly kind: 'differing'; readonly uris: readonly string[] }
    | null;
}

export function newReport({ organ, year, candidates }: Beginning): NewReport {
  const form = formForYear(year);
  const skeleton = skeletonOf(form.id, 'report');
  if (skeleton === undefined) throw new Error(`no report skeleton of ${form.id}`);
  const pending = candidates.slice(0, MAX_CANDIDATES).flatMap(({ uri, text }) => {
    const report = parseReport(text);
    return isReportOf(report, organ, year - 1) ? [{ uri, values: leftOver(report) }] : [];
  });
  const distinct = new Set(pending.map(({ values }) => values.join()));
  const [first] = pending;
  const values = first !== undefined && distinct.size === 1 ? first.values : [];
  const lines = skeleton.lines.map((line) => fillRow(fillNames(line, { organ: organ.trim(), year: String(year) }), values));
  const total = values.at(-1);
  return {
    form: form.id,
    snippet: renderSnippet({ lines }, { layout: 'tabs', lineBreak: '\n', year: { first: () => String(year), again: () => String(year) } }),
    carried:
      first === undefined
        ? null
        : distinct.size > 1
          ? { kind: 'differing', uris: pending.map(({ uri }) => uri) }
          : total === undefined || total === null
            ? { kind: 'unknown', uri: first.uri }
            : { kind: 'taken', uri: first.uri, total },
  };
}

/** By the title alone; 某县人民政府 and its 办公室 are two organs. */
function isReportOf({ recognised, unit, year }: Report, organ: string, due: number): boolean {
  const key = (name: string) => hanOf(fold(name));
  return recognised && unit !== null && key(unit) === key(organ) && year?.value === due;
}

/** What last year left over, column by column; null where a cell holds no number. */
function leftOver(report: Report): readonly (number | null)[] {
  const figures = carriedOut(report);
  const columns = tableOf(report.detectedForm.form, 'applications')?.columns ?? [];
  return columns.map((column) => figures.get(cellKey('applications', 'carried-out', column.id)) ?? null);
}

function fillNames(line: SkeletonLine, names: Readonly<Record<'organ' | 'year', string>>): SkeletonLine {
  const fill = (piece: Piece) => (typeof piece !== 'string' && (piece.stop === 'organ' || piece.stop === 'year') ? names[piece.stop] : piece);
  return line.kind === 'text' ? { ...line, pieces: line.pieces.map(fill) } : { ...line, cells: line.cells.map(fill) };
}

/** 上年结转: the same in all forms. */
const CARRIED_IN = tableOf(NEWEST_FORM, 'applications')?.rows.find((row) => row.id === 'carried-in');

function fillRow(line: SkeletonLine, values: readonly (number | null)[]): SkeletonLine {
  if (line.kind !== 'row' || CARRIED_IN === undefined || !line.cells.includes(printedLabel(CARRIED_IN))) return line;
  const places = line.cells.flatMap((cell, index) => (typeof cell === 'string' ? [] : [index]));
  return { ...line, cells: line.cells.map((cell, index) => (places.includes(index) ? String(values[places.indexOf(index)] ?? '') || cell : cell)) };
}
