// Tables are read where they stand, in annexes behind the text or before their own headings.

import { describe, expect, it } from 'vitest';
import { checkReport } from '../../../server/src/check.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { composeDraft, DRAFT_NAMES, type DraftLayout } from '../../support/draft.ts';

const LAYOUTS: readonly DraftLayout[] = ['space', 'tab', 'pipe'];
const TITLES = ['主动公开政府信息情况', '收到和处理政府信息公开申请情况', '政府信息公开行政复议、行政诉讼情况'];

interface Parts {
  readonly before: string;
  /** Heading and table of parts two, three and four. */
  readonly parts: readonly { readonly heading: string; readonly table: string }[];
  readonly after: string;
}

function cut(draft: string): Parts {
  const starts = [...TITLES.map((title, index) => `${'二三四'.charAt(index)}、${title}\n`), '五、'].map((heading) => draft.indexOf(heading));
  const [first = 0, , , last = 0] = starts;
  const parts = starts.slice(0, -1).map((start, index) => {
    const whole = draft.slice(start, starts[index + 1]);
    const headingEnd = whole.indexOf('\n') + 1;
    return { heading: whole.slice(0, headingEnd), table: whole.slice(headingEnd) };
  });
  return { before: draft.slice(0, first), parts, after: draft.slice(last) };
}

const ARRANGEMENTS: Readonly<Record<string, (parts: Parts) => string>> = {
  'annexes behind the text': ({ before, parts, after }) =>
    [
      before,
      ...parts.map(({ heading }, index) => `${heading}详见附件${index + 1}。\n\n`),
      after,
      '\n附件：1.主动公开政府信息情况表\n2.收到和处理政府信息公开申请情况表\n\n',
      ...parts.map(({ table }, index) => `附件${index + 1}\n${TITLES[index] ?? ''}表\n${table}`),
    ].join(''),
  'behind the signature': ({ before, parts, after }) =>
    [
      before,
      ...parts.map(({ heading }) => `${heading}见附表。\n\n`),
      after,
      '青禾县人民政府办公室\n2024年1月20日\n\n',
      ...parts.map(({ table }) => table),
    ].join(''),
  'before their headings': ({ before, parts, after }) => [before, ...parts.map(({ heading, table }) => `${table}${heading}如上表。\n\n`), after].join(''),
  'one of them an annex': ({ before, parts, after }) =>
    [before, ...parts.map(({ heading, table }, index) => `${heading}${index === 1 ? '见附件。\n' : table}`), after, '\n附件\n', parts[1]?.table].join(''),
  'one of them before its heading': ({ before, parts, after }) =>
    [before, ...parts.map(({ heading, table }, index) => (index === 1 ? `${table}${heading}如上表。\n\n` : `${heading}${table}`)), after].join(''),
};

describe.each(Object.entries(ARRANGEMENTS))('%s', (_, arrange) => {
  it.each(DRAFT_NAMES.flatMap((form) => LAYOUTS.map((layout) => ({ form, layout }))))('$form $layout', ({ form, layout }) => {
    const draft = composeDraft({ form, layout });
    const rearranged = arrange(cut(draft));
    for (const text of [rearranged, rearranged.replaceAll('\n', '\r\n')]) {
      const report = parseReport(text);
      const cells = (of: typeof report) => [...of.cells].map(([key, cell]) => [key, cell.text]);
      expect(cells(report)).toEqual(cells(parseReport(draft)));
      expect(checkReport(report).findings.map(({ rule }) => rule)).toEqual(checkReport(parseReport(draft)).findings.map(({ rule }) => rule));
    }
  });
});

it('one cell a line', () => {
  const draft = composeDraft({ form: '2021', layout: 'tab' });
  const { before, parts, after } = cut(draft);
  const text = [
    before,
    ...parts.map(({ heading }) => `${heading}见附件。\n`),
    after,
    ...parts.map(({ table }, index) => `附件${index + 1}\n${table.replaceAll('\t', '\n')}`),
  ].join('');
  expect(parseReport(text).cells.size).toBe(parseReport(draft).cells.size);
});

it('sentences that name rows are no table', () => {
  const { before, parts, after } = cut(composeDraft({ form: '2021', layout: 'tab' }));
  const sentence = '本年新收政府信息公开申请16件，予以公开11件，部分公开2件，结转下年度继续办理1件。\n';
  const report = parseReport(
    [before, sentence, ...parts.map(({ heading, table }, index) => (index === 1 ? `${heading}见附图。\n` : `${heading}${table}`)), after].join(''),
  );
  expect(report.tables.find(({ id }) => id === 'applications')?.state).toBe('missing');
});

// Where a table is missing, its words are looked for up to the second report, which may begin inside a line.
describe('a second report begins inside a line', () => {
  const GAPS = ['', ' ', '    ', '\t', '　　', '## ', '> ', '**', '\u200b'];
  const LOST = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'];
  it.each(GAPS.flatMap((gap) => LOST.map((heading) => ({ gap, heading }))))('behind “$gap”, without $heading', ({ gap, heading }) => {
    const draft = composeDraft({ form: '2021', layout: 'space' });
    const start = draft.indexOf(heading);
    const cutDraft = draft.slice(0, start) + draft.slice(draft.indexOf('\n\n', start) + 2);
    const once = parseReport(cutDraft);
    const twice = parseReport(`${cutDraft.trimEnd()}\n${gap}一、总体情况\n${gap}二、主动公开政府信息情况\n`);
    expect(twice.secondReport).not.toBeNull();
    expect([...twice.cells.keys()]).toEqual([...once.cells.keys()]);
  });
});
