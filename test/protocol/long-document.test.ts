// A document of 200,000 lines: opened, edited at both ends, asked for what an editor asks for by itself.

import { expect, test } from 'vitest';
import { report } from '../features/texts.ts';
import { change, PULLING, rulesOf, start } from './session.ts';

const URI = 'file:///long.nb.txt';
const LINES = 200_000;
const FILLER = '好。\n'.repeat(LINES);
const BROKEN = '2.重复申请\t0\t0\t0\t0\t0\t0\t5';
const WHOLE = '2.重复申请\t0\t0\t0\t0\t0\t0\t0';
/** What VS Code asks for by itself while one types. */
const ASKED = ['documentSymbol', 'foldingRange', 'semanticTokens/full', 'inlayHint', 'hover', 'completion'];

test('200,000 lines', async () => {
  const client = await start({ capabilities: PULLING });
  const text = report().replace('（二）', `${FILLER}（二）`).replace(WHOLE, BROKEN);
  client.open(URI, text);
  expect(await rulesOf(client, URI)).toEqual(['wrong-cell']);
  const lines = text.split('\n');
  expect(lines.length).toBeGreaterThan(LINES);
  const line = lines.indexOf(BROKEN);
  const end = { line, character: BROKEN.length };
  const params = {
    textDocument: { uri: URI },
    position: end,
    range: { start: { line, character: 0 }, end },
    context: { diagnostics: [] },
    options: { tabSize: 4, insertSpaces: false },
  };
  for (const method of ASKED) expect(await client.ask(`textDocument/${method}`, params), method).toHaveProperty('result');
  change(client, URI, 2, '0', { start: { line, character: BROKEN.length - 1 }, end });
  expect(await rulesOf(client, URI)).toEqual([]);
  change(client, URI, 3, '\n', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
  change(client, URI, 4, '5', { start: { line: line + 1, character: BROKEN.length - 1 }, end: { line: line + 1, character: BROKEN.length } });
  expect(await rulesOf(client, URI)).toEqual(['wrong-cell']);
});
