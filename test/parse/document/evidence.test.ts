// Form of a report whose tables fit several: both tables together, then the year, then the newest.

import { expect, it } from 'vitest';
import { FORMS_NEWEST_FIRST, isInForce } from '../../../server/src/forms/index.ts';
import type { FormId } from '../../../server/src/forms/form.ts';
import { weighEvidence } from '../../../server/src/parse/document/evidence.ts';

const ALL: readonly FormId[] = FORMS_NEWEST_FIRST.map(({ id }) => id);
const in2019 = { value: 2019, span: { start: 0, end: 4 }, source: 'title' } as const;

function weighed(rows: readonly FormId[], headers: readonly FormId[], year: typeof in2019 | null = null): string {
  const { id, byRows, byHeaders } = weighEvidence(rows, headers, year);
  return `${id} by ${byRows} and ${byHeaders}`;
}

it('takes the form that fits both tables', () => {
  expect(weighed(ALL, ['2019'])).toBe('2019 by 2019 and 2019');
  expect(weighed(['2019'], ALL)).toBe('2019 by 2019 and 2019');
});

it('asks the year where both fit several', () => {
  expect(weighed(ALL, ALL, in2019)).toBe('2019 by 2019 and 2019');
  expect(weighed(ALL, ALL)).toBe(`${ALL[0]} by ${ALL[0]} and ${ALL[0]}`);
});

it('lets no year overrule a table', () => {
  expect(weighed(['2021'], [], in2019)).toBe('2021 by 2021 and null');
  expect(weighed(['2021'], ['2019'], in2019)).toBe('2021 by 2021 and 2019');
  expect(weighed([], [], in2019)).toBe('2019 by null and null');
});

it('knows the terms of words and demands', () => {
  const during = (term: Parameters<typeof isInForce>[0]) => ALL.filter((id) => isInForce(term, { id }));
  expect([during({}), during({ since: '2021' }), during({ until: '2019' }), during({ since: '2021', until: '2019' })]).toEqual([
    ALL,
    ALL.filter((id) => id !== '2019'),
    ['2019'],
    [],
  ]);
});
