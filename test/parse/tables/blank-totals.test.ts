// A spreadsheet whose column of totals was left empty is read: its rows have as many fields, whatever their labels span.

import { describe, expect, it } from 'vitest';
import { APPLICANT_COLUMNS } from '../../../server/src/forms/applications-table.ts';
import { cellKey } from '../../../server/src/forms/form.ts';
import { valueOf } from '../../../server/src/parse/model.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { composeDraft, type DraftForm } from '../../support/draft.ts';
import { FORM_IDS } from '../../support/forms.ts';

const ROW = /^(.*(?:\t-?[0-9]+){6})\t[0-9]+$/gmu;

describe.each(FORM_IDS)('form %s', (form: DraftForm) => {
  const whole = parseReport(composeDraft({ form, layout: 'tab' }));
  const table = whole.detectedForm.form.tables.find((each) => each.id === 'applications');
  const keys = (table?.rows ?? []).flatMap((row) => APPLICANT_COLUMNS.map((column) => cellKey('applications', row.id, column.id)));

  it.each(['\n', '\r\n'])('gives every other value to its column, with line breaks %j', (lineBreak) => {
    const report = parseReport(composeDraft({ form, layout: 'tab' }).replaceAll(ROW, '$1\t').replaceAll('\n', lineBreak));
    const read = keys.map((key) => (report.cells.has(key) ? valueOf(report, key) : 'absent'));
    expect(read).toEqual(keys.map((key) => (key.endsWith('/total') ? null : valueOf(whole, key))));
  });
});
