// A table of the form as printed: merged headers and labels, one input a cell.

import type { TableLayout } from '../../../../server/src/protocol/requests.ts';
import { createCell, type CellControl, type CellHost } from './cell.ts';
import { element } from './dom.ts';

export interface DrawnTable {
  readonly table: HTMLTableElement;
  /** Row by row, as Enter and the arrows go. */
  readonly grid: readonly (readonly CellControl[])[];
}

export function drawTable({ id, heading, corner, headers, rows }: TableLayout, host: CellHost): DrawnTable {
  const depth = rows[0]?.labels.length ?? 0;
  const grid = rows.map(({ cells }) => cells.map((cell) => createCell(cell, host)));
  const labels = mergedLabels(rows.map((row) => row.labels));
  const table = element(
    'table',
    { 'data-table': id, 'data-depth': depth },
    ...(heading === null ? [] : [element('caption', {}, heading)]),
    element('thead', {}, ...headerRows(headers, { corner, depth })),
    element(
      'tbody',
      {},
      ...grid.map((cells, line) => {
        const own = labels.filter((label) => label.line === line);
        return element('tr', {}, ...own.map(labelCell), ...cells.map(({ td }) => td));
      }),
    ),
  );
  return { table, grid };
}

function headerRows(headers: TableLayout['headers'], { corner, depth }: { readonly corner: string; readonly depth: number }): readonly HTMLElement[] {
  const levels = headers[0]?.length ?? 0;
  const merged = mergedLabels(headers);
  return Array.from({ length: levels }, (_, level) => {
    const cornerCell = element('th', { class: 'corner', rowspan: levels, colspan: depth, scope: 'col' }, corner);
    const own = merged
      .filter((label) => label.depth === level)
      .map(({ lines, depths, text }) => element('th', { scope: lines > 1 ? 'colgroup' : 'col', colspan: lines, rowspan: depths, 'data-level': level }, text));
    return element('tr', {}, ...(level === 0 && depth > 0 ? [cornerCell] : []), ...own);
  });
}

function labelCell({ depth, lines, depths, text }: MergedLabel): HTMLElement {
  return element(
    'th',
    { scope: lines > 1 ? 'rowgroup' : 'row', rowspan: lines, colspan: depths, 'data-depth': depth },
    // Sized by its words, not by the row: a merged cell is as tall as its group.
    element('span', {}, text),
  );
}

/** A label that spans lines (columns of a header, rows of a body) and depths (levels of a header, label columns of a body). */
interface MergedLabel {
  readonly line: number;
  readonly lines: number;
  readonly depth: number;
  readonly depths: number;
  readonly text: string;
}

/** `paths` has for each line its labels, outermost first: what is alike beside each other under one parent, and below itself, is one. */
function mergedLabels(paths: readonly (readonly string[])[]): readonly MergedLabel[] {
  const merged: MergedLabel[] = [];
  const depths = paths[0]?.length ?? 0;
  const taken = paths.map(() => new Set<number>());
  for (let depth = 0; depth < depths; depth++) {
    for (let line = 0; line < paths.length; line++) {
      if (taken[line]?.has(depth) === true) continue;
      const prefix = prefixOf(paths[line], depth);
      let end = line + 1;
      while (end < paths.length && prefixOf(paths[end], depth) === prefix) end++;
      const text = paths[line]?.[depth] ?? '';
      let bottom = depth + 1;
      while (bottom < depths && paths.slice(line, end).every((path) => path[bottom] === text)) bottom++;
      for (let each = line; each < end; each++) for (let level = depth; level < bottom; level++) taken[each]?.add(level);
      merged.push({ line, lines: end - line, depth, depths: bottom - depth, text });
    }
  }
  return merged.toSorted((one, other) => one.line - other.line || one.depth - other.depth);
}

function prefixOf(path: readonly string[] | undefined, depth: number): string {
  return (path ?? []).slice(0, depth + 1).join('\n');
}
