// Form, TableSpec, RowSpec, EquationSpec: a form as plain data, all that later code, snippets and documents know of one
// generation.

export type FormId = '2019' | '2021';

export type SectionId = 'overview' | 'proactive' | 'applications' | 'disputes' | 'problems' | 'other';

/** The tables of all forms. */
const TABLE_IDS = ['issued', 'licensing', 'enforcement', 'fees', 'procurement', 'applications', 'disputes'] as const;

export type TableId = (typeof TABLE_IDS)[number];

/** `table/row/column` in the words of docs/glossary.md. Public: the command line prints it, `.gouji.json` keeps it. */
export type CellKey = `${TableId}/${string}/${string}`;

const CELL_KEY = new RegExp(`^(?:${TABLE_IDS.join('|')})/[a-z-]+/[a-z-]+$`, 'u');

/** What a cell may hold. `money` is in 万元. */
export type CellType = 'count' | 'change' | 'money';

export interface SectionSpec {
  readonly id: SectionId;
  /** 一, 二, … as printed before the title. */
  readonly numeral: string;
  /** The title as printed, without numeral. */
  readonly title: string;
  /** Titles that mean the same part and need no correction of meaning, only of wording. */
  readonly aliases: readonly string[];
  /** Words that together tell this part's heading from all others: numerals open rows and paragraphs too. */
  readonly keywords: readonly (readonly string[])[];
}

/** The heading as printed: 一、总体情况. */
export function printedHeading({ numeral, title }: SectionSpec): string {
  return `${numeral}、${title}`;
}

export interface ColumnSpec {
  readonly id: string;
  /** As printed, without line breaks. */
  readonly label: string;
  readonly aliases: readonly string[];
  /** The headers over it, as printed, outermost first; left out where none is. */
  readonly groups?: readonly string[];
  readonly type: CellType;
}

/** How one form row is told from the others: every text by which it may be known, longest first. */
export interface RowSpec {
  readonly id: string;
  /** Enumerator as printed: `一、`, `（一）`, `1.`, or empty. */
  readonly enumerator: string;
  /** As printed, without enumerator. */
  readonly label: string;
  readonly aliases: readonly string[];
  /** The group cell to its left, as printed (`（三）不予公开`), outermost first. */
  readonly groups: readonly string[];
  /** What the row counts, and the article it rests on where that is confirmed. */
  readonly basis: readonly BasisId[];
}

/** The label as printed, enumerator included: （一）予以公开. */
export function printedLabel({ enumerator, label }: RowSpec): string {
  return enumerator + label;
}

/** Key into the legal basis table. */
export type BasisId = string;

export interface TableSpec {
  readonly id: TableId;
  readonly section: SectionId;
  /** Block heading inside table two, as printed (`第二十条第（一）项`), or null. */
  readonly heading: string | null;
  /** The corner cell of the header row, as printed. */
  readonly corner: string;
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly RowSpec[];
}

/** What an equation expresses; the message catalogue has one wording a kind. */
type EquationKind = 'row-total' | 'column-total' | 'balance' | 'block-total';

/** Σ `left` = Σ `right`; for the total kinds `right` is the one total cell. */
export interface EquationSpec {
  readonly id: string;
  readonly kind: EquationKind;
  readonly table: TableId;
  readonly left: readonly CellKey[];
  readonly right: readonly CellKey[];
}

export interface Form {
  readonly id: FormId;
  /** The notice that introduced it, as cited. */
  readonly notice: string;
  /** First and last report year; null where it is still in force. */
  readonly years: readonly [number, number | null];
  /** Report years for which its notice only encouraged it. */
  readonly encouraged: readonly number[];
  readonly sections: readonly SectionSpec[];
  readonly tables: readonly TableSpec[];
  readonly equations: readonly EquationSpec[];
  /** Words of table two's headers that tell it from other forms, Han characters only; the same list where the headers are the same. */
  readonly headerWords: readonly string[];
}

export function cellKey(table: TableId, row: string, column: string): CellKey {
  return `${table}/${row}/${column}`;
}

/** The cell whose value is the sum of the left side; a balance defines none. */
export function definedTotal({ kind, right: [total] }: EquationSpec): CellKey | undefined {
  return kind === 'balance' ? undefined : total;
}

/** Sums of sums: the corner cell of （七） adds up cells that are totals themselves, so totals are worked out so many times. */
export const TOTALS_DEEP = 2;

/** `table/row/column` with a table of ours; whether a form has that row and column is not asked. */
export function isCellKey(text: string): text is CellKey {
  return CELL_KEY.test(text);
}

/** The three parts of a cell key. */
export function splitKey(key: CellKey): KeyParts {
  const known = SPLIT.get(key);
  if (known !== undefined) return known;
  const [table = '', row = '', column = ''] = key.split('/');
  const parts = { table: table as TableId, row, column };
  if (SPLIT.size < MAX_SPLIT) SPLIT.set(key, parts);
  return parts;
}

interface KeyParts {
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
}

/** The forms have some hundred keys, which every claim and finding takes apart; what else is asked for is not kept. */
const SPLIT = new Map<CellKey, KeyParts>();
const MAX_SPLIT = 2000;

/** `table/row`: the row a cell stands in. */
export function rowKeyOf(key: CellKey): string {
  return key.slice(0, key.lastIndexOf('/'));
}

/** Whether a cell stands in the row or the column of totals. 对外公开总数量 of table two is called total too, and adds nothing up. */
export function isTotal({ row, column }: { readonly row: string; readonly column: string }): boolean {
  return row === 'total' || column === 'total';
}
