// Where Tab and Enter lead in a table, also while the server has not answered yet.

import { describe, expect, it } from 'vitest';
import { carriedOver, cellAt, gridOf, nameOf, neighbourOf, type Direction, type Grid } from '../../client/src/typing/cells.ts';
import { tableCells } from '../../server/src/features/requests/cells-request.ts';
import { renderPlain, type Layout } from '../../server/src/forms/skeletons/skeleton.ts';
import { skeletonOf } from '../../server/src/forms/skeletons/skeletons.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { draftWith } from '../support/draft.ts';
import { FORM_IDS } from '../support/forms.ts';

function blank(layout: Layout, form = FORM_IDS[0] ?? '2021'): string {
  const skeleton = skeletonOf(form, 'report');
  return skeleton === undefined ? '' : renderPlain(skeleton, { layout, lineBreak: '\n' }, 2025);
}

const gridIn = (text: string): Grid => gridOf(tableCells(parseReport(text)));
const charIn = (text: string) => (offset: number) => text.charAt(offset);

/** The cell behind `mark` in the text, at a distance. */
function at(text: string, grid: Grid, offset: number) {
  const cell = cellAt(grid, charIn(text), { start: offset, end: offset });
  if (cell === undefined) throw new Error(`no cell at ${offset}`);
  return cell;
}

function walk(text: string, from: number, ...directions: readonly Direction[]): string {
  const grid = gridIn(text);
  let cell = at(text, grid, from);
  for (const direction of directions) cell = neighbourOf(grid, cell, direction) ?? cell;
  return nameOf(grid, cell);
}

describe.each(['tabs', 'bars'] as const)('a blank form laid out with %s', (layout) => {
  const text = blank(layout);
  const first = gridIn(text).cells.find(({ part }) => part === 'applications')?.start ?? -1;

  it('has every cell, in reading order', () => {
    const { cells } = gridIn(text);
    expect(cells.filter(({ part }) => part === 'applications')).toHaveLength(175);
    expect(cells).toEqual(cells.toSorted((one, other) => one.start - other.start));
  });

  it('is walked through by Tab, and back', () => {
    expect(walk(text, first)).toBe('一、本年新收 · 自然人');
    expect(walk(text, first, 'next')).toBe('一、本年新收 · 商业企业');
    expect(walk(text, first, ...Array<Direction>(7).fill('next'))).toBe('二、上年结转 · 自然人');
    expect(walk(text, first, ...Array<Direction>(7).fill('next'), 'previous')).toBe('一、本年新收 · 总计');
  });

  it('is walked down by Enter, past the lines of groups', () => {
    expect(walk(text, first, 'next', 'below', 'below')).toBe('（一）予以公开 · 商业企业');
    expect(walk(text, first, ...Array<Direction>(30).fill('below'))).toContain('结转下年度');
  });

  it('reaches all 175 cells with 174 keys', () => {
    const names = new Set<string>();
    const grid = gridIn(text);
    for (let cell = at(text, grid, first), index = 0; index < 175; index++) {
      names.add(nameOf(grid, cell));
      cell = neighbourOf(grid, cell, 'next') ?? cell;
    }
    expect(names.size).toBe(175);
  });
});

it.each(FORM_IDS)('knows the cells of a filled form %s', (form) => {
  for (const layout of ['tab', 'space', 'pipe'] as const) {
    const text = draftWith({}, { form, layout });
    const { cells } = gridIn(text);
    expect(cells.length).toBe(parseReport(text).cells.size);
    for (const { start, end } of cells) expect(text.slice(start, end)).toMatch(/^[+\-\d.]*$/u);
  }
});

describe('what is typed before the server answers', () => {
  const text = blank('tabs');
  const grid = gridIn(text);
  const first = text.indexOf('一、本年新收政府信息公开申请数量\t') + '一、本年新收政府信息公开申请数量\t'.length;
  const typed = (rangeOffset: number, inserted: string, rangeLength = 0) => carriedOver(grid, [{ rangeOffset, rangeLength, text: inserted }]);

  it('leaves the grid that a fresh reading gives', () => {
    const after = typed(first, '12');
    expect(after).toEqual(gridIn(text.slice(0, first) + '12' + text.slice(first)));
  });

  it('moves all cells along with words before the table', () => {
    const after = typed(0, '青禾县', 0);
    expect(after?.cells.map(({ start }) => start)).toEqual(grid.cells.map(({ start }) => start + 3));
  });

  it('leaves the cells alone where words are added behind the tables', () => {
    expect(typed(text.length, '完')).toEqual(grid);
  });

  it('waits for the server where a tab or a line break is typed, or a divider deleted', () => {
    expect(typed(first, '\t')).toBeNull();
    expect(typed(first, '1\n')).toBeNull();
    expect(typed(first, '', 1)).toBeNull();
    expect(typed(first - 3, '的')).toBeNull();
  });
});

it('knows no cell in the prose, at a label, or over several cells', () => {
  const text = blank('tabs');
  const grid = gridIn(text);
  const label = text.indexOf('（一）予以公开');
  expect(cellAt(grid, charIn(text), { start: 0, end: 0 })).toBeUndefined();
  expect(cellAt(grid, charIn(text), { start: label, end: label })).toBeUndefined();
  const cells = label + '（一）予以公开\t'.length;
  expect(cellAt(grid, charIn(text), { start: cells, end: cells + 2 })).toBeUndefined();
});

it('reads the blanks around a blank cell of a bar table as the cell', () => {
  const text = blank('bars');
  const grid = gridIn(text);
  const cell = grid.cells.find(({ part }) => part === 'applications');
  const before = (cell?.start ?? 0) - 1;
  expect(cellAt(grid, charIn(text), { start: before, end: before })).toBe(cell);
});
