// A copied block lands in its cells and nowhere else, and one with a slip is refused with the place.

import { describe, expect, it } from 'vitest';
import { filledTable, type FilledTable } from '../../server/src/features/requests/fill-table-request.ts';
import { splitKey, type CellKey, type FormId } from '../../server/src/forms/form.ts';
import { FORMS, tableOf } from '../../server/src/forms/index.ts';
import { renderPlain, type Layout } from '../../server/src/forms/skeletons/skeleton.ts';
import { skeletons } from '../../server/src/forms/skeletons/skeletons.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { composeDraft, type DraftLayout } from '../support/draft.ts';
import { FORM_IDS, yearIn } from '../support/forms.ts';
import { pasted, PASTED, type Pasted } from '../features/layouts.ts';
import { changed, edited, report } from '../features/texts.ts';

/** Where the table is that a block is meant for: a word of its part. */
const AT = { proactive: '二、主动公开', applications: '三、收到和处理', disputes: '四、政府信息公开行政复议' } as const;

function fill(text: string, place: string, block: string): FilledTable {
  const offset = text.indexOf(place);
  if (offset < 0) throw new Error(`not there: ${place}`);
  return filledTable(parseReport(text), { offset }, block);
}

function filled(text: string, place: string, block: string): string {
  const result = fill(text, place, block);
  if (result.kind === 'refused') throw new Error(result.reason);
  return edited(text, result.changes);
}

function reason(text: string, place: string, block: string): string {
  const result = fill(text, place, block);
  return result.kind === 'refused' ? result.reason : `filled ${result.count}`;
}

/** The numbers of table three of a draft that adds up, row by row. */
function figures(form: FormId): readonly (readonly string[])[] {
  const { cells } = parseReport(composeDraft({ form, layout: 'tab' }));
  const spec = tableOf(FORMS[form], 'applications');
  return spec?.rows.map((row) => spec.columns.map((column) => cells.get(`applications/${row.id}/${column.id}`)?.text ?? '')) ?? [];
}

const joined = (rows: readonly (readonly string[])[], field = '\t') => rows.map((row) => row.join(field)).join('\n');

function valuesOf(text: string, form: FormId): readonly (readonly string[])[] {
  const { cells } = parseReport(text);
  const spec = tableOf(FORMS[form], 'applications');
  return spec?.rows.map((row) => spec.columns.map((column) => cells.get(`applications/${row.id}/${column.id}`)?.text ?? '')) ?? [];
}

/** Table three of a draft, headers and labels included. */
function copied(form: FormId, layout: DraftLayout): string {
  const text = composeDraft({ form, layout });
  return text.slice(text.indexOf('\n', text.indexOf(AT.applications)) + 1, text.indexOf(AT.disputes));
}

/** A report nobody has filled in yet. */
function empty(form: FormId, layout: Layout): string {
  const skeleton = skeletons().find((each) => each.kind === 'report' && each.forms.includes(form));
  if (skeleton === undefined) throw new Error(`no report of ${form}`);
  return renderPlain(skeleton, { layout, lineBreak: '\r\n' }, yearIn(form, 2024));
}

describe.each(FORM_IDS)('table three of the %s form', (form) => {
  const rows = figures(form);
  const targets: readonly (readonly [string, string])[] = [
    ...PASTED.map((layout: Pasted): readonly [string, string] => [layout, pasted(form, layout)]),
    ['nothing but tabs', empty(form, 'tabs')],
    ['nothing but bars', empty(form, 'bars')],
  ];
  const blocks: readonly (readonly [string, string])[] = [
    ['tabs', joined(rows)],
    ['one cell a line, with CRLF', rows.flat().join('\r\n')],
    ['bars', rows.map((row) => `| ${row.join(' | ')} |`).join('\n')],
    ['label columns left blank', joined(rows.map((row) => ['', '', ...row]))],
    ['without the total column', joined(rows.map((row) => row.slice(0, -1)))],
    ['without the total row', joined(rows.filter((_, index) => index !== rows.length - 2))],
    ['full-width digits', joined(rows).replaceAll('2', '２')],
  ];

  describe.each(targets)('into %s', (_, text) => {
    it.each(blocks)('from %s', (_name, block) => {
      const after = filled(text, AT.applications, block);
      expect(valuesOf(after, form)).toEqual(rows);
      const others = ({ cells }: ReturnType<typeof parseReport>) =>
        [...cells.values()].filter(({ table }) => table !== 'applications').map(({ key, text: shown }) => [key, shown]);
      expect(others(parseReport(after))).toEqual(others(parseReport(text)));
    });
  });

  it('from the same table of another report, labels and headers copied along, in any layout', () => {
    for (const layout of ['tab', 'pipe', 'space'] as const) {
      expect(valuesOf(filled(report(form), AT.applications, copied(form, layout)), form)).toEqual(rows);
    }
  });

  it('from labels without the total column', () => {
    const block = (tableOf(FORMS[form], 'applications')?.rows ?? []).map((row, index) => [row.enumerator + row.label, ...(rows[index] ?? []).slice(0, -1)]);
    expect(valuesOf(filled(report(form), AT.applications, joined(block)), form)).toEqual(rows);
  });
});

describe('a part of a table', () => {
  const text = report();
  const changes = (result: FilledTable) =>
    result.kind === 'filled' ? result.changes.map(({ name, newText, summed }) => [name, newText, summed]) : result.reason;

  it('the row at the cursor', () => {
    expect(changes(fill(text, '2.重复申请', '1\t0\t2\t0\t0\t0\t3'))).toEqual([
      ['“（五）2.重复申请·自然人”', '1', false],
      ['“（五）2.重复申请·科研机构”', '2', false],
      ['“（五）2.重复申请·总计”', '3', false],
    ]);
  });

  it('a row without its total, which is its sum', () => {
    expect(changes(fill(text, '2.重复申请', '1 0 2 0 0 0'))).toContainEqual(['“（五）2.重复申请·总计”', '3', true]);
  });

  it('a row that its label names, wherever the cursor is', () => {
    const result = fill(text, '二、上年结转', '（一）予以公开\t5\t0\t0\t0\t0\t0\t5');
    expect(changes(result)).toEqual([
      ['“（一）予以公开·自然人”', '5', false],
      ['“（一）予以公开·总计”', '5', false],
    ]);
  });

  it('some rows that their labels name', () => {
    const block = '一、本年新收政府信息公开申请数量\t4\t0\t0\t0\t0\t0\t4\n二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1';
    expect(changes(fill(text, AT.applications, block))).toHaveLength(4);
  });

  it('table four, with and without its totals', () => {
    const numbers = '1 0 0 0 1 0 2 0 0 2 0 0 0 3 3'.split(' ');
    const whole = filled(text, AT.disputes, numbers.join('\t'));
    expect(filled(text, AT.disputes, numbers.filter((_, index) => index % 5 !== 4).join('\t'))).toBe(whole);
    expect(whole).toContain(`\n${numbers.join('\t')}\n`);
  });

  it('table two whole, or the block at the cursor', () => {
    const cells = (after: string) =>
      [...parseReport(after).cells.values()].filter(({ table }) => table !== 'applications' && table !== 'disputes').map(({ text: shown }) => shown);
    expect(cells(filled(text, AT.proactive, '1\n2\n3\n4\n5\n6\n7\n8\n9\n1.2345'))).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '1.2345']);
    expect(cells(filled(text, '行政强制', '8\n9')).slice(6)).toEqual(['0', '8', '9', '0']);
  });

  it('blanks and stand-ins land as they are', () => {
    expect(filled(text, '2.重复申请', '1\t\t/\t\t\t\t1')).toContain('2.重复申请\t1\t\t/\t\t\t\t1\n');
  });

  it('what is no plain number stays as written, for the rules to judge', () => {
    expect(filled(text, '2.重复申请', '3件\t1,000\t0\t0\t0\t0\t1003')).toContain('2.重复申请\t3件\t1000\t0\t0\t0\t0\t1003\n');
  });
});

describe('refused', () => {
  const rows = figures('2021');
  const numbers = rows.flat();
  const cell: CellKey = 'applications/third-party/natural';
  const { row } = splitKey(cell);
  const place = (tableOf(FORMS['2021'], 'applications')?.rows.findIndex(({ id }) => id === row) ?? 0) * 7;
  const without = (index: number) => numbers.filter((_, at) => at !== index);

  it('a number lost: between which rows, where rows of zeros hold by accident', () => {
    expect(reason(report(), AT.applications, without(place).join('\n'))).toBe(
      '粘贴的数字有174个，本表需要175个；从第8行（4.保护第三方合法权益）起与总计不一致，可能在此处少一格',
    );
    expect(reason(report(), AT.applications, without(place + 8).join('\n'))).toMatch(/可能在第9行（5\.属于三类内部事务信息）到第1\d行（.*）之间少一格/u);
  });

  it('a number too many', () => {
    const more = [...numbers.slice(0, 3), '4', ...numbers.slice(3)];
    expect(reason(report(), AT.applications, more.join('\n'))).toContain(
      '粘贴的数字有176个，本表需要175个；从第1行（一、本年新收政府信息公开申请数量）起与总计不一致，可能在此处多一格',
    );
  });

  it('a short line among whole ones', () => {
    const short = rows.map((each, index) => (index === 4 ? each.slice(1) : each));
    expect(reason(report(), AT.applications, joined(short))).toContain('；第5行（1.属于国家秘密）有6个，应有7个');
  });

  it('a labelled row that lacks a number', () => {
    const block = changed(copied('2021', 'tab'), '12\t3\t0\t0\t1\t0\t16\n二、', '12\t3\t0\t1\t0\t16\n二、');
    expect(reason(report(), AT.applications, block)).toBe('粘贴的内容中，“一、本年新收”一行有6个数，应有7个');
  });

  it.each([
    ['the table of the other form', AT.applications, copied('2019', 'tab'), /格式不同/u],
    ['words', AT.applications, '请查收附件', /没有可以填表的数字/u],
    ['a word among numbers', '2.重复申请', '1\t2\t3\t4\t12%\t6\t7', /“12%”不是数字/u],
    ['outside a table', '一、总体情况', '1\t2', /光标放在/u],
    ['a lone number', AT.disputes, '1', /粘贴的数字有1个，本表需要12个（不含总计列）/u],
  ])('%s', (_, at, block, message) => expect(reason(report(), at, block)).toMatch(message));

  it('a blank where the layout cannot hold one', () => {
    expect(reason(composeDraft({ form: '2021', layout: 'space' }), '2.重复申请', '1\t\t\t\t\t\t1')).toMatch(/容纳不下/u);
  });
});

it.each([
  ['one row', ['2.重复申请']],
  ['neighbours', ['2.重复申请', '3.要求提供公开出版物']],
  ['rows of several groups', ['（一）予以公开', '8.属于行政查询事项', '1.本机关不掌握相关政府信息']],
])('%s that the table lacks and the block has: put in beside their neighbours', (_, labels) => {
  const lacking = labels.reduce((text, label) => changed(text, new RegExp(`^${label}\t.*\n`, 'mu').exec(text)?.[0] ?? '', ''), report());
  const rows = joined(figures('2021').map((row) => row.map((number) => `${number}1`)));
  expect(filled(lacking, AT.applications, rows)).toBe(filled(report(), AT.applications, rows));
});

it.each([
  ['too few numbers', '\n2.重复申请\t0\t0\t0'],
  ['too many', '\n2.重复申请\t1\t2\t3\t4\t5\t6\t7\t8'],
  ['none', '\n2.重复申请'],
])('a row with %s is filled with the others, as a row', (_, torn) => {
  const rows = figures('2021');
  const text = changed(report(), '\n2.重复申请\t0\t0\t0\t0\t0\t0\t0', torn);
  const result = fill(text, AT.applications, joined(rows));
  expect(result.kind === 'filled' && result.changes.find(({ name }) => name === '“（五）2.重复申请”')?.to).toBe('0 0 0 0 0 0 0');
  expect(filled(text, AT.applications, joined(rows))).toBe(filled(report(), AT.applications, joined(rows)));
});

it('a torn row between bars keeps its closing bar', () => {
  const bars = changed(report('2021', 'bars'), '|  |  | 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |', '|  |  | 2.重复申请 | 0 | 0 | 0 |');
  expect(filled(bars, AT.applications, joined(figures('2021')))).toContain('\n|  |  | 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n');
});

it('labels that were not copied are named, where most were', () => {
  const block = changed(copied('2021', 'tab'), '2.重复申请\t', '2.\t');
  const result = fill(report(), AT.applications, block.replace(/^.*\t2\.\t.*\n/mu, ''));
  expect(result.kind === 'filled' && [result.count, result.warning]).toEqual([168, '复制的内容中没有“（五）2.重复申请”，这些单元格不变']);
});

it('a block of the right length that slipped is filled with a warning', () => {
  const rows = figures('2021');
  const slipped = [...rows.flat().slice(1), '0'];
  const result = fill(report(), AT.applications, slipped.join('\n'));
  expect(result.kind === 'filled' && result.warning).toMatch(/^填入后有\d+条勾稽关系不成立，首先是“一、本年新收·总计”/u);
});

describe('a block that begins in a cell', () => {
  const text = composeDraft({ form: '2021', layout: 'tab' });
  const at = { offset: text.indexOf(AT.applications) };

  it('fills the cells to the right of it and below', () => {
    const result = filledTable(parseReport(text), { ...at, from: 'applications/secret/business' }, '1\t2\n3\t4');
    if (result.kind === 'refused') throw new Error(result.reason);
    const { cells } = parseReport(edited(text, result.changes));
    const read = ['secret/business', 'secret/research', 'forbidden/business', 'forbidden/research', 'stability/business', 'secret/natural'].map(
      (key) => cells.get(`applications/${key}` as CellKey)?.text,
    );
    expect(read).toEqual(['1', '2', '3', '4', '0', '0']);
  });

  it('goes by the count of its numbers where it does not fit there', () => {
    const row = '0\t0\t0\t0\t0\t0\t0';
    const result = filledTable(parseReport(text), { offset: text.indexOf('1.属于国家秘密'), from: 'applications/secret/research' }, row);
    expect(result).toMatchObject({ kind: 'filled', count: 7 });
  });

  it('is refused beyond the last row', () => {
    expect(filledTable(parseReport(text), { ...at, from: 'applications/carried-out/natural' }, '1\n2').kind).toBe('refused');
  });
});
