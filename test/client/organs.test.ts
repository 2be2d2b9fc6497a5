// The agency that the name of a report file names, so that the wizard lists those of the workspace; and the next broken sum.

import { expect, it } from 'vitest';
import { organIn } from '../../client/src/commands/new-report-command.ts';
import { nextBehind } from '../../client/src/editor/report-status.ts';

it.each([
  ['青禾县柳溪镇人民政府2023年政府信息公开工作年度报告.txt', '青禾县柳溪镇人民政府'],
  ['青禾县财政局 2023年年报.txt', '青禾县财政局'],
  ['青禾县水利局关于2022年政府信息公开的报告.md', '青禾县水利局'],
  ['2023年政府信息公开工作年度报告.txt', ''],
  ['年报.txt', ''],
])('%s', (name, organ) => {
  expect(organIn(name)).toBe(organ);
});

it('goes on from the last broken sum to the first', () => {
  const at = (line: number) => ({ line, isAfter: (other: { readonly line: number }) => line > other.line });
  const next = (line: number) => nextBehind([at(3), at(8)], at(line), (place) => place)?.line;
  expect([next(0), next(3), next(8), nextBehind([], at(0), (place: ReturnType<typeof at>) => place)]).toEqual([3, 8, 3, undefined]);
});
