// The log of a failure says where it happened, never a word of the draft.

import { expect, it } from 'vitest';
import { CancellationTokenSource, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Session } from '../../server/src/lsp/session.ts';
import { guarded } from '../../server/src/lsp/guard.ts';

const DRAFT = '尚未公开的文字';

async function failing(error: unknown, uri = 'file:///a.nb.txt', version: unknown = 3): Promise<{ readonly answer: unknown; readonly log: string }> {
  const lines: string[] = [];
  const connection = { sendNotification: async (_: unknown, { message }: { readonly message: string }) => void lines.push(message) } as unknown as Connection;
  const runtime = {
    version: '0',
    nextTurn: () => Promise.resolve(),
    currentYear: () => 2025,
    pages: null,
    openDocument: () => null,
    writeWord: () => new Uint8Array(),
  };
  const documents = { get: () => new Session(TextDocument.create('file:///a.nb.txt', 'gov-report', version as number, DRAFT), 1) };
  const { token } = new CancellationTokenSource();
  const question = { method: 'textDocument/diagnostic', uri, token };
  const answer = await guarded({ connection, runtime, documents }, question, () => Promise.reject(error));
  return { answer, log: lines.join('\n') };
}

it('names the place and the frames', async () => {
  const { answer, log } = await failing(new RangeError(`${DRAFT}\n    at ${DRAFT}`));
  expect(log).toContain('textDocument/diagnostic failed for file:///a.nb.txt version 3: RangeError');
  expect(log).toContain('guard.test.ts');
  expect(answer).toMatchObject({ code: -32803 });
  expect(JSON.stringify(answer)).not.toContain(DRAFT);
});

it.each([new Error(`cannot read ${DRAFT}`), new Error(`${DRAFT}\n    at ${DRAFT}`), DRAFT, { text: DRAFT }])('holds no text of the draft', async (error) => {
  const { log } = await failing(error);
  expect(log).not.toContain(DRAFT);
});

it('does not take a draft for a name', async () => {
  const { log } = await failing(new RangeError('x'), `file:///a.nb.txt\n${DRAFT}`);
  expect(log).toContain('failed for what is no URI');
  expect(log).not.toContain(DRAFT);
});

it('does not take a draft for a version', async () => {
  const { log } = await failing(new RangeError('x'), 'file:///a.nb.txt', DRAFT);
  expect(log).toContain('failed for file:///a.nb.txt version ?: RangeError');
  expect(log).not.toContain(DRAFT);
});
