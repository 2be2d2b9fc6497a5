// Formatted tables by whole lines before and after, in every layout a clerk pastes.

import { describe, expect, it } from 'vitest';
import type { FormatLayout } from '../../server/src/rewrite/layout/format-tables.ts';
import { formatting, linesOf } from '../../server/src/features/formatting.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { composeDraft } from '../support/draft.ts';
import { FORM_IDS } from '../support/forms.ts';
import { pasted, PASTED } from './layouts.ts';
import { changed, edited, report, ZERO_ROW } from './texts.ts';

function formatted(text: string, layout: FormatLayout): string {
  return edited(text, formatting(parseReport(text), { layout }));
}

/** The lines that formatting changes, before and after. */
function changes(text: string, layout: FormatLayout): readonly (readonly [string, string])[] {
  const after = formatted(text, layout).split('\n');
  return text.split('\n').flatMap((line, index): (readonly [string, string])[] => (line === after[index] ? [] : [[line, after[index] ?? '']]));
}

describe('with tabs', () => {
  it('a table in order stays as it is', () => expect(changes(report(), 'tabs')).toEqual([]));

  it('blanks around the cells go, empty cells stay', () => {
    const messy = changed(report(), ZERO_ROW, ' 2.重复申请 \t 0\t\u30000 \t0\t 0 \t \t0\t0  ');
    expect(changes(messy, 'tabs')).toEqual([[' 2.重复申请 \t 0\t\u30000 \t0\t 0 \t \t0\t0  ', '2.重复申请\t0\t0\t0\t0\t\t0\t0']]);
  });

  it('radicals and notation are folded, in the table and nowhere else', () => {
    const messy = changed(changed(report(), '行政强制\t0', '⾏政强制\t１，２３４'), '监督保障。', '监督保障，⾏文规范。');
    expect(changes(messy, 'tabs')).toEqual([['⾏政强制\t１，２３４', '行政强制\t1234']]);
  });

  it('a note beside a number stays: it is no matter of layout', () => {
    const noted = changed(report(), '行政强制\t0', '行政强制\t3件');
    expect(changes(noted, 'tabs')).toEqual([]);
  });

  it('rows with blanks between their cells get tabs, and headers with them', () => {
    const spaced = composeDraft({ form: '2021', layout: 'space' });
    const pairs = new Map(changes(spaced, 'tabs'));
    expect(pairs.get('行政规范性文件 2 1 15')).toBe('行政规范性文件\t2\t1\t15');
    expect(pairs.get('信息内容 本年制发件数 本年废止件数 现行有效件数')).toBe('信息内容\t本年制发件数\t本年废止件数\t现行有效件数');
    expect(pairs.get('1 1 0 0 2 0 0 0 0 0 1 0 0 0 1')).toBe('1\t1\t0\t0\t2\t0\t0\t0\t0\t0\t1\t0\t0\t0\t1');
  });
});

describe('aligned', () => {
  it('numbers stand at the right of their columns, behind labels two columns a character', () => {
    const text = formatted(composeDraft({ form: '2021', layout: 'tab' }), 'aligned').split('\n');
    expect(text.filter((line) => /^行政(?:规范|处罚)|^规章|^信息内容 {2,}本年制/u.test(line))).toEqual([
      '信息内容                      本年制发件数  本年废止件数  现行有效件数',
      '规章                                     0             0             0',
      '行政规范性文件                           2             1            15',
      '行政处罚                                12',
    ]);
  });

  it('a table whose empty cells blanks cannot show stays, the others do not wait for it', () => {
    const bare = changed(report(), ZERO_ROW, '2.重复申请\t\t\t\t\t\t\t');
    const lines = changes(bare, 'aligned').map(([line]) => line);
    expect(lines.filter((line) => line.includes('申请'))).toEqual([]);
    expect(lines.filter((line) => line.includes('行政处罚'))).toHaveLength(1);
  });
});

describe('bars', () => {
  const wide = changed(report('2021', 'bars'), '| 行政处罚 | 0 |', '|行政处罚|12345678|');

  it('stay bars, their columns are made equally wide', () => {
    const lines = formatted(wide, 'tabs').split('\n');
    expect(lines.filter((line) => /行政(?:处罚|强制)/u.test(line))).toEqual([
      '| 行政处罚           | 12345678                   |              |              |',
      '| 行政强制           | 0                          |              |              |',
    ]);
  });

  it('are left as they stand where the layout is to be kept', () => expect(changes(wide, 'keep')).toEqual([]));
});

describe.each(FORM_IDS)('a pasted report of the %s form', (form) => {
  it.each(PASTED)('%s: formatting is done once and for all', (layout) => {
    const text = pasted(form, layout);
    const once = formatted(text, 'tabs');
    expect(formatted(once, 'tabs')).toBe(once);
    expect(once.includes('⾏政强制')).toBe(layout === 'lines');
    expect(once.replaceAll('\r\n', '').includes('\n')).toBe(false);
  });
});

describe('what is left alone', () => {
  it('one cell a line', () => expect(formatting(parseReport(pasted('2021', 'lines')), { layout: 'aligned' })).toEqual([]));

  it('a row that lacks a cell, with its table', () => {
    const torn = changed(report(), ZERO_ROW, '2.重复申请 \t0\t0\t0\t0\t0\t0');
    expect(changes(torn, 'tabs')).toEqual([]);
  });

  it.each(['tabs', 'aligned'] as const)('two tables on one line, laid out as %s', (layout) => {
    const line = report('2021', 'bars').replaceAll(/\n+/gu, ' ');
    expect(
      parseReport(line)
        .tables.filter((table) => table.state === 'read')
        .map(({ id }) => id),
    ).toContain('applications');
    expect(formatting(parseReport(line), { layout })).toEqual([]);
  });

  it('a text that is no report', () => expect(formatting(parseReport('甲 \t 乙\n1 \t 2\n'), { layout: 'tabs' })).toEqual([]));
});

describe('a range', () => {
  const messy = report().replaceAll('\t0', '\t 0');
  const line = messy.split('\n').findIndex((each) => each.startsWith('行政处罚'));

  it('changes its lines only', () => {
    const after = edited(messy, formatting(parseReport(messy), { layout: 'tabs', within: [line, line] })).split('\n');
    expect(messy.split('\n').flatMap((each, index) => (each === after[index] ? [] : [index]))).toEqual([line]);
  });

  it('does not hold the line before whose first character it ends', () => {
    const at = (first: number, last: number, character: number) => linesOf({ start: { line: first, character: 0 }, end: { line: last, character } });
    expect([at(3, 5, 0), at(3, 5, 1), at(3, 3, 0)]).toEqual([
      [3, 4],
      [3, 5],
      [3, 3],
    ]);
  });
});
