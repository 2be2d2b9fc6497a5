// Forms for tests to go through, with what each form's own data say of it; a new form is tested as soon as it is there.

import type { FormId, RowSpec, TableId, TableSpec } from '../../server/src/forms/form.ts';
import { FORMS, FORMS_NEWEST_FIRST, tableOf } from '../../server/src/forms/index.ts';

export const FORM_IDS: readonly FormId[] = FORMS_NEWEST_FIRST.map(({ id }) => id);

/** The wished report year, or the nearest in which the form is used. */
export function yearIn(form: FormId, wish: number): number {
  const [first, last] = FORMS[form].years;
  return Math.max(first, Math.min(wish, last ?? wish));
}

export function rowsIn(form: FormId, table: TableId): readonly RowSpec[] {
  return tableOf(FORMS[form], table)?.rows ?? [];
}

/** The rows that add up to （七）总计. */
export function resultsIn(form: FormId): readonly RowSpec[] {
  return rowsIn(form, 'applications').filter(({ id, groups }) => groups.length > 0 && id !== 'total');
}

/** Table two. */
export function blocksIn(form: FormId): readonly TableSpec[] {
  return FORMS[form].tables.filter(({ section }) => section === 'proactive');
}

export function equationsIn(form: FormId, table: TableId): number {
  return FORMS[form].equations.filter((equation) => equation.table === table).length;
}
