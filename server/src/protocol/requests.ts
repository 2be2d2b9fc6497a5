// Requests, notifications and options between our own client and server beyond LSP: names and plain shapes only.

import type { Diagnostic, TextEdit } from 'vscode-languageserver';
import type { FolderReviewAnswer, FolderReviewStep, ReviewNotesAnswer, ReviewNotesStep } from './folder-review.ts';
import type { EquationTally } from '../equations/evaluate.ts';
import type { FormRewrite } from '../features/requests/convert-form-request.ts';
import type { ReadinessParams } from '../features/readiness.ts';
import type { TableCells } from '../features/requests/cells-request.ts';
import type { EquationGroup } from '../features/requests/equations-request.ts';
import type { FilledTable } from '../features/requests/fill-table-request.ts';
import type { Beginning, NewReport } from '../features/requests/new-report-request.ts';
import type { PreviousLink } from '../features/requests/previous-request.ts';
import type { ReviewedNumber } from '../features/requests/review-request.ts';
import type { SilencedEntry } from '../features/requests/silenced-request.ts';
import type { SelectionSum } from '../features/requests/selection-sum-request.ts';
import type { Totals } from '../features/requests/totals.ts';
import type { FormView } from '../features/form-view/form-view.ts';
import type { CellKey, FormId } from '../forms/form.ts';
import type { Position, Range } from '../text/span.ts';

/** The language of documents that are reports by name or by the person's choice. */
export const LANGUAGE_ID = 'gov-report';

/** `initializationOptions`; all of it may be absent. */
export interface InitializationOptions {
  /** The settings of the section `gouji`, for clients without `workspace/configuration`. */
  readonly gouji?: unknown;
  /** Send `gouji/status`. */
  readonly status?: boolean;
  /** The client answers `gouji/readText` and has the command `gouji.writeSuppression`. */
  readonly suppressions?: boolean;
  /** Languages whose documents the server may format; left out: all. Only for clients that take registrations. */
  readonly formats?: readonly string[];
  /** The client has the command `gouji.convertForm`, which shows what needs judgement. */
  readonly convertsForm?: boolean;
  /** The client has the command `gouji.select`. */
  readonly selects?: boolean;
  /** The client has the command `gouji.reopenWithEncoding`. */
  readonly reopens?: boolean;
  /** The client answers `gouji/readDocument`, and has the commands `gouji.fixAsRevision` and `gouji.cleanDocument`. */
  readonly documents?: boolean;
  /** The editor opens our pages itself, by the commands below; else links name them as files. */
  readonly opensPages?: boolean;
}

/** Opens our page on 条例; its one argument is the article, as cited (第十四条). */
export const OPEN_LAW_COMMAND = 'gouji.openLaw';
/** Opens the page of a rule; its one argument is the rule's id. */
export const OPEN_RULE_COMMAND = 'gouji.openRule';

/** Opens the document in front again as GB18030. */
export const REOPEN_COMMAND = 'gouji.reopenWithEncoding';

/** Selects a place of an open document and shows it; its arguments are the address and the range. */
export const SELECT_COMMAND = 'gouji.select';

/** Changes a Word document as its arguments say (address, version, edits), as revisions, and saves it. */
export const FIX_AS_REVISION_COMMAND = 'gouji.fixAsRevision';

/** Makes a clean copy of the Word document in front. */
export const CLEAN_COMMAND = 'gouji.cleanDocument';

/** Server to client, once for each version of a document that was checked: what was recognised, and how it stands. */
export const STATUS_METHOD = 'gouji/status';

export interface StatusParams {
  readonly uri: string;
  /** Of the text that was checked. */
  readonly version: number;
  readonly recognised: boolean;
  readonly form: FormId | null;
  readonly hybrid: boolean;
  /** The form that the report can be converted to; null where it is on the newest, or on no form alone. */
  readonly newerForm: FormId | null;
  readonly evidence: {
    readonly rows: FormId | null;
    readonly headers: FormId | null;
    readonly year: FormId | null;
  };
  readonly year: number | null;
  readonly unit: string | null;
  readonly equations: EquationTally;
  /** 可以报送, or what is in the way: the light takes its word from this. Null where there is no report. */
  readonly readiness: ReadinessParams | null;
  /** Cells of tables three and four that are still blank; they count as 0 where that fits. */
  readonly blanks: number;
  /** What was not checked and why, one line a reason. */
  readonly uncheckedReasons: readonly string[];
  /** Findings that are there and that the person had silenced. */
  readonly silenced: number;
  /** The path of last year's report, where one is linked. */
  readonly linked: string | null;
}

/** Server to client: what is in a file? Asked of our own client, which reads from any file system. */
export const READ_TEXT_METHOD = 'gouji/readText';

export interface ReadTextParams {
  readonly uri: string;
}

/** Null: there is no such file. `problem` is Chinese: there is one that cannot be read. */
export type FileText = { readonly text: string | null } | { readonly problem: string };

/** Server to client: the bytes of a Word document that is open as a text; null where they cannot be read. */
export const READ_DOCUMENT_METHOD = 'gouji/readDocument';

/** The code of findings about edits that a document cannot take. */
export { EDIT_REFUSED } from '../features/edit-refused.ts';

/** `notes`: what stands in the document and is no part of the text. `problem` is Chinese: why it cannot be read. */
export type OpenedDocument = { readonly text: string; readonly notes: readonly string[] } | { readonly problem: string };

export type ExportKind = 'docx' | 'html' | 'md';

/** The bytes in base64; `notes`: what was not written as it should, in Chinese. */
interface ExportedReport {
  readonly bytes: string;
  readonly notes: readonly string[];
}

/** `written`: the server has replaced the file; else the client writes the bytes (base64), and opens them again. `problem`: nothing is to be written. */
export type SavedDocument = { readonly written: true } | { readonly bytes: string } | { readonly problem: string };

/** The client's command behind the fixes that write `.gouji.json`; takes one `SuppressionCommand`. */
export const SUPPRESSION_COMMAND = 'gouji.writeSuppression';
export type { SuppressionCommand } from '../features/code-actions/suppression-actions.ts';

/** Rewrites the document in front to the form in force. */
export const CONVERT_FORM_COMMAND = 'gouji.convertForm';

/** What the client asks of the server: asked about a document that is no report, the answer is null. */
export const FILL_METHOD = 'gouji/fillTable';
export const TOTALS_METHOD = 'gouji/totals';
export const EQUATIONS_METHOD = 'gouji/equations';
export const REVIEW_METHOD = 'gouji/review';
export const SELECTION_METHOD = 'gouji/selection';
export const CELLS_METHOD = 'gouji/cells';
export const CONVERT_FORM_METHOD = 'gouji/convertForm';
export const SUPPRESSION_METHOD = 'gouji/rewriteSuppressions';
export const SILENCED_METHOD = 'gouji/silenced';
export const PREVIOUS_METHOD = 'gouji/previous';
export const NEW_REPORT_METHOD = 'gouji/newReport';
export const CHECK_TEXT_METHOD = 'gouji/checkText';
export const WORKSPACE_FILES_METHOD = 'gouji/workspaceFiles';
export const FORM_VIEW_METHOD = 'gouji/formView';
export const WRITE_CELL_METHOD = 'gouji/writeCell';
export const ALIVE_METHOD = 'gouji/alive';
export const OPEN_DOCUMENT_METHOD = 'gouji/openDocument';
export const SAVE_DOCUMENT_METHOD = 'gouji/saveDocument';
export const EXPORT_METHOD = 'gouji/export';
export const ANNOTATE_METHOD = 'gouji/annotate';
export const CLEAN_METHOD = 'gouji/clean';
export const FOLDER_REVIEW_METHOD = 'gouji/folderReview';
export const REVIEW_NOTES_METHOD = 'gouji/reviewNotes';

export type { FormLayout, PartLayout, TableLayout } from '../rewrite/export/form-layout.ts';
export type { Paragraph } from '../features/form-view/form-prose.ts';
export type { CellView, EquationView, FindingView, FormView } from '../features/form-view/form-view.ts';
export type { ShownChange } from '../features/wire/shown-change.ts';

export interface OwnRequests {
  /** What would a block from the clipboard make of the table at a place? */
  readonly [FILL_METHOD]: {
    readonly params: OfVersion & { readonly position: Position; readonly block: string; /** The cell that the block begins in. */ readonly from?: CellKey };
    readonly result: Versioned<FilledTable>;
  };
  /** Which totals would change if they were set to their sums? */
  readonly [TOTALS_METHOD]: { readonly params: OfDocument; readonly result: Versioned<Totals> };
  /** How does every equation stand? */
  readonly [EQUATIONS_METHOD]: {
    readonly params: OfDocument;
    readonly result: Versioned<{ readonly groups: readonly EquationGroup[]; readonly readiness: ReadinessParams }>;
  };
  /** Which numbers of the prose are backed, consistent, unbacked, contradicted? */
  readonly [REVIEW_METHOD]: { readonly params: OfDocument; readonly result: Versioned<{ readonly numbers: readonly ReviewedNumber[] }> };
  /** Where do the cells of the tables stand? */
  readonly [CELLS_METHOD]: { readonly params: OfDocument; readonly result: Versioned<TableCells> };
  /** What do the selected numbers come to? Null also where fewer than two are selected. */
  readonly [SELECTION_METHOD]: { readonly params: OfVersion & { readonly ranges: readonly Range[] }; readonly result: SelectionSum };
  /** How would this report look in the form after its own? Null also where there is none. */
  readonly [CONVERT_FORM_METHOD]: { readonly params: OfDocument; readonly result: Versioned<FormRewrite> };
  /** What does the text of `.gouji.json` become by a change? */
  readonly [SUPPRESSION_METHOD]: { readonly params: SuppressionParams; readonly result: { readonly text: string } | { readonly problem: string } };
  /** What did the person silence in this document, and what takes it back? */
  readonly [SILENCED_METHOD]: { readonly params: OfDocument; readonly result: { readonly entries: readonly SilencedEntry[] } };
  /** What of last year's report is to be written down beside this draft? `text` and `path` are those of the file chosen. */
  readonly [PREVIOUS_METHOD]: { readonly params: OfDocument & { readonly text: string; readonly path: string }; readonly result: PreviousLink };
  /** The beginning of a new report, out of organ, year and what may be last year's report. */
  readonly [NEW_REPORT_METHOD]: { readonly params: Beginning; readonly result: NewReport };
  /** What is to be drawn in the layout of the form? `layout` is the one that the client knows. */
  readonly [FORM_VIEW_METHOD]: { readonly params: OfDocument & { readonly layout: string | null }; readonly result: Versioned<FormView> };
  /** By which edits does a cell say this? The rows and tables that it needs are put in. */
  readonly [WRITE_CELL_METHOD]: { readonly params: OfVersion & { readonly key: CellKey; readonly text: string }; readonly result: Versioned<CellEdits> };
  /** The report in the official layout, as a file of that kind. Null also where no report is recognised. */
  readonly [EXPORT_METHOD]: { readonly params: OfDocument & { readonly kind: ExportKind }; readonly result: ExportedReport };
  /** A copy of the Word document with the findings that are shown as comments. Null also where it is none. */
  readonly [ANNOTATE_METHOD]: {
    readonly params: OfDocument;
    readonly result: { readonly bytes: string; readonly count: number } | { readonly problem: string };
  };
  /** A copy of the Word document to be published. Null also where it is none. */
  readonly [CLEAN_METHOD]: { readonly params: OfDocument; readonly result: { readonly bytes: string } | { readonly problem: string } };
  /** One step of a folder's review. */
  readonly [FOLDER_REVIEW_METHOD]: { readonly params: FolderReviewStep; readonly result: FolderReviewAnswer };
  /** Where do the reviewer's notes stand, and what does the file that keeps them become? */
  readonly [REVIEW_NOTES_METHOD]: { readonly params: ReviewNotesStep; readonly result: ReviewNotesAnswer };
  /** Does the server answer at all? */
  readonly [ALIVE_METHOD]: { readonly params: Readonly<Record<string, never>>; readonly result: null };
  /** What does the check say of a text that is not open? */
  readonly [CHECK_TEXT_METHOD]: { readonly params: { readonly uri: string; readonly text: string }; readonly result: CheckedText };
  /** The text of a Word document, given its bytes in base64; `keep`: it is shown in an editor, and will be saved. */
  readonly [OPEN_DOCUMENT_METHOD]: {
    readonly params: { readonly uri: string; readonly bytes: string; readonly keep: boolean };
    readonly result: OpenedDocument;
  };
  /** The document as it is now (base64) with another text; `asRevisions`: also where neither it nor the settings ask for them. */
  readonly [SAVE_DOCUMENT_METHOD]: {
    readonly params: { readonly uri: string; readonly bytes: string; readonly text: string; readonly asRevisions?: boolean };
    readonly result: SavedDocument;
  };
  /** The reports of the workspace as far as their names tell, to be gone to by organ and year. Replaces those sent before. */
  readonly [WORKSPACE_FILES_METHOD]: { readonly params: { readonly files: readonly { readonly uri: string; readonly text: string }[] }; readonly result: null };
}

export type OwnMethod = keyof OwnRequests;
export type ParamsOf<Method extends OwnMethod> = OwnRequests[Method]['params'];
export type ResultOf<Method extends OwnMethod> = OwnRequests[Method]['result'];

/** About a document that is open. */
interface OfDocument {
  readonly textDocument: { readonly uri: string };
}

/** The same, where places in the question speak of one version: of any other text the answer is LSP's `ContentModified`. */
interface OfVersion {
  readonly textDocument: { readonly uri: string; readonly version: number };
}

/** `version` is that of the text the ranges speak of. */
type Versioned<Answer> = Answer & { readonly version: number };

/** `reason` says in Chinese what to do instead. */
type CellEdits = { readonly kind: 'edits'; readonly edits: readonly TextEdit[] } | { readonly kind: 'refused'; readonly reason: string };

interface SuppressionParams extends OfDocument {
  /** What is in the file now; null where there is none. */
  readonly text: string | null;
  /** Out of the command, as it came. */
  readonly change: unknown;
  /** What the person answered. */
  readonly note: string | null;
}

/** `off`: the settings say not to check it. `other`: no report. */
type CheckedText =
  | { readonly kind: 'off' | 'other' }
  | {
      readonly kind: 'report';
      readonly equations: EquationTally;
      readonly readiness: ReadinessParams;
      readonly silenced: number;
      readonly diagnostics: readonly Diagnostic[];
    };
