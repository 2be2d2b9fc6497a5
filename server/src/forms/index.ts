// The forms in force, as data. A later form is a further entry here.

import { APPLICANT_COLUMNS, APPLICATION_ROWS_2019, APPLICATION_ROWS_2021 } from './applications.ts';
import { DISPUTES } from './disputes.ts';
import { applicationEquations, DISPUTE_EQUATIONS } from './equations.ts';
import type { Form, FormId, RowSpec, TableId, TableSpec } from './form.ts';
import { PROACTIVE_2019, PROACTIVE_2021 } from './proactive.ts';
import { SECTIONS } from './sections.ts';

function applications(rows: readonly RowSpec[]): TableSpec {
  return {
    id: 'applications',
    section: 'applications',
    heading: null,
    corner: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    columns: APPLICANT_COLUMNS,
    rows,
  };
}

export const FORM_2019: Form = {
  id: '2019',
  notice: '国办公开办函〔2019〕60号',
  years: [2019, 2020],
  sections: SECTIONS,
  tables: [...PROACTIVE_2019, applications(APPLICATION_ROWS_2019), DISPUTES],
  equations: [...applicationEquations(APPLICATION_ROWS_2019), ...DISPUTE_EQUATIONS],
};

export const FORM_2021: Form = {
  id: '2021',
  notice: '国办公开办函〔2021〕30号',
  years: [2021, null],
  sections: SECTIONS,
  tables: [...PROACTIVE_2021, applications(APPLICATION_ROWS_2021), DISPUTES],
  equations: [...applicationEquations(APPLICATION_ROWS_2021), ...DISPUTE_EQUATIONS],
};

/**
 * The 2021 form with （六） undivided, as some published reports print it (洪泽 2023):
 * table two is the newer one, table three the older one, 40 equations.
 */
export const FORM_HYBRID: Form = {
  ...FORM_2021,
  tables: [...PROACTIVE_2021, applications(APPLICATION_ROWS_2019), DISPUTES],
  equations: FORM_2019.equations,
};

export const FORMS: Readonly<Record<FormId, Form>> = { '2019': FORM_2019, '2021': FORM_2021 };

/** The form's table; every form has every table that its own `tables` list names, else undefined. */
export function tableOf(form: Form, id: TableId): TableSpec | undefined {
  return form.tables.find((table) => table.id === id);
}

/** The form a report of `year` has to use; the newest for later years, the oldest for earlier ones. */
export function formForYear(year: number): Form {
  return year >= FORM_2021.years[0] ? FORM_2021 : FORM_2019;
}
