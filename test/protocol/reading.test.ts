// Hover, definition, references and highlights come over the wire as the client takes them, and only in reports.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pasted } from '../features/layouts.ts';
import { rangeIn, shared, positionOf, PULLING, start, type Position, type Range } from './session.ts';

const LINKING = {
  ...PULLING,
  textDocument: { ...PULLING.textDocument, hover: { contentFormat: ['markdown', 'plaintext'] }, definition: { linkSupport: true } },
};
const server = shared({ capabilities: LINKING });
const URI = 'file:///draft.nb.txt';
const TEXT = pasted('2021', 'tabs');
const QUOTE = '申请0件，办结';
const NUMBER = positionOf(TEXT, TEXT.indexOf(QUOTE) + 2);

interface Hover {
  readonly contents: { readonly kind: string; readonly value: string };
  readonly range: Range;
}

interface Location {
  readonly uri: string;
  readonly range: Range;
}

const ask = (position: Position, uri = URI) => ({ textDocument: { uri }, position });

describe('announced', () => {
  it('is what is answered', () => {
    expect(server().initialized).toMatchObject({
      capabilities: {
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        documentLinkProvider: { resolveProvider: false },
      },
    });
  });
});

describe('a number of the text', () => {
  it('is explained in Markdown', async () => {
    server().open(URI, TEXT);
    const hover = await server().request<Hover>('textDocument/hover', ask(NUMBER));
    expect(hover.contents.kind).toBe('markdown');
    expect(hover.contents.value).toMatch(/^\*\*正文“收到政府信息公开申请0件”\*\*\n\n口径：/u);
    expect(hover.range).toEqual({ start: NUMBER, end: { ...NUMBER, character: NUMBER.character + 1 } });
  });

  it('is explained in plain words to a client that names no format', async () => {
    const client = await start({ capabilities: PULLING });
    client.open(URI, TEXT);
    const hover = await client.request<Hover>('textDocument/hover', ask(NUMBER));
    expect(hover.contents).toMatchObject({ kind: 'plaintext', value: expect.stringMatching(/^正文“收到/u) as unknown });
  });

  it('leads to its cell, which leads back', async () => {
    server().open(URI, TEXT);
    const links = await server().request<readonly Record<string, unknown>[]>('textDocument/definition', ask(NUMBER));
    const label = rangeIn(TEXT, '一、本年新收政府信息公开申请数量').end;
    const cell = positionOf(TEXT, TEXT.indexOf('\r\n', TEXT.indexOf('一、本年新收')) - 1);
    expect(cell.line).toBe(label.line);
    const target = { start: cell, end: { ...cell, character: cell.character + 1 } };
    expect(links).toEqual([
      {
        originSelectionRange: { start: NUMBER, end: { ...NUMBER, character: NUMBER.character + 1 } },
        targetUri: URI,
        targetRange: target,
        targetSelectionRange: target,
      },
    ]);
    const back = await server().request<readonly Location[]>('textDocument/references', { ...ask(cell), context: { includeDeclaration: false } });
    expect(back.map(({ range }) => range.start)).toContainEqual(NUMBER);
    const own = await server().request<readonly Location[]>('textDocument/references', { ...ask(cell), context: { includeDeclaration: true } });
    expect(own).toHaveLength(back.length + 1);
  });

  it('leads to plain locations where links are not understood', async () => {
    const client = await start({ capabilities: PULLING });
    client.open(URI, TEXT);
    expect(await client.request('textDocument/definition', ask(NUMBER))).toMatchObject([{ uri: URI, range: expect.anything() as unknown }]);
  });

  it('is highlighted with its cell', async () => {
    server().open(URI, TEXT);
    const places = await server().request<readonly { readonly kind: number }[]>('textDocument/documentHighlight', ask(NUMBER));
    expect(places.map(({ kind }) => kind).toSorted()).toEqual([2, 3]);
  });
});

describe('an article', () => {
  const line = TEXT.split('\r\n').findIndex((each) => each.startsWith('第二十条第（五）项'));
  const range = { start: { line, character: 0 }, end: { line, character: '第二十条第（五）项'.length } };
  const asked = { textDocument: { uri: URI } };

  it('is a link into our page, at the line of the article', async () => {
    server().open(URI, TEXT);
    const links = await server().request<readonly { readonly range: Range; readonly target: string }[]>('textDocument/documentLink', asked);
    const link = links.find((each) => each.range.start.line === line);
    expect(link?.range).toEqual(range);
    const [file, lineNumber] = (link?.target ?? '').split('#L');
    expect(readFileSync(fileURLToPath(file ?? ''), 'utf8').split('\n')[Number(lineNumber) - 1]).toBe('## 第二十条');
  });

  it('is a link to the command of a client that has one', async () => {
    const client = await start({ capabilities: PULLING, initializationOptions: { opensPages: true } });
    client.open(URI, TEXT);
    const links = await client.request<readonly { readonly target: string }[]>('textDocument/documentLink', asked);
    expect(links.map(({ target }) => decodeURIComponent(target))).toContain('command:gouji.openLaw?["第二十条"]');
  });

  it('is none in a foreign text', async () => {
    server().open('file:///law.txt', '《条例》第十四条', 'plaintext');
    expect(await server().request('textDocument/documentLink', { textDocument: { uri: 'file:///law.txt' } })).toEqual([]);
  });
});

const METHODS = ['textDocument/hover', 'textDocument/definition', 'textDocument/references', 'textDocument/documentHighlight'];

it.each(METHODS)('%s has nothing to say of a foreign text', async (method) => {
  const uri = `file:///foreign-${method.length}.txt`;
  server().open(uri, '会议纪要\n收到申请3件\n', 'plaintext');
  expect(await server().request(method, { ...ask({ line: 1, character: 4 }, uri), context: { includeDeclaration: true } })).toBeNull();
});

it.each([...METHODS, 'textDocument/documentLink'])('a cancelled %s is an error', async (method) => {
  const uri = `file:///cancelled-${method.length}.nb.txt`;
  server().open(uri, TEXT);
  const params = { ...ask(NUMBER, uri), context: { includeDeclaration: true } };
  expect(await server().ask(method, params, { cancel: true })).toMatchObject({ error: { code: -32800 } });
});
