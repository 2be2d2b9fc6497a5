// Completion of skeletons: which are offered where, and the text after taking one.

import { describe, expect, it } from 'vitest';
import { completions } from '../../server/src/features/completion/completions.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { offered, OPTIONS, taken } from './completing.ts';
import { atCursor, changed, report } from './texts.ts';

function labels(marked: string): readonly string[] {
  return offered(marked).map((item) => item.label);
}

describe('what is typed', () => {
  it('is the beginning of a name in Han characters', () => {
    expect(labels('本年新‸')).toEqual(['一、本年新收政府信息公开申请数量']);
    expect(taken('本年新‸', '一、本年新收政府信息公开申请数量', { snippets: false })).toBe('一、本年新收政府信息公开申请数量\t\t\t\t\t\t\t');
  });

  it('is the beginning of its initials', () => {
    expect(labels('bnxs‸')).toEqual(['一、本年新收政府信息公开申请数量']);
    expect(labels('BNXS‸')).toEqual(['一、本年新收政府信息公开申请数量']);
    expect(labels('cfsq‸')).toEqual(['2.重复申请']);
  });

  it('is an alias', () => {
    expect(labels('不掌握‸')).toEqual(['1.本机关不掌握相关政府信息']);
    expect(labels('表三‸')).toEqual(['2021', '2019'].flatMap((form) => ['', '（全部为0）'].map((zero) => `申请办理情况表${zero}（${form}年格式）`)));
  });

  it('stays what editors filter by', () => {
    expect(offered('bnxs‸').map((item) => item.filterText)).toEqual(['bnxszfxxgksqsl']);
    expect(offered('本年新‸').map((item) => item.filterText)).toEqual(['本年新收政府信息公开申请数量']);
  });

  it('may stand behind an enumerator, a cell border, a Markdown mark', () => {
    expect(taken('一、总体‸\n', '一、总体情况（2021年格式）', { snippets: false })).toMatch(/^一、总体情况\n\n2024年，/u);
    expect(taken('## 一、ztqk‸', '一、总体情况（2021年格式）')).toMatch(/^## 一、总体情况\n\n\$\{1:2024\}年，\$\{2\}/u);
    expect(taken('三、本年度办理结果\t（一）予以‸', '（一）予以公开', { snippets: false })).toBe('三、本年度办理结果\t（一）予以公开\t\t\t\t\t\t\t');
  });

  it('may stand within a line if it is no ordinary word', () => {
    expect(labels('先填好再说 bnxs‸')).toEqual(['一、本年新收政府信息公开申请数量']);
    expect(labels('下面是本年新收‸，待补')).toEqual(['一、本年新收政府信息公开申请数量']);
  });
});

describe('nothing is offered', () => {
  it.each(['推进行政‸', '按照政府信息公开‸', '依法予以‸', 'abbs‸', '其他各‸', '12‸'])('for %s', (marked) => {
    expect(labels(marked)).toEqual([]);
  });
});

it('offers everything where a line begins', () => {
  expect(labels('‸').length).toBeGreaterThan(60);
});

describe('in a report whose form is known', () => {
  it.each([
    ['2021', '3.其他'],
    ['2019', '（六）其他处理'],
  ] as const)('offers only what the %s form has', (form, label) => {
    expect(labels(changed(report(form), '六、其他需要', 'qt‸\n六、其他需要')).filter((text) => text === label)).toEqual([label]);
    expect(labels(changed(report(form), '六、其他需要', 'qtcl‸\n六、其他需要'))).toEqual(['（六）其他处理']);
  });

  it('writes the year that the title states', () => {
    const marked = changed(report().replaceAll('2024', '2022'), '六、其他需要', 'ztqk‸\n六、其他需要');
    expect(taken(marked, '一、总体情况')).toContain('一、总体情况\n\n2022年，${2}');
  });
});

it('draws bars in Markdown and keeps the line breaks of the text', () => {
  expect(taken('xzxk‸', '行政许可（2021年格式）', { layout: 'bars', snippets: false })).toBe('| 行政许可 |  |');
  expect(taken('甲\r\nsq‸', '申请办理情况表（2021年格式）', { layout: 'bars' })).not.toMatch(/[^\r]\n/u);
});

it('is never a final list', () => {
  const { text, offset } = atCursor('b‸');
  expect(completions(parseReport(text), offset, OPTIONS).isIncomplete).toBe(true);
});

it('says of a row what it counts, and an article only where one is confirmed', () => {
  const [secret] = offered('属于国家秘密‸');
  expect(secret?.documentation).toBe('依法确定为国家秘密而不予公开的申请。依据：《条例》第十四条。');
  const [granted] = offered('予以公开‸');
  expect(granted?.documentation).toBe('全部公开的申请（通行口径）。');
  expect(offered('总体情况‸')[0]?.documentation).toBeUndefined();
});
