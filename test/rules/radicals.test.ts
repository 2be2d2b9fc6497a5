// A text of nothing but radicals can still be checked: millions of edits would fill the memory.

import { expect, test } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import { parseReport } from '../../server/src/parse/parse.ts';

const HEAD = '青禾县2023年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n';

function findingOf(radicals: number) {
  const { findings } = checkReport(parseReport(HEAD + '⽂'.repeat(radicals)));
  return findings.find(({ rule }) => rule === 'radical-character');
}

test('as many radicals as a report can have are replaced at once', () => {
  expect(findingOf(20_000)?.fixes[0]?.edits).toHaveLength(20_000);
});

test('more are counted, and nothing is offered', () => {
  const finding = findingOf(100_001);
  expect(finding?.message).toContain('全文有100001个部首字符');
  expect(finding?.fixes).toEqual([]);
});
