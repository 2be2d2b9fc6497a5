// Report, Section, Table, TableRow, Cell: the parsed report as immutable data, one per version of the text. Spans are into the
// original text; nothing here knows of LSP or rules.

import type { CellKey, CellType, Form, FormId, SectionId, TableId } from '../forms/form.ts';
import type { LineIndex } from '../text/lines.ts';
import type { CellReading } from '../text/numbers.ts';
import type { Span } from '../text/span.ts';
import type { Claim, LastYearClaim, Relation } from './prose/claim-model.ts';

export interface Report {
  readonly text: string;
  /** Same length as `text`; see `text/fold.ts`. */
  readonly folded: string;
  readonly lines: LineIndex;
  /** False: several content anchors are missing, nothing else is said about the text. */
  readonly recognised: boolean;
  readonly detectedForm: FormEvidence;
  readonly title: Title | null;
  /** The organ named by the title, folded and single-spaced, or null. */
  readonly unit: string | null;
  readonly year: Year | null;
  /** 统计期限 as written, or null. */
  readonly period: Period | null;
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  readonly cells: ReadonlyMap<CellKey, Cell>;
  /** Ids of equations that were used to split digits which had run together: they prove nothing any more. */
  readonly equationsUsedToSplit: readonly string[];
  /** Two reports side by side, or in turn page by page: no number can be given to either, and nothing else is said. */
  readonly interleaved: boolean;
  /** A loop that stood still was ended: part of the text was not read, though it is there. */
  readonly halted: boolean;
  /** What merging left, from the first mark of each conflict to its last. */
  readonly conflicts: readonly Span[];
  /** Where a second report begins in the same text; it is not read. */
  readonly secondReport: Span | null;
  /** What the text says in numbers, in order; empty where the text is no report. */
  readonly claims: readonly Claim[];
  /** Numbers of the text that have to agree among themselves. */
  readonly relations: readonly Relation[];
  /** Numbers that last year's report has to bear out, where it is known. */
  readonly lastYear: readonly LastYearClaim[];
}

/** Which generation this is, and on what evidence. */
export interface FormEvidence {
  /** The form whose rows and equations apply; the newest where nothing tells. */
  readonly form: Form;
  /** What is printed of it (docs/cli.md): null where nothing tells. */
  readonly id: FormId | null;
  /** A 2021 report with one undivided （六） row. */
  readonly hybrid: boolean;
  readonly byRows: FormId | null;
  readonly byHeaders: FormId | null;
  readonly byYear: FormId | null;
}

export interface Title {
  readonly span: Span;
  /** Folded, joined over lines, single-spaced. */
  readonly text: string;
}

export interface Year {
  readonly value: number;
  readonly span: Span;
  /** `title` and `period` are stated; `opening` is inferred from the first words of part 一. */
  readonly source: 'title' | 'period' | 'opening';
}

export interface Period {
  readonly span: Span;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface Section {
  readonly id: SectionId;
  /** The heading without surrounding blanks, numeral included. */
  readonly heading: Span;
  /** The numeral as written and folded (`一`), or null. */
  readonly numeral: string | null;
  /** The title's words without numeral. */
  readonly titleSpan: Span;
  /** `typo` where only the key words of the title were recognised. */
  readonly match: LabelMatch;
  /** From the heading to the next one or the end. */
  readonly span: Span;
}

export interface Cell {
  readonly key: CellKey;
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
  readonly type: CellType;
  /** Its slice of the original is `text`; empty at the place where a blank cell would be filled. */
  readonly span: Span;
  readonly text: string;
  readonly reading: CellReading;
}

/** How a label was recognised: as printed (spaces aside), by a known alias, or in spite of a typing error. */
export type LabelMatch = 'printed' | 'alias' | 'typo';

export interface TableRow {
  readonly table: TableId;
  /** The row's id in the forms, in the words of docs/glossary.md. */
  readonly id: string;
  /** From the label to the last cell. */
  readonly span: Span;
  readonly label: Span;
  readonly match: LabelMatch;
}

/** One column header, where the layout shows it whole. */
export interface ColumnHeader {
  readonly table: TableId;
  readonly column: string;
  readonly span: Span;
  readonly match: LabelMatch;
}

export interface Table {
  readonly id: TableId;
  /**
   * `read`: rows with values were found. `empty`: labels, but no value at all.
   * `unreadable`: values were torn from their labels. `missing`: no trace of it.
   */
  readonly state: 'read' | 'empty' | 'unreadable' | 'missing';
  /** From its first label to its last cell; null when missing. */
  readonly span: Span | null;
  readonly rows: readonly TableRow[];
  readonly headers: readonly ColumnHeader[];
  readonly problems: readonly TableProblem[];
}

/** What the parser saw that is not as the form has it. Rules turn these facts into findings. */
export type TableProblem =
  /** A row with another number of values than the form has columns; its cells are absent. */
  /** `cells`: those of the row as they are printed, where a table of blocks in one row has another order than the form. */
  | {
      readonly kind: 'cell-count';
      readonly row: string;
      readonly span: Span;
      readonly found: number;
      readonly expected: number;
      readonly cells?: readonly CellKey[];
    }
  | { readonly kind: 'row-duplicate'; readonly row: string; readonly span: Span; readonly first: Span }
  /** A label with values that the form does not know. */
  | { readonly kind: 'row-unknown'; readonly span: Span; readonly text: string }
  /** Values whose rows cannot be told; `rows` are the labels left without values. By `columns`: header and sums contradict each other; by `order`: read in that of the form, while the sums hold in others too. */
  | { readonly kind: 'unreadable'; readonly span: Span; readonly rows: readonly string[]; readonly by?: 'columns' | 'order' }
  /** More than one reading fits; each reading is one list of values. */
  /** `broken`: the last number may go on in the next line, where digits stand alone. */
  | {
      readonly kind: 'ambiguous';
      readonly row: string;
      readonly span: Span;
      readonly readings: readonly (readonly number[])[];
      readonly broken?: true;
      readonly cells?: readonly CellKey[];
    }
  /** A column that the form does not have, by its header or by what stands in it; its cells are not read. */
  | { readonly kind: 'column-added'; readonly span: Span; readonly untitled?: true }
  /** Columns stand in another order than the form's, or the blocks of table four (`rows`). By the header they are read in its order; by the sums in that of the form. */
  | {
      readonly kind: 'column-order';
      readonly span: Span;
      readonly columns: readonly string[];
      readonly by: 'header' | 'sums';
      readonly rows?: readonly string[];
      /** The first block of table four whose columns stand in another order, where that is not its first, of which `columns` are. */
      readonly block?: { readonly row: string; readonly columns: readonly string[] };
    }
  /** The header does not name columns whose values stand in the rows. */
  | { readonly kind: 'column-unnamed'; readonly span: Span; readonly columns: readonly string[] }
  /** Columns of the form that the table lacks. */
  | { readonly kind: 'column-missing'; readonly span: Span; readonly columns: readonly string[] }
  /** Rows and columns are exchanged; `span` is the header, in which the rows of the form stand. */
  | { readonly kind: 'turned'; readonly span: Span }
  /** Numbers under no row. */
  | { readonly kind: 'loose'; readonly span: Span; readonly count: number }
  /** The table stands here several times; the `chosen`th of them was read, the others stand at `spans`. */
  | { readonly kind: 'twice'; readonly span: Span; readonly chosen: number; readonly spans: readonly Span[] }
  /** Rows between the marks that merging left: neither version was read. */
  | { readonly kind: 'conflict'; readonly span: Span; readonly rows: readonly string[] }
  /** A column header that is not the form's. */
  | { readonly kind: 'header'; readonly span: Span; readonly text: string; readonly column: string };

/** The value of a cell that holds a number, else null. Blank cells are null too. */
export function valueOf({ cells }: Pick<Report, 'cells'>, key: CellKey): number | null {
  const reading = cells.get(key)?.reading;
  return reading?.kind === 'number' ? reading.value : null;
}

/** Where the report ends: at the end of the text, or where a second report begins. */
export function reportEnd({ text, secondReport }: Pick<Report, 'text' | 'secondReport'>): number {
  return secondReport?.start ?? text.length;
}
