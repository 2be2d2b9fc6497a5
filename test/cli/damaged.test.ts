// Files with undecodable bytes are read all the same, the bytes are named, and nothing writes over them.

import { expect, test } from 'vitest';
import { encodeGb18030 } from '../../server/src/cli/file-encoding.ts';
import { BROKEN, bytesOf, checkLines, CLEAN, folderWith, gouji, WIDE } from './support.ts';

const PLACE = '及时发布政策文件';
const ENCODINGS: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['GB18030', (text) => encodeGb18030(text) ?? new Uint8Array()],
];

/** One byte of no encoding, before the words. */
function damaged(
  text: string,
  encode: (text: string) => Uint8Array,
  words = PLACE,
): { readonly bytes: Buffer; readonly position: number; readonly line: number } {
  const at = text.indexOf(words);
  const head = encode(text.slice(0, at));
  const tail = Buffer.from(encode(text)).subarray(head.length);
  return { bytes: Buffer.concat([head, Buffer.from([0xff]), tail]), position: head.length + 1, line: text.slice(0, at).split('\n').length };
}

test.each(ENCODINGS)('%s: the rest is checked, and the byte is named', async (_, encode) => {
  const { bytes, position, line } = damaged(BROKEN, encode);
  const { status, stdout, stderr } = await gouji({ cwd: folderWith({ 'a.txt': bytes }) }, 'check', 'a.txt');
  const name = encode === ENCODINGS[2]?.[1] ? 'GB18030' : 'UTF-8';
  expect(stderr).toBe(`a.txt：第${line}行的第${position}字节（0xFF）不是 ${name} 文字，读作“\ufffd”\n`);
  expect(status).toBe(1);
  const [report] = checkLines(stdout);
  expect(report?.findings.map(({ rule }) => rule)).toEqual(['undecodable', 'cell-negative', 'cell-negative']);
  expect(report?.findings[0]?.message).toContain(`第${line}行的第${position}字节（0xFF）无法识别为文字`);
});

test.each(ENCODINGS)('%s: a fix elsewhere leaves the byte as it is', async (_, encode) => {
  const { bytes, position } = damaged(WIDE, encode);
  const cwd = folderWith({ 'a.txt': bytes });
  await gouji({ cwd }, 'check', '--fix', 'a.txt');
  const after = bytesOf(cwd, 'a.txt');
  expect(after[position - 1]).toBe(0xff);
  expect(after).toEqual(
    Buffer.concat([after.subarray(0, position - 1), Buffer.from([0xff]), Buffer.from(encode(WIDE.replace('３６', '36'))).subarray(position - 1)]),
  );
});

test.each(ENCODINGS)('%s: a line that holds the byte is not rewritten', async (_, encode) => {
  const { bytes } = damaged(WIDE, encode, '行政许可');
  const cwd = folderWith({ 'a.txt': bytes });
  const { status, stderr } = await gouji({ cwd }, 'check', '--fix', 'a.txt');
  expect([status, bytesOf(cwd, 'a.txt')]).toEqual([2, bytes]);
  expect(stderr).toContain('a.txt：未改写：要改的行里有无法识别的字节');
});

test('what is mostly no text is not read', async () => {
  const bytes = Buffer.from([...CLEAN].flatMap((character, index) => (index % 20 === 0 ? [0xff] : [...Buffer.from(character)])));
  const { status, stderr } = await gouji({ cwd: folderWith({ 'a.txt': bytes }) }, 'check', 'a.txt');
  expect([status, stderr.includes('不是 UTF-8、GB18030')]).toEqual([2, true]);
});

test('of many lines with such bytes the first is named, and one finding told', async () => {
  const lines = Buffer.from(CLEAN).toString('latin1').split('\n');
  const bytes = Buffer.from(lines.map((line, index) => (index > 4 && index < 10 ? `${line}\xff` : line)).join('\n'), 'latin1');
  const { stdout, stderr } = await gouji({ cwd: folderWith({ 'a.txt': bytes }) }, 'check', 'a.txt');
  expect(stderr).toMatch(/第6行的第\d+字节（0xFF）等5行的字节不是 UTF-8 文字/u);
  expect(checkLines(stdout)[0]?.findings.filter(({ rule }) => rule === 'undecodable')).toMatchObject([
    { message: expect.stringContaining('全文有5处字节'), related: [{}, {}, {}, {}] },
  ]);
});

test('a character of that kind that was written so is told, without a byte', async () => {
  const { stdout, stderr } = await gouji({ cwd: folderWith({ 'a.txt': CLEAN.replace(PLACE, `\ufffd${PLACE}`) }) }, 'check', 'a.txt');
  expect(stderr).toBe('');
  expect(checkLines(stdout)[0]?.findings).toMatchObject([{ rule: 'undecodable', message: expect.stringContaining('行有字节无法识别为文字') }]);
});
