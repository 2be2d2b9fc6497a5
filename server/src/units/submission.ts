// Submission: one report as a review of many keeps it, some kilobytes each, without its text.

import { cellKey, type CellKey, type FormId } from '../forms/form.ts';
import { FORM_HYBRID, FORMS_NEWEST_FIRST } from '../forms/index.ts';
import { valueOf, type Report } from '../parse/model.ts';
import { rangeOf } from '../text/lines.ts';
import type { Range } from '../text/span.ts';
import { fingerprintsOf, type Fingerprints } from './likeness.ts';

export interface Submission {
  readonly path: string;
  /** Met in the folder of the former year. */
  readonly former: boolean;
  readonly unit: string | null;
  readonly year: number | null;
  readonly form: FormId;
  /** Of the bytes of the file. */
  readonly hash: string;
  /** When it was handed in, as far as the file tells: 2026-01-20. */
  readonly date: string | null;
  readonly title: Range;
  readonly figures: Figures;
  readonly prints: Fingerprints;
}

/** Values and places of the cells in the order of `CELL_KEYS`; a value that is not there is NaN. */
export interface Figures {
  readonly values: Float64Array;
  readonly places: Uint32Array;
}

/** Of every form, the oldest first, so that a new form comes behind: a report has those of its own. */
export const CELL_KEYS: readonly CellKey[] = [
  ...new Set(
    [...FORMS_NEWEST_FIRST.toReversed(), FORM_HYBRID].flatMap((form) =>
      form.tables.flatMap(({ id, rows, columns }) => rows.flatMap((row) => columns.map((column) => cellKey(id, row.id, column.id)))),
    ),
  ),
];
const INDEX: ReadonlyMap<CellKey, number> = new Map(CELL_KEYS.map((key, index) => [key, index]));
/** Line and character of start and end. */
const NUMBERS_A_PLACE = 4;

export interface Origin {
  readonly path: string;
  readonly former: boolean;
  readonly hash: string;
  readonly date: string | null;
}

/** Null where the text is no report. */
export function submissionOf(report: Report, origin: Origin): Submission | null {
  if (!report.recognised) return null;
  const { detectedForm, lines, title, unit, year } = report;
  return {
    ...origin,
    unit,
    year: year?.value ?? null,
    form: detectedForm.form.id,
    title: rangeOf(lines, title?.span ?? { start: 0, end: 0 }),
    figures: figuresOf(report),
    prints: fingerprintsOf(report),
  };
}

function figuresOf(report: Report): Figures {
  const values = new Float64Array(CELL_KEYS.length).fill(Number.NaN);
  const places = new Uint32Array(CELL_KEYS.length * NUMBERS_A_PLACE);
  CELL_KEYS.forEach((key, index) => {
    const cell = report.cells.get(key);
    if (cell === undefined) return;
    const { start, end } = rangeOf(report.lines, cell.span);
    places.set([start.line, start.character, end.line, end.character], index * NUMBERS_A_PLACE);
    values[index] = valueOf(report, key) ?? Number.NaN;
  });
  return { values, places };
}

/** Null where there is no number. */
export function figure({ values }: Figures, key: CellKey): number | null {
  const value = values[INDEX.get(key) ?? -1];
  return value === undefined || Number.isNaN(value) ? null : value;
}

export function placeOfFigure({ places }: Figures, key: CellKey): Range {
  const [startLine = 0, startCharacter = 0, endLine = 0, endCharacter = 0] = places.subarray((INDEX.get(key) ?? 0) * NUMBERS_A_PLACE);
  return { start: { line: startLine, character: startCharacter }, end: { line: endLine, character: endCharacter } };
}

/** Cells whose numbers differ, blanks and absent ones counted alike. */
export function differingCells(one: Figures, other: Figures): readonly CellKey[] {
  return CELL_KEYS.filter((_, index) => {
    const [a, b] = [one.values[index] ?? Number.NaN, other.values[index] ?? Number.NaN];
    return a !== b && !(Number.isNaN(a) && Number.isNaN(b));
  });
}
