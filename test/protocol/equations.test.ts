// All equations of a document come over the wire, as it is now.

import { expect, it } from 'vitest';
import { changed, report, ZERO_ROW } from '../features/texts.ts';
import { change, PULLING, rangeIn, shared, type Range } from './session.ts';

const server = shared({ capabilities: PULLING });

interface Equations {
  readonly version: number;
  readonly groups: readonly { readonly equations: readonly { readonly name: string; readonly status: string; readonly range: Range }[] }[];
}

function equations(uri: string): Promise<Equations | null> {
  return server().request('gouji/equations', { textDocument: { uri } });
}

const broken = (found: Equations | null) => (found?.groups ?? []).flatMap((group) => group.equations.filter(({ status }) => status === 'broken'));

it('follows the text', async () => {
  const uri = 'file:///equations.nb.txt';
  const text = changed(report(), ZERO_ROW, ZERO_ROW.replace(/0$/u, '57'));
  server().open(uri, text);
  const found = await equations(uri);
  expect(found?.version).toBe(1);
  expect(found?.groups.map((group) => group.equations.length)).toEqual([25, 7, 7, 3]);
  expect(broken(found)).toMatchObject([{ name: '（五）2.重复申请', range: rangeIn(text, '57') }, { name: '总计' }]);
  change(server(), uri, 2, '0', rangeIn(text, '57'));
  const mended = await equations(uri);
  expect(mended?.version).toBe(2);
  expect(broken(mended)).toEqual([]);
});

it('has nothing to say of a foreign text, and answers a cancelled request with an error', async () => {
  const uri = 'file:///foreign.txt';
  server().open(uri, '会议纪要\n一、时间\n');
  expect(await equations(uri)).toBeNull();
  expect(await server().ask('gouji/equations', { textDocument: { uri } }, { cancel: true })).toMatchObject({ error: { code: -32800 } });
});
