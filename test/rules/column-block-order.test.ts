// Columns of table four that stand in another order in one of its blocks: the block and its first column of another place are named.

import { expect, test } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { composeDraft } from '../support/draft.ts';

/** What is said where two neighbouring columns are exchanged, in the header and below it. */
function saidOf(at: number): readonly string[] {
  const lines = composeDraft({ form: '2021', layout: 'tab' }).split('\n');
  const header = lines.findIndex((line) => line.startsWith('结果维持\t'));
  const exchanged = lines.map((line, index) => {
    if (index !== header && index !== header + 1) return line;
    const [before, [one, other], behind] = [line.split('\t').slice(0, at), line.split('\t').slice(at, at + 2), line.split('\t').slice(at + 2)];
    return [...before, other, one, ...behind].join('\t');
  });
  const { findings } = checkReport(parseReport(exchanged.join('\n')));
  return findings.map(({ rule, message }) => `${rule} ${message.slice(0, message.indexOf('。'))}`);
}

test.each([
  [0, '“结果纠正”'],
  [5, '“行政诉讼·未经复议直接起诉”的“结果纠正”'],
  [11, '“行政诉讼·复议后起诉”的“其他结果”'],
])('exchanged at %i', (at, named) => {
  expect(saidOf(at)).toEqual([`column-header 表四的各列从${named}起顺序不同`]);
});
