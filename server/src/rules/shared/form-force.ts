// Force of the form for a report: nothing before there was a form, little where it was only encouraged.

import { formForce, type FormForce } from '../../forms/index.ts';
import type { Report } from '../../parse/model.ts';

/** A year that only the text lets guess proves nothing, and where the tables are a form's, the year is more likely mistyped. */
export function formForceOf({ year, detectedForm: { byRows, byHeaders } }: Report): FormForce {
  if (year === null || year.source === 'opening') return 'due';
  const force = formForce(year.value);
  return force === 'none' && (byRows !== null || byHeaders !== null) ? 'due' : force;
}
