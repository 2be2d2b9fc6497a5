// One unit's numbers of two years side by side, cell by cell, as a reviewer reads them.

import { cellName } from '../findings/describe.ts';
import { cellKey, type CellKey } from '../forms/form.ts';
import { FORMS } from '../forms/index.ts';
import type { Range } from '../text/span.ts';
import { figure, placeOfFigure, type Submission } from './submission.ts';

export interface ComparedCell {
  readonly cell: CellKey;
  readonly name: string;
  readonly before: number | null;
  readonly now: number | null;
  /** Null where the report has no such number. */
  readonly here: Range | null;
  readonly there: Range | null;
}

/** The cells of this year's form in its order; left out is what is nothing in both years. */
export function compareYears(current: Submission, previous: Submission): readonly ComparedCell[] {
  const form = FORMS[current.form];
  const keys = form.tables.flatMap(({ id, rows, columns }) => rows.flatMap((row) => columns.map((column) => cellKey(id, row.id, column.id))));
  return keys.flatMap((cell) => {
    const [before, now] = [figure(previous.figures, cell), figure(current.figures, cell)];
    if ((before ?? 0) === 0 && (now ?? 0) === 0) return [];
    const place = ({ figures }: Submission, value: number | null) => (value === null ? null : placeOfFigure(figures, cell));
    return [{ cell, name: cellName(form, cell), before, now, here: place(current, now), there: place(previous, before) }];
  });
}
