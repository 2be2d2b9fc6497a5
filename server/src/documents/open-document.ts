// Opens a file that is no plain text, by what its bytes are, whatever its name says; what cannot be read is told with advice. The bundle of documents begins here.

import type { OpenDocument, Opening } from './document.ts';
import { OLE_SNIFFED_BYTES, SNIFFED_BYTES } from './limits.ts';
import { openWord, type WordTrouble } from './word/open-word.ts';
import { cleanCopy } from './word-clean/clean-copy.ts';
import { annotate } from './word-comment/annotate.ts';
import { editingOf } from './word-edit/word-editing.ts';
import { type Archive, readDirectory, type ZipTrouble } from './zip/directory.ts';

const TROUBLES: Readonly<Record<WordTrouble | ZipTrouble, Problem>> = {
  damaged: 'damaged',
  malformed: 'damaged',
  absent: 'noDocument',
  'no-document': 'noDocument',
  odd: 'odd',
  encoding: 'encoding',
  encrypted: 'encrypted',
  'too-many': 'tooLarge',
  'too-large': 'tooLarge',
  'too-deep': 'tooDeep',
};

/** Null: it is a text, also where it is named as a document (a page that is called .doc). Never throws. */
export function openDocument(bytes: Uint8Array, name: string): Opening | null {
  const kind = kindOf(name, bytes);
  if (kind === 'text') return null;
  if (kind !== 'zip') return problem(kind);
  const archive = readDirectory(bytes);
  if (typeof archive === 'string') return problem(TROUBLES[archive]);
  const other = otherArchive(archive, name);
  if (other !== null) return problem(other);
  const opened = openWord(archive);
  if (typeof opened !== 'string')
    return Object.assign(editingOf(opened), { annotate: (comments, by) => annotate(opened, comments, by), clean: () => cleanCopy(opened) } satisfies Pick<
      OpenDocument,
      'annotate' | 'clean'
    >);
  // A zip that nobody called a document is one that nobody opened.
  return problem(opened === 'no-document' && !/\.do[ct][xm]?$|\.wps$/iu.test(name) ? 'archive' : TROUBLES[opened]);
}

function problem(which: Problem): Opening {
  return { problem: PROBLEMS[which] };
}

/** Office programs pack many kinds of files as zip: an entry of its own tells each. */
function otherArchive({ entries }: Archive, name: string): Problem | null {
  if (entries.has('ofd.xml')) return 'ofd';
  if (entries.has('xl/workbook.xml') || entries.has('xl/workbook.bin')) return 'sheet';
  if (entries.has('ppt/presentation.xml')) return 'slides';
  if (entries.has('content.xml') && entries.has('mimetype')) return 'odt';
  if (/\.docm$/iu.test(name) || entries.has('word/vbaproject.bin')) return 'macros';
  return null;
}

/** Every message says first what to do, then why. */
const PROBLEMS = {
  oldWord: '请用 Word 或 WPS 打开，另存为 .docx，再检查：这是旧格式的文档（.doc、.wps），不能直接读取',
  encrypted: '请用 Word 或 WPS 打开，去掉打开密码后保存，再检查：文档有密码，不能读取',
  macros: '请用 Word 或 WPS 打开，另存为 .docx，再检查：这是带宏的文档（.docm），不读取',
  rtf: '请用 Word 或 WPS 打开，另存为 .docx，再检查：这是 RTF 格式的文档，不能直接读取',
  flatXml: '请用 Word 或 WPS 打开，另存为 .docx，再检查：这是 XML 格式的 Word 文档，不能直接读取',
  webArchive: '请用 Word 或 WPS 打开，另存为 .docx，再检查：这是单个文件的网页（.mht），不能直接读取',
  odt: '请打开后另存为 .docx，再检查：这是 ODF 格式的文档（.odt），不能直接读取',
  pdf: '请检查生成它的 Word 文档；没有的话，请打开后全选、复制到文本文件（.txt），再检查：PDF 不能直接读取',
  ofd: '请检查生成它的 Word 文档；没有的话，请打开后全选、复制到文本文件（.txt），再检查：OFD 不能直接读取',
  sheet: '请全选、复制到文本文件（.txt），再检查：电子表格不能直接读取',
  slides: '请检查年报的 Word 文档：这是演示文稿，不读取',
  archive: '请先解压，再检查里面的文件：这是压缩文件',
  empty: '请重新取得文件，再检查：文件是空的',
  damaged: '请用 Word 或 WPS 打开，能打开就另存一份，再检查；打不开请重新取得文件：文件已损坏，或没有下载完整',
  notZip: '请用 Word 或 WPS 打开，另存为 .docx，再检查：文件名是 .docx，内容却不是 Word 文档',
  noDocument: '请用 Word 或 WPS 打开，另存为 .docx，再检查：文件里没有 Word 正文',
  encoding: '请用 Word 或 WPS 打开，另存为 .docx，再检查：正文的编码不是 UTF-8 或 UTF-16，不能读取',
  tooLarge: '请删去与年报无关的内容（如大量图片），或把年报另存为单独的 .docx，再检查：解压后超过 64 MB，未读取',
  tooDeep: '请把表格复制到新文档中，另存为 .docx，再检查：表格一层套一层，套得太深，未读取',
  odd: '请用 Word 或 WPS 打开，另存为 .docx，再检查：压缩方式不常见，不能读取',
} as const;

type Problem = keyof typeof PROBLEMS;

/** An archive, and an empty one. */
const ZIPS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What the first bytes show, whatever the name says; `text` may be read as text, HTML too. */
function kindOf(name: string, bytes: Uint8Array): Problem | 'zip' | 'text' {
  const extension = /\.[^./\\]+$/u.exec(name)?.[0].toLowerCase() ?? '';
  if (bytes.length === 0 && extension === '.docx') return 'empty';
  if (OLE.every((byte, index) => bytes[index] === byte)) return oleKind(extension, bytes);
  if (ZIPS.some((signature) => signature.every((byte, index) => bytes[index] === byte))) return 'zip';
  const beginning = String.fromCharCode(...bytes.subarray(0, SNIFFED_BYTES));
  if (beginning.startsWith('%PDF-')) return 'pdf';
  if (beginning.startsWith('{\\rtf')) return 'rtf';
  if (
    /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml/u.test(beginning) &&
    /progid="Word\.Document"|schemas\.microsoft\.com\/office\/(?:word\/2003\/wordml|2006\/xmlPackage)/u.test(beginning)
  )
    return 'flatXml';
  if (/^(?:MIME-Version|From|Content-Type):/iu.test(beginning) && /multipart\/related/iu.test(beginning)) return 'webArchive';
  if (extension === '.docx' || extension === '.docm') return isHtml(beginning) ? 'text' : 'notZip';
  return 'text';
}

function isHtml(beginning: string): boolean {
  return /<(?:!doctype\s+html|html|head|meta|body|table|p|div)[\s>]/iu.test(beginning);
}

/** The names of streams are UTF-16 in the file's directory. */
function oleKind(extension: string, bytes: Uint8Array): Problem {
  const ends = [bytes.subarray(0, OLE_SNIFFED_BYTES), bytes.subarray(Math.max(0, bytes.length - OLE_SNIFFED_BYTES))];
  const has = (stream: string) => ends.some((end) => includes(end, stream));
  if (has('EncryptedPackage')) return 'encrypted';
  if (extension === '.docx' || extension === '.docm') return has('WordDocument') ? 'oldWord' : 'encrypted';
  if (extension === '.xls' || extension === '.et' || has('Workbook')) return 'sheet';
  return 'oldWord';
}

function includes(bytes: Uint8Array, word: string): boolean {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if ([...word].every((character, index) => bytes[at + index * 2] === character.charCodeAt(0) && bytes[at + index * 2 + 1] === 0)) return true;
  }
  return false;
}
