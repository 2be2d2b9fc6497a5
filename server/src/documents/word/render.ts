// How do paragraphs and tables become one text? A line a paragraph, a line a table row with tabs between its cells; with the place of each.

import type { Block, Paragraph, Table } from './blocks.ts';
import { type MapBuilder, newMapBuilder } from './map.ts';
import { isBlank, linesOfRow, shownRows, type Field } from './rows.ts';

export interface Rendered {
  readonly text: string;
  readonly map: MapBuilder;
  /** Table rows that hold several of ours, one above the other. */
  readonly split: number;
  readonly unclear: number;
}

export function render(body: readonly Block[]): Rendered {
  const renderer = new Renderer();
  renderer.blocks(body);
  return { text: renderer.out.join(''), map: renderer.map, split: renderer.split, unclear: renderer.unclear };
}

interface CellPlace {
  readonly table: number;
  readonly row: number;
}

class Renderer {
  readonly out: string[] = [];
  readonly map = newMapBuilder();
  split = 0;
  unclear = 0;
  private at = 0;

  /** The depth of the document bounds how often this calls itself. */
  blocks(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'table') this.table(block);
      else this.line(block);
    }
  }

  private line(paragraph: Paragraph): void {
    if (!isBlank(paragraph)) this.map.paragraph(this.at);
    this.words(paragraph, 'line');
    this.put('\n');
  }

  private table(table: Table): void {
    for (const [index, row] of table.rows.entries()) {
      if (row.isGone) continue;
      const place = { table: table.number, row: index + 1 };
      const lines = linesOfRow(row);
      if (lines.kind === 'layout') {
        for (const { cell, blocks } of lines.cells) {
          this.map.cell(this.at, { ...place, cell });
          this.blocks(blocks.filter((block) => block.kind === 'table' || !isBlank(block)));
        }
        continue;
      }
      if (lines.stacked === 'split') this.split++;
      if (lines.stacked === 'unclear') this.unclear++;
      for (const fields of lines.lines) this.fields(fields, place);
    }
    if (shownRows(table).length > 0) this.map.outside(this.at);
  }

  private fields(fields: readonly Field[], place: CellPlace): void {
    for (const [index, { cell, paragraphs }] of fields.entries()) {
      if (index > 0) this.put('\t');
      this.map.cell(this.at, { ...place, cell });
      let isFirst = true;
      for (const paragraph of paragraphs) {
        if (isBlank(paragraph) && paragraphs.length > 1) continue;
        // Paragraphs of a cell are apart: two numbers must not become one.
        if (!isFirst) this.put(' ');
        isFirst = false;
        this.words(paragraph, 'field');
      }
    }
    this.put('\n');
  }

  private words(paragraph: Paragraph, where: 'line' | 'field'): void {
    const { label, pieces } = paragraph;
    if (label !== '') {
      this.map.piece(this.at, label.length, { from: 0, to: 0, lock: 'numbering' });
      this.put(label);
    }
    for (const { text, from, to, lock } of pieces) {
      const shown = where === 'field' && lock === 'between' ? text.replace(/[\t\n]/u, ' ') : text;
      this.map.piece(this.at, shown.length, { from, to, lock });
      this.put(shown);
    }
  }

  private put(text: string): void {
    this.out.push(text);
    this.at += text.length;
  }
}
