// A row that lost its last cells, as every row does while it is typed, is left unread rather than read a column off.

import { expect, test } from 'vitest';
import { APPLICANT_COLUMNS } from '../../server/src/forms/applications-table.ts';
import { cellKey } from '../../server/src/forms/form.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { generate } from '../generator/generate.ts';
import { LAYOUTS } from '../generator/layouts/index.ts';

const TYPED = ['space-rows', 'tabs-browser', 'tabs-grid', 'tabs-repeated', 'pipes-markdown', 'pipes-empty-merged', 'pipes-outer'];
const ROWS = ['granted', 'carried-in', 'secret', 'not-held'];
const SEED = 4711;

/** The report with `lost` cells cut off the end of a row, and the columns of that row that are read as another number. */
function misread(name: string, row: string, lost: number): readonly string[] {
  const layout = LAYOUTS.find((candidate) => candidate.name === name);
  if (layout === undefined) throw new Error(`no layout ${name}`);
  const { text } = generate(SEED, { layout, formKind: '2021', density: 'dense', nested: false, noise: { name: 'none' } });
  const keys = APPLICANT_COLUMNS.map((column) => cellKey('applications', row, column.id));
  const whole = parseReport(text).cells;
  const from = whole.get(keys[keys.length - 1 - lost] ?? 'applications//')?.span.end ?? 0;
  const to = whole.get(keys.at(-1) ?? 'applications//')?.span.end ?? 0;
  const cut = parseReport(text.slice(0, from) + text.slice(to)).cells;
  return keys.filter((key) => {
    const reading = cut.get(key)?.reading;
    const due = whole.get(key)?.reading;
    return reading?.kind === 'number' && due?.kind === 'number' && reading.value !== due.value;
  });
}

test.each(TYPED)('%s', (name) => {
  const wrong = ROWS.flatMap((row) => [1, 2, 3].flatMap((lost) => misread(name, row, lost).map((key) => `${key} without ${lost}`)));
  expect(wrong).toEqual([]);
});
