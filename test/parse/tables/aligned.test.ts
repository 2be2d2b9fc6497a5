// Empty cells are found by the columns of the rows around them, counted by characters or by width.

import { describe, expect, it } from 'vitest';
import { cellKey } from '../../../server/src/forms/form.ts';
import { valueOf } from '../../../server/src/parse/model.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { displayWidth } from '../../../server/src/text/width.ts';

const COLUMNS = ['natural', 'business', 'research', 'charity', 'legal', 'other', 'total'];
const COLUMN_WIDTH = 8;

type Row = readonly [id: string, label: string, values: readonly (number | null)[]];

const ROWS: readonly Row[] = [
  ['new', '一、本年新收政府信息公开申请数量', [31, 5, 0, 0, 6, 4, 46]],
  ['carried-in', '二、上年结转政府信息公开申请数量', [4, null, null, null, null, null, 4]],
  ['granted', '（一）予以公开', [8, 1, null, null, 5, 3, 17]],
  ['secret', '1.属于国家秘密', [null, 2, 0, 0, 0, 0, 2]],
  ['forbidden', '2.其他法律行政法规禁止公开', [3, 1, 0, 0, 0, 0, 4]],
];

function draft(rows: readonly Row[], measure: (label: string) => number): string {
  const lines = rows.map(([, label, values]) => {
    const padding = ' '.repeat(64 - measure(label));
    return (label + padding + values.map((value) => String(value ?? '').padEnd(COLUMN_WIDTH)).join('')).trimEnd();
  });
  return `三、收到和处理政府信息公开申请情况\n${lines.join('\n\n')}\n四、政府信息公开行政复议、行政诉讼情况\n`;
}

describe.each([
  ['characters', (label: string) => label.length],
  ['width', displayWidth],
])('columns by %s', (_, measure) => {
  it('gives every value to its column and leaves the others blank', () => {
    const report = parseReport(draft(ROWS, measure));
    for (const [id, , values] of ROWS) {
      expect(COLUMNS.map((column) => valueOf(report, cellKey('applications', id, column)))).toEqual(values);
      expect(COLUMNS.every((column) => report.cells.has(cellKey('applications', id, column)))).toBe(true);
    }
  });

  it('reads no row that would not add up', () => {
    const rows = ROWS.map((row): Row => (row[0] === 'granted' ? [row[0], row[1], [8, 1, null, null, 5, 3, 18]] : row));
    const report = parseReport(draft(rows, measure));
    expect(report.cells.has(cellKey('applications', 'granted', 'natural'))).toBe(false);
    expect(report.tables.flatMap((table) => table.problems)).toMatchObject([{ kind: 'cell-count', row: 'granted', found: 5 }]);
  });

  it('puts a filled blank between blanks', () => {
    const text = draft(ROWS, measure);
    for (const cell of parseReport(text).cells.values()) {
      if (cell.reading.kind === 'blank') expect(text.slice(cell.span.start - 1, cell.span.end + 1)).toBe('  ');
    }
  });
});
