// Inlay hints at the end of a line, and where there are none.

import { describe, expect, it } from 'vitest';
import { checkReport, type CheckOptions } from '../../server/src/check.ts';
import { NO_SUPPRESSIONS } from '../../server/src/suppressions/suppression.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import type { Span } from '../../server/src/text/span.ts';
import { FORM_IDS } from '../support/forms.ts';
import { PASTED, pasted } from './layouts.ts';
import { changed, edited, report } from './texts.ts';

function hintsOf(text: string, within: Span = { start: 0, end: text.length }) {
  const parsed = parseReport(text);
  return inlayHints({ report: parsed, findings: checkReport(parsed).findings }, within);
}

/** The line's first words, then what is said at its end. */
function said(text: string, within?: Span): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/u);
  return hintsOf(text, within).map(({ position, label }) => {
    expect(position.character).toBe(lines[position.line]?.length);
    const words = /(?:（.）|[一二三四]、|[1-8]\.)[^\s|]{2,4}/u.exec(lines[position.line] ?? '')?.[0] ?? lines[position.line];
    return `${words?.trim()} → ${String(label)}`;
  });
}

/** The row of zeros that begins with `label`, with other values: `_` is a blank. */
function withRow(text: string, label: string, values: string): string {
  const start = text.indexOf(label) + label.length;
  const row = values.split(' ').reduce((rest, value) => {
    const at = rest.indexOf('0');
    return `${rest.slice(0, at)}${value === '_' ? '' : value.replaceAll('0', '〇')}${rest.slice(at + 1)}`;
  }, text.slice(start));
  return text.slice(0, start) + row.replaceAll('〇', '0');
}

describe.each(FORM_IDS.flatMap((form) => PASTED.map((layout) => ({ form, layout }))))('$form in $layout', ({ form, layout }) => {
  const text = pasted(form, layout);

  it('says nothing of a table that holds', () => expect(hintsOf(text)).toEqual([]));

  it('gives the sum of a row and of the column that do not hold', () => {
    const found = said(withRow(text, '2.重复申请', '4 0 0 0 0 0 5'));
    // With one cell a line, the last of the row's lines.
    const [row, sums] = layout === 'lines' ? ['5', '0'] : ['2.重复申请', '（七）总计'];
    expect(found).toEqual([`${row} → 各项之和为 4`, `${sums} → “自然人”各项之和为 4；“总计”各项之和为 5`]);
  });

  it('gives both sides of a balance that does not hold', () => {
    const found = said(withRow(text, '二、上年结转政府信息公开申请数量', '0 2 0 0 0 0 2'));
    expect(found).toEqual([expect.stringMatching(/^(?:四、结转下年度?|0) → “商业企业”一加二为 2，三加四为 0；“总计”一加二为 2，三加四为 0$/u)]);
  });
});

describe.each(['tabs', 'bars'] as const)('a blank total in %s', (layout) => {
  const text = withRow(pasted('2021', layout), '2.重复申请', '4 9 0 0 0 0 _');

  it('is told', () => {
    expect(said(text)[0]).toBe('2.重复申请 → 总计应为 13');
  });

  it('is filled in by whoever takes the hint', () => {
    const [hint] = hintsOf(text);
    expect(hint?.tooltip).toBe('4+9+0+0+0+0 = 13，总计未填');
    const filled = edited(text, hint?.textEdits ?? []);
    expect(filled.replaceAll(' ', '')).toBe(withRow(pasted('2021', layout), '2.重复申请', '4 9 0 0 0 0 13').replaceAll(' ', ''));
  });
});

const BROKEN = withRow(report(), '2.重复申请', '4 0 0 0 0 0 5');

it('keeps to the lines asked for', () => {
  const start = BROKEN.indexOf('2.重复申请');
  expect(said(BROKEN, { start, end: start + 30 })).toEqual(['2.重复申请 → 各项之和为 4']);
});

it('offers no number for a sum that a written one contradicts', () => {
  expect(hintsOf(BROKEN).every(({ textEdits }) => textEdits === undefined)).toBe(true);
});

it('says nothing where everything stands on one line', () => {
  expect(hintsOf(BROKEN.replaceAll(/[\n\t]/gu, ' '))).toEqual([]);
});

it('speaks of each block of table four', () => {
  const zeros = Array.from({ length: 15 }, () => '0').join('\t');
  const found = said(changed(report(), `\n${zeros}\n`, `\n${zeros.replace('0', '3')}\n`));
  expect(found).toEqual([expect.stringContaining('“行政复议”各项之和为 3')]);
});

it('leaves a table alone in which nearly nothing holds', () => {
  const shifted = report().replaceAll(/(?<=[^\t0])\t0\t0\t0\t0\t0\t0\t0(?=\n)/gu, '\t1\t2\t3\t4\t5\t6\t7');
  expect(hintsOf(shifted)).toEqual([]);
});

describe('what the person does not want to hear', () => {
  const parsed = parseReport(BROKEN);
  const hintsWith = (options: CheckOptions) =>
    inlayHints({ report: parsed, findings: checkReport(parsed, options).findings }, { start: 0, end: BROKEN.length });
  const [rule] = checkReport(parsed).findings.map((finding) => finding.rule);

  it.each<readonly [string, CheckOptions]>([
    ['a finding silenced', { suppressions: { ...NO_SUPPRESSIONS, off: new Set([rule ?? '']) } }],
    ['a rule switched off', { levels: new Map([[rule ?? '', 'off']]) }],
  ])('%s is not said at the end of the line either', (_, options) => {
    expect(hintsWith({})).toHaveLength(2);
    expect(hintsWith(options)).toEqual([]);
  });
});
