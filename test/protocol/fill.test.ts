// The server says what a copied block would change, bound to a version, and changes nothing itself.

import { expect, it } from 'vitest';
import { pasted } from '../features/layouts.ts';
import { edited, ZERO_ROW } from '../features/texts.ts';
import { change, PULLING, rangeIn, rulesOf, shared, type Range } from './session.ts';

const server = shared({ capabilities: PULLING });
const TEXT = pasted('2021', 'tabs');
const PLACE = rangeIn(TEXT, '2.重复申请').start;

interface Filled {
  readonly version: number;
  readonly kind: 'filled' | 'refused';
  readonly table?: string;
  readonly count?: number;
  readonly warning?: string | null;
  readonly reason?: string;
  readonly changes?: readonly { readonly name: string; readonly from: string; readonly range: Range; readonly newText: string; readonly summed: boolean }[];
}

function fill(uri: string, block: string, position = PLACE): Promise<Filled | null> {
  return server().request('gouji/fillTable', { textDocument: { uri }, position, block });
}

it('shows each cell that changes, totals that were not copied among them', async () => {
  const uri = 'file:///fill.nb.txt';
  server().open(uri, TEXT);
  const filled = await fill(uri, '1\t0\t2\t0\t0\t0');
  expect(filled).toMatchObject({ version: 1, kind: 'filled', table: '表三', count: 6 });
  expect(filled?.changes?.map(({ from, newText, summed }) => [from, newText, summed])).toEqual([
    ['0', '1', false],
    ['0', '2', false],
    ['0', '3', true],
  ]);
  expect(filled?.warning).toMatch(/勾稽关系不成立/u);
  expect(edited(TEXT, filled?.changes ?? [])).toBe(TEXT.replace(ZERO_ROW, '2.重复申请\t1\t0\t2\t0\t0\t0\t3'));
});

it('a table filled with numbers that add up has no finding more', async () => {
  const uri = 'file:///whole.nb.txt';
  server().open(uri, TEXT);
  const before = await rulesOf(server(), uri);
  const filled = await fill(uri, '1 0 0 0 1 0 2 0 0 2 0 0 0 3 3', rangeIn(TEXT, '四、政府信息公开⾏政复议').start);
  change(server(), uri, 2, edited(TEXT, filled?.changes ?? []));
  expect(await rulesOf(server(), uri)).toEqual(before);
  expect(await fill(uri, '1 0 0 0 1 0 2 0 0 2 0 0 0 3 3', rangeIn(TEXT, '四、政府信息公开⾏政复议').start)).toMatchObject({
    version: 2,
    kind: 'filled',
    changes: [],
  });
});

it('refuses in Chinese', async () => {
  const uri = 'file:///refused.nb.txt';
  server().open(uri, TEXT);
  expect(await fill(uri, '1\t2\t3\t4')).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/^粘贴的数字有4个，本行需要6个/u) });
});

it('has nothing to say of a foreign text', async () => {
  const uri = 'file:///foreign.txt';
  server().open(uri, '会议纪要\n一、时间\n');
  expect(await fill(uri, '1\t2', { line: 0, character: 0 })).toBeNull();
});
