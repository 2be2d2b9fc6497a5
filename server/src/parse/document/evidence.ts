// Detects the form's generation: by the （六） rows, then the headers of table two, then the year.

import type { FormId } from '../../forms/form.ts';
import { formForYear, FORM_HYBRID, FORMS, NEWEST_FORM } from '../../forms/index.ts';
import type { FormEvidence, Year } from '../model.ts';

/** `rows` and `headers`: the forms that fit, newest first; several where they print it alike, none where nothing tells. */
export function weighEvidence(rows: readonly FormId[], headers: readonly FormId[], year: Year | null): FormEvidence {
  const byYear = year === null ? null : formForYear(year.value).id;
  const both = rows.filter((id) => headers.includes(id));
  const one = (fitting: readonly FormId[]) => (byYear !== null && fitting.includes(byYear) ? byYear : (fitting[0] ?? null));
  const byRows = one(both.length > 0 ? both : rows);
  const byHeaders = one(both.length > 0 ? both : headers);
  const hybrid = byRows === '2019' && byHeaders === '2021';
  const id = hybrid ? '2021' : (byRows ?? byHeaders ?? byYear);
  const form = hybrid ? FORM_HYBRID : id === null ? NEWEST_FORM : FORMS[id];
  return { form, id, hybrid, byRows, byHeaders, byYear };
}
