// A server is taken for hung by what was waited, not by the clock.

import { expect, it } from 'vitest';
import { createPatience, patienceMs, TURN_MS } from '../../client/src/server-process/watch.ts';

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;

/** Turns on time until the verdict is `stuck`, `forMs` at most; what was said, with the second in which it was. */
function verdicts(patience: ReturnType<typeof createPatience>, { bytes = 0, fromMs = 0, forMs = 20 * SECOND_MS } = {}): readonly string[] {
  const said: string[] = [];
  for (let now = fromMs + TURN_MS; now <= fromMs + forMs; now += TURN_MS) {
    const verdict = patience.turn(now, () => bytes);
    if (verdict !== 'wait') said.push(`${verdict} ${(now - fromMs) / SECOND_MS}`);
    if (verdict === 'stuck') break;
  }
  return said;
}

it('asks once for a sign of life, and gives up after five seconds', () => {
  const patience = createPatience();
  patience.begin(0);
  expect(verdicts(patience)).toEqual(['ask 2.6', 'stuck 5']);
});

it.each([
  [1_000_000, 6],
  [10_000_000, 15],
])('waits a second more for each MB: %i bytes, %i seconds', (bytes, seconds) => {
  const patience = createPatience();
  patience.begin(0);
  expect(verdicts(patience, { bytes })).toEqual(['ask 2.6', `stuck ${seconds}`]);
  expect(patienceMs(bytes)).toBe(seconds * SECOND_MS);
});

it('begins anew with every answer, and asks again', () => {
  const patience = createPatience();
  patience.begin(0);
  expect(verdicts(patience, { forMs: 4 * SECOND_MS })).toEqual(['ask 2.6']);
  patience.heard();
  expect(verdicts(patience, { fromMs: 4 * SECOND_MS, forMs: 4 * SECOND_MS })).toEqual(['ask 2.6']);
  patience.heard();
  expect(verdicts(patience, { fromMs: 8 * SECOND_MS })).toEqual(['ask 2.6', 'stuck 5']);
});

it('takes an hour of sleep for no more than a late turn', () => {
  const patience = createPatience();
  patience.begin(0);
  expect(patience.turn(HOUR_MS, () => 0)).toBe('wait');
  expect(verdicts(patience, { fromMs: HOUR_MS })).toEqual(['ask 1.6', 'stuck 4']);
});

it('is not told by a clock that is set back', () => {
  const patience = createPatience();
  patience.begin(HOUR_MS);
  expect(verdicts(patience, { fromMs: 0 })).toEqual(['ask 2.8', 'stuck 5.2']);
});

it('never gives up before it has asked', () => {
  const patience = createPatience();
  patience.begin(0);
  const late = [1, 2, 3, 4, 5, 6].map((second) => patience.turn(second * SECOND_MS, () => 0));
  expect(late).toEqual(['wait', 'wait', 'ask', 'wait', 'stuck', 'stuck']);
});
