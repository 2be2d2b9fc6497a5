// Diagnostics reach a client, pulled or pushed, and only where they belong.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { changed, report, ZERO_ROW } from '../features/texts.ts';
import { change, pull, PULLING, rangeIn, rulesOf, shared, start, type Published } from './session.ts';

/** No equation holds this cell: what is said of it stays what it is. */
const BROKEN = changed(report(), '行政处罚\t0', '行政处罚\t-5');

const pulling = shared({ capabilities: PULLING });
const pushed = shared({ capabilities: {} });

/** A document of its own for each test. */
let count = 0;
function opened(text: string, { language = 'gov-report', client = pulling() } = {}): string {
  const uri = `file:///draft-${++count}.nb.txt`;
  client.open(uri, text, language);
  return uri;
}

/** Related places name the document. */
function withoutPlaces(diagnostics: Published['diagnostics']): readonly unknown[] {
  return diagnostics.map(({ range, code, severity, message }) => ({ range, code, severity, message }));
}

const { version } = (await import('../../package.json')) as { readonly version: string };

it('is announced with everything else the server does, once and for all', async () => {
  const client = await start({ capabilities: PULLING });
  expect(client.initialized).toEqual({
    serverInfo: { name: 'gouji', version },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2, save: true },
      codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.gouji', 'gouji.suppress'] },
      completionProvider: {},
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: true,
      documentHighlightProvider: true,
      documentLinkProvider: { resolveProvider: false },
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentSymbolProvider: { label: '勾稽' },
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      workspaceSymbolProvider: true,
      semanticTokensProvider: {
        legend: { tokenTypes: ['reportHeading', 'label', 'number'], tokenModifiers: ['total', 'contradicted'] },
        full: true,
        range: true,
      },
      inlayHintProvider: true,
      workspace: {
        fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*.{txt,md,html,htm,docx}', matches: 'file', options: { ignoreCase: true } } }] } },
        workspaceFolders: { supported: true, changeNotifications: true },
      },
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    },
  });
});

describe('the page of its rule', () => {
  const LINKING = { ...PULLING, textDocument: { ...PULLING.textDocument, publishDiagnostics: { codeDescriptionSupport: true } } };
  const hrefs = async (params: Readonly<Record<string, unknown>>) => {
    const client = await start(params);
    const { items } = await pull(client, opened(BROKEN, { client }));
    return items.map(({ code, codeDescription }) => [code, codeDescription?.href]);
  };

  it('is linked as a file that says its name', async () => {
    const [[code, href] = []] = await hrefs({ capabilities: LINKING });
    expect(code).toBe('cell-negative');
    expect(readFileSync(fileURLToPath(href ?? ''), 'utf8')).toMatch(/^# cell-negative\n/u);
  });

  it('is linked by the command of a client that has one', async () => {
    const [[, href] = []] = await hrefs({ capabilities: LINKING, initializationOptions: { opensPages: true } });
    expect(decodeURIComponent(href ?? '')).toBe('command:gouji.openRule?["cell-negative"]');
  });

  it('is not linked for a client that shows no such links', async () => {
    expect(await hrefs({ capabilities: PULLING })).toEqual([['cell-negative', undefined]]);
  });
});

describe('a client that pulls', () => {
  it('gets the findings of the version it sent', async () => {
    const client = pulling();
    const URI = opened(BROKEN);
    expect(await rulesOf(client, URI)).toContain('cell-negative');
    change(client, URI, 2, '0', rangeIn(BROKEN, '-5'));
    expect(await rulesOf(client, URI)).toEqual([]);
  });

  it('is told when nothing changed', async () => {
    const client = pulling();
    const URI = opened(BROKEN);
    const { resultId, items } = await pull(client, URI);
    expect(items.length).toBeGreaterThan(0);
    expect(await pull(client, URI, resultId)).toEqual({ kind: 'unchanged', resultId });
    expect((await pull(client, URI, 'another')).kind).toBe('full');
  });

  it('gets none pushed', async () => {
    const client = pulling();
    const URI = opened(BROKEN);
    await pull(client, URI);
    expect(client.seen('textDocument/publishDiagnostics')).toEqual([]);
  });

  it('gets an error for a request it cancelled, never an empty list', async () => {
    const client = pulling();
    const URI = opened(BROKEN);
    const answer = await client.ask('textDocument/diagnostic', { textDocument: { uri: URI } }, { cancel: true });
    expect(answer).toMatchObject({ error: { code: -32800 } });
    expect(await rulesOf(client, URI)).toContain('cell-negative');
  });
});

describe('a client that does not pull', () => {
  const published = (uri: string, version: number) => (params: Published) => params.uri === uri && params.version === version;

  it('gets the same findings pushed, with the version they are of', async () => {
    const client = pushed();
    const URI = opened(BROKEN, { client });
    const pulled = opened(BROKEN);
    const { diagnostics } = await client.notification('textDocument/publishDiagnostics', published(URI, 1));
    expect(withoutPlaces(diagnostics)).toEqual(withoutPlaces((await pull(pulling(), pulled)).items));
    change(client, URI, 2, report());
    expect((await client.notification('textDocument/publishDiagnostics', published(URI, 2))).diagnostics).toEqual([]);
  });

  it('gets one complete answer for changes that arrive together', async () => {
    const client = pushed();
    const URI = opened(report(), { client });
    await client.notification('textDocument/publishDiagnostics', published(URI, 1));
    for (let version = 2; version <= 20; version++) change(client, URI, version, version % 2 === 0 ? BROKEN : report());
    await client.notification('textDocument/publishDiagnostics', published(URI, 20));
    const between = client.seen('textDocument/publishDiagnostics') as readonly Published[];
    for (const { version, diagnostics } of between.filter(({ uri }) => uri === URI)) expect(diagnostics.length > 0).toBe(version % 2 === 0);
  });

  it('may pull them all the same, as is announced to everybody', async () => {
    const client = pushed();
    const URI = opened(BROKEN, { client });
    expect(await rulesOf(client, URI)).toContain('cell-negative');
  });

  it('has them cleared when the document is closed', async () => {
    const client = pushed();
    const URI = opened(BROKEN, { client });
    await client.notification('textDocument/publishDiagnostics', published(URI, 1));
    client.notify('textDocument/didClose', { textDocument: { uri: URI } });
    const { diagnostics } = await client.notification<Published>('textDocument/publishDiagnostics', ({ uri }) => uri === URI);
    expect(diagnostics).toEqual([]);
  });
});

describe('a document', () => {
  it.each(['plaintext', 'markdown', 'text'])('of language %s is checked by its content', async (language) => {
    expect(await rulesOf(pulling(), opened(BROKEN, { language }))).toContain('cell-negative');
  });

  it('that is no report has no findings, whatever its language', async () => {
    const client = pulling();
    const URI = opened('⼀、⼯作⽇志\n\n总计 1 2 3 4 5 6 9\n');
    client.open('untitled:1', '按照政府信息公开条例，收到申请 3 件。', 'plaintext');
    expect(await rulesOf(client, URI)).toEqual([]);
    expect(await rulesOf(client, 'untitled:1')).toEqual([]);
  });

  it.each(['git:/draft.nb.txt', 'output:1', 'debug:1', 'https://host/a.nb.txt'])('such as %s is left alone', async (uri) => {
    const client = pulling();
    client.open(uri, BROKEN);
    expect(await rulesOf(client, uri)).toEqual([]);
  });

  it('that was never opened has none', async () => {
    expect(await rulesOf(pulling(), 'file:///elsewhere.nb.txt')).toEqual([]);
  });
});

describe('a row being typed', () => {
  const TYPED = changed(report(), ZERO_ROW, '2.重复申请\t0\t0\t0');
  const end = rangeIn(TYPED, '2.重复申请\t0\t0\t0').end;

  it('waits for a change elsewhere', async () => {
    const client = pulling();
    const URI = opened(changed(TYPED, '2.重复申请\t0\t0\t0', '2.重复申请\t0\t0'));
    expect(await rulesOf(client, URI)).toContain('cell-count');
    change(client, URI, 2, '\t0', { start: { ...end, character: end.character - 2 }, end: { ...end, character: end.character - 2 } });
    expect(await rulesOf(client, URI)).not.toContain('cell-count');
    change(client, URI, 3, ' ', { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } });
    expect(await rulesOf(client, URI)).toContain('cell-count');
  });

  it('waits for a save, and the client is asked to pull again', async () => {
    const client = pulling();
    const URI = opened(TYPED);
    const refreshed = new Promise<void>((resolve) => {
      client.respondTo('workspace/diagnostic/refresh', () => resolve());
    });
    change(client, URI, 2, ' ', { start: end, end });
    expect(await rulesOf(client, URI)).not.toContain('cell-count');
    client.notify('textDocument/didSave', { textDocument: { uri: URI } });
    await refreshed;
    expect(await rulesOf(client, URI)).toContain('cell-count');
  });

  it('waits no longer when it is opened anew', async () => {
    const client = pulling();
    const URI = opened(TYPED);
    change(client, URI, 2, ' ', { start: end, end });
    expect(await rulesOf(client, URI)).not.toContain('cell-count');
    client.notify('textDocument/didClose', { textDocument: { uri: URI } });
    client.open(URI, TYPED);
    expect(await rulesOf(client, URI)).toContain('cell-count');
  });
});
