// Words of a million units pass: lists of that length must not be spread as arguments, which overflows the stack.

import { expect, test } from 'vitest';
import { judge } from './invariants.ts';

const UNITS = 1_600_000;
const HEADINGS = '一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n';

test.each([
  ['digits cut out of one word', '', '年1-'],
  ['one number without end', '予以公开', '1'],
])('%s', (_, label, piece) => {
  const text = `${HEADINGS}${label}${piece.repeat(UNITS / piece.length)}\n部分公开 1 0 0 0 0 0 1\n`;
  expect(judge(text).broken).toEqual([]);
});
