// Custom request: a report converted to the next form, with the notes that need the person's judgement.

import { convertForm } from '../../rewrite/conversion/convert-form.ts';
import type { FormId } from '../../forms/form.ts';
import type { Report } from '../../parse/model.ts';
import type { Range } from '../../text/span.ts';
import { textEdit } from '../wire/text-edit.ts';

export type FormRewrite =
  | {
      readonly kind: 'converted';
      readonly form: FormId;
      readonly edits: readonly { readonly range: Range; readonly newText: string }[];
      readonly notes: readonly string[];
      readonly doubt: string | null;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** Null where there is nothing to convert. */
export function formRewrite(report: Report): FormRewrite | null {
  const conversion = convertForm(report);
  if (conversion?.kind !== 'converted') return conversion;
  const edits = conversion.edits.map((edit) => textEdit(report.lines, edit));
  return { ...conversion, edits };
}
