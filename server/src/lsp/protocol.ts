// What do our own client and server say to each other beyond the protocol? Names and plain shapes only.

import type { Diagnostic } from 'vscode-languageserver';
import type { EquationTally } from '../check/finding.ts';
import type { FormRewrite } from '../features/requests/convert-form.ts';
import type { EquationGroup } from '../features/requests/equations.ts';
import type { FilledTable } from '../features/requests/fill-table.ts';
import type { Beginning, NewReport } from '../features/requests/new-report.ts';
import type { PreviousLink } from '../features/requests/previous.ts';
import type { ReviewedNumber } from '../features/requests/review.ts';
import type { SelectionSum } from '../features/requests/selection-sum.ts';
import type { Totals } from '../features/requests/totals.ts';
import type { FormId } from '../forms/form.ts';
import type { Position, Range } from '../text/span.ts';

/** The language of documents that are reports by name or by the person's choice. */
export const LANGUAGE_ID = 'gov-report';

/** `initializationOptions`; all of it may be absent. */
export interface InitializationOptions {
  /** The settings of the section `gouji`, for clients without `workspace/configuration`. */
  readonly gouji?: unknown;
  /** Send `gouji/status`. */
  readonly status?: boolean;
  /** The client answers `gouji/readText` and has the command `gouji.remark`. */
  readonly remarks?: boolean;
  /** Languages whose documents the server may format; left out: all. Only for clients that take registrations. */
  readonly formats?: readonly string[];
  /** The client has the command `gouji.convertForm`, which shows what needs judgement. */
  readonly convertsForm?: boolean;
  /** The editor opens our page on 条例 itself, by `OPEN_LAW_COMMAND`; else links name the page as a file. */
  readonly opensLaw?: boolean;
}

/** Opens our page on 条例; its one argument is the article, as cited (第十四条). */
export const OPEN_LAW_COMMAND = 'gouji.openLaw';

/** Server to client, once for each version of a document that was checked: what was recognised, and how it stands. */
export const STATUS_METHOD = 'gouji/status';

export interface StatusParams {
  readonly uri: string;
  /** Of the text that was checked. */
  readonly version: number;
  readonly recognised: boolean;
  readonly form: FormId | null;
  readonly hybrid: boolean;
  readonly evidence: {
    readonly rows: FormId | null;
    readonly headers: FormId | null;
    readonly year: FormId | null;
  };
  readonly year: number | null;
  readonly unit: string | null;
  readonly equations: EquationTally;
  /** Cells of tables three and four that are still blank; they count as 0 where that fits. */
  readonly blanks: number;
  /** What was not checked and why, one line a reason. */
  readonly uncheckedReasons: readonly string[];
}

/** Client to server: what would a copied block make of the table at a place? Null where there is no report. */
export const FILL_METHOD = 'gouji/fillTable';

export interface FillParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
  /** As it came from the clipboard. */
  readonly block: string;
}

/** `version` is that of the text the ranges speak of. */
export type FillResult = FilledTable & { readonly version: number };

/** Client to server: which totals would change if they were set to their sums? Null where there is no report. */
export const TOTALS_METHOD = 'gouji/totals';

export interface TotalsParams {
  readonly textDocument: { readonly uri: string };
}

/** `version` is that of the text the ranges speak of. */
export type TotalsResult = Totals & { readonly version: number };

/** Client to server: how does every equation stand? Null where there is no report. */
export const EQUATIONS_METHOD = 'gouji/equations';

export interface EquationsParams {
  readonly textDocument: { readonly uri: string };
}

export interface EquationsResult {
  /** Of the text the ranges speak of. */
  readonly version: number;
  readonly groups: readonly EquationGroup[];
}

/** Server to client: what is in a file? Asked of our own client, which reads from any file system. */
export const READ_TEXT_METHOD = 'gouji/readText';

export interface ReadTextParams {
  readonly uri: string;
}

/** Null: there is no such file. `problem` is Chinese: there is one that cannot be read. */
export type FileText = { readonly text: string | null } | { readonly problem: string };

/** The client's command behind the fixes that write `.gouji.json`; takes one `RemarkCommand`. */
export const REMARK_COMMAND = 'gouji.remark';
export type { RemarkCommand } from '../features/code-actions/remarks.ts';

/** Client to server: what does the text of `.gouji.json` become by a change? */
export const REMARK_METHOD = 'gouji/remark';

export interface RemarkParams {
  readonly textDocument: { readonly uri: string };
  /** What is in the file now; null where there is none. */
  readonly text: string | null;
  /** Out of the command, as it came. */
  readonly change: unknown;
  /** What the person answered. */
  readonly note: string | null;
}

export type RemarkResult = { readonly text: string } | { readonly problem: string };

/** Client to server: which numbers of the prose are backed, consistent, unbacked, contradicted? Null where there is no report. */
export const REVIEW_METHOD = 'gouji/review';

export interface ReviewParams {
  readonly textDocument: { readonly uri: string };
}

export interface ReviewResult {
  /** Of the text the ranges speak of. */
  readonly version: number;
  readonly numbers: readonly ReviewedNumber[];
}

/** Client to server: what do the selected numbers come to? Null where fewer than two are selected, or there is no report. */
export const SELECTION_METHOD = 'gouji/selection';

export interface SelectionParams {
  readonly textDocument: { readonly uri: string };
  readonly ranges: readonly Range[];
}

export type SelectionResult = SelectionSum;

/** Client to server: the beginning of a new report, out of organ, year and what may be last year's report. */
export const NEW_REPORT_METHOD = 'gouji/newReport';

export type NewReportParams = Beginning;
export type NewReportResult = NewReport;

/** Client to server: what does the check say of a text that is not open? */
export const CHECK_TEXT_METHOD = 'gouji/checkText';

export interface CheckTextParams {
  readonly uri: string;
  readonly text: string;
}

/** `off`: the settings say not to check it. `other`: no report. */
export type CheckTextResult =
  | { readonly kind: 'off' | 'other' }
  | { readonly kind: 'report'; readonly equations: EquationTally; readonly diagnostics: readonly Diagnostic[] };

/** Client to server: the reports of the workspace as far as their names tell, to be gone to by organ and year. Replaces those sent before. */
export const WORKSPACE_FILES_METHOD = 'gouji/workspaceFiles';

export interface WorkspaceFilesParams {
  readonly files: readonly { readonly uri: string; readonly text: string }[];
}

/** Client to server: what of last year's report is to be written down? Null where the draft is no report. */
export const PREVIOUS_METHOD = 'gouji/previous';

export interface PreviousParams {
  /** This year's draft. */
  readonly textDocument: { readonly uri: string };
  /** Of the file chosen as last year's report. */
  readonly text: string;
  readonly path: string;
}

export type PreviousResult = PreviousLink;

/** Rewrites the document in front to the form in force. */
export const CONVERT_FORM_COMMAND = 'gouji.convertForm';

/** Client to server: how would this report of the 2019 form look in the 2021 form? Null where it is of no such form. */
export const CONVERT_FORM_METHOD = 'gouji/convertForm';

export interface ConvertFormParams {
  readonly textDocument: { readonly uri: string };
}

/** `version` is that of the text the ranges speak of. */
export type ConvertFormResult = FormRewrite & { readonly version: number };
