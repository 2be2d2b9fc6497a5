// Every cell of a report is read, whatever Word did to it: generated reports of all forms in each kind of document.

import { expect, test } from 'vitest';
import type { DraftForm } from '../support/draft.ts';
import { brokenSpans, scoreCells } from '../accuracy/score.ts';
import { read } from '../corpus/shared.ts';
import { generateDocument } from './generate.ts';
import { KINDS } from './kinds.ts';
import { opened } from './read.ts';

const FORMS: readonly DraftForm[] = ['2021', '2019', 'hybrid'];
const FIRST_SEED = 41_000;
/** More by command: `DOCUMENTS=100 npx vitest run test/documents/kinds.test.ts`. */
const PER_FORM = Number(process.env['DOCUMENTS'] ?? 1);

test.each(KINDS)('$name', (kind) => {
  for (const [index, formKind] of FORMS.entries()) {
    for (let turn = 0; turn < PER_FORM; turn++) {
      const seed = FIRST_SEED + index * 1000 + turn;
      const { bytes, model, cells } = generateDocument(seed, kind, { formKind });
      const reading = read(opened(bytes).text);
      const { absent, wrong } = scoreCells(reading.report, cells);
      const where = `seed ${seed}, form ${formKind}`;
      expect({ absent: absent.slice(0, 3), wrong: wrong.slice(0, 3) }, where).toEqual({ absent: [], wrong: [] });
      expect({ form: reading.report.detectedForm.id, unit: reading.report.unit }, where).toEqual({ form: model.form.id, unit: model.unit });
      expect(
        reading.result.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
        where,
      ).toEqual([]);
      expect(brokenSpans(reading), where).toEqual([]);
    }
  }
});
