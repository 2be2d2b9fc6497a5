// Which kinds of file are looked into, and what helps with those that cannot be read yet?

import { extname } from 'node:path';

const TEXT_EXTENSIONS: ReadonlySet<string> = new Set(['.txt', '.md', '.html', '.htm']);
const HTML_EXTENSIONS: ReadonlySet<string> = new Set(['.html', '.htm']);

const WORD = '是 Word、WPS 一类的文档，还不能直接读取。请打开后全选、复制到文本文件（.txt），或另存为网页（.html），再检查';
const PDF = '是 PDF、OFD 一类的版式文件，还不能直接读取。请打开后全选、复制到文本文件（.txt），再检查';
const SHEET = '是电子表格，还不能直接读取。请全选、复制到文本文件（.txt），再检查';
const ARCHIVE = '是压缩文件，请先解压';

const ADVICE: Readonly<Record<string, string>> = {
  '.docx': WORD,
  '.doc': WORD,
  '.wps': WORD,
  '.odt': WORD,
  '.rtf': WORD,
  '.pdf': PDF,
  '.ofd': PDF,
  '.xlsx': SHEET,
  '.xls': SHEET,
  '.et': SHEET,
  '.zip': ARCHIVE,
  '.rar': ARCHIVE,
  '.7z': ARCHIVE,
};

/** First bytes by which such a file shows itself under any name. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', PDF],
  ['PK\u0003\u0004', '是 Word、WPS 文档或压缩文件，还不能直接读取。请打开后全选、复制到文本文件（.txt），再检查'],
  ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', WORD],
  ['{\\rtf', WORD],
];

/** Whether a file that is met in a folder is looked into. */
export function isTextFile(name: string): boolean {
  return TEXT_EXTENSIONS.has(extname(name).toLowerCase());
}

export function isHtmlFile(path: string): boolean {
  return HTML_EXTENSIONS.has(extname(path).toLowerCase());
}

/** What to do about a kind of file that cannot be read, by its name or its first bytes; null where it can be tried. */
export function adviceFor(path: string, bytes: Uint8Array): string | null {
  const byName = ADVICE[extname(path).toLowerCase()];
  if (byName !== undefined) return byName;
  const beginning = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  return SIGNATURES.find(([signature]) => beginning.startsWith(signature))?.[1] ?? null;
}
