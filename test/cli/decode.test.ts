// A report reads the same in every encoding, and nothing else is taken for text.

import { expect, test } from 'vitest';
import { decode, encodeAgain, encodeGb18030 } from '../../server/src/cli/file-encoding.ts';
import { ENCODINGS, save } from './encodings.ts';
import { BROKEN, checkLines, folderWith, gouji } from './support.ts';

test.each(ENCODINGS)('$name: the same findings as in UTF-8', async (encoding) => {
  const cwd = folderWith({ 'plain.txt': BROKEN, 'coded.txt': save(encoding, BROKEN) });
  const { status, stdout } = await gouji({ cwd }, 'check', 'plain.txt', 'coded.txt');
  const [plain, coded] = checkLines(stdout);
  expect(status).toBe(1);
  expect(plain?.findings).toHaveLength(2);
  expect({ ...coded, path: 'plain.txt' }).toEqual(plain);
});

test.each<[string, readonly number[]]>([
  ['neither UTF-8 nor GB18030', [0x41, 0xff, 0x41]],
  ['a GB18030 character cut in half', [0xd6, 0xd0, 0xce]],
  ['a UTF-8 mark before something else', [0xef, 0xbb, 0xbf, 0xd6, 0xd0]],
  ['UTF-32, whose mark begins like that of UTF-16', [0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]],
  ['UTF-16 with half a character', [0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]],
])('%s is unreadable', async (_name, bytes) => {
  const cwd = folderWith({ 'x.txt': Uint8Array.from(bytes) });
  const { status, stdout, stderr } = await gouji({ cwd }, 'check', '.');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('./x.txt：不是 UTF-8、GB18030');
});

test('an empty file is a text, and no report', async () => {
  const { status, stderr } = await gouji({ cwd: folderWith({ 'x.txt': '' }) }, 'check', 'x.txt');
  expect(status).toBe(0);
  expect(stderr).toContain('不是政府信息公开工作年度报告');
});

test('GB18030 holds every character its decoder knows, and says which it does not', () => {
  const text = 'A中文，　€⼀㐀𠀀\u{10ffff}\ufe10';
  expect(decode(encodeGb18030(text) ?? new Uint8Array())).toEqual({ text, encoding: { name: 'gb18030', mark: false } });
  expect(encodeGb18030('一\ud800')).toBeNull();
});

test('lines that did not change keep their bytes where GB18030 has two codes for one character', () => {
  const bytes = Buffer.concat([Buffer.from([0xa3, 0xa0, 0xd6, 0xd0, 0x0d, 0x0a]), Buffer.from([0xa3, 0xb1])]);
  const before = '\u3000中\r\n１';
  expect(decode(bytes)?.text).toBe(before);
  const after = encodeAgain({ bytes, before, after: '\u3000中\r\n1', encoding: { name: 'gb18030', mark: false } });
  expect(after).toEqual(Buffer.from([0xa3, 0xa0, 0xd6, 0xd0, 0x0d, 0x0a, 0x31]));
});

test.each([...'\ud800\ue5e5'])('a character without bytes in GB18030 is refused, not replaced', (character) => {
  const rewriting = { bytes: Buffer.from('A'), before: 'A', after: character, encoding: { name: 'gb18030', mark: false } } as const;
  expect(encodeAgain(rewriting)).toBeNull();
});
