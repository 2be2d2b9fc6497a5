// Folding ranges, and down to which line.

import { describe, expect, it } from 'vitest';
import { foldingRanges } from '../../server/src/features/folding-ranges.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { blocksIn, FORM_IDS, rowsIn } from '../support/forms.ts';
import { PASTED, pasted } from './layouts.ts';

/** First and last line of each fold. */
function folds(text: string, limit = Infinity): readonly (readonly [string, string])[] {
  const lines = text.split('\r\n');
  return foldingRanges(parseReport(text), limit).map(({ startLine, endLine }) => [lines[startLine] ?? '', lines[endLine] ?? '']);
}

function fold(text: string, opening: RegExp): string | undefined {
  return folds(text).find(([first]) => opening.test(first))?.[1];
}

describe.each(FORM_IDS.flatMap((form) => PASTED.map((layout) => ({ form, layout }))))('$form in $layout', ({ form, layout }) => {
  const text = pasted(form, layout);

  // In one cell a line, every line of cells is 0.
  const lastRow = blocksIn(form).at(-1)?.rows.at(-1)?.label.replaceAll('行', '⾏') ?? '';

  it('folds parts up to the last line that is not blank', () => {
    expect(lastRow).not.toBe('');
    expect(fold(text, /二、主动公开/u)).toContain(layout === 'lines' ? '0' : lastRow);
    expect(fold(text, /五、存在/u)).not.toBe('');
  });

  it('folds tables and groups of rows to their last row', () => {
    const refused =
      rowsIn(form, 'applications')
        .findLast(({ groups }) => groups.includes('（三）不予公开'))
        ?.label.replaceAll('行', '⾏') ?? '';
    expect(refused).not.toBe('');
    expect(fold(text, /（三）不予公开/u)).toContain(layout === 'lines' ? '0' : refused);
    expect(fold(text, /第二十条第（六）项/u)).toMatch(layout === 'lines' ? /^0$/u : /⾏政强制/u);
    expect(fold(text, /勾稽关系为/u)).toMatch(layout === 'lines' ? /^0$/u : /结转下年度/u);
  });

  it('folds a row only where its cells stand in lines of their own', () => {
    expect(fold(text, /重复申请/u)).toBe(layout === 'lines' ? '0' : undefined);
  });

  it('keeps the outermost where the client takes few', () => {
    const few = folds(text, 6);
    expect(few).toHaveLength(6);
    expect(few.filter(([first]) => /[一二三四五六]、/u.test(first)).length).toBeGreaterThanOrEqual(5);
  });
});

it('leaves a line alone that the next part shares', () => {
  const text = pasted('2021', 'tabs').replace(/。\r\n二、主动公开/u, '。 二、主动公开');
  expect(folds(text).every(([first, last]) => first !== last)).toBe(true);
});
