// The cells of a report's tables in reading order, for whoever moves from one to the next: where each stands, and what it is called.

import { shortColumn, shortRow } from '../../findings/describe.ts';
import { sectionOfTable } from '../../forms/index.ts';
import type { CellKey, SectionId } from '../../forms/form.ts';
import type { Report } from '../../parse/model.ts';
import { lineOf } from '../../text/lines.ts';

interface TableCell {
  readonly key: CellKey;
  /** UTF-16 offsets; of a blank cell both are where a number is typed. */
  readonly start: number;
  readonly end: number;
  /** 0-based. */
  readonly line: number;
  /** Its place in the list of names: each is sent once. */
  readonly row: number;
  readonly column: number;
}

export interface TableCells {
  /** The cells of one part each; the blocks of part two are filled in one after the other. */
  readonly tables: readonly { readonly part: SectionId; readonly cells: readonly TableCell[] }[];
  readonly names: readonly string[];
}

export function tableCells(report: Report): TableCells {
  const { form } = report.detectedForm;
  const places = new Map<string, number>();
  const placeOf = (name: string) => {
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    return place;
  };
  const byPart = new Map<SectionId, TableCell[]>();
  for (const { key, span, table, row, column } of [...report.cells.values()].toSorted((one, other) => one.span.start - other.span.start)) {
    const part = sectionOfTable(form, table);
    if (part === undefined) continue;
    const cells = byPart.get(part) ?? [];
    byPart.set(part, cells);
    const line = lineOf(report.lines, span.start);
    cells.push({ key, ...span, line, row: placeOf(shortRow(form, table, row)), column: placeOf(shortColumn(form, table, column)) });
  }
  return { tables: [...byPart].map(([part, cells]) => ({ part, cells })), names: [...places.keys()] };
}
