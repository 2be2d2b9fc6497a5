// Hovers: every cell with its equations, every claim with its reading, labels and headings with their meaning.

import type { MarkupContent } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import type { Markup } from '../../server/src/features/hover/hover-markup.ts';
import type { CellKey } from '../../server/src/forms/form.ts';
import { isInForce } from '../../server/src/forms/index.ts';
import type { Report } from '../../server/src/parse/model.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { generate } from '../generator/generate.ts';
import { cellLines } from '../generator/layouts/cell-lines.ts';
import { htmlPlain } from '../generator/layouts/html.ts';
import { pipesMarkdown } from '../generator/layouts/pipes.ts';
import { browserTabs } from '../generator/layouts/tabs.ts';
import { FORM_IDS, rowsIn } from '../support/forms.ts';
import { BETWEEN, PASTED, pasted } from './layouts.ts';
import { atCursor, changed, report } from './texts.ts';

function said(marked: string, kind: Markup = 'plaintext'): string {
  const { text, offset } = atCursor(marked);
  return saidAt(text, offset, kind);
}

function saidAt(text: string, offset: number, kind: Markup = 'plaintext'): string {
  return saidOf(parseReport(text), offset, kind);
}

function saidOf(parsed: Report, offset: number | undefined, kind: Markup = 'plaintext'): string {
  const found = offset === undefined ? null : hover(parsed, offset, kind);
  if (found === null) throw new Error('nothing said');
  return (found.contents as MarkupContent).value;
}

const APPLICANTS = ['natural', 'business', 'research', 'charity', 'legal', 'other'];
const NO_RESULTS = ['new', 'carried-in', 'total', 'carried-out'];
const NONE = { name: 'none' };

/** The equations of a cell of table three as a reader would work them out from the values alone. */
function workedOut(values: ReadonlyMap<CellKey, number>, key: CellKey): readonly string[] {
  const [, row = '', column = ''] = key.split('/');
  const rows = [...new Set([...values.keys()].filter((each) => each.startsWith('applications/')).map((each) => each.split('/')[1] ?? ''))];
  const at = (r: string, c: string) => values.get(`applications/${r}/${c}`) ?? Number.NaN;
  const sum = (terms: readonly number[]) => terms.reduce((total, term) => total + term, 0);
  const told = (terms: readonly number[]) => {
    const shown = terms.length > 6 ? terms.filter((term) => term !== 0) : terms;
    return shown.length === 0 ? '0' : shown.join('+');
  };
  const equation = (left: readonly number[], right: readonly number[]) => {
    if (sum(left) === sum(right)) return `${told(left)} = ${told(right)}。✓ 成立`;
    const whole = right.length > 1 ? ` = ${sum(right)}` : '';
    return `${told(left)} = ${sum(left)} ≠ ${told(right)}${whole}。✗ 不成立，相差${Math.abs(sum(left) - sum(right))}`;
  };
  const across = APPLICANTS.map((each) => at(row, each));
  const down = rows.filter((each) => !NO_RESULTS.includes(each)).map((each) => at(each, column));
  const before = [at('new', column), at('carried-in', column)];
  const after = [at('total', column), at('carried-out', column)];
  return [
    equation(across, [at(row, 'total')]),
    ...(row === 'total' || !NO_RESULTS.includes(row) ? [equation(down, [at('total', column)])] : []),
    ...(NO_RESULTS.includes(row) ? [equation(before, after)] : []),
  ];
}

describe.each([
  ['2021', 175],
  ['2019', 161],
] as const)('each cell of table three of %s', (formKind, count) => {
  it.each([
    ['balanced', undefined],
    ['with a slip', new Map<CellKey, number>([['applications/granted/business', 901]])],
    ['with a wrong total', new Map<CellKey, number>([['applications/total/total', 77]])],
  ] as const)('has its two or three equations, %s', (_, slips) => {
    const { text, expected } = generate(7, { formKind, density: 'dense', layout: browserTabs, noise: NONE, ...(slips !== undefined && { slips }) });
    const keys = [...expected.cells.keys()].filter((key) => key.startsWith('applications/'));
    expect(keys).toHaveLength(count);
    const parsed = parseReport(text);
    for (const key of keys) {
      const cell = parsed.cells.get(key);
      const value = saidOf(parsed, cell?.span.start);
      const told = value.split('\n').filter((line) => /^- “.*。(?:✓ 成立|✗ 不成立，相差\d+)$/u.test(line));
      expect(
        told.map((line) => line.slice(line.indexOf('：') + 1)),
        key,
      ).toEqual(workedOut(expected.cells, key));
      expect([2, 3]).toContain(told.length);
      expect(value.split('\n')[0]?.endsWith(`：${expected.cells.get(key)}`), key).toBe(true);
    }
  });
});

describe.each(FORM_IDS)('in a report of %s', (form) => {
  describe.each(PASTED)('pasted as %s, with radicals and CRLF', (layout) => {
    const text = pasted(form, layout);
    const between = BETWEEN[layout];

    it('says where a cell stands, how it balances, who quotes it, what it counts', () => {
      const marked = changed(text, `1.属于国家秘密${between}0`, `1.属于国家秘密${between}‸0`);
      expect(said(marked)).toBe(
        [
          '“（三）1.属于国家秘密·自然人”：0',
          '- 行：三、本年度办理结果，（三）不予公开，1.属于国家秘密\n- 列：自然人',
          '勾稽关系：',
          '- “（三）1.属于国家秘密”各格之和等于总计：0+0+0+0+0+0 = 0。✓ 成立\n- “自然人”列各项办理结果之和等于（七）总计：0 = 0。✓ 成立',
          '口径：依法确定为国家秘密而不予公开的申请。依据：《条例》第十四条。',
        ].join('\n\n'),
      );
    });

    it('cites no article where none is confirmed', () => {
      const words = said(changed(text, `5.要求⾏政机关确认或重新出具已获取信息${between}0`, `5.要求⾏政机关确认或重新出具已获取信息${between}0‸`));
      expect(words).toContain('口径：要求确认或者重新出具已经获取的信息的申请（通行口径）。');
      expect(words).not.toContain('依据');
    });

    it('lists the sentences that quote a total', () => {
      // The last figure before the row （七） ends.
      const total = text.lastIndexOf('0', text.indexOf('四、结转下年度继续办理'));
      expect(saidAt(text, total)).toMatch(/\n\n正文引用：\n\n- 第\d+行“办结0件”，✓ 与表格一致\n\n/u);
    });

    it('says how a number of the text is read', () => {
      expect(said(changed(text, '申请0件', '申请‸0件'))).toBe(
        ['正文“收到政府信息公开申请0件”', '口径：“一、本年新收·总计”0。✓ 与表格一致', '其他口径：', '- “一、本年新收·总计”0 + “二、上年结转·总计”0 = 0'].join(
          '\n\n',
        ),
      );
    });

    it('says what a row counts, and what its sum is', () => {
      expect(said(changed(text, '（一）予以公开', '（一）予以‸公开'))).toContain(
        '口径：全部公开的申请（通行口径）。\n\n“（一）予以公开”各格之和等于总计：0+0+0+0+0+0 = 0。✓ 成立',
      );
    });

    it('says what a part must contain', () => {
      const overview = said(changed(text, '一、总体情况', '一、总体‸情况'));
      expect(overview.includes('五个方面')).toBe(isInForce({ since: '2021' }, { id: form }));
      expect(overview).toContain('各级人民政府还应写明工作考核、社会评议和责任追究结果情况');
      const other = said(changed(text, '六、其他需要', '六、其他‸需要'));
      expect(other.includes('信息处理费')).toBe(isInForce({ since: '2021' }, { id: form }));
      expect(said(changed(text, '三、收到和处理', '三、收到‸和处理'))).toContain(`一张表，${rowsIn(form, 'applications').length}行；每行7格：自然人、`);
    });
  });
});

describe('a header', () => {
  it.each(PASTED)('of tables three and four says whom or what it counts, pasted as %s', (layout) => {
    const text = pasted('2021', layout);
    const between = BETWEEN[layout];
    expect(said(changed(text, '商业企业', '商业‸企业'))).toMatch(/^“商业企业”列\n[^]*申请人是法人或其他组织，其中的商业企业。\n[^]*“商业企业”列第一项加/u);
    expect(said(changed(text, `法律服务机构${between}其他`, `法律服务机构${between}其‸他`))).toMatch(/^“其他”列\n/u);
    expect(said(changed(text, '未经复议直接起诉', '未经‸复议直接起诉'))).toMatch(/^“行政诉讼·未经复议直接起诉”行\n/u);
    const outcome = text.lastIndexOf('尚未审结');
    expect(saidAt(text, outcome)).toMatch(/^“尚未审结”列\n[^]*尚未审结的案件。/u);
  });

  it('其他 is the applicant, not the end of a longer name', () => {
    const { text } = generate(7, { formKind: '2021', layout: browserTabs, noise: NONE });
    expect(text).toContain('法人或其他组织');
    expect(saidAt(text, text.indexOf('法律服务机构\t其他') + '法律服务机构\t其'.length)).toMatch(/^“其他”列\n/u);
    expect(() => saidAt(text, text.indexOf('法人或其他组织') + '法人或其'.length)).toThrow('nothing said');
  });

  it('of table two says what may be filled in', () => {
    expect(said(changed(report('2019'), '信息内容\t采购项目数量', '信息内容\t采购项目‸数量'))).toContain('填0或正整数。');
    expect(said(changed(report('2021'), '本年收费金额', '本年收费‸金额'))).toContain('填金额，可以有小数，单位为万元。');
  });
});

describe('a column that the form does not have', () => {
  const part = (text: string, words: string) => text.indexOf(`\n${words}、`);
  const [older, newer] = [report('2019'), report('2021')];
  const mixed = newer.slice(0, part(newer, '二')) + older.slice(part(older, '二'), part(older, '三')) + newer.slice(part(newer, '三'));

  it('is called as the form that has it prints it', () => {
    const parsed = parseReport(mixed);
    expect(parsed.detectedForm.id).toBe('2021');
    const cell = parsed.cells.get('licensing/licences/previous');
    expect(saidOf(parsed, cell?.span.start)).toMatch(/^“行政许可·上一年项目数量”：0\n/u);
    expect(said(changed(mixed, '信息内容\t采购项目数量', '信息内容\t采购项目‸数量'))).toMatch(/^“采购项目数量”列\n/u);
  });

  it('is called so in a finding too', () => {
    const { findings } = checkReport(parseReport(changed(mixed, '行政强制\t0\t', '行政强制\t约三件\t')));
    expect(findings.find(({ rule }) => rule === 'cell-not-number')?.message).toContain('“行政强制·上一年项目数量”');
  });
});

describe('a value that is not as it should be', () => {
  const row = '（一）予以公开\t0\t0\t0\t0\t0\t0\t0';

  it('is named with its difference', () => {
    expect(said(changed(report(), row, '（一）予以公开\t0\t0\t0\t0\t0\t0\t3‸'))).toContain('0+0+0+0+0+0 = 0 ≠ 3。✗ 不成立，相差3');
  });

  it('is read as its sum where it is blank', () => {
    expect(said(changed(report(), row, '（一）予以公开\t0\t‸\t0\t0\t0\t0\t0'))).toMatch(/^“（一）予以公开·商业企业”：未填，按0计\n/u);
    expect(said(changed(report(), row, '（一）予以公开\t4\t0\t0\t0\t0\t0\t‸'))).toMatch(/^“（一）予以公开·总计”：未填，按勾稽关系应为 4\n/u);
  });

  it('leaves its equations unchecked, with the reason', () => {
    const words = said(changed(report(), row, '（一）予以公开\t‸3~5\t0\t0\t0\t0\t0\t0'));
    expect(words).toContain('：不是数字\n');
    expect(words).toContain('?+0+0+0+0+0 = 0。未核对：“（一）予以公开·自然人”不是数字');
  });

  it('contradicts its sentence', () => {
    const marked = changed(pasted('2021', 'tabs'), '办结0件', '办结‸7件');
    expect(said(marked)).toContain('口径：“（七）总计·总计”0。✗ 不一致，相差7：正文为 7，表格为 0');
  });
});

describe('a share', () => {
  const filled: readonly (readonly [string, number])[] = [
    ['一、本年新收政府信息公开申请数量', 8],
    ['（一）予以公开', 5],
    ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', 3],
    ['（七）总计', 8],
  ];
  const table = filled.reduce(
    (text, [label, count]) => changed(text, `${label}\t0\t0\t0\t0\t0\t0\t0`, `${label}\t${count}\t0\t0\t0\t0\t0\t${count}`),
    report(),
  );
  const prose = (words: string) => changed(table, '二、主动公开', `办结8件，其中予以公开5件，${words}。\n二、主动公开`);

  it('is told with what it is a share of', () => {
    expect(said(prose('占62.‸5%'))).toContain('口径：“（一）予以公开·总计”5 占 “（七）总计·总计”8，为 62.5%。✓ 与表格一致');
    expect(said(prose('占72.‸5%'))).toContain('✗ 不一致，相差10：正文为 72.5%，表格为 62.5%');
  });

  it('is quoted by both its cells', () => {
    expect(said(prose('占62.5%').replace(/（七）总计\t8(?:\t0){5}\t8/u, (row) => `${row}‸`))).toContain('“占62.5%”，✓ 与表格一致');
  });
});

describe('words of the draft', () => {
  const hostile = '收到www.政府信息公开申请共<b>‸0件';
  const marked = changed(pasted('2021', 'tabs'), '收到政府信息公开申请0件', hostile);

  it('never become markup', () => {
    const value = said(marked, 'markdown');
    expect(value).toContain(String.raw`\<b\>0件`);
    // Whatever could open a link, a tag, code or an address has a backslash before it.
    expect(value).not.toMatch(/(?<!\\)[[\]<>`@]/u);
    expect(value).not.toMatch(/www\.|command:/u);
  });

  it('stay readable in plain text', () => {
    expect(said(marked)).toContain('收到www.政府信息公开申请共<b>0件');
  });
});

it('stays silent between the words', () => {
  const text = report();
  expect(hover(parseReport(text), text.length, 'markdown')).toBeNull();
});

it.each([
  ['a web page', htmlPlain],
  ['Markdown', pipesMarkdown],
  ['one cell a line', cellLines],
])('finds every cell in %s', (_, layout) => {
  const { text, expected } = generate(11, { formKind: '2021', density: 'dense', layout, noise: NONE });
  const parsed = parseReport(text);
  for (const [key, value] of expected.cells) {
    const span = parsed.cells.get(key)?.span;
    for (const offset of [span?.start, span?.end]) {
      expect(saidOf(parsed, offset).split('\n')[0]?.endsWith(`：${value}`), key).toBe(true);
    }
  }
});
