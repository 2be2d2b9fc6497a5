// Writes a generated report as a Word document of each kind, with what must be read from it.

import type { CellKey } from '../../server/src/forms/form.ts';
import { expand, type Grid, type Place } from '../generator/grid.ts';
import { buildModel, type ModelOptions, type ReportModel } from '../generator/model.ts';
import { createRng, type Rng } from '../generator/rng.ts';
import type { Kind, Role } from './kinds.ts';
import { cell, documentXml, packageOf, paragraph, row, run, table, zip } from './write-docx.ts';

export interface GeneratedDocument {
  readonly bytes: Uint8Array;
  readonly model: ReportModel;
  /** Values that stand in the document. */
  readonly cells: ReadonlyMap<CellKey, number>;
}

export function generateDocument(seed: number, kind: Kind, options: ModelOptions = {}): GeneratedDocument {
  const rng = createRng(seed);
  const model = buildModel(options, rng);
  const writer = new Writer(kind, rng);
  const body = model.blocks.map((block) => (block.kind === 'table' ? writer.grid(block.grid) : writer.paragraph(block.text, roleOf(block.kind)))).join('');
  const xml = documentXml(kind.body?.(body) ?? body);
  return {
    bytes: zip(packageOf(kind.document?.(xml) ?? xml, kind.related)),
    model,
    cells: new Map([...model.values].flatMap(([key, { value }]) => (kind.dropsZeros === true && value === 0 ? [] : [[key, value]]))),
  };
}

function roleOf(kind: 'title' | 'heading' | 'paragraph' | 'signature'): Role {
  return kind === 'signature' ? 'paragraph' : kind;
}

const LABEL_COLUMN = 2;

class Writer {
  private readonly kind: Kind;
  private readonly rng: Rng;

  constructor(kind: Kind, rng: Rng) {
    this.kind = kind;
    this.rng = rng;
  }

  paragraph(text: string, role: Role): string {
    return this.kind.paragraph?.(text, { role, rng: this.rng }) ?? paragraph(this.words(text, role));
  }

  grid(grid: Grid): string {
    const lines = this.kind.stacks === true && grid.id === 'applications' ? stackedLines(grid) : expand(grid).map((places) => [places]);
    const rows = lines.map((places) => this.row(places));
    return this.kind.table?.(rows, grid.id) ?? table(rows.join(''));
  }

  /** `lines` are rows that stand one above the other in one. */
  private row(lines: readonly (readonly Place[])[]): string {
    const [first = []] = lines;
    const cells = first.map((place, column) => {
      if (!place.origin) return first[column - 1]?.cell === place.cell ? '' : this.below(place, first, column);
      const { cell: own } = place;
      const texts = lines.length === 1 || column < LABEL_COLUMN ? [own.text] : lines.map((places) => places[column]?.cell.text ?? '');
      return this.cell(texts.map((text) => this.inCell(text, own.role === 'value' ? 'value' : 'label')).join(''), own);
    });
    return row(cells.join(''));
  }

  /** Where a cell from above goes on: once, however wide it is. */
  private below({ cell: own }: Place, places: readonly Place[], column: number): string {
    const isFirst = places[column - 1]?.cell !== own;
    if (!isFirst) return '';
    const span = own.colSpan > 1 ? `<w:gridSpan w:val="${own.colSpan}"/>` : '';
    return this.kind.below?.() ?? cell(paragraph(''), `${span}<w:vMerge/>`);
  }

  private cell(content: string, { rowSpan, colSpan }: Place['cell']): string {
    if (colSpan > 1 && rowSpan === 1 && this.kind.across !== undefined) return this.kind.across(content, colSpan);
    const span = colSpan > 1 ? `<w:gridSpan w:val="${colSpan}"/>` : '';
    return cell(content, span + (rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : ''));
  }

  private inCell(text: string, role: Role): string {
    return this.kind.inCell?.(text, { role, rng: this.rng }) ?? paragraph(this.words(text, role));
  }

  private words(text: string, role: Role): string {
    return this.kind.words?.(text, { role, rng: this.rng }) ?? (text === '' ? '' : run(text));
  }
}

/** Rows of one group whose labels stand in the third column become one row. */
function stackedLines(grid: Grid): readonly (readonly (readonly Place[])[])[] {
  const lines: (readonly Place[])[][] = [];
  for (const places of expand(grid)) {
    const before = lines.at(-1);
    const group = places[LABEL_COLUMN - 1];
    const isSame = group !== undefined && !group.origin && group.cell.role === 'group' && before?.[0]?.[LABEL_COLUMN - 1]?.cell === group.cell;
    if (isSame && before !== undefined) before.push(places);
    else lines.push([places]);
  }
  return lines;
}
