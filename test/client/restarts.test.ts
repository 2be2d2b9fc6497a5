// A server that died is started again, and one that dies over and over is not.

import { expect, it } from 'vitest';
import { createRestarts } from '../../client/src/server-process/starts.ts';

const MINUTE_MS = 60_000;

it('starts it again four times within three minutes', () => {
  const restarts = createRestarts();
  expect([0, 1, 2, 3, 4].map((second) => restarts.isTooMany(second * 1000))).toEqual([false, false, false, false, true]);
});

it('forgets deaths of long ago', () => {
  const restarts = createRestarts();
  expect([0, 1, 2, 3, 4, 5].map((minutes) => restarts.isTooMany(minutes * MINUTE_MS))).toEqual([false, false, false, false, false, false]);
});

it('forgets all where the person starts it anew', () => {
  const restarts = createRestarts();
  for (const now of [0, 1, 2, 3]) restarts.isTooMany(now);
  restarts.forget();
  expect(restarts.isTooMany(4)).toBe(false);
});
