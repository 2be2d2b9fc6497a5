// Which generation of the form is this? By the （六） rows, then the headers of table two, then the year (CONTRACT).

import type { FormId } from '../forms/form.ts';
import { formForYear, FORM_2021, FORM_HYBRID, FORMS } from '../forms/index.ts';
import type { FormEvidence, Year } from './model.ts';

export function weighEvidence(byRows: FormId | null, byHeaders: FormId | null, year: Year | null): FormEvidence {
  const byYear = year === null ? null : formForYear(year.value).id;
  const hybrid = byRows === '2019' && byHeaders === '2021';
  const id = hybrid ? '2021' : (byRows ?? byHeaders ?? byYear);
  const form = hybrid ? FORM_HYBRID : id === null ? FORM_2021 : FORMS[id];
  return { form, id, hybrid, byRows, byHeaders, byYear };
}
