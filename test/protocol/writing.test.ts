// Are whole reports written for our own client?

import { expect, it } from 'vitest';
import { composeDraft } from '../support/draft.ts';
import { PULLING, shared } from './session.ts';

const server = shared({ capabilities: PULLING });

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
