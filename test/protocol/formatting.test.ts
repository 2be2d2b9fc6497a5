// Formatting comes over the wire as announced, with the settings of the document, and only in reports.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pasted } from '../features/layouts.ts';
import { changed, edited, report } from '../features/texts.ts';
import { changeOf, NAME, written } from '../suppressions/support.ts';
import { PULLING, rangeIn, shared, start, type Range } from './session.ts';
import type { TestClient } from './client.ts';

const server = shared({ capabilities: PULLING });
const OPTIONS = { tabSize: 4, insertSpaces: true, trimTrailingWhitespace: true, insertFinalNewline: true };
const MESSY = changed(report(), '行政处罚\t0\n行政强制\t0', '行政处罚 \t 0\n⾏政强制\t １').replace('\n二、', ' \n二、');
const DUE = MESSY.replace('行政处罚 \t 0\n⾏政强制\t １', '行政处罚\t0\n行政强制\t1');

type TextEdits = readonly { readonly range: Range; readonly newText: string }[];

function format(client: TestClient, uri: string): Promise<TextEdits | null> {
  return client.request('textDocument/formatting', { textDocument: { uri }, options: OPTIONS });
}

function formatRange(client: TestClient, uri: string, range: Range): Promise<TextEdits | null> {
  return client.request('textDocument/rangeFormatting', { textDocument: { uri }, range, options: OPTIONS });
}

describe('announced', () => {
  it('at once to a client that names no languages', () => {
    expect(server().initialized).toMatchObject({ capabilities: { documentFormattingProvider: true, documentRangeFormattingProvider: true } });
  });

  it('for the languages a client names', async () => {
    let told: (registrations: unknown) => void = () => undefined;
    const registered: unknown[] = [];
    const both = new Promise((resolve) => (told = resolve));
    const client = await start({ capabilities: PULLING, initializationOptions: { formats: ['gov-report', 7] } }, (starting) => {
      starting.respondTo('client/registerCapability', (params) => {
        registered.push(params);
        if (registered.length === 2) told(registered);
        return null;
      });
    });
    expect(client.initialized).not.toMatchObject({ capabilities: { documentFormattingProvider: true } });
    const registerOptions = { documentSelector: [{ language: 'gov-report' }] };
    expect(await both).toMatchObject([
      { registrations: [{ method: 'textDocument/formatting', registerOptions }] },
      { registrations: [{ method: 'textDocument/rangeFormatting', registerOptions }] },
    ]);
  });
});

it('formats the tables of a document and nothing else of it', async () => {
  const uri = 'file:///messy.nb.txt';
  server().open(uri, MESSY);
  expect(edited(MESSY, (await format(server(), uri)) ?? [])).toBe(DUE);
});

it('formats a range only where it is', async () => {
  const uri = 'file:///range.nb.txt';
  server().open(uri, MESSY);
  const edits = (await formatRange(server(), uri, rangeIn(MESSY, '⾏政强制'))) ?? [];
  expect(edited(MESSY, edits)).toBe(MESSY.replace('⾏政强制\t １', '行政强制\t1'));
});

describe('what the person silenced stays as it is written', () => {
  const ruleOff = JSON.stringify({ version: 1, files: { [NAME]: { off: ['radical-character'] } } });

  it.each([
    ['a rule', ruleOff],
    ['one finding', written(null, changeOf(MESSY, 'radical-character', null))],
  ])('%s, in the document and in a range', async (_, config) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'gouji-formatting-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(path.join(folder, '.gouji.json'), config);
    const uri = pathToFileURL(path.join(folder, NAME)).href;
    server().open(uri, MESSY);
    const after = edited(MESSY, (await format(server(), uri)) ?? []);
    expect(after).toBe(DUE.replace('行政强制', '⾏政强制'));
    const range = edited(MESSY, (await formatRange(server(), uri, rangeIn(MESSY, '⾏政强制'))) ?? []);
    expect(range).toBe(MESSY.replace('⾏政强制\t １', '⾏政强制\t1'));
  });
});

it('lays out as the settings say, and keeps the line breaks of Windows', async () => {
  const client = await start({ capabilities: PULLING, initializationOptions: { gouji: { format: { layout: 'aligned' } } } });
  const uri = 'file:///aligned.nb.txt';
  const text = pasted('2019', 'tabs');
  client.open(uri, text);
  const after = edited(text, (await format(client, uri)) ?? []);
  expect(after).toMatch(/\r\n行政强制 {2,}0 {2,}0 {2,}0\r\n/u);
  expect(after.split('\r\n')).toHaveLength(text.split('\r\n').length);
});

it('has nothing for a foreign text', async () => {
  const uri = 'file:///foreign.txt';
  server().open(uri, '会议纪要\n一、 \t时间\n');
  expect(await format(server(), uri)).toBeNull();
});
