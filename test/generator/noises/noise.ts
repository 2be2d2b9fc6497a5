// Noise: one way a text gets dirty on its way; every value, the organ and the year stay what they are.

import { type Grid, type GridCell, mapGrid } from '../grid.ts';
import type { Layout } from '../layouts/layout.ts';
import type { Block, ReportModel } from '../model.ts';
import type { Rng } from '../rng.ts';

export interface Noise {
  readonly name: string;
  /** Before the layout prints it. */
  readonly onModel?: (model: ReportModel, rng: Rng) => ReportModel;
  /** On the printed text, outside tags and entities. */
  readonly onText?: (text: string, rng: Rng) => string;
  readonly suits?: (layout: Layout) => boolean;
  /** Warnings that this noise deserves. */
  readonly warns?: readonly string[];
  /** Zeros are left out: their cells are blank or absent, and neither is wrong. */
  readonly dropsZeros?: true;
}

export type TextBlock = Exclude<Block, { kind: 'table' }>;

export function mapBlocks(model: ReportModel, change: (block: TextBlock) => readonly Block[], table: (grid: Grid) => Grid): ReportModel {
  return {
    ...model,
    blocks: model.blocks.flatMap<Block>((block) => (block.kind === 'table' ? [{ ...block, grid: table(block.grid) }] : change(block))),
  };
}

export function mapTexts(model: ReportModel, change: (block: TextBlock) => readonly Block[]): ReportModel {
  return mapBlocks(model, change, (grid) => grid);
}

function mapCells(model: ReportModel, change: (own: GridCell) => string): ReportModel {
  return mapBlocks(
    model,
    (block) => [block],
    (grid) => mapGrid(grid, change),
  );
}

export function mapLabels(model: ReportModel, change: (own: GridCell) => string): ReportModel {
  return mapCells(model, (own) => (own.role === 'value' ? own.text : change(own)));
}

export function mapValues(model: ReportModel, change: (text: string) => string): ReportModel {
  return mapCells(model, (own) => (own.role === 'value' ? change(own.text) : own.text));
}

export function mapHeadings(model: ReportModel, change: (text: string) => string): ReportModel {
  return mapTexts(model, (block) => [block.kind === 'heading' ? { ...block, text: change(block.text) } : block]);
}
