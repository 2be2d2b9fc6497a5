// Numbers of the prose judged, and selected numbers added, over the wire.

import { expect, it } from 'vitest';
import { changed, report, ZERO_ROW } from '../features/texts.ts';
import { PULLING, rangeIn, shared } from './session.ts';

const server = shared({ capabilities: PULLING });
const FOREIGN = '会议纪要\n一、时间\n收到申请3件、4件。\n';

it('judges the numbers of the prose', async () => {
  const uri = 'file:///review.nb.txt';
  const text = report().replace('一、总体情况\n', '一、总体情况\n全年新收政府信息公开申请41件。\n');
  server().open(uri, text);
  expect(await server().request('gouji/review', { textDocument: { uri } })).toMatchObject({
    version: 1,
    numbers: [{ range: rangeIn(text, '41'), kind: 'contradicted' }],
  });
});

it('adds what is selected', async () => {
  const uri = 'file:///selection.nb.txt';
  const text = changed(report(), ZERO_ROW, '2.重复申请\t31\t12\t0\t0\t0\t0\t43');
  server().open(uri, text);
  const select = (needle: string) => server().request('gouji/selection', { textDocument: { uri }, ranges: [rangeIn(text, needle)] });
  expect(await select('31\t12')).toEqual({ count: 2, sum: 43, total: { name: '“（五）2.重复申请·总计”', value: 43, agrees: true } });
  expect(await select('重复申请\t31')).toBeNull();
});

it.each([
  ['gouji/review', {}],
  ['gouji/selection', { ranges: [rangeIn(FOREIGN, '3件、4')] }],
])('%s has nothing to say of a foreign text, and answers a cancelled request with an error', async (method, params) => {
  const uri = `file:///${method}.txt`;
  server().open(uri, FOREIGN);
  expect(await server().request(method, { textDocument: { uri }, ...params })).toBeNull();
  expect(await server().ask(method, { textDocument: { uri }, ...params }, { cancel: true })).toMatchObject({ error: { code: -32800 } });
});
