// OpenDocument: the text that the engine reads, with a map from each place in it back to the source, and edits of the text back into it.

import type { Edit } from '../text/edits.ts';
import type { Span } from '../text/span.ts';
import type { Authorship } from '../text/authorship.ts';

export interface OpenDocument {
  readonly kind: 'word';
  readonly text: string;
  readonly map: DocumentMap;
  readonly can: Abilities;
  /** What stands in the document and is no part of the text, each once. */
  readonly notes: readonly DocumentNote[];
  /** Of them what is not to be published, with the number of persons named in the document. Worked out when asked for. */
  readonly remains: () => DocumentRemains;
  /** The edits of its text that the document cannot take; cheap enough to be asked while somebody types. */
  readonly refusals: (edits: readonly Edit[]) => readonly Refusal[];
  /** The document with edits of its text; nothing where one of them is refused. What was written is read again and held against the text. */
  readonly save: (edits: readonly Edit[], options: SaveOptions) => Saved;
  /** A copy with comments at those places, beside the ones that it has. */
  readonly annotate: (comments: readonly DocumentComment[], by: Authorship) => Annotated;
  /** A copy to be published: revisions accepted, without comments, hidden words and names of persons; its text is the same. */
  readonly clean: () => Annotated;
}

export interface DocumentComment {
  /** In the text; empty at a blank cell. */
  readonly span: Span;
  /** A line feed begins a paragraph. */
  readonly text: string;
}

/** `problem` is Chinese: what to do first, then why. */
export type Annotated = { readonly bytes: Uint8Array } | { readonly problem: string };

/** Who changed it and when counts where the change is kept as a revision. */
export interface SaveOptions extends Authorship {
  /** As revisions also where the document does not keep them. */
  readonly asRevisions?: boolean;
}

export type Saved = { readonly bytes: Uint8Array } | { readonly refused: readonly Refusal[] };

export interface Refusal {
  readonly edit: Edit;
  readonly reason: RefusalReason;
  /** Chinese: what to do first, then why. */
  readonly message: string;
}

export type RefusalReason = Exclude<Lock, 'between'> | 'math' | 'cells' | 'merged' | 'rows' | 'paragraphs' | 'characters' | 'protected' | 'signed' | 'unclear';

/** `problem` is Chinese: what to do first, then why. */
export type Opening = OpenDocument | { readonly problem: string };

/** What features ask before they offer anything. */
interface Abilities {
  /** Words and numbers can be changed where they stand. */
  readonly edit: boolean;
  /** Lines, rows and parts can be added or moved. */
  readonly restructure: boolean;
  /** Whatever is changed becomes a revision, whether that is asked for or not. */
  readonly keepsRevisions: boolean;
}

/** `pictures` and `objects` may be tables that nobody reads: whoever misses one tells of them. */
export type NoteKind = 'hidden' | 'struck' | 'comments' | 'revisions' | 'stacked' | 'unfinished-field' | 'included' | 'pictures' | 'objects';

export interface DocumentNote {
  readonly kind: NoteKind;
  readonly count: number;
  /** Chinese, a whole sentence. */
  readonly message: string;
}

/** What a document still holds that is not to be published with it. */
export type DocumentRemains = ReadonlyMap<NoteKind | RemainKind, number>;

export type RemainKind = Extract<NoteKind, 'revisions' | 'comments' | 'hidden' | 'struck'> | 'authors';

/** Counted from 1, as a person counts in the document: tables, their rows, the cells of a row. Rows that are deleted as revisions count. */
export type Place =
  | { readonly kind: 'cell'; readonly table: number; readonly row: number; readonly cell: number }
  /** Of the paragraphs outside tables that are not empty. */
  | { readonly kind: 'paragraph'; readonly paragraph: number };

/** Why a place in the text cannot be changed where it stands. */
export type Lock = 'numbering' | 'field' | 'control' | 'between';

export interface SourceSpan {
  /** The name of the entry in the archive. */
  readonly part: string;
  /** Into the decoded text of the part. */
  readonly span: Span;
  readonly lock: Lock | null;
}

export interface DocumentMap {
  /** Null in a text without paragraphs. */
  readonly placeAt: (offset: number) => Place | null;
  /** Where the characters of a span stand in the source, in order; what was added for reading (tabs between cells) has no place there. */
  readonly sourceOf: (span: Span) => readonly SourceSpan[];
}
