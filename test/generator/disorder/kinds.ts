// The ways in which tables come out of order, and what is due to each.

import type { CellKey } from '../../../server/src/forms/form.ts';
import type { Rng } from '../rng.ts';
import { blanks, byCharacters, byWidth, cells, compose, html, leaders, padded, pipes, type Printer, tabs } from './printers.ts';
import { changeRows, HEADINGS, ordered, type Draft, type Drawn, type Sheet, type SheetRow } from './sheet.ts';

export interface Kind {
  readonly name: string;
  readonly make: (drawn: Drawn) => string;
  /** One of these findings is due, once. */
  readonly due?: readonly string[];
  /** Further findings that may be there. */
  readonly may?: readonly string[];
  /** Cells that the text does not determine: they may be absent or anything that is told. */
  readonly open?: (key: CellKey, draft: Draft) => boolean;
  /** Few and small numbers. */
  readonly sparse?: true;
  readonly form?: '2019' | '2021';
}

const three = (draft: Draft, change: (sheet: Sheet) => Sheet): Draft => ({ ...draft, applications: change(draft.applications) });
const four = (draft: Draft, change: (sheet: Sheet) => Sheet): Draft => ({ ...draft, disputes: change(draft.disputes) });
const issued = (draft: Draft, change: (sheet: Sheet) => Sheet): Draft => ({ ...draft, issued: change(draft.issued) });

const ORDER = { due: ['column-header'] };
const SWAPPED = [0, 2, 1, 4, 3, 5, 6];
const TOTAL_FIRST = [6, 0, 1, 2, 3, 4, 5];
const LEGAL_FIRST = [1, 2, 3, 4, 5, 0, 6];

function orderKinds(): Kind[] {
  const table3 = (name: string, order: readonly number[], print: Printer): Kind => ({
    name: `order ${name} ${print.name}`,
    make: ({ draft }) =>
      compose(
        three(draft, (sheet) => ordered(sheet, order)),
        { three: print },
      ),
    ...ORDER,
  });
  const tree = (names: readonly string[], legal: readonly string[], order: readonly number[]): Kind => ({
    name: `order tree ${names[0]}`,
    make: ({ draft }) =>
      compose(
        three(draft, (sheet) => ({
          ...ordered(sheet, order),
          header: [
            [sheet.above[0] ?? '', '申请人情况'],
            ['', ...names],
            ['', ...legal],
          ],
          above: [],
        })),
        { three: tabs },
      ),
    ...ORDER,
  });
  return [
    table3('swapped', SWAPPED, tabs),
    table3('swapped', SWAPPED, blanks),
    table3('swapped', SWAPPED, pipes),
    table3('swapped', SWAPPED, html),
    table3('swapped', SWAPPED, cells),
    table3('total first', TOTAL_FIRST, tabs),
    table3('total first', TOTAL_FIRST, blanks),
    table3('total first', TOTAL_FIRST, cells),
    table3('legal first', LEGAL_FIRST, html),
    tree(['总计', '自然人', '法人或其他组织'], ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'], TOTAL_FIRST),
    tree(['法人或其他组织', '自然人', '总计'], ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'], LEGAL_FIRST),
    tree(['自然人', '法人或其他组织', '总计'], ['其他', '法律服务机构', '社会公益组织', '科研机构', '商业企业'], [0, 5, 4, 3, 2, 1, 6]),
    ...[tabs, blanks, cells].map((print): Kind => ({
      name: `order table two ${print.name}`,
      make: ({ draft }) =>
        compose(
          issued(draft, (sheet) => ordered(sheet, [1, 2, 0])),
          { two: print },
        ),
      ...ORDER,
    })),
    {
      name: 'order table two 2019',
      form: '2019',
      make: ({ draft }) => compose({ ...draft, blocks: draft.blocks.map((sheet, index) => (index < 2 ? ordered(sheet, [2, 0, 1]) : sheet)) }, {}),
      due: ['column-header'],
    },
  ];
}

const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

function valuesOfFour(sheet: Sheet): readonly (readonly string[])[] {
  const all = sheet.rows[0]?.cells ?? [];
  return [all.slice(0, 5), all.slice(5, 10), all.slice(10)];
}

function fourKinds(): Kind[] {
  const upright = (names: readonly [string, number][], print: Printer, columns = [0, 1, 2, 3, 4]): Kind => ({
    name: `four upright ${names.map(([, index]) => index).join('')} ${columns.join('')} ${print.name}`,
    make: ({ draft }) =>
      compose(
        four(draft, (sheet) => ({
          ...sheet,
          header: [['', ...columns.map((column) => RESULTS[column] ?? '')]],
          rows: names.map(([label, index]) => ({ label, group: false, cells: columns.map((column) => valuesOfFour(sheet)[index]?.[column] ?? '') })),
        })),
        { four: print },
      ),
    ...ORDER,
  });
  const across = (name: string, header: readonly (readonly string[])[], order: readonly number[], columns = [0, 1, 2, 3, 4]): Kind => ({
    name: `four across ${name}`,
    make: ({ draft }) =>
      compose(
        four(draft, (sheet) => ({
          ...sheet,
          header,
          rows: [{ label: '', group: false, cells: order.flatMap((index) => columns.map((column) => valuesOfFour(sheet)[index]?.[column] ?? '')) }],
        })),
        { four: tabs },
      ),
    ...ORDER,
  });
  const totalFirst = ['总计', '结果维持', '结果纠正', '其他结果', '尚未审结'];
  return [
    upright(
      [
        ['复议后起诉', 2],
        ['未经复议直接起诉', 1],
        ['行政复议', 0],
      ],
      blanks,
    ),
    upright(
      [
        ['行政复议', 0],
        ['复议后起诉', 2],
        ['未经复议直接起诉', 1],
      ],
      pipes,
    ),
    upright(
      [
        ['行政复议', 0],
        ['行政诉讼（未经复议直接起诉）', 1],
        ['行政诉讼（复议后起诉）', 2],
      ],
      tabs,
      [4, 0, 1, 2, 3],
    ),
    across(
      'blocks exchanged',
      [
        ['行政诉讼', '行政复议'],
        ['未经复议直接起诉', '复议后起诉', ...RESULTS],
        [...RESULTS, ...RESULTS],
      ],
      [1, 2, 0],
    ),
    across(
      'litigation exchanged',
      [
        ['行政复议', '行政诉讼'],
        [...RESULTS, '复议后起诉', '未经复议直接起诉'],
        [...RESULTS, ...RESULTS],
      ],
      [0, 2, 1],
    ),
    across(
      'total first',
      [
        ['行政复议', '行政诉讼'],
        [...totalFirst, '未经复议直接起诉', '复议后起诉'],
        [...totalFirst, ...totalFirst],
      ],
      [0, 1, 2],
      [4, 0, 1, 2, 3],
    ),
    {
      name: 'four fifteen rows',
      make: ({ draft }) =>
        compose(
          four(draft, (sheet) => ({
            ...sheet,
            header: [],
            rows: (['行政复议', '未经复议直接起诉', '复议后起诉'] as const).flatMap((block, index) => [
              { label: block, group: true, cells: [] },
              ...RESULTS.map((result, column): SheetRow => ({ label: result, group: false, cells: [valuesOfFour(sheet)[index]?.[column] ?? ''] })),
            ]),
          })),
          { four: tabs },
        ),
      may: ['column-header'],
    },
  ];
}

const APPLICANTS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];

function turned(sheet: Sheet): Sheet {
  const rows = sheet.rows.filter(({ group }) => !group);
  return {
    ...sheet,
    header: [['申请人', ...rows.map(({ label }) => label)]],
    rows: APPLICANTS.map((label, index) => ({ label, group: false, cells: rows.map((row) => row.cells[index] ?? '') })),
  };
}

function turnedKinds(): Kind[] {
  return [tabs, blanks, pipes, html].map((print) => ({
    name: `turned ${print.name}`,
    make: ({ draft }: Drawn) => compose(three(draft, turned), { three: print }),
    ...ORDER,
  }));
}

function withColumn(sheet: Sheet, at: number, column: { readonly name: string | null; readonly cell: (row: SheetRow, index: number) => string }): Sheet {
  const insert = (fields: readonly string[], text: string): readonly string[] => [...fields.slice(0, at), text, ...fields.slice(at)];
  const { name, cell } = column;
  return {
    ...changeRows(sheet, (row, index) => ({ ...row, cells: insert(row.cells, cell(row, index)) })),
    header: name === null ? sheet.header : sheet.header.map(([corner = '', ...names]) => [corner, ...insert(names, name)]),
  };
}

const total = ({ cells: own }: SheetRow): number => own.slice(0, 6).reduce((sum, cell) => sum + Number(cell), 0);

function addedKinds(): Kind[] {
  const added = (name: string, print: Printer, at: number, column: Parameters<typeof withColumn>[2], due: Pick<Kind, 'due' | 'may'>): Kind => ({
    name: `added ${name} ${print.name}`,
    make: ({ draft }) =>
      compose(
        three(draft, (sheet) => withColumn(sheet, at, column)),
        { three: print },
      ),
    ...due,
  });
  const silent = { may: ['column-header'] };
  const code = (name: string | null, from: number, pad = 0) => ({ name, cell: (_: SheetRow, index: number) => String(from + index).padStart(pad, '0') });
  const lastYear = (name: string) => ({ name, cell: (row: SheetRow, index: number) => String(total(row) + 2 + (index % 3)) });
  return [
    added('行次', blanks, 0, code('行次', 1), silent),
    added('代码', tabs, 0, code('代码', 101), silent),
    added('序号', cells, 0, code('序号', 1), silent),
    added('编码', pipes, 0, code('编码', 1, 2), silent),
    added('without header', tabs, 0, code(null, 1), silent),
    added('check', blanks, 7, { name: '校验', cell: () => '√' }, ORDER),
    added('check without header', tabs, 7, { name: null, cell: () => '√' }, { may: ['column-header', 'cell-count'] }),
    added('上年', tabs, 7, lastYear('上年'), ORDER),
    added('上年总计', blanks, 7, lastYear('上年总计'), ORDER),
    added('2022年总计', html, 7, lastYear('2022年总计'), ORDER),
    added('last year first', tabs, 0, lastYear('2022年总计'), ORDER),
    added('小计', blanks, 1, { name: '小计', cell: ({ cells: own }) => String(own.slice(1, 6).reduce((sum, cell) => sum + Number(cell), 0)) }, ORDER),
    added(
      '法人小计',
      cells,
      6,
      { name: '法人或其他组织小计', cell: ({ cells: own }) => String(own.slice(1, 6).reduce((sum, cell) => sum + Number(cell), 0)) },
      ORDER,
    ),
    added('备注', pipes, 7, { name: '备注', cell: () => '' }, ORDER),
    {
      name: 'added 序号 before the labels',
      make: ({ draft }) =>
        compose(
          three(draft, (sheet) => ({
            ...changeRows(sheet, (row, index) => ({ ...row, label: `${index + 1}\t${row.label}` })),
            header: [['序号', '项目', ...(sheet.header[0] ?? []).slice(1)]],
          })),
          {},
        ),
      ...silent,
    },
    {
      name: 'added 上年数 in table two',
      make: ({ draft }) =>
        compose(
          issued(draft, (sheet) => withColumn(sheet, 3, { name: '上年现行有效件数', cell: (_, index) => String(41 + index) })),
          {},
        ),
      ...ORDER,
    },
    {
      name: 'added 合计 in table four',
      make: ({ draft }) =>
        compose(
          four(draft, (sheet) => ({
            ...sheet,
            header: sheet.header.map((names, index) => (index === 0 ? [...names, '合计'] : names)),
            rows: sheet.rows.map((row) => ({ ...row, cells: [...row.cells, String([4, 9, 14].reduce((sum, at) => sum + Number(row.cells[at]), 0))] })),
          })),
          {},
        ),
      ...ORDER,
    },
    {
      name: 'missing total',
      make: ({ draft }) =>
        compose(
          three(draft, (sheet) => ordered(sheet, [0, 1, 2, 3, 4, 5])),
          {},
        ),
      due: ['column-header'],
      may: ['total-blank'],
      open: (key) => key.startsWith('applications/') && key.endsWith('/total'),
    },
    {
      name: 'missing 法律服务机构',
      make: ({ draft }) =>
        compose(
          three(draft, (sheet) => ordered(sheet, [0, 1, 2, 3, 5, 6])),
          { three: blanks },
        ),
      due: ['column-header'],
      may: ['unbalanced', 'cell-blank'],
      open: (key) => key.startsWith('applications/') && key.endsWith('/legal'),
    },
  ];
}

/** Labels of `count` rows from `first` on, then their values. */
function torn(sheet: Sheet, first: number, count: number, lost = 0): Sheet {
  const rows = sheet.rows.filter(({ group }) => !group).slice(first, first + count);
  const [start] = rows;
  const at = sheet.rows.findIndex((row) => row === start);
  const rest = sheet.rows.filter((row) => !rows.includes(row));
  const block: SheetRow[] = [
    ...rows.map(({ label }) => ({ label, group: true, cells: [] })),
    ...rows.slice(lost).map(({ cells: own }) => ({ label: '', group: false, cells: own })),
  ];
  return { ...sheet, rows: [...rest.slice(0, at), ...block, ...rest.slice(at)] };
}

function tornKinds(): Kind[] {
  const unread = (key: CellKey): boolean => key.startsWith('applications/');
  const pair = (name: string, first: number, count: number, print: Printer): Kind => ({
    name: `torn ${name} ${print.name}`,
    make: ({ draft }) =>
      compose(
        three(draft, (sheet) => torn(sheet, first, count)),
        { three: print },
      ),
    // Rows of the same numbers leave no doubt.
    due: [],
    may: ['table-unreadable'],
    open: unread,
  });
  return [
    pair('pair 5', 5, 2, blanks),
    pair('pair 12', 12, 2, tabs),
    pair('three 15', 15, 3, blanks),
    pair('group 4-11', 4, 8, blanks),
    { ...pair('sums tell', 22, 3, blanks), due: [], may: ['table-unreadable'] },
    {
      name: 'torn all rows',
      make: ({ draft }) =>
        compose(
          three(draft, (sheet) => torn(sheet, 0, 25)),
          { three: blanks },
        ),
      due: [],
    },
    {
      name: 'torn counts differ',
      make: ({ draft }) =>
        compose(
          three(draft, (sheet) => torn(sheet, 9, 3, 1)),
          { three: blanks },
        ),
      due: ['table-unreadable'],
      may: ['values-without-row'],
      open: unread,
    },
  ];
}

function blankZero(sheet: Sheet): Sheet {
  return changeRows(sheet, (row) => ({ ...row, cells: row.cells.map((cell) => (cell === '0' ? '' : cell)) }));
}

function layoutKinds(): Kind[] {
  const blank = { may: ['cell-blank', 'total-blank'] };
  return [
    ...['……', '......', '·········', '____'].map((sign): Kind => ({
      name: `leaders ${sign}`,
      make: ({ draft }) => compose(draft, { three: leaders(sign) }),
    })),
    { name: 'ruler characters blanks', make: ({ draft }) => compose(three(draft, blankZero), { three: byCharacters }), ...blank },
    { name: 'ruler width blanks', make: ({ draft }) => compose(three(draft, blankZero), { three: byWidth }), ...blank },
    { name: 'padding fields', make: ({ draft }) => compose(three(draft, blankZero), { three: padded }), ...blank },
    {
      name: 'blank lines as cells',
      make: ({ draft }) =>
        compose(three(draft, blankZero), {
          three: {
            name: '',
            sheet: ({ above, header, rows }) =>
              [...above, ...(header[0] ?? []).slice(1), ...rows.flatMap(({ label, cells: own }) => [label, ...own])].join('\n'),
          },
        }),
      ...blank,
    },
    {
      name: 'one line, blanks round runs',
      make: ({ draft }) => {
        const run: Printer = {
          name: '',
          sheet: ({ above, header, rows }) => [...above, ...header.flat(), ...rows.flatMap(({ label, cells: own }) => [label, own.join('')])].join(' '),
        };
        return compose(draft, { three: run });
      },
      may: ['cell-ambiguous'],
      open: (key) => key.startsWith('applications/'),
    },
    {
      name: 'one line, misspelt heading',
      make: ({ draft }) => {
        const spaced: Printer = {
          name: '',
          sheet: ({ above, header, rows }) => [...above, ...header.flat(), ...rows.flatMap(({ label, cells: own }) => [label, ...own])].join(' '),
        };
        const [two, , last] = HEADINGS;
        return compose(draft, { two: spaced, three: spaced, four: spaced, headings: [two, '三、收到和处里政府信息公开申请情况', last] }).replaceAll(
          /\n+/gu,
          ' ',
        );
      },
      may: ['section-title', 'form-typo', 'cell-ambiguous'],
    },
  ];
}

/** Every value of table three in other signs. */
function signs(name: string, change: (cell: string, rng: Rng) => string, due: readonly string[], print: Printer = tabs): Kind {
  return {
    name: `signs ${name} ${print.name}`,
    make: ({ draft, rng }) =>
      compose(
        three(draft, (sheet) => changeRows(sheet, (row) => ({ ...row, cells: row.cells.map((cell) => change(cell, rng)) }))),
        { three: print },
      ),
    due,
    may: ['cell-notation', 'cell-blank'],
  };
}

function signKinds(): Kind[] {
  return [
    signs('l for 1', (cell, rng) => (rng.chance(0.2) ? cell.replace('1', 'l') : cell), ['cell-notation'], blanks),
    signs('O for 0', (cell, rng) => (rng.chance(0.2) ? cell.replace('0', 'O') : cell), ['cell-notation'], tabs),
    signs('〇 and 丨', (cell, rng) => (rng.chance(0.3) ? cell.replace('0', '〇').replace('1', '丨') : cell), ['cell-notation'], tabs),
    signs('apostrophes', (cell) => `'${cell}`, ['cell-notation'], blanks),
    signs('curly apostrophes', (cell) => `’${cell}`, ['cell-notation'], pipes),
    signs('brackets', (cell) => (cell === '0' ? cell : `(${cell})`), ['cell-notation'], blanks),
    signs('underscores', (cell) => `_${cell}_`, ['cell-notation'], tabs),
    signs('underscores behind', (cell) => `${cell}__`, ['cell-notation'], cells),
    signs('units', (cell) => `${cell}件`, ['cell-notation'], cells),
    { ...signs('一', (cell) => (cell === '1' ? '一' : cell), [], tabs), sparse: true },
    {
      name: 'signs change words',
      form: '2019',
      make: ({ draft }) =>
        compose(
          {
            ...draft,
            blocks: draft.blocks.map((sheet, index) =>
              index < 2 ? changeRows(sheet, (row) => ({ ...row, cells: [row.cells[0] ?? '', '没有变化', row.cells[2] ?? ''] })) : sheet,
            ),
          },
          { two: cells },
        ),
      due: ['cell-not-number'],
      open: (key) => key.endsWith('/change'),
    },
  ];
}

const SHORT = new Map([
  ['一、本年新收政府信息公开申请数量', '本年新收'],
  ['二、上年结转政府信息公开申请数量', '结转'],
  ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '部分公开'],
  ['2.其他法律行政法规禁止公开', '法律法规禁止'],
  ['3.危及“三安全一稳定”', '三安全一稳定'],
  ['4.保护第三方合法权益', '第三方权益'],
  ['1.本机关不掌握相关政府信息', '不掌握'],
  ['2.没有现成信息需要另行制作', '需另行制作'],
  ['3.补正后申请内容仍不明确', '内容不明确'],
  ['1.信访举报投诉类申请', '信访投诉'],
  ['4.无正当理由大量反复申请', '大量反复'],
  ['四、结转下年度继续办理', '结转下年'],
]);

function wordKinds(): Kind[] {
  return [
    {
      name: 'short labels',
      make: ({ draft }) =>
        compose(
          three(draft, (sheet) => ({ ...sheet, rows: sheet.rows.map((row) => ({ ...row, label: SHORT.get(row.label) ?? row.label })) })),
          {},
        ),
      may: ['row-label'],
    },
    ...[6, 11, 14, 22].map((index): Kind => ({
      name: `no numbers yet ${index}`,
      make: ({ draft }) =>
        compose(
          three(draft, (sheet) => changeRows(sheet, (row, at) => (at === index ? { ...row, cells: [] } : row))),
          {},
        ),
      due: ['cell-blank', 'cell-count'],
      may: ['unbalanced', 'wrong-cell'],
      open: (key, draft) => key.startsWith(`applications/${rowIds(draft)[index]}/`),
    })),
    {
      name: 'prose behind table two',
      make: ({ draft }) =>
        compose(draft, {}).replace(/(行政事业性收费\t[0-9.]+)/u, '$1（二）主动公开的主要渠道。全年通过网站发布信息312条，其中政策解读12条。'),
    },
  ];
}

/** The rows of table three in the order of the form; `draft` names the form by its cells. */
function rowIds({ expected }: Draft): readonly string[] {
  return [...new Set([...expected.keys()].filter((key) => key.startsWith('applications/')).map((key) => key.split('/')[1] ?? ''))];
}

function doubled(sheet: Sheet, first: string, second: string, change: (sheet: Sheet) => Sheet): Sheet {
  const body = (own: Sheet): readonly string[] => tabs.sheet({ ...own, above: [] }).split('\n');
  return { ...sheet, above: [first, ...body(change(sheet)), '', second, ...sheet.above] };
}

const otherNumbers = (sheet: Sheet): Sheet =>
  changeRows(sheet, (row, index) => (index === 1 ? { ...row, cells: row.cells.map((cell) => String(Number(cell) + 3)) } : row));

function doubleKinds(): Kind[] {
  const TWICE = { due: ['table-twice'] };
  return [
    {
      name: 'twice three, 修改前后',
      make: ({ draft }) =>
        compose(
          three(draft, (sheet) => doubled(sheet, '修改前：', '修改后：', otherNumbers)),
          {},
        ),
      ...TWICE,
    },
    {
      name: 'twice three, parts and sum',
      make: ({ draft }) =>
        compose(
          three(draft, (sheet) => doubled(sheet, '局机关：', '合计：', (own) => changeRows(own, (row) => ({ ...row, cells: row.cells.map(() => '0') })))),
          {},
        ),
      ...TWICE,
    },
    {
      name: 'twice four',
      make: ({ draft }) =>
        compose(
          four(draft, (sheet) =>
            doubled(sheet, '原表：', '修改后：', (own) => changeRows(own, (row) => ({ ...row, cells: row.cells.map((cell) => String(Number(cell) + 1)) }))),
          ),
          {},
        ),
      ...TWICE,
    },
    {
      name: 'conflict marker three',
      make: ({ draft }) =>
        compose(
          three(draft, (sheet) => conflicted(sheet, 7)),
          {},
        ),
      due: ['conflict-marker'],
      open: (key, draft) => key.startsWith(`applications/${rowIds(draft)[7]}/`),
    },
    {
      name: 'conflict marker two',
      make: ({ draft }) =>
        compose(
          issued(draft, (sheet) => conflicted(sheet, 1)),
          {},
        ),
      due: ['conflict-marker'],
      open: (key) => key.startsWith('issued/normative/'),
    },
    ...[0, 9, 24].map((index): Kind => ({
      name: `loose numbers ${index}`,
      make: ({ draft }) =>
        compose(
          three(draft, (sheet) => loose(sheet, index)),
          { three: index === 9 ? blanks : tabs },
        ),
      due: ['values-without-row'],
    })),
  ];
}

function loose(sheet: Sheet, index: number): Sheet {
  const own = sheet.rows.filter(({ group }) => !group)[index];
  return {
    ...sheet,
    rows: sheet.rows.flatMap((row) => (row === own ? [row, { label: '', group: false, cells: ['2', '1', '0', '0', '3', '0', '6'] }] : [row])),
  };
}

function conflicted(sheet: Sheet, index: number): Sheet {
  const own = sheet.rows.filter(({ group }) => !group)[index];
  const mark = (label: string): SheetRow => ({ label, group: true, cells: [] });
  return {
    ...sheet,
    rows: sheet.rows.flatMap((row) =>
      row === own
        ? [mark('<<<<<<< HEAD'), row, mark('======='), { ...row, cells: row.cells.map((cell) => String(Number(cell) + 1)) }, mark('>>>>>>> 4f2a9c1 局办修改')]
        : [row],
    ),
  };
}

function lostKinds(): Kind[] {
  const lost = (row: number, column: number, print: Printer): Kind => ({
    name: `lost value ${row}/${column} ${print.name}`,
    make: ({ draft }) =>
      compose(
        three(draft, (sheet) => changeRows(sheet, (own, at) => (at === row ? { ...own, cells: own.cells.toSpliced(column, 1) } : own))),
        { three: print },
      ),
    due: ['shifted-cells', 'cell-count'],
    may: ['unbalanced'],
    open: (key, draft) => key.startsWith(`applications/${rowIds(draft)[row]}/`),
  });
  const lostFour = (place: number, print: Printer): Kind => ({
    name: `lost value of table four ${place} ${print.name}`,
    make: ({ draft }) =>
      compose(
        four(draft, (sheet) => changeRows(sheet, (own) => ({ ...own, cells: own.cells.toSpliced(place, 1) }))),
        { four: print },
      ),
    due: ['shifted-cells', 'cell-count'],
    open: (key) => key.startsWith('disputes/'),
  });
  return [lost(0, 1, tabs), lost(8, 2, blanks), lost(23, 0, blanks), lost(14, 6, blanks), lostFour(1, tabs), lostFour(12, blanks)];
}

function mistypedKinds(): Kind[] {
  return [
    {
      name: 'mistyped header in place',
      make: ({ draft }) =>
        compose(
          three(draft, (sheet) => ({ ...sheet, header: [['', '自然人', '科研机构', '商业企业', '社会公益组织', '法律服务机构', '其他', '总计']] })),
          {},
        ),
      due: ['column-header'],
      open: (key) => /^applications\/.*\/(?:business|research)$/u.test(key),
    },
    {
      name: 'mistyped total in place',
      make: ({ draft }) =>
        compose(
          three(draft, (sheet) => ({ ...sheet, header: [['', '总计', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']] })),
          { three: blanks },
        ),
      due: ['column-header', 'table-unreadable'],
      // Where one applicant alone has numbers, the sums hold in either order.
      open: (key) => key.startsWith('applications/'),
    },
    {
      name: 'doubled header in place',
      make: ({ draft }) =>
        compose(
          three(draft, (sheet) => ({ ...sheet, header: [['', '自然人', '商业企业', '商业企业', '社会公益组织', '法律服务机构', '其他', '总计']] })),
          {},
        ),
      due: ['column-header'],
    },
  ];
}

export const KINDS: readonly Kind[] = [
  ...orderKinds(),
  ...fourKinds(),
  ...turnedKinds(),
  ...addedKinds(),
  ...tornKinds(),
  ...layoutKinds(),
  ...signKinds(),
  ...wordKinds(),
  ...doubleKinds(),
  ...lostKinds(),
  ...mistypedKinds(),
];
