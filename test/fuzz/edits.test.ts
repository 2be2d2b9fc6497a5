// The server's report is that of a fresh parse after random edits, and after those that once led it astray.

import { expect, test } from 'vitest';
import { report } from '../features/texts.ts';
import { applyChange, type Change, type Position } from './changes.ts';
import { agrees, fuzzEdits } from './edits.ts';
import { generated } from './sources.ts';

const SEQUENCES = 150;
const SEED = 20_260;
/** A row whose total is wrong afterwards, so that its place is told. */
const WRONG_ROW = '2.重复申请\t0\t0\t0\t0\t0\t0\t5';

/** A line that is not there, as clients say "at the end". */
function beyond(line: number): Position {
  return { line: 1_000_000 + line, character: 0 };
}

function insertion(at: Position, text: string): Change {
  return { range: { start: at, end: at }, text };
}

async function expectAgreement(before: string, changes: readonly Change[]): Promise<void> {
  expect(await agrees({ before, batches: [changes] })).toBe(true);
  expect(await agrees({ before, batches: changes.map((change) => [change]) })).toBe(true);
}

test.each<[string, Position]>([
  ['ends a line further', beyond(1)],
  ['is empty', beyond(0)],
])('a line put behind the last one by a range past the end that %s, and writing on below it', async (_, end) => {
  const lines = report().split('\n');
  const row = lines.findIndex((line) => line.includes('2.重复申请'));
  const before = lines.slice(0, row).join('\n') + '\n';
  const appended = { range: { start: beyond(0), end }, text: `${WRONG_ROW}\n` };
  await expectAgreement(before, [appended, insertion({ line: row + 1, character: 0 }, lines.slice(row + 1).join('\n'))]);
});

test.each<[string, string, Change]>([
  ['all replaced by a range to far behind the end', '\n', { range: { start: { line: 0, character: 0 }, end: beyond(0) }, text: report() }],
  ['a line break made whole by its second half', '\r', insertion({ line: 1, character: 0 }, '\n')],
  ['a line break put before the second half of one', '\n', insertion({ line: 0, character: 99 }, '\r')],
  ['half a pair put before the other half', '\r\n', insertion({ line: 0, character: 2 }, '\ud840')],
])('%s, and a total below it', async (_, lineBreak, change) => {
  const before = report().replaceAll('\n', lineBreak);
  await expectAgreement(before, [change, wrongTotal(applyChange(before, change))]);
});

/** Places that are wrong after one change show in what the next one does. */
function wrongTotal(text: string): Change {
  const lines = text.split(/\r\n|\n|\r/u);
  const line = lines.findIndex((candidate) => candidate.includes('2.重复申请'));
  return { range: { start: { line, character: 0 }, end: { line, character: lines[line]?.length ?? 0 } }, text: WRONG_ROW };
}

test('random sequences', async () => {
  const { sequences, recognised, failed } = await fuzzEdits({ sources: generated(), seed: SEED, count: SEQUENCES });
  expect({ sequences, failed }).toEqual({ sequences: SEQUENCES, failed: [] });
  expect(recognised).toBeGreaterThan(SEQUENCES / 2);
});
