// Selection ranges: the stretches through which a selection grows.

import { describe, expect, it } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver';
import { selectionRanges } from '../../server/src/features/selection-ranges.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { spanOf } from '../../server/src/text/lines.ts';
import { FORM_IDS } from '../support/forms.ts';
import { BETWEEN, PASTED, pasted } from './layouts.ts';
import { atCursor, changed, report } from './texts.ts';

/** The stretches from the innermost outwards; long ones by their first and last words. */
function grown(marked: string): readonly string[] {
  const { text, offset } = atCursor(marked);
  const parsed = parseReport(text);
  const stretches = (range: SelectionRange | undefined): readonly string[] =>
    range === undefined ? [] : [text.slice(spanOf(parsed.lines, range.range).start, spanOf(parsed.lines, range.range).end), ...stretches(range.parent)];
  return stretches(selectionRanges(parsed, [offset])[0]).map((each) => (each.length > 60 ? `${each.trim().slice(0, 8).trim()}…` : each.trim()));
}

describe.each(FORM_IDS.flatMap((form) => PASTED.map((layout) => ({ form, layout }))))('$form in $layout', ({ form, layout }) => {
  it('from cell to row, group, table, part and report', () => {
    const between = BETWEEN[layout];
    const row = ['2.重复申请', ...Array.from({ length: 7 }, () => '0')].join(between);
    const marked = changed(pasted(form, layout), row, row.replace('0', '3‸7'));
    expect(grown(marked)).toEqual([
      '37',
      expect.stringContaining(['2.重复申请', '37', '0'].join(between)),
      expect.stringContaining('（五）'),
      expect.stringMatching(/三、本年|三、本年度/u),
      expect.stringMatching(/本列数据|勾稽/u),
      '三、收到和处理政…',
      expect.stringContaining('临江市人'),
    ]);
  });

  it('from number to claim, sentence, paragraph and part', () => {
    const marked = changed(pasted(form, layout), '申请0件，办结', '申请0‸件，办结');
    expect(grown(marked)).toEqual([
      '0',
      expect.stringMatching(/^收到政府信息公开申请0件?$/u),
      '本机关收到政府信息公开申请0件，办结0件，结转下年度继续办理0件。',
      // The older form's part one is not divided: its paragraph is all of it.
      ...(form === '2019' ? [] : [expect.stringContaining('（五）监督') as unknown]),
      expect.stringMatching(/^一、总体情况/u),
      expect.stringContaining('临江市人'),
    ]);
  });
});

it('takes a paragraph that the width of a page broke as one', () => {
  const first = '全年围绕中心工作，通过门户网站主动公开各类政府信息，';
  const marked = changed(report(), '六、其他需要报告的事项\n', `六、其他需要报告的事项\n上年另有说明。\n${first}\n做‸好解读。答复及时。\n`);
  expect(grown(marked).slice(0, 2)).toEqual([`${first}\n做好解读。`, `${first}\n做好解读。答复及时。`]);
});

it('is the whole text where nothing else holds the place', () => {
  expect(grown(`‸\n\n${report()}`)).toHaveLength(1);
});
