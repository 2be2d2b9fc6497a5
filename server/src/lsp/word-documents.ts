// Word documents behind the open texts: opens and saves them for our own client, and finds the edits that they cannot take.

import type { Connection } from 'vscode-languageserver';
import { commentsOf } from '../features/comments.ts';
import { type Authorship, authorship, ourselves } from '../text/authorship.ts';
import type { OpenDocument, Opening } from '../documents/document.ts';
import {
  type ANNOTATE_METHOD,
  type CLEAN_METHOD,
  READ_DOCUMENT_METHOD,
  type OpenedDocument,
  type ParamsOf,
  type ResultOf,
  type SAVE_DOCUMENT_METHOD,
  type SavedDocument,
} from '../protocol/requests.ts';
import type { CheckOptions } from '../check.ts';
import type { Finding } from '../findings/finding.ts';
import { fromBase64, toBase64 } from '../text/base64.ts';
import { editsBetween } from '../text/edits.ts';
import { MAX_FILE_BYTES } from '../text/limits.ts';
import { MAX_DOCUMENTS_ASIDE, MAX_KEPT_DOCUMENTS } from './limits.ts';
import type { Runtime } from './runtime.ts';
import type { WordSettings } from './settings.ts';

export interface WordDocuments {
  /** What the text of a document is; `keep`: it is shown in an editor. */
  readonly open: (params: { readonly uri: string; readonly bytes: string; readonly keep: boolean }) => OpenedDocument;
  /** The document, as it is on the disk now, with its new text. */
  readonly save: (params: ParamsOf<typeof SAVE_DOCUMENT_METHOD>, settings: WordSettings) => SavedDocument;
  /** To be awaited before `of`: a server that was started anew asks the client for the document. */
  readonly load: (uri: string) => Promise<void>;
  /** As it was opened or saved last; null for what is no Word document. */
  readonly of: (uri: string) => OpenDocument | null;
  readonly forget: (uri: string) => void;
  /** A copy of the document, whose text this is, with findings as comments; null for what is no Word document. */
  readonly annotate: (
    of: { readonly uri: string; readonly text: string; readonly settings: WordSettings },
    findings: readonly Finding[],
  ) => ResultOf<typeof ANNOTATE_METHOD> | null;
  /** A copy of the document to be published; null for what is no Word document. */
  readonly clean: (uri: string, text: string) => ResultOf<typeof CLEAN_METHOD> | null;
  /** For a check: what the document that was opened last under this address still holds beside its text. */
  readonly remainsOf: (uri: string) => Pick<CheckOptions, 'remains'>;
}

interface Kept {
  readonly bytes: Uint8Array;
  readonly document: OpenDocument;
}

const PAGE = '请改名为 .html 再打开：这是网页，不是 Word 文档';
const NO_BYTES = '请重新打开：没有收到文档的内容';
const CHANGED = '没有保存：文档已被其他程序（如 Word）改动。请先把您的改动复制出来，关闭后重新打开，再改一次';
const UNSAVED = '请先保存，再生成副本：副本由已保存的文档生成';

function isWordUri(uri: string): boolean {
  return /\.docx(?:[?#]|$)/iu.test(uri);
}

interface WordContext {
  readonly connection: Connection;
  readonly runtime: Runtime;
  /** The client can be asked for a document. */
  readonly asks: boolean;
}

export function createWordDocuments({ connection, runtime, asks }: WordContext): WordDocuments {
  const kept = new Map<string, Kept>();
  /** Those that were read for a check alone, until it comes. */
  const aside = new Map<string, Kept>();

  function openBytes(uri: string, base64: string): Kept | { readonly problem: string } {
    const bytes = base64.length > MAX_FILE_BYTES * 2 ? null : fromBase64(base64);
    if (bytes === null) return { problem: NO_BYTES };
    const opening: Opening | null = runtime.openDocument(bytes, uri);
    if (opening === null) return { problem: PAGE };
    return 'problem' in opening ? opening : { bytes, document: opening };
  }

  function keep(documents: Map<string, Kept>, uri: string, opened: Kept): void {
    const most = documents === kept ? MAX_KEPT_DOCUMENTS : MAX_DOCUMENTS_ASIDE;
    documents.delete(uri);
    documents.set(uri, opened);
    for (const [oldest] of documents) if (documents.size > most) documents.delete(oldest);
  }

  function open({ uri, bytes, keep: isShown }: Parameters<WordDocuments['open']>[0]): OpenedDocument {
    const opened = openBytes(uri, bytes);
    if ('problem' in opened) return opened;
    keep(isShown ? kept : aside, uri, opened);
    const { text, notes } = opened.document;
    return { text, notes: notes.map(({ message }) => message) };
  }

  function save({ uri, bytes, text, asRevisions = false }: Parameters<WordDocuments['save']>[0], settings: WordSettings): SavedDocument {
    const current = openBytes(uri, bytes);
    if ('problem' in current) return current;
    const before = kept.get(uri);
    // What was typed is about the words that were shown; a look that Word changed meanwhile stays.
    if (before !== undefined && before.document.text !== current.document.text) return { problem: CHANGED };
    const saved = current.document.save(editsBetween(current.document.text, withLineFeeds(text)), {
      ...by(settings),
      asRevisions: asRevisions || settings.revisions,
    });
    if ('refused' in saved) {
      const [first] = saved.refused;
      return { problem: `没有保存：有${saved.refused.length}处改动写不进 Word 文档，请先恢复。${first?.message ?? ''}` };
    }
    const problem = runtime.replaceFile?.(uri, current.bytes, saved.bytes);
    if (typeof problem === 'string') return { problem };
    // Where the client writes it, it opens it again.
    if (problem === null) open({ uri, bytes: toBase64(saved.bytes), keep: true });
    return problem === null ? { written: true } : { bytes: toBase64(saved.bytes) };
  }

  async function load(uri: string): Promise<void> {
    if (!asks || !isWordUri(uri) || kept.has(uri)) return;
    const answer = await connection.sendRequest<{ readonly bytes: string } | null>(READ_DOCUMENT_METHOD, { uri }).catch(() => null);
    if (answer !== null && !kept.has(uri)) open({ uri, bytes: answer.bytes, keep: true });
  }

  function annotate({ uri, text, settings }: Parameters<WordDocuments['annotate']>[0], findings: readonly Finding[]): ResultOf<typeof ANNOTATE_METHOD> | null {
    const known = kept.get(uri);
    if (known === undefined) return null;
    if (known.document.text !== withLineFeeds(text)) return { problem: UNSAVED };
    const annotated = known.document.annotate(commentsOf(findings), by(settings));
    return 'problem' in annotated ? annotated : { bytes: toBase64(annotated.bytes), count: findings.length };
  }

  function clean(uri: string, text: string): ResultOf<typeof CLEAN_METHOD> | null {
    const known = kept.get(uri);
    if (known === undefined) return null;
    if (known.document.text !== withLineFeeds(text)) return { problem: UNSAVED };
    const copy = known.document.clean();
    return 'problem' in copy ? copy : { bytes: toBase64(copy.bytes) };
  }

  function remainsOf(uri: string): Pick<CheckOptions, 'remains'> {
    const document = (kept.get(uri) ?? aside.get(uri))?.document;
    aside.delete(uri);
    return document === undefined ? {} : { remains: document.remains() };
  }

  return { annotate, clean, remainsOf, open, save, load, of: (uri) => kept.get(uri)?.document ?? null, forget: (uri) => void kept.delete(uri) };
}

function withLineFeeds(text: string): string {
  return text.replaceAll(/\r\n?/gu, '\n');
}

function by({ author, date }: WordSettings): Authorship {
  return authorship(author, date) ?? ourselves();
}
