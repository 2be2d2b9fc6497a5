// Rewrites of a table come over the wire to those who ask, and only to them.

import { expect, it } from 'vitest';
import { pasted } from '../features/layouts.ts';
import { edited } from '../features/texts.ts';
import type { TestClient } from './client.ts';
import { change, PULLING, rangeIn, rulesOf, shared, type Range } from './session.ts';

const EDITING = { ...PULLING, workspace: { ...PULLING.workspace, workspaceEdit: { documentChanges: true } } };
const server = shared({ capabilities: EDITING });
const AUTOMATIC = 2;
const TEXT = pasted('2021', 'tabs');
const PLACE = rangeIn(TEXT, '2.重复申请');

interface Action {
  readonly title: string;
  readonly kind: string;
  readonly isPreferred?: boolean;
  readonly edit: { readonly documentChanges: readonly { readonly edits: readonly { readonly range: Range; readonly newText: string }[] }[] };
}

function actions(client: TestClient, uri: string, range: Range, context: object): Promise<readonly Action[]> {
  return client.request('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [], ...context } });
}

it('is announced', () => {
  expect(server().initialized).toMatchObject({ capabilities: { codeActionProvider: { codeActionKinds: expect.arrayContaining(['refactor.rewrite']) } } });
});

it('rewrites the table at the cursor, and nothing is found afterwards that was not found before', async () => {
  const uri = 'file:///rewrite.nb.txt';
  server().open(uri, TEXT);
  const before = await rulesOf(server(), uri);
  const offered = await actions(server(), uri, PLACE, { only: ['refactor'] });
  expect(offered.map(({ title }) => title)).toEqual(['表三转为空格对齐', '表三转为竖线分隔（Markdown）', '表三转为每格一行']);
  expect(offered.some(({ isPreferred }) => isPreferred === true)).toBe(false);
  const after = edited(TEXT, offered[1]?.edit.documentChanges[0]?.edits ?? []);
  expect(after).toMatch(/\r\n\| *\| *\| 2\.重复申请 *\| 0 *\|/u);
  change(server(), uri, 2, after);
  expect(await rulesOf(server(), uri)).toEqual(before);
});

it('is not tried out for a light bulb, nor beside a table', async () => {
  const uri = 'file:///bulb.nb.txt';
  server().open(uri, TEXT);
  const kinds = async (range: Range, context: object) => (await actions(server(), uri, range, context)).map(({ kind }) => kind);
  expect(await kinds(PLACE, { triggerKind: AUTOMATIC })).not.toContain('refactor.rewrite');
  expect(await kinds(PLACE, {})).toContain('refactor.rewrite');
  expect(await kinds(rangeIn(TEXT, '三、收到'), {})).not.toContain('refactor.rewrite');
});
