// Word documents over the wire: opened as text, saved with the words that changed, and told at once what they cannot take.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { folderWith } from '../cli/support.ts';
import { opened } from '../documents/read.ts';
import { cell, docx, paragraph, row, run, table } from '../documents/write-docx.ts';
import { composeDraft } from '../support/draft.ts';
import { change, pull, PULLING, rangeIn, start, type Diagnostic, type Range } from './session.ts';
import type { TestClient } from './client.ts';

const FIELD = `<w:fldSimple w:instr=" DATE ">${run('７７')}</w:fldSimple>`;

/** A draft with its rows as tables, its XML changed at one place; `（四）平台建设` ends in the result of a field. */
function document(from: RegExp | string = '', to = ''): Uint8Array {
  const lines = composeDraft({ form: '2021', layout: 'tab' }).split('\n');
  const body = lines.map((line) =>
    line.includes('\t')
      ? table(
          row(
            line
              .split('\t')
              .map((field) => cell(paragraph(run(field))))
              .join(''),
          ),
        )
      : paragraph(run(line) + (line.startsWith('（四）平台建设') ? FIELD : '')),
  );
  return docx(body.join('').replace(from, to));
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

interface Opened {
  readonly text: string;
  readonly notes: readonly string[];
}

async function openIn(client: TestClient, uri: string, bytes: Uint8Array): Promise<Opened> {
  const answer: Opened = await client.request('gouji/openDocument', { uri, bytes: base64(bytes), keep: true });
  client.open(uri, answer.text, 'gov-report');
  return answer;
}

test('a document is opened, and saved on the disk with the one word that changed', async () => {
  const client = await start({ capabilities: PULLING });
  const bytes = document();
  const file = path.join(folderWith({ 'a.docx': bytes }), 'a.docx');
  const uri = pathToFileURL(file).href;
  const { text } = await openIn(client, uri, bytes);
  expect(text).toBe(opened(bytes).text);
  const next = text.replace('做好解读', '做好新的解读');
  expect(await client.request('gouji/saveDocument', { uri, bytes: base64(bytes), text: next })).toEqual({ written: true });
  expect(opened(readFileSync(file)).text).toBe(next);
});

test('elsewhere the client is given the bytes', async () => {
  const client = await start({ capabilities: PULLING });
  const bytes = document();
  const uri = 'vscode-vfs://github/a/b.docx';
  const { text } = await openIn(client, uri, bytes);
  const saved: { readonly bytes: string } = await client.request('gouji/saveDocument', { uri, bytes: base64(bytes), text: text.replace('解读', '说明') });
  expect(opened(Buffer.from(saved.bytes, 'base64')).text).toBe(text.replace('解读', '说明'));
});

test('what it cannot take is an error at once, with a fix that restores; nothing is written until then', async () => {
  const client = await start({ capabilities: PULLING });
  const bytes = document();
  const file = path.join(folderWith({ 'a.docx': bytes }), 'a.docx');
  const uri = pathToFileURL(file).href;
  const { text } = await openIn(client, uri, bytes);
  expect((await pull(client, uri)).items).toEqual([]);
  change(client, uri, 2, '７8', rangeIn(text, '７７'));
  const [finding] = (await pull(client, uri)).items;
  expect(finding).toMatchObject({ code: 'edit-refused', severity: 1, message: expect.stringContaining('域') as unknown });
  const changed = text.replace('７７', '７8');
  const refused: { readonly problem: string } = await client.request('gouji/saveDocument', { uri, bytes: base64(bytes), text: changed });
  expect(refused.problem).toMatch(/^没有保存：有1处改动写不进 Word 文档/u);
  expect(Buffer.compare(readFileSync(file), bytes)).toBe(0);
  const actions: readonly {
    readonly title: string;
    readonly edit?: { readonly changes?: Readonly<Record<string, readonly { readonly newText: string }[]>> };
  }[] = await client.request('textDocument/codeAction', { textDocument: { uri }, range: finding?.range, context: { diagnostics: [] } });
  expect(actions[0]?.title).toMatch(/^恢复原文“/u);
  expect(actions.map(({ title }) => title).filter((title) => title.includes('不再提示'))).toEqual([]);
  change(client, uri, 3, text);
  expect((await pull(client, uri)).items).toEqual([]);
});

/** Who is named at the revisions of a document. */
function revisionsIn(bytes: Uint8Array): readonly string[] {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  return [...xml.matchAll(/<w:(ins|del) [^>]*w:author="([^"]*)" w:date="([^"]*)"/gu)].map(([, ...found]) => found.join(' '));
}

test('revisions are kept as the settings say, by the author and at the time that they name', async () => {
  const gouji = { word: { revisions: true, author: '王五', date: '2026-01-05' } };
  const client = await start({ capabilities: PULLING, initializationOptions: { gouji } });
  const bytes = document();
  const uri = 'vscode-vfs://github/a/b.docx';
  const { text } = await openIn(client, uri, bytes);
  const next = text.replace('做好解读', '做好说明');
  const saved: { readonly bytes: string } = await client.request('gouji/saveDocument', { uri, bytes: base64(bytes), text: next });
  const after = Buffer.from(saved.bytes, 'base64');
  expect(opened(after).text).toBe(next);
  expect(revisionsIn(after)).toEqual(['del 王五 2026-01-05T00:00:00Z', 'ins 王五 2026-01-05T00:00:00Z']);
});

interface Command {
  readonly title: string;
  readonly command?: { readonly command: string; readonly arguments?: readonly unknown[] };
}

function commandsAt(client: TestClient, uri: string, range: Range | undefined): Promise<readonly Command[]> {
  return client.request('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } });
}

test('a single fix can be kept as a revision where saving would not, as long as nothing else waits to be saved', async () => {
  const client = await start({ capabilities: PULLING, initializationOptions: { documents: true } });
  const uri = 'vscode-vfs://github/a/b.docx';
  const bytes = document(/(?<=予以公开<[^8]*>)8(?=<)/u, '9');
  const { text } = await openIn(client, uri, bytes);
  const finding = (await pull(client, uri)).items.find(({ code }) => code === 'wrong-cell');
  const [revised] = (await commandsAt(client, uri, finding?.range)).filter(({ command }) => command?.command === 'gouji.fixAsRevision');
  expect(revised?.title).toMatch(/^记作修订并保存：.*改为 8/u);
  expect(revised?.command?.arguments).toEqual([uri, 1, [{ range: finding?.range, newText: '8' }]]);
  const next = text.replace(/(?<=予以公开\t+)9/u, '8');
  const saved: { readonly bytes: string } = await client.request('gouji/saveDocument', { uri, bytes: base64(bytes), text: next, asRevisions: true });
  expect(revisionsIn(Buffer.from(saved.bytes, 'base64')).map((each) => each.slice(0, 6))).toEqual(['del 勾稽', 'ins 勾稽']);
  change(client, uri, 2, `${text}附：无。\n`);
  expect((await commandsAt(client, uri, finding?.range)).map(({ command }) => command?.command)).not.toContain('gouji.fixAsRevision');
});

test('what is not to be published is told, in an editor and of a document that is not open, and the fix makes a clean copy', async () => {
  const client = await start({ capabilities: PULLING, initializationOptions: { documents: true } });
  const uri = 'vscode-vfs://github/a/b.docx';
  const bytes = document('做好解读', '做好</w:t></w:r><w:del w:id="1" w:author="甲"><w:r><w:delText>新</w:delText></w:r></w:del><w:r><w:t>解读');
  const aside: Opened = await client.request('gouji/openDocument', { uri, bytes: base64(bytes), keep: false });
  const ofTracked = ({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) => diagnostics.filter(({ code }) => code === 'tracked-changes');
  expect(ofTracked(await client.request('gouji/checkText', { uri, text: aside.text }))).toHaveLength(1);
  // What was read for one check says nothing of the next.
  expect(ofTracked(await client.request('gouji/checkText', { uri, text: aside.text }))).toEqual([]);
  await openIn(client, uri, bytes);
  const finding = (await pull(client, uri)).items.find(({ code }) => code === 'tracked-changes');
  expect((await commandsAt(client, uri, finding?.range)).map(({ command }) => command?.command)).toContain('gouji.cleanDocument');
  const clean: { readonly bytes: string } = await client.request('gouji/clean', { textDocument: { uri } });
  const copy = opened(Buffer.from(clean.bytes, 'base64'));
  expect(copy.text).toBe(aside.text);
  expect([...copy.remains()]).toEqual([]);
});

test('what another program wrote meanwhile is not overwritten', async () => {
  const client = await start({ capabilities: PULLING });
  const bytes = document();
  const uri = 'vscode-vfs://github/a/b.docx';
  const { text } = await openIn(client, uri, bytes);
  const other = docx(paragraph(run('别的文字')));
  const answer: { readonly problem: string } = await client.request('gouji/saveDocument', { uri, bytes: base64(other), text: `${text}附：无。\n` });
  expect(answer.problem).toMatch(/^没有保存：文档已被其他程序/u);
});

test('a server that was started anew asks for the document behind an open text', async () => {
  const bytes = document();
  const asked: unknown[] = [];
  const client = await start({ capabilities: PULLING, initializationOptions: { documents: true } }, (each) =>
    each.respondTo('gouji/readDocument', (params) => {
      asked.push(params);
      return { bytes: base64(bytes) };
    }),
  );
  const uri = 'vscode-vfs://github/a/b.docx';
  client.open(uri, opened(bytes).text.replace('７７', '７8'), 'gov-report');
  expect((await pull(client, uri)).items[0]?.code).toBe('edit-refused');
  expect(asked).toEqual([{ uri }]);
});

test('what is no document is told', async () => {
  const client = await start({ capabilities: PULLING });
  const answer: { readonly problem?: string } = await client.request('gouji/openDocument', { uri: 'file:///a/b.docx', bytes: 'no base64!', keep: false });
  expect(answer.problem).toContain('没有收到文档的内容');
  const page: { readonly problem?: string } = await client.request('gouji/openDocument', {
    uri: 'file:///a/b.docx',
    bytes: base64(Buffer.from('<html><body>甲</body></html>')),
    keep: false,
  });
  expect(page.problem).toContain('网页');
});
