// The mark of a percentage covers its sign.

import { expect, it } from 'vitest';
import { behindPercent } from '../../client/src/editor/review-mode.ts';

it.each([
  ['办结率100%。', '办结率100%'],
  ['办结率100％，', '办结率100％'],
  ['千分之5‰', '千分之5‰'],
  ['办结15件', '办结15'],
  ['共15', '共15'],
])('%s', (line, marked) => {
  const number = /\d+/u.exec(line);
  expect(line.slice(0, behindPercent(line, (number?.index ?? 0) + (number?.[0].length ?? 0)))).toBe(marked);
});
