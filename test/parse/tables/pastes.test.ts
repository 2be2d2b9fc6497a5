// What other programs leave in a pasted text: marks of quoting, of comments and of Markdown, lost blanks, broken headers.

import { describe, expect, it } from 'vitest';
import { checkReport } from '../../../server/src/check.ts';
import { cellKey } from '../../../server/src/forms/form.ts';
import { valueOf, type Report } from '../../../server/src/parse/model.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { composeDraft, type DraftOptions } from '../../support/draft.ts';

function told(report: Report): readonly string[] {
  return checkReport(report)
    .findings.filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule }) => rule);
}

function figures(report: Report): ReadonlyMap<string, number | null> {
  return new Map([...report.cells.keys()].map((key) => [key, valueOf(report, key)]));
}

/** The part of a draft between two of its lines, taken anew. */
function replacePart(text: string, from: string, to: string, part: string): string {
  const start = text.indexOf(from) + from.length;
  return text.slice(0, start) + part + text.slice(text.indexOf(to, start));
}

const CHANGES: Readonly<Record<string, readonly [DraftOptions, (draft: string) => string]>> = {
  'quoted in an e-mail': [{ form: '2021', layout: 'tab' }, (draft) => draft.replaceAll(/^/gmu, '> ')],
  'quoted twice': [{ form: '2019', layout: 'space' }, (draft) => draft.replaceAll(/^/gmu, '>> ')],
  'marks of comments behind labels': [
    { form: '2021', layout: 'space' },
    (draft) => draft.replace('予以公开 ', '予以公开[张1] ').replace('（七）总计 ', '（七）总计[李12] '),
  ],
  'signs escaped by Markdown': [{ form: '2019', layout: 'space' }, (draft) => draft.replaceAll(/ ([-+])(?=\d)/gu, ' \\$1')],
  'the blank behind 信息内容 lost': [{ form: '2021', layout: 'space' }, (draft) => draft.replaceAll('信息内容 ', '信息内容')],
  'headings of blocks broken by a narrow column': [
    { form: '2019', layout: 'pipe' },
    (draft) => draft.replaceAll(/^(\|?\s*)(第二十条第（.)(）项)(.*)$/gmu, '$1$2$4\n$1$3$4'),
  ],
  'a heading run into the paragraph above': [{ form: '2021', layout: 'tab' }, (draft) => draft.replace(/。\s+六、/u, '。六、')],
};

describe.each(Object.entries(CHANGES))('%s', (_, [options, change]) => {
  it('changes no figure and adds no finding', () => {
    const draft = composeDraft(options);
    const changed = change(draft);
    expect(changed).not.toBe(draft);
    const report = parseReport(changed);
    expect(figures(report)).toEqual(figures(parseReport(draft)));
    expect(told(report)).toEqual(told(parseReport(draft)));
  });
});

it('reads table four below headers that narrow columns broke side by side', () => {
  const broken = '行政复议 行政诉讼\n结果维 结果纠 其他结 尚未审 总\n持 正 果 结 计\n未经复议直接起诉 复议后起诉\n1 1 0 0 2 0 0 0 0 0 1 0 0 0 1\n';
  const report = parseReport(replacePart(composeDraft({ form: '2021', layout: 'space' }), '行政诉讼情况\n', '五、', broken));
  expect(valueOf(report, cellKey('disputes', 'after-review', 'upheld'))).toBe(1);
  expect(told(report)).toEqual([]);
});

it('reads table four where two tabs stand between its figures', () => {
  const draft = composeDraft({ form: '2021', layout: 'tab' });
  const report = parseReport(draft.replace(/^\d(?:\t\d){14}$/mu, (row) => row.replaceAll('\t', '\t\t')));
  expect(figures(report)).toEqual(figures(parseReport(draft)));
});

it.each([
  ['the end', '法提供'],
  ['the head', '（四）无'],
])('reads figures in the middle of a broken label behind %s of a group label', (_, piece) => {
  const draft = composeDraft({ form: '2021', layout: 'space' });
  const broken = draft.replace(/^(2\.没有现成信息需要另行制)作 (.*)$/mu, `  $1\n${piece} $2\n  作`);
  expect(broken).not.toBe(draft);
  const report = parseReport(broken);
  expect(figures(report)).toEqual(figures(parseReport(draft)));
  expect(told(report)).toEqual([]);
});

it.each([' / ', ' || '])('takes %j between all figures for what parts them', (sign) => {
  const draft = composeDraft({ form: '2021', layout: 'tab' });
  const report = parseReport(draft.replaceAll(/\t+/gu, sign));
  expect(figures(report)).toEqual(figures(parseReport(draft)));
});

it('tells once that a table is unreadable whose figures stand behind signs nobody knows', () => {
  const draft = composeDraft({ form: '2021', layout: 'space' });
  const report = parseReport(draft.replaceAll(/(?<=\S) (?=\d)/gu, '~'));
  expect(told(report).filter((rule) => rule !== 'table-unreadable')).toEqual([]);
  expect(told(report).length).toBe(3);
});

it('takes no word from a row further down for the end of a label that is whole', () => {
  const draft = composeDraft({ form: '2021', layout: 'space' });
  const torn = draft.replace(/^(1\.本机关不掌握相关政府)信息 (.*)$/mu, '$1\n信息\n$2');
  expect(torn).not.toBe(draft);
  expect(figures(parseReport(torn))).toEqual(figures(parseReport(draft)));
});

describe('digits of table two that ran together', () => {
  const rows = (regulations: string, normative: string) =>
    parseReport(
      composeDraft({ form: '2021', layout: 'space' })
        .replace(/^规章 .*$/mu, regulations)
        .replace(/^行政规范性文件 .*$/mu, normative),
    );

  it('are one a cell where every row of the block has as many', () => {
    expect(valueOf(rows('规章000', '行政规范性文件112'), cellKey('issued', 'normative', 'effective'))).toBe(2);
  });

  it.each([
    ['a row with fewer digits', '规章0'],
    ['a row without any', '规章'],
  ])('are not read beside %s', (_, regulations) => {
    expect(rows(regulations, '行政规范性文件112').cells.has(cellKey('issued', 'normative', 'effective'))).toBe(false);
  });

  it('are not read where a dash stands for the next cell', () => {
    expect(rows('规章000', '行政规范性文件112—').cells.has(cellKey('issued', 'normative', 'made'))).toBe(false);
  });

  it('are not read behind the name of a column', () => {
    expect(rows('规章000', '行政规范性文件本年制发件数112').cells.has(cellKey('issued', 'normative', 'made'))).toBe(false);
  });
});

describe('lists', () => {
  const row = (label: string, figure: (index: number) => string) =>
    label + ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'].map((name, index) => `${name}${figure(index)}`).join('，');
  const listed = (draft: string, figuresOf: (values: readonly string[]) => string) =>
    draft.replaceAll(/^(\D*\d?\D*?) ((?:\d+ ){6}\d+)$/gmu, (_, label: string, values: string) => `${label}：${figuresOf(values.split(' '))}`);

  it('are what these tests make of the rows of table three', () => {
    expect(listed('（一）予以公开 8 2 0 0 1 0 11', (values) => values.join('、'))).toBe('（一）予以公开：8、2、0、0、1、0、11');
  });

  it('are rows though a full stop ends them', () => {
    const draft = composeDraft({ form: '2021', layout: 'space' });
    const changed = listed(draft, (values) => `${row('', (index) => `${values[index] ?? ''}件`)}。`);
    expect(figures(parseReport(changed))).toEqual(figures(parseReport(draft)));
  });

  it('are no rows where a column is named out of its turn', () => {
    const draft = composeDraft({ form: '2021', layout: 'space' });
    const changed = listed(draft, ([natural = '', business = '', ...rest]) => [`商业企业${business}`, `自然人${natural}`, ...rest].join('、'));
    expect([...parseReport(changed).cells.keys()].filter((key) => key.startsWith('applications/'))).toEqual([]);
  });

  it('are not made of numbers with grouped digits', () => {
    const cells = new Map([[cellKey('licensing', 'licences', 'decisions'), '1,203,456,789']]);
    expect(valueOf(parseReport(composeDraft({ form: '2021', layout: 'space', cells })), cellKey('licensing', 'licences', 'decisions'))).toBe(1_203_456_789);
  });
});

describe('cells on lines of their own, some of them blank', () => {
  const blanked = (draft: string, apart: string) =>
    draft
      .split('\n')
      .map((line) => line.replace(/^\t*三、本年度办理结果\t/u, '三、本年度办理结果\n').replace(/^\t+/u, ''))
      .map((line) =>
        /\t\d/u.test(line) || /^\d\t/u.test(line)
          ? line
              .split('\t')
              .filter((field, index, all) => field !== '' || index > all.length - 8)
              .map((field) => (field === '0' ? '' : field))
              .join('\n')
          : line.replaceAll('\t', '\n'),
      )
      .join('\n')
      .replaceAll('\n', apart);

  it.each([
    ['one line each', '\n'],
    ['a paragraph each', '\n\n'],
    ['a paragraph each, with CRLF', '\r\n\r\n'],
  ])('are counted: %s', (_, apart) => {
    const draft = composeDraft({ form: '2021', layout: 'tab' });
    const report = parseReport(blanked(draft, apart));
    const applications = [...figures(parseReport(draft))].filter(([key]) => key.startsWith('applications/') || key.startsWith('disputes/'));
    expect(applications.length).toBe(190);
    for (const [key, value] of applications) expect([key, figures(report).get(key) ?? 0]).toEqual([key, value]);
    expect([...new Set(told(report))]).toEqual(['cell-blank']);
  });

  it('stay unread where the lines do not come out even', () => {
    const uneven = blanked(composeDraft({ form: '2021', layout: 'tab' }), '\n').replaceAll(/\n{3,}/gu, '\n\n');
    expect(parseReport(uneven).cells.has(cellKey('applications', 'third-party', 'total'))).toBe(false);
  });
});

it('takes no line of a table turned on its side for a row', () => {
  const draft = composeDraft({ form: '2021', layout: 'tab' });
  const rows = draft
    .split('\n')
    .filter((line) => /\t\d+(?:\t\d+){6}$/u.test(line))
    .map((line) =>
      line
        .split('\t')
        .filter((field) => field !== '')
        .slice(-8),
    );
  const names = ['申请人情况', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
  const turned = names.map((name, column) => [name, ...rows.map((row) => row[column] ?? '')].slice(column === 0 ? 1 : 0));
  const report = parseReport(replacePart(draft, '申请情况\n', '四、政府信息公开行政复议', `${turned.map((line) => line.join('\t')).join('\n')}\n`));
  expect([...report.cells.keys()].filter((key) => key.startsWith('applications/'))).toEqual([]);
});
