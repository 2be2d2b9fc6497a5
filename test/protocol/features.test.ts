// Fixes and skeletons come over the wire, and only where there is a report.

import { describe, expect, it } from 'vitest';
import { changed, edited, report, ZERO_ROW } from '../features/texts.ts';
import type { TestClient } from './client.ts';
import { change, PULLING, rangeIn, rulesOf, shared, start, type Range } from './session.ts';

const EDITING = {
  ...PULLING,
  workspace: { ...PULLING.workspace, workspaceEdit: { documentChanges: true } },
};
const server = shared({ capabilities: EDITING });
const URI = 'file:///draft.nb.txt';
const EVERYTHING = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

interface Action {
  readonly title: string;
  readonly kind: string;
  readonly edit: { readonly documentChanges?: readonly TextDocumentEdit[]; readonly changes?: Readonly<Record<string, TextDocumentEdit['edits']>> };
}

interface TextDocumentEdit {
  readonly textDocument: { readonly uri: string; readonly version: number };
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

interface Completions {
  readonly isIncomplete: boolean;
  readonly items: readonly { readonly label: string; readonly insertTextFormat: number; readonly textEdit: TextDocumentEdit['edits'][number] }[];
}

function actions(client: TestClient, uri: string, range: Range, only?: readonly string[]): Promise<readonly Action[]> {
  return client.request('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [], only } });
}

function complete(client: TestClient, uri: string, range: Range): Promise<Completions | null> {
  return client.request('textDocument/completion', { textDocument: { uri }, position: range.end });
}

describe('a fix', () => {
  const broken = changed(report(), ZERO_ROW, '2.重复申请\t0\t0\t0\t0\t0\t0\t5');

  it('removes its finding', async () => {
    server().open(URI, broken);
    const [fix] = (await actions(server(), URI, rangeIn(broken, '5\n3.要求'))).filter(({ title }) => title.includes('改为 0'));
    const [{ textDocument, edits } = { textDocument: null, edits: [] }] = fix?.edit.documentChanges ?? [];
    expect(textDocument).toEqual({ uri: URI, version: 1 });
    change(server(), URI, 2, edited(broken, edits));
    expect(await rulesOf(server(), URI)).toEqual([]);
  });

  it('comes as plain changes where versions are not understood', async () => {
    const client = await start({ capabilities: PULLING });
    client.open(URI, broken);
    const [fix] = await actions(client, URI, EVERYTHING, ['quickfix']);
    expect(Object.keys(fix?.edit.changes ?? {})).toEqual([URI]);
  });

  it('is not offered when only another kind is asked for', async () => {
    const uri = 'file:///kinds.nb.txt';
    server().open(uri, broken);
    expect(await actions(server(), uri, EVERYTHING, ['refactor'])).toEqual([]);
    // What is written beside the draft is a group of its own, behind every fix.
    const kinds = (await actions(server(), uri, EVERYTHING)).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['quickfix', 'gouji.suppress']));
    expect(kinds.slice(kinds.indexOf('gouji.suppress'))).not.toContain('quickfix');
  });
});

describe('a missing row', () => {
  const lost = changed(report(), '2.重复申请\t0\t0\t0\t0\t0\t0\t0\n', '');
  const stopping = { ...EDITING, workspace: { ...EDITING.workspace, workspaceEdit: { documentChanges: true, snippetEditSupport: true } } };

  it('comes with tab stops where the client takes them in edits, and blank where not', async () => {
    const client = await start({ capabilities: stopping });
    client.open(URI, lost);
    const [stopped] = (await actions(client, URI, EVERYTHING, ['quickfix'])).filter(({ title }) => title.startsWith('补上'));
    const [edit] = stopped?.edit.documentChanges?.[0]?.edits ?? [];
    expect(edit).toMatchObject({ snippet: { kind: 'snippet', value: '\n2.重复申请\t${1}\t${2}\t${3}\t${4}\t${5}\t${6}\t${7}' } });
    const uri = 'file:///plain-row.nb.txt';
    server().open(uri, lost);
    const [plain] = (await actions(server(), uri, EVERYTHING, ['quickfix'])).filter(({ title }) => title.startsWith('补上'));
    expect(edited(lost, plain?.edit.documentChanges?.[0]?.edits ?? [])).toBe(changed(report(), ZERO_ROW, '2.重复申请\t\t\t\t\t\t\t'));
  });

  it('is plain where blanks at the head of a line are cells', async () => {
    const client = await start({ capabilities: stopping });
    const indented = lost.replaceAll(/^(\d\.)/gmu, '\t\t$1');
    client.open(URI, indented);
    const [fix] = (await actions(client, URI, EVERYTHING, ['quickfix'])).filter(({ title }) => title.startsWith('补上'));
    expect(edited(indented, fix?.edit.documentChanges?.[0]?.edits ?? [])).toContain('\n\t\t2.重复申请\t\t\t\t\t\t\t\n');
  });
});

describe('fixing everything', () => {
  const messy = changed(report().replaceAll('\n', '\r\n'), '行政处罚\t0', '⾏政处罚\t１');

  it('is asked for by kind, and leaves nothing to do', async () => {
    const uri = 'file:///messy.nb.txt';
    server().open(uri, messy);
    const [all, ...others] = await actions(server(), uri, EVERYTHING, ['source.fixAll']);
    expect(others).toEqual([]);
    expect(all?.kind).toBe('source.fixAll.gouji');
    const fixed = edited(messy, all?.edit.documentChanges?.[0]?.edits ?? []);
    expect(fixed).toBe(messy.replace('⾏政处罚\t１', '行政处罚\t1'));
    change(server(), uri, 2, fixed);
    expect(await actions(server(), uri, EVERYTHING, ['source.fixAll'])).toEqual([]);
  });
});

describe('a skeleton', () => {
  const typing = changed(report(), '六、其他需要', 'cfsq\n六、其他需要');
  const place = rangeIn(typing, 'cfsq');
  const taking = { ...PULLING, textDocument: { ...PULLING.textDocument, completion: { completionItem: { snippetSupport: true } } } };

  it('is offered in a report of any language, as plain text to a client without snippets', async () => {
    const uri = 'file:///probed.md';
    server().open(uri, typing, 'markdown');
    const completions = await complete(server(), uri, place);
    expect(completions?.items).toMatchObject([{ label: '2.重复申请', insertTextFormat: 1 }]);
    expect(completions?.items[0]?.textEdit).toEqual({ range: place, newText: '| 2.重复申请 |  |  |  |  |  |  |  |' });
  });

  it('has tab stops where the client knows snippets, but for the total', async () => {
    const client = await start({ capabilities: taking });
    client.open(URI, typing, 'plaintext');
    const completions = await complete(client, URI, place);
    expect(completions?.items[0]?.textEdit.newText).toBe('2.重复申请\t${1}\t${2}\t${3}\t${4}\t${5}\t${6}\t');
  });

  it('is offered in an empty document of our language, under no kind that VS Code hides with its own snippets', async () => {
    server().open('file:///empty.nb.txt', 'cfsq');
    const completions = await complete(server(), 'file:///empty.nb.txt', rangeIn('cfsq', 'cfsq'));
    expect(completions?.items).toMatchObject([{ label: '2.重复申请', kind: 5 }]);
  });
});

describe('the live report', () => {
  it('gives a cell its number, and a part its sentences', async () => {
    const uri = 'file:///live.nb.txt';
    const blank = changed(report().replaceAll('\n', '\r\n'), ZERO_ROW, '2.重复申请\t1\t2\t0\t0\t0\t0\t');
    server().open(uri, blank);
    expect((await complete(server(), uri, rangeIn(blank, '2.重复申请\t1\t2\t0\t0\t0\t0\t')))?.items[0]).toMatchObject({ label: '3', detail: '1+2+0+0+0+0' });
    const typing = changed(blank, '二、主动公开政府', 'xzfy\r\n二、主动公开政府');
    change(server(), uri, 2, typing);
    const items = (await complete(server(), uri, rangeIn(typing, 'xzfy')))?.items ?? [];
    expect(items.map(({ textEdit }) => textEdit.newText)).toContain('因政府信息公开引发行政复议0件，行政诉讼0件。');
  });
});

describe('a text that is no report', () => {
  it.each(['plaintext', 'markdown'])('in %s gets neither', async (language) => {
    const uri = `file:///diary.${language}`;
    server().open(uri, '⼀、日志\nbn', language);
    expect(await actions(server(), uri, EVERYTHING)).toEqual([]);
    expect(await complete(server(), uri, rangeIn('⼀、日志\nbn', 'bn'))).toBeNull();
  });
});

it.each([
  ['textDocument/codeAction', { range: EVERYTHING, context: { diagnostics: [] } }],
  ['textDocument/completion', { position: EVERYTHING.start }],
])('a cancelled %s is an error', async (method, params) => {
  const uri = `file:///${method}.nb.txt`;
  server().open(uri, report());
  expect(await server().ask(method, { textDocument: { uri }, ...params }, { cancel: true })).toMatchObject({ error: { code: -32800 } });
});

it('tells our own client what was recognised, once a version', async () => {
  const client = await start({ capabilities: PULLING, initializationOptions: { status: true } });
  client.open(URI, report(), 'plaintext');
  await rulesOf(client, URI);
  expect(await client.notification('gouji/status')).toMatchObject({
    uri: URI,
    recognised: true,
    form: '2021',
    evidence: { rows: '2021', headers: '2021', year: '2021' },
    year: 2024,
    equations: { total: 42, holding: 42, broken: 0, unchecked: 0 },
    blanks: 0,
  });
  await rulesOf(client, URI);
  expect(client.seen('gouji/status')).toEqual([]);
  change(client, URI, 2, '重复申请\tx', rangeIn(report(), '重复申请\t0'));
  await rulesOf(client, URI);
  expect(await client.notification('gouji/status')).toMatchObject({
    version: 2,
    equations: { total: 42, holding: 40, unchecked: 2 },
    uncheckedReasons: ['有单元格不是数字：2条'],
  });
  // Every equation of an empty form holds: that it is empty has to be told besides.
  change(
    client,
    URI,
    3,
    report()
      .replaceAll(/\t0(?=[\t\n])/gu, '\t')
      .replace(/^0(?:\t0?)*$/mu, '\t'.repeat(14)),
  );
  await rulesOf(client, URI);
  expect(await client.notification('gouji/status')).toMatchObject({ version: 3, equations: { holding: 42 }, blanks: 190 });
});
