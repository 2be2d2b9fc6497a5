// List of the forms, and which is due in which year. A later one is a file of data and a line in `byForm`.

import { APPLICATION_ROWS_2019, applicationTable } from './applications-table.ts';
import { DISPUTES } from './disputes-table.ts';
import type { Form, FormId, SectionId, TableId, TableSpec } from './form.ts';
import { FORM_2019 } from './form-2019.ts';
import { FORM_2021 } from './form-2021.ts';
import { PROACTIVE_2021 } from './proactive-table.ts';

export { FORM_2019, FORM_2021 };

/** Something made of each form. */
export function byForm<T>(make: (form: Form) => T): Readonly<Record<FormId, T>> {
  return { '2019': make(FORM_2019), '2021': make(FORM_2021) };
}

export const FORMS: Readonly<Record<FormId, Form>> = byForm((form) => form);

export const FORMS_NEWEST_FIRST: readonly Form[] = Object.values(FORMS).sort((a, b) => b.years[0] - a.years[0]);

/** What applies where nothing tells. */
export const NEWEST_FORM: Form = formForYear(Number.MAX_SAFE_INTEGER);

/**
 * The 2021 form with （六） undivided, as some published reports print it (洪泽 2023):
 * table two is the newer one, table three the older one, 40 equations.
 */
export const FORM_HYBRID: Form = {
  ...FORM_2021,
  tables: [...PROACTIVE_2021, applicationTable(APPLICATION_ROWS_2019), DISPUTES],
  equations: FORM_2019.equations,
};

/** The form's table; every form has every table that its own `tables` list names, else undefined. */
export function tableOf(form: Form, id: TableId): TableSpec | undefined {
  return form.tables.find((table) => table.id === id);
}

/** The tables that stand in a part, in the order of the form: the blocks of table two, or one. */
export function tablesOfSection(form: Form, id: SectionId): readonly TableSpec[] {
  return form.tables.filter(({ section }) => section === id);
}

/** The part in which a table stands; undefined where the form does not have it. */
export function sectionOfTable(form: Form, id: TableId): SectionId | undefined {
  return tableOf(form, id)?.section;
}

/** The form a report of `year` has to use; the newest for later years, the oldest for earlier ones. */
export function formForYear(year: number): Form {
  return FORMS_NEWEST_FIRST.find((form) => form.years[0] <= year) ?? FORM_2019;
}

/** Whether a report of that year has to use a form: `none` before there was one, `encouraged` while it was only recommended. */
export type FormForce = 'none' | 'encouraged' | 'due';

export function formForce(year: number): FormForce {
  const first = FORMS_NEWEST_FIRST.at(-1);
  if (first !== undefined && year < first.years[0]) return 'none';
  return formForYear(year).encouraged.includes(year) ? 'encouraged' : 'due';
}

/** The form that replaced this one; null where it is still in force. */
export function formAfter({ years }: Form): Form | null {
  return FORMS_NEWEST_FIRST.findLast((form) => form.years[0] > years[0]) ?? null;
}

/** What came with a form and what went with one: from it on, up to it. */
export interface Term {
  readonly since?: FormId;
  readonly until?: FormId;
}

export function isInForce({ since, until }: Term, { id }: Pick<Form, 'id'>): boolean {
  const [begin] = FORMS[id].years;
  return (since === undefined || begin >= FORMS[since].years[0]) && (until === undefined || begin <= FORMS[until].years[0]);
}
