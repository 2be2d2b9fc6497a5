// PrintedDocument: a report as it is printed, in paragraphs and tables of merged cells; what every writer of documents is given.

export interface PrintedDocument {
  /** For the head of a page and the properties of a file; empty where the report has none. */
  readonly title: string;
  readonly blocks: readonly PrintedBlock[];
}

export type PrintedBlock = PrintedParagraph | PrintedTable;

export interface PrintedParagraph {
  readonly kind: 'paragraph';
  /** `heading` is 一、, `sub-heading` is （一）; `salutation` stands at the margin, `signature` at the right, below. */
  readonly role: 'title' | 'heading' | 'sub-heading' | 'salutation' | 'body' | 'signature';
  /** A line feed breaks the line within the paragraph. */
  readonly text: string;
  /** Begins a page, so that the table below it stays whole. */
  readonly startsPage?: boolean;
}

export interface PrintedTable {
  readonly kind: 'table';
  /** Relative widths of the columns of the grid. */
  readonly grid: readonly number[];
  /** How many rows are repeated where the table runs over a page. */
  readonly headerRows: number;
  /** For each row the cells that begin in it, from left to right, as in HTML. Together they fill the grid without overlap. */
  readonly rows: readonly (readonly PrintedCell[])[];
}

export interface PrintedCell {
  readonly text: string;
  readonly role: 'header' | 'label' | 'number';
  /** How many columns and rows of the grid it covers. */
  readonly columns: number;
  readonly rows: number;
}
