// Word shows the time of a revision as it stands in the file: it has to be the clock's on the wall.

import { expect, test } from 'vitest';
import { authorship, ourselves } from '../../server/src/text/authorship.ts';

test('now is the time on the wall, wherever that hangs', () => {
  const inBeijing = Object.assign(new Date('2026-01-05T17:30:00Z'), { getTimezoneOffset: () => -480 });
  expect(ourselves(inBeijing).date).toBe('2026-01-06T01:30:00Z');
});

test.each([
  ['2026-01-05', '2026-01-05T00:00:00Z'],
  ['2026-01-05T09:00', '2026-01-05T09:00:00Z'],
  [' 2026-01-05T09:00:30Z ', '2026-01-05T09:00:30Z'],
])('a time stays as it was written: %s', (written, date) => {
  expect(authorship('  ', written)).toEqual({ author: '勾稽', date });
});

test.each(['昨天', '2026-13-01', '2026-02-30', '2025-02-29', '2026-01-05T24:00', '2026-01-05T09:60', '2026-1-5', '20260105', '2026-01-05 09:00'])(
  'no date: %s',
  (written) => {
    expect(authorship('审核人', written)).toBeNull();
  },
);
