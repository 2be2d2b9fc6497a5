// The server's text stays the client's, whatever is edited: compared with a document opened afresh.

import { expect, it } from 'vitest';
import { createRng } from '../generator/rng.ts';
import { report } from '../features/texts.ts';
import { change, positionOf, pull, PULLING, rangeIn, shared, type Range } from './session.ts';

const server = shared({ capabilities: PULLING });

/** Radicals, an astral character, line breaks of every kind: each moves offsets, columns or lines differently. */
const INSERTED = ['⼀', '⺠', '𠀀', '\r\n', '\n', '\t7', '０', '一、总体情况', '', '2.重复申请\t0\t0', '（七）总计'];
const EDITS = 120;

async function expectSame(edited: string, text: string, name: string): Promise<void> {
  const fresh = `file:///${name}-fresh.nb.txt`;
  // Saved, so that nothing waits for the line in typing.
  server().notify('textDocument/didSave', { textDocument: { uri: edited } });
  server().open(fresh, text);
  const items = async (uri: string) => JSON.parse(JSON.stringify((await pull(server(), uri)).items).replaceAll(uri, ''));
  expect(await items(edited)).toEqual(await items(fresh));
  server().notify('textDocument/didClose', { textDocument: { uri: fresh } });
}

it.each([1, 2, 3])('after many edits, seed %i', async (seed) => {
  const rng = createRng(seed);
  const uri = `file:///sync-${seed}.nb.txt`;
  let text = report()
    .replaceAll('\n', seed === 2 ? '\r\n' : '\n')
    .replace('规章', '⽂𠀀规章');
  server().open(uri, text);
  for (let version = 2; version < EDITS; version++) {
    const start = boundary(text, rng.int(0, text.length));
    const end = boundary(text, Math.min(text.length, start + rng.int(0, 6)));
    const inserted = INSERTED[rng.int(0, INSERTED.length - 1)] ?? '';
    const range: Range = { start: positionOf(text, start), end: positionOf(text, end) };
    change(server(), uri, version, inserted, range);
    text = text.slice(0, start) + inserted + text.slice(end);
    if (version % 40 === 0) await expectSame(uri, text, `sync-${seed}-${version}`);
  }
  await expectSame(uri, text, `sync-${seed}`);
});

/** Clients never cut a line break or a surrogate pair in two. */
function boundary(text: string, offset: number): number {
  const within = text.startsWith('\r\n', offset - 1) || /[\udc00-\udfff]/u.test(text.charAt(offset));
  return within ? offset - 1 : offset;
}

it('of several places in one change', async () => {
  const text = report();
  const uri = 'file:///several.nb.txt';
  server().open(uri, text);
  const [first, second] = [rangeIn(text, '行政处罚\t0'), rangeIn(text, '行政强制\t0')];
  const contentChanges = [
    { range: second, text: '⾏政强制\t１' },
    { range: first, text: '⾏政处罚\t𠀀' },
  ];
  server().notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
  const expected = text.replace('行政处罚\t0', '⾏政处罚\t𠀀').replace('行政强制\t0', '⾏政强制\t１');
  await expectSame(uri, expected, 'several');
});

it('when the client sends whole texts', async () => {
  const uri = 'file:///whole.nb.txt';
  server().open(uri, '');
  change(server(), uri, 2, report());
  await expectSame(uri, report(), 'whole');
});
