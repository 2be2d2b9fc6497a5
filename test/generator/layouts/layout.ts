// Layout: one way a report's text looks after somebody pasted it.

import type { Block, ReportModel } from '../model.ts';
import type { Grid } from '../grid.ts';
import type { Rng } from '../rng.ts';

export interface Layout {
  readonly name: string;
  readonly render: (model: ReportModel, rng: Rng) => string;
  /** Tags and entities stand in the text; character noise spares them. */
  readonly markup?: true;
  /** Digits of neighbouring cells run together: cells may be absent, never wrong. */
  readonly glued?: true;
  /** Values are torn from their labels: cells may be absent, never wrong. */
  readonly torn?: true;
  /** No line breaks between headings and text. */
  readonly oneLine?: true;
  /** Commas part the cells: a number cannot group its digits by them. */
  readonly commas?: true;
  /** An empty cell leaves a trace that can be counted. */
  readonly emptyCells?: true;
}

export interface BlockPrinter {
  readonly text: (block: Exclude<Block, { kind: 'table' }>) => string;
  readonly table: (grid: Grid) => string;
  /** Between blocks. */
  readonly separator: string;
}

/** Prints the blocks one after the other. */
export function printBlocks(model: ReportModel, printer: BlockPrinter): string {
  const parts = model.blocks.map((block) => (block.kind === 'table' ? printer.table(block.grid) : printer.text(block)));
  return parts.join(printer.separator) + '\n';
}

/** A block's text as it is. */
export function plainText(block: Exclude<Block, { kind: 'table' }>): string {
  return block.text;
}

/** A table of lines. */
export function lines(rows: readonly string[]): string {
  return rows.join('\n');
}

/** Whether every value stands where a reader can tell whose it is; in other layouts cells may be absent. */
export function isReadable({ glued, torn }: Layout): boolean {
  return glued !== true && torn !== true;
}
