// Outline, folds, selections, symbols, tokens and hints over the wire, and only where there is a report.

import { describe, expect, it } from 'vitest';
import { changed, report, ZERO_ROW } from '../features/texts.ts';
import type { TestClient } from './client.ts';
import { change, PULLING, rangeIn, shared, start, type Position, type Range } from './session.ts';

const NESTED = { ...PULLING, textDocument: { ...PULLING.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };
const server = shared({ capabilities: NESTED });
const BROKEN = changed(report(), ZERO_ROW, '2.重复申请\t4\t0\t0\t0\t0\t0\t5').replaceAll('\n', '\r\n');
const EVERYTHING = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

interface Symbol {
  readonly name: string;
  readonly detail?: string;
  readonly containerName?: string;
  readonly range: Range;
  readonly location: { readonly uri: string; readonly range: Range };
  readonly children?: readonly Symbol[];
}

interface Fold {
  readonly startLine: number;
  readonly endLine: number;
}

interface Selection {
  readonly range: Range;
  readonly parent?: Selection;
}

interface Hint {
  readonly position: Position;
  readonly label: string;
  readonly tooltip: string;
}

interface Tokens {
  readonly data: readonly number[];
}

let count = 0;
function opened(text: string, { client = server(), language = 'gov-report' }: { readonly client?: TestClient; readonly language?: string } = {}): string {
  const uri = `file:///structure-${++count}.txt`;
  client.open(uri, text, language);
  return uri;
}

function ask<Result>(method: string, uri: string, params: object = {}, client = server()): Promise<Result> {
  return client.request(`textDocument/${method}`, { textDocument: { uri }, ...params });
}

describe('the outline', () => {
  it('is a tree for clients that show trees', async () => {
    const symbols = await ask<readonly Symbol[]>('documentSymbol', opened(BROKEN));
    expect(symbols.map(({ name }) => name)).toHaveLength(7);
    const part = symbols.find(({ name }) => name.startsWith('三、'));
    expect(part?.children?.map(({ name, detail }) => `${name}  ${detail ?? ''}`)).toEqual(['表三  勾稽 36/39（3条不成立）']);
    expect(part?.range.start).toEqual(rangeIn(BROKEN, '三、收到').start);
  });

  it('is a list for others', async () => {
    const client = await start({ capabilities: PULLING });
    const uri = opened(BROKEN, { client });
    const symbols = await ask<readonly Symbol[]>('documentSymbol', uri, {}, client);
    expect(symbols.find(({ name }) => name.startsWith('2.重复'))).toMatchObject({
      name: '2.重复申请  总计 5',
      containerName: '（五）不予处理',
      location: { uri },
    });
  });
});

describe('folds', () => {
  it('are as many as there are parts, tables and groups', async () => {
    const folds = await ask<readonly Fold[]>('foldingRange', opened(BROKEN));
    expect(folds.map(({ startLine }) => startLine)).toContain(rangeIn(BROKEN, '（三）不予公开').start.line);
  });

  it('are no more than the client takes', async () => {
    const client = await start({
      capabilities: { ...PULLING, textDocument: { ...PULLING.textDocument, foldingRange: { rangeLimit: 6, lineFoldingOnly: true } } },
    });
    const folds = await ask<readonly Fold[]>('foldingRange', opened(BROKEN, { client }), {}, client);
    expect(folds).toHaveLength(6);
    expect(folds.every((fold) => Object.keys(fold).toSorted().join() === 'endLine,startLine')).toBe(true);
  });
});

it('selections grow, one chain for each position', async () => {
  const place = rangeIn(BROKEN, '2.重复申请\t4');
  const chains = await ask<readonly Selection[]>('selectionRange', opened(BROKEN), { positions: [place.end, { line: 0, character: 1 }] });
  expect(chains).toHaveLength(2);
  expect(chains[0]?.range).toEqual({ start: rangeIn(BROKEN, '4\t0\t0\t0\t0\t0\t5').start, end: place.end });
  expect(chains[0]?.parent?.range).toEqual(rangeIn(BROKEN, '2.重复申请\t4\t0\t0\t0\t0\t0\t5'));
});

it('tokens come for the document and for a range of it', async () => {
  const uri = opened(BROKEN);
  const full = await ask<Tokens>('semanticTokens/full', uri);
  const { start: from, end: to } = rangeIn(BROKEN, '2.重复申请\t4\t0\t0\t0\t0\t0\t5');
  const some = await ask<Tokens>('semanticTokens/range', uri, { range: { start: from, end: to } });
  // The label, and the total; whichever of both numbers is wrong is in doubt.
  expect(some.data.slice(0, 5)).toEqual([from.line, 0, '2.重复申请'.length, 1, 0]);
  expect(full.data.length).toBeGreaterThan(5 * 60);
  const doubtful = full.data.filter((modifiers, index) => index % 5 === 4 && (modifiers & 2) !== 0);
  expect(doubtful.length).toBeGreaterThan(0);
});

it('hints stand at line ends of the range asked for', async () => {
  const uri = opened(BROKEN);
  const { end } = rangeIn(BROKEN, '2.重复申请\t4\t0\t0\t0\t0\t0\t5');
  const hints = await ask<readonly Hint[]>('inlayHint', uri, { range: { start: { ...end, character: 0 }, end } });
  expect(hints).toEqual([{ position: end, label: '各项之和为 4', tooltip: '4+0+0+0+0+0 = 4，总计现为 5', paddingLeft: true }]);
  expect(await ask<readonly Hint[]>('inlayHint', uri, { range: EVERYTHING })).toHaveLength(2);
});

it('what is judged of numbers waits for the save where findings do, and the client is told when it is due', async () => {
  const refreshed: (() => void)[] = [];
  const told = new Promise<void>((resolve) => refreshed.push(resolve));
  const workspace = { ...PULLING.workspace, inlayHint: { refreshSupport: true } };
  const client = await start({ capabilities: { ...PULLING, workspace }, initializationOptions: { gouji: { run: 'onSave' } } }, (each) =>
    each.respondTo('workspace/inlayHint/refresh', () => refreshed.shift()?.()),
  );
  const uri = opened(report(), { client });
  change(client, uri, 2, BROKEN);
  expect(await ask('inlayHint', uri, { range: EVERYTHING }, client)).toEqual([]);
  client.notify('textDocument/didSave', { textDocument: { uri } });
  await told;
  expect(await ask('inlayHint', uri, { range: EVERYTHING }, client)).toHaveLength(2);
});

it('workspace symbols are those of the open reports, whatever their language', async () => {
  const client = await start({ capabilities: PULLING });
  const city = opened(report(), { client, language: 'markdown' });
  const bureau = opened(report('2019').replaceAll('人民政府2020', '统计局2020'), { client });
  opened('会议纪要\n一、时间\n', { client, language: 'plaintext' });
  const all = await client.request<readonly Symbol[]>('workspace/symbol', { query: '' });
  expect(all.filter(({ containerName }) => containerName === undefined).map(({ location }) => location.uri)).toEqual([city, bureau]);
  const [first] = await client.request<readonly Symbol[]>('workspace/symbol', { query: '统计局 2020' });
  expect(first).toMatchObject({ name: '临江市统计局2020年政府信息公开工作年度报告', location: { uri: bureau } });
  client.notify('textDocument/didClose', { textDocument: { uri: bureau } });
  expect(await client.request('workspace/symbol', { query: '统计局' })).toEqual([]);
});

it('workspace symbols are those of files our client has read, too, as long as they are not open', async () => {
  const client = await start({ capabilities: PULLING });
  const uri = 'file:///workspace/旧报告.txt';
  const other = { uri: 'file:///workspace/会议纪要.txt', text: '会议纪要\n一、时间\n' };
  const found = async (query: string) => (await client.request<readonly Symbol[]>('workspace/symbol', { query })).map(({ location }) => location.uri);
  await client.request('gouji/workspaceFiles', { files: [{ uri, text: report() }, other] });
  expect(new Set(await found(''))).toEqual(new Set([uri]));
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version: 1, text: '' } });
  expect(await found('')).toEqual([]);
  client.notify('textDocument/didClose', { textDocument: { uri } });
  await client.request('gouji/workspaceFiles', { files: [] });
  expect(await found('')).toEqual([]);
});

const REQUESTS = [
  ['documentSymbol', {}, []],
  // An empty list would switch off folding by indentation and hide what other servers say.
  ['foldingRange', {}, null],
  ['selectionRange', { positions: [{ line: 0, character: 0 }] }, null],
  ['semanticTokens/full', {}, null],
  ['semanticTokens/range', { range: EVERYTHING }, null],
  ['inlayHint', { range: EVERYTHING }, []],
] as const;

it.each(REQUESTS)('%s of a text that is no report is empty', async (method, params, nothing) => {
  for (const language of ['plaintext', 'markdown', 'gov-report']) {
    expect(await ask(method, opened('⼀、日志\n今天收到申请3件。\n', { language }), params)).toEqual(nothing);
  }
});

it.each(REQUESTS)('a cancelled %s is an error', async (method, params) => {
  const uri = opened(report());
  expect(await server().ask(`textDocument/${method}`, { textDocument: { uri }, ...params }, { cancel: true })).toMatchObject({ error: { code: -32800 } });
});

it('a cancelled search is an error', async () => {
  expect(await server().ask('workspace/symbol', { query: '' }, { cancel: true })).toMatchObject({ error: { code: -32800 } });
});
