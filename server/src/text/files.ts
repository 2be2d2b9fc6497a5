// Files of a folder to look into, by extension and in order, and advice for those that cannot be read yet.

/** Never looked into inside a folder. */
const PASSED_OVER: ReadonlySet<string> = new Set(['.git', 'node_modules']);

const TEXT_EXTENSIONS: ReadonlySet<string> = new Set(['.txt', '.md', '.html', '.htm']);
const WORD_EXTENSIONS: ReadonlySet<string> = new Set(['.docx', '.doc']);
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

/** What is met in a folder. Links are neither, so that a walk ends. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** What of a folder is looked into, in code-point order of the whole paths. */
export function entriesToVisit<Entry extends FolderEntry>(entries: readonly Entry[], isRead: (name: string) => boolean = isTextFile): readonly Entry[] {
  return entries
    .filter(({ name, kind }) => (kind === 'folder' ? !PASSED_OVER.has(name) : kind === 'file' && isRead(name)))
    .toSorted((one, other) => compareCodePoints(orderKey(one), orderKey(other)));
}

/** Documents that a folder holds and nobody reads, in the same order: they may be the reports that were looked for. */
export function documentsIn<Entry extends FolderEntry>(entries: readonly Entry[]): readonly (Entry & { readonly advice: string })[] {
  return entries
    .flatMap((entry) => {
      const advice = entry.kind === 'file' && !LOCK_FILE.test(entry.name) ? ADVICE[extensionOf(entry.name)] : undefined;
      return advice === undefined || advice === ARCHIVE ? [] : [{ ...entry, advice }];
    })
    .toSorted((one, other) => compareCodePoints(one.name, other.name));
}

/** What Word and LibreOffice put beside a document while it is open. */
const LOCK_FILE = /^(?:~\$|\.)/u;

/**
 * What Word, WPS and LibreOffice put beside a document that is open in them. Word leaves out the first two characters
 * of a long name, the first of one with seven.
 */
export function ownerFilesOf(name: string): readonly string[] {
  const length = name.length - extensionOf(name).length;
  const left = length >= 8 ? 2 : length === 7 ? 1 : 0;
  return [...new Set([`~$${name.slice(left)}`, `~$${name}`, `.~${name}`, `.~lock.${name}#`])];
}

/** A Word document, or what may be a page that is called one; not what Word puts beside a document while it is open. */
export function isWordFile(name: string): boolean {
  return WORD_EXTENSIONS.has(extensionOf(name)) && !LOCK_FILE.test(name);
}

/** Word opens texts and pages under these names, and programs write pages under them. */
export function isTextInDisguise(path: string): boolean {
  return WORD_EXTENSIONS.has(extensionOf(path));
}

const REPORT_NAME = /信息公开.*(?:年度报告|年报|工作报告)/u;

/** Whoever calls a file so expects it to be checked. */
export function hasReportName(name: string): boolean {
  return REPORT_NAME.test(name);
}

/** What formats of one report have in common: the name without `.docx`, `.nb.txt`. */
export function stemOf(name: string): string {
  return name.slice(0, name.length - extensionOf(name).length).replace(/\.nb$/iu, '');
}

export function isHtmlFile(path: string): boolean {
  return HTML_EXTENSIONS.has(extensionOf(path));
}

/** What to do about a kind of file that cannot be read, by its name or its first bytes; null where it can be tried. */
export function adviceFor(path: string, bytes: Uint8Array): string | null {
  const byName = ADVICE[extensionOf(path)];
  if (byName !== undefined) return byName;
  const beginning = String.fromCharCode(...bytes.subarray(0, 8));
  return SIGNATURES.find(([signature]) => beginning.startsWith(signature))?.[1] ?? null;
}

export function isTextFile(name: string): boolean {
  return TEXT_EXTENSIONS.has(extensionOf(name));
}

/** `.txt`, in lower case; empty where there is none, as in `.txt` itself. */
function extensionOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot).toLowerCase();
}

/** With its slash a folder stands where its files' whole paths would, among the files beside it. */
function orderKey({ name, kind }: FolderEntry): string {
  return kind === 'folder' ? `${name}/` : name;
}

/** UTF-16 order differs where one name has a character beyond U+FFFF. */
function compareCodePoints(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    if (one[at] === other[at]) continue;
    return (one.codePointAt(at) ?? 0) - (other.codePointAt(at) ?? 0);
  }
  return one.length - other.length;
}
