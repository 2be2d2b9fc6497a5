// Whole reports are written for our own client.

import { expect, it } from 'vitest';
import { composeDraft } from '../support/draft.ts';
import { edited } from '../features/texts.ts';
import { change, PULLING, rulesOf, shared, type Range } from './session.ts';

const server = shared({ capabilities: PULLING, initializationOptions: { convertsForm: true } });
const outdated = composeDraft({ form: '2019', layout: 'pipe' }).replaceAll('2020年', '2023年');

it('begins a report with what last year left over, and opens nothing itself', async () => {
  const text = composeDraft({ form: '2021', layout: 'pipe' }).replaceAll('\n', '\r\n');
  const begun = await server().request<{ readonly snippet: string }>('gouji/newReport', {
    organ: '青禾县人民政府办公室',
    year: 2024,
    candidates: [{ uri: 'file:///2023.md', text }],
  });
  expect(begun).toMatchObject({ form: '2021', carried: { kind: 'taken', uri: 'file:///2023.md', total: 1 } });
  expect(begun.snippet).toContain('\n二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n');
  expect(begun.snippet.split('\n')[0]).toBe('青禾县人民政府办公室2024年政府信息公开工作年度报告');
});

it('answers a cancelled request with an error', async () => {
  const params = { organ: '临江市人民政府', year: 2024, candidates: [] };
  expect(await server().ask('gouji/newReport', params, { cancel: true })).toMatchObject({ error: { code: -32800 } });
});

it('rewrites a report of the older form, with a list of what needs judgement', async () => {
  const uri = 'file:///outdated.nb.txt';
  server().open(uri, outdated);
  expect(await rulesOf(server(), uri)).toEqual(['form-outdated']);
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 30 } };
  const params = { textDocument: { uri }, range, context: { diagnostics: [], only: ['refactor.rewrite'] } };
  const offered = await server().request<readonly { readonly title: string }[]>('textDocument/codeAction', params);
  expect(offered.filter(({ title }) => title.startsWith('换用2021年格式'))).toMatchObject([
    { kind: 'refactor.rewrite', command: { command: 'gouji.convertForm', arguments: [uri] } },
  ]);
  const rewrite = await server().request<{
    readonly version: number;
    readonly edits: readonly { readonly range: Range; readonly newText: string }[];
    readonly notes: readonly string[];
  }>('gouji/convertForm', { textDocument: { uri } });
  expect(rewrite.version).toBe(1);
  expect(rewrite.notes).toContain('“政府集中采购·采购总金额”原为28.6232，新格式没有这一格，未填入。');
  change(server(), uri, 2, edited(outdated, rewrite.edits));
  expect(new Set(await rulesOf(server(), uri))).toEqual(new Set(['cell-blank']));
  expect(await server().request('gouji/convertForm', { textDocument: { uri } })).toBeNull();
});
