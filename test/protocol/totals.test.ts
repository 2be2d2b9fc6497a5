// The server says which totals would change, and changes nothing itself.

import { expect, it } from 'vitest';
import { changed, edited, report, ZERO_ROW } from '../features/texts.ts';
import { PULLING, shared, type Range } from './session.ts';

const server = shared({ capabilities: PULLING });
const URI = 'file:///totals.nb.txt';

interface Totals {
  readonly version: number;
  readonly changes: readonly { readonly name: string; readonly from: string; readonly to: string; readonly range: Range; readonly newText: string }[];
  readonly breaksBalance: boolean;
  readonly afterwards: { readonly broken: number; readonly unchecked: number };
}

function totals(uri: string): Promise<Totals | null> {
  return server().request('gouji/totals', { textDocument: { uri } });
}

it('lists a total that is not its sum, and mends it by its edit', async () => {
  const broken = changed(report(), ZERO_ROW, ZERO_ROW.replace(/0$/u, '5'));
  server().open(URI, broken);
  const found = await totals(URI);
  expect(found).toMatchObject({ version: 1, breaksBalance: false, changes: [{ from: '5', to: '0', newText: '0' }] });
  expect(found?.changes[0]?.name).toContain('重复申请');
  expect(edited(broken, found?.changes ?? [])).toBe(report());
});

it('says when no total was the mistake', async () => {
  const uri = 'file:///addend.nb.txt';
  server().open(uri, changed(report(), ZERO_ROW, ZERO_ROW.replace('\t0', '\t5')));
  expect(await totals(uri)).toMatchObject({ breaksBalance: true });
});

it('says what does not hold or cannot be checked afterwards, elsewhere too', async () => {
  const uri = 'file:///unread.nb.txt';
  const total = ZERO_ROW.replace(/0$/u, '5');
  server().open(uri, changed(report(), ZERO_ROW, total).replace('\n3.要求提供公开出版物\t0\t0', '\n3.要求提供公开出版物\t0\t见附件'));
  const found = await totals(uri);
  expect(found).toMatchObject({ breaksBalance: false, afterwards: { broken: 0 } });
  expect(found?.afterwards.unchecked).toBeGreaterThan(0);
  server().open('file:///all.nb.txt', changed(report(), ZERO_ROW, total));
  expect(await totals('file:///all.nb.txt')).toMatchObject({ afterwards: { broken: 0, unchecked: 0 } });
});

it('has nothing to say of a foreign text', async () => {
  const uri = 'file:///foreign.txt';
  server().open(uri, '会议纪要\n一、时间\n');
  expect(await totals(uri)).toBeNull();
});
