// Finds and reads the files of a folder to check, bounded, through the editor's file system.

import { FileType, l10n, Uri, workspace, type CancellationToken } from 'vscode';
import { decode, decodeDamaged } from '../../../server/src/text/decode.ts';
import { adviceFor, documentsIn, entriesToVisit, isTextFile, isWordFile, type FolderEntry } from '../../../server/src/text/files.ts';
import { MAX_FILE_BYTES } from '../../../server/src/text/limits.ts';
import { wordsOf } from '../word/word-file-system.ts';
import { isWordDocument, textUri } from '../word/word-uris.ts';
import { messageOf } from '../server-process/errors.ts';

export interface FoundFile {
  readonly uri: Uri;
  /** From the folder's own name on. */
  readonly path: string;
  /** Why it cannot be looked into, for a folder whose entries cannot be listed. */
  readonly problem?: string;
  /** What to do about a document that is not read, such as Word's. */
  readonly advice?: string;
}

export type FileContent = { readonly text: string } | { readonly problem: string };

/** The files the command line would take, in its order, until it is cancelled; behind those of a folder its documents that are not read. Links are passed over, so the walk ends. */
export async function* filesOf(folder: Uri, token?: CancellationToken, path = nameOf(folder)): AsyncGenerator<FoundFile> {
  if (token?.isCancellationRequested === true) return;
  let entries: readonly FolderEntry[];
  try {
    entries = (await workspace.fs.readDirectory(folder)).map(([name, type]) => ({ name, kind: kindOf(type) }));
  } catch (error) {
    yield { uri: folder, path, problem: whyOf(error) };
    return;
  }
  for (const { name, kind } of entriesToVisit(entries, isRead)) {
    const uri = Uri.joinPath(folder, name);
    if (kind === 'folder') yield* filesOf(uri, token, `${path}/${name}`);
    else yield { uri, path: `${path}/${name}` };
  }
  for (const { name, advice } of documentsIn(entries)) if (!isRead(name)) yield { uri: Uri.joinPath(folder, name), path: `${path}/${name}`, advice };
}

/** Texts, and Word documents. */
function isRead(name: string): boolean {
  return isTextFile(name) || (isWordFile(name) && isWordDocument(Uri.from({ scheme: 'file', path: `/${name}` })));
}

/** What the person sees in an editor goes before what is saved. */
export async function contentOf({ uri, path }: FoundFile): Promise<FileContent> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === textUri(uri).toString() && !document.isClosed);
  if (open?.isDirty === true) return { text: open.getText() };
  try {
    if (isWordDocument(uri)) return { text: await wordsOf(uri) };
    const bytes = await readBounded(uri, MAX_FILE_BYTES);
    if (bytes === null) return { problem: l10n.t('larger than {0} MB', MAX_FILE_BYTES / 1024 / 1024) };
    const advice = adviceFor(path, bytes);
    if (advice !== null) return { problem: advice };
    const decoded = decode(bytes) ?? decodeDamaged(bytes);
    return decoded ?? { problem: l10n.t('not text in UTF-8, GB18030 (GBK), or UTF-16 with a byte-order mark') };
  } catch (error) {
    return { problem: whyOf(error) };
  }
}

/** Null where there is more than is read, or a link leads to a device: that is said to be empty, and may never end. */
export async function readBounded(uri: Uri, max: number): Promise<Uint8Array | null> {
  const { size, type } = await workspace.fs.stat(uri);
  // A link that leads nowhere is of no known kind either, but has the size of its own words; reading it says that nothing is there.
  const isDevice = size === 0 && (type & (FileType.File | FileType.Directory)) === 0;
  return size > max || isDevice ? null : workspace.fs.readFile(uri);
}

function kindOf(type: FileType): FolderEntry['kind'] {
  if (type === FileType.Directory) return 'folder';
  return type === FileType.File ? 'file' : 'other';
}

function nameOf(folder: Uri): string {
  return (
    workspace.workspaceFolders?.find(({ uri }) => uri.toString() === folder.toString())?.name ?? folder.path.split('/').findLast((part) => part !== '') ?? '/'
  );
}

function whyOf(error: unknown): string {
  return l10n.t('cannot be read: {0}', messageOf(error));
}
