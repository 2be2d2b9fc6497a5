// The status names one form, and what the year asks for only where that is another.

import { expect, it } from 'vitest';
import { evidenceFor } from '../../client/src/editor/report-status.ts';

it.each([
  [
    'everything agrees',
    { form: '2021', evidence: { rows: '2021', headers: '2021', year: '2021' } },
    { agreeing: ['rows', 'headers', 'year'], otherHeaders: false, due: null },
  ],
  [
    'the older form in a later year',
    { form: '2019', evidence: { rows: '2019', headers: '2019', year: '2021' } },
    { agreeing: ['rows', 'headers'], otherHeaders: false, due: '2021' },
  ],
  [
    'headers of the other form',
    { form: '2021', evidence: { rows: '2021', headers: '2019', year: '2021' } },
    { agreeing: ['rows', 'year'], otherHeaders: true, due: null },
  ],
  ['the year alone', { form: '2021', evidence: { rows: null, headers: null, year: '2021' } }, { agreeing: ['year'], otherHeaders: false, due: null }],
  ['nothing', { form: null, evidence: { rows: null, headers: null, year: null } }, { agreeing: [], otherHeaders: false, due: null }],
] as const)('%s', (_, status, expected) => {
  expect(evidenceFor(status)).toEqual(expected);
});
