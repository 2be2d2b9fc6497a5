// The rows and columns that table three may have, by the forms; which of its forms the rows and headers of a text are those of.

import { UNDIVIDED_OTHER } from '../../../forms/applications-table.ts';
import type { ColumnSpec, FormId, RowSpec, TableId } from '../../../forms/form.ts';
import { byForm, FORMS_NEWEST_FIRST, tableOf } from '../../../forms/index.ts';
import { hanOf, hanOfName } from '../../../text/han.ts';
import type { Span } from '../../../text/span.ts';
import type { Surface } from '../../document/surface.ts';
import { formRowOf, type FormRow } from './form-rows.ts';
import type { FoundRows } from './found-rows.ts';

/** Words too common to be a label by themselves. */
export const COMMON: readonly string[] = ['total', 'other-misc'];
export const CONTEXTUAL: ReadonlySet<string> = new Set(COMMON.map(keyOf));
export const ROWS_BY_FORM = byForm((form) => tableOf(form, 'applications')?.rows ?? []);
const COLUMNS_BY_FORM = byForm((form) => tableOf(form, 'applications')?.columns ?? []);
/** Rows of any form; what several have comes once, as the newest prints it. */
const ALL_ROWS: readonly RowSpec[] = FORMS_NEWEST_FIRST.reduce<readonly RowSpec[]>(
  (known, { id }) => [...known, ...ROWS_BY_FORM[id].filter((row) => !hasRow(known, row.id))],
  [],
);
/** The rows of each form that not every form has. */
const OWN_ROWS = byForm(({ id }) => ROWS_BY_FORM[id].map((row) => row.id).filter((row) => !Object.values(ROWS_BY_FORM).every((rows) => hasRow(rows, row))));
/** Of them, those that tell the form; （六） undivided reads like a group label and tells it only where it stands alone. */
export const TELLING: ReadonlySet<string> = new Set(
  Object.values(OWN_ROWS)
    .flat()
    .filter((row) => !COMMON.includes(row) && row !== UNDIVIDED_OTHER.id),
);
/** Beside a row of a form that divides it, （六） is a group label; a row that also stands in a form that does not says nothing. */
export const GROUP_LABEL = {
  row: keyOf(UNDIVIDED_OTHER.id),
  beside: [...TELLING].filter((row) => Object.values(ROWS_BY_FORM).every((rows) => !hasRow(rows, row) || !hasRow(rows, UNDIVIDED_OTHER.id))).map(keyOf),
};
export const ALTERNATIVES: readonly (readonly string[])[] = Object.values(OWN_ROWS).map((rows) => rows.map(keyOf));

/** The rows of all forms with the columns of some of them. */
export interface ApplicationsTable {
  readonly id: TableId;
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly RowSpec[];
  readonly formRows: readonly FormRow[];
  /** The forms that have these columns, newest first. */
  readonly forms: readonly FormId[];
}

/** One for each list of columns, the newest form's first; as long as all forms have one list, there is one. */
const TABLES: readonly ApplicationsTable[] = [...new Set(FORMS_NEWEST_FIRST.map(({ id }) => COLUMNS_BY_FORM[id]))].map((columns) => ({
  id: 'applications',
  columns,
  rows: ALL_ROWS,
  formRows: ALL_ROWS.map((spec) => formRowOf('applications', spec, columns)),
  forms: FORMS_NEWEST_FIRST.map(({ id }) => id).filter((id) => COLUMNS_BY_FORM[id] === columns),
}));

/** The table whose columns are named here: it lacks the fewest, and of several such it has the most. */
export function tableNamedIn({ text }: Surface, region: Span): ApplicationsTable {
  const [newest] = TABLES;
  if (newest === undefined) throw new Error('no form has table three');
  if (TABLES.length === 1) return newest;
  const key = hanOf(text.slice(region.start, region.end));
  const lacking = ({ columns }: ApplicationsTable) => columns.filter(({ label }) => !key.includes(hanOfName(label))).length;
  const [best = newest] = TABLES.toSorted((one, other) => lacking(one) - lacking(other) || other.columns.length - one.columns.length);
  return best;
}

/** The forms whose rows these are, newest first, of those that have the columns; none where nothing tells. */
export function formsOfRows(found: FoundRows, { forms }: ApplicationsTable): readonly FormId[] {
  const byRows = formsByRows(found).filter((id) => forms.includes(id));
  return byRows.length > 0 || TABLES.length === 1 ? byRows : forms;
}

function formsByRows(found: FoundRows): readonly FormId[] {
  const labelled = new Set([...found.rows.map((row) => row.row.id), ...found.unplaced.map((row) => row.formRow.spec.id)]);
  const bare = new Set(found.bare.map((row) => row.formRow.spec.id));
  const finished = bare.has('total') || labelled.has('total');
  const telling = (rows: ReadonlySet<string>) => [...rows].filter((row) => TELLING.has(row));
  if (telling(labelled).length > 0) return fitting(telling(labelled), finished);
  if (labelled.has(UNDIVIDED_OTHER.id)) return fitting([UNDIVIDED_OTHER.id], finished);
  if (telling(bare).length > 0) return fitting(telling(bare), finished);
  // Labels alone: the group label of the divided form reads like the row of the undivided one.
  return bare.has(UNDIVIDED_OTHER.id) && finished ? fitting([UNDIVIDED_OTHER.id], finished) : [];
}

/** The forms with the most of these rows and the fewest others; what is missing counts once the table has been written to its end. */
function fitting(rows: readonly string[], finished: boolean): readonly FormId[] {
  const scored = FORMS_NEWEST_FIRST.map(({ id }) => {
    const own = OWN_ROWS[id].filter((row) => !COMMON.includes(row));
    const had = rows.filter((row) => own.includes(row)).length;
    const lacking = finished ? own.length - had : 0;
    return { id, score: had - (rows.length - had) - lacking };
  });
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ id }) => id);
}

function keyOf(row: string): string {
  return `applications/${row}`;
}

function hasRow(rows: readonly RowSpec[], id: string): boolean {
  return rows.some((row) => row.id === id);
}
