// Further ways in which tables come out of order: written in one sitting, without sight of the reader.

import type { CellKey } from '../../../server/src/forms/form.ts';
import type { Kind } from './kinds.ts';
import { blanks, cells, compose, html, pipes, type Printer, tabs } from './printers.ts';
import { changeRows, HEADINGS, ordered, type Draft, type Sheet, type SheetRow } from './sheet.ts';

const APPLICANTS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const BLOCKS = ['行政复议', '未经复议直接起诉', '复议后起诉'];

type Change = (sheet: Sheet) => Sheet;
interface Due extends Omit<Kind, 'name' | 'make'> {
  readonly print?: Printer;
}

const same: Change = (sheet) => sheet;
const three = (name: string, change: Change, { print = tabs, ...due }: Due): Kind => ({
  name: `${name}, ${print.name}`,
  make: ({ draft }) => compose({ ...draft, applications: change(draft.applications) }, { three: print }),
  ...due,
});
const four = (name: string, change: Change, { print = tabs, ...due }: Due): Kind => ({
  name: `${name}, ${print.name}`,
  make: ({ draft }) => compose({ ...draft, disputes: change(draft.disputes) }, { four: print }),
  ...due,
});
const issued = (name: string, change: Change, { print = tabs, ...due }: Due): Kind => ({
  name: `${name}, ${print.name}`,
  make: ({ draft }) => compose({ ...draft, issued: change(draft.issued) }, { two: print }),
  ...due,
});
const inTable = (id: string) => (key: CellKey) => key.startsWith(`${id}/`);
const ORDER = { due: ['column-header'] };
/** Read in its right columns and told, or declined in words. */
const TOLD = { due: ['column-header', 'table-unreadable'] };
const row = (label: string, own: readonly string[]): SheetRow => ({ label, group: false, cells: own });
const group = (label: string): SheetRow => ({ label, group: true, cells: [] });

const REVERSED = [6, 5, 4, 3, 2, 1, 0];
const TOTAL_FIRST = [6, 0, 1, 2, 3, 4, 5];
const OTHER_FIRST = [5, 0, 1, 2, 3, 4, 6];
const EXCHANGED = [0, 2, 1, 4, 3, 5, 6];

/** Header words as they are copied of a page: one a line, long ones over two lines. */
function scattered(names: readonly string[]): readonly (readonly string[])[] {
  return names.flatMap((name) => (name.length > 3 ? [[name.slice(0, name.length - 2)], [name.slice(-2)]] : [[name]]));
}

/** Two lines of which the second has the ends of the words. */
function twoLines(names: readonly string[]): readonly (readonly string[])[] {
  const cut = (name: string): number => Math.ceil(name.length / 2);
  return [
    ['', ...names.map((name) => name.slice(0, cut(name)))],
    ['', ...names.map((name) => name.slice(cut(name)))],
  ];
}

const withHeader =
  (header: (names: readonly string[]) => readonly (readonly string[])[], order: readonly number[]): Change =>
  (sheet) => ({
    ...ordered(sheet, order),
    header: header(order.map((place) => APPLICANTS[place] ?? '')),
  });

/** The header of the form over values in another order. */
const valuesOnly =
  (order: readonly number[]): Change =>
  (sheet) => ({ ...ordered(sheet, order), header: sheet.header });

const tree = (names: readonly string[], legal: readonly string[]) => (): readonly (readonly string[])[] => [
  ['', '申请人情况'],
  ['', ...names],
  ['', ...legal],
];

const treeMarkup: Printer = {
  name: 'spans',
  sheet: ({ above, header, rows }) => {
    const [corner = '', ...names] = header[0] ?? [];
    const legal = names.filter((name) => name !== '自然人' && name !== '总计');
    const at = names.findIndex((name) => legal.includes(name));
    const cell = (name: string): string => `<td rowspan="2">${name}</td>`;
    const top = [...names.slice(0, at).map(cell), `<td colspan="5">法人或其他组织</td>`, ...names.slice(at + 5).map(cell)];
    const line = (texts: readonly string[]): string => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`;
    return [
      `<p>${above.join('')}</p><table>`,
      `<tr><td rowspan="3">${corner}</td><td colspan="7">申请人情况</td></tr>`,
      `<tr>${top.join('')}</tr>`,
      line(legal),
      ...rows.map(({ label, group: heads, cells: own }) => (heads ? `<tr><td colspan="8">${label}</td></tr>` : line([label, ...own]))),
      '</table>',
    ].join('\n');
  },
};

function orders(): Kind[] {
  return [
    three('reversed', (sheet) => ordered(sheet, REVERSED), ORDER),
    three('reversed', (sheet) => ordered(sheet, REVERSED), { ...ORDER, print: cells }),
    three('其他 first', (sheet) => ordered(sheet, OTHER_FIRST), { ...ORDER, print: blanks }),
    three('spans, total first', (sheet) => ordered(sheet, TOTAL_FIRST), { ...ORDER, print: treeMarkup }),
    three('spans, exchanged', (sheet) => ordered(sheet, EXCHANGED), { ...ORDER, print: treeMarkup }),
    three('scattered header, total first', withHeader(scattered, TOTAL_FIRST), { ...ORDER, print: blanks }),
    three('scattered header, exchanged', withHeader(scattered, EXCHANGED), { ...ORDER, print: blanks }),
    three('scattered header, reversed', withHeader(scattered, REVERSED), { ...ORDER, print: blanks }),
    three('scattered header, form order', withHeader(scattered, [0, 1, 2, 3, 4, 5, 6]), { print: blanks }),
    three('header of two lines, total first', withHeader(twoLines, TOTAL_FIRST), { ...TOLD, print: blanks, open: inTable('applications') }),
    three('header of two lines, exchanged', withHeader(twoLines, EXCHANGED), { ...TOLD, print: tabs, open: inTable('applications') }),
    three(
      'tree over lines, legal exchanged',
      withHeader(tree(['自然人', '法人或其他组织', '总计'], ['法律服务机构', '商业企业', '科研机构', '社会公益组织', '其他']), [0, 4, 1, 2, 3, 5, 6]),
      { ...ORDER, print: blanks },
    ),
    three(
      'tree, total first',
      withHeader(tree(['总计', '自然人', '法人或其他组织'], ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']), TOTAL_FIRST),
      {
        ...ORDER,
        print: pipes,
      },
    ),
    three("values total first under the form's header", valuesOnly(TOTAL_FIRST), { ...TOLD, open: inTable('applications') }),
    three("values total first under the form's header", valuesOnly(TOTAL_FIRST), { ...TOLD, print: blanks, open: inTable('applications') }),
    three("values total first under the form's header", valuesOnly(TOTAL_FIRST), { ...TOLD, print: pipes, open: inTable('applications') }),
    three("values reversed under the form's header", valuesOnly(REVERSED), { ...TOLD, print: html, open: inTable('applications') }),
    issued('table two reversed', (sheet) => ordered(sheet, [2, 1, 0]), { ...ORDER, print: pipes }),
    issued('table two, two exchanged', (sheet) => ordered(sheet, [1, 0, 2]), { ...ORDER, print: html }),
    three('2019, reversed', (sheet) => ordered(sheet, REVERSED), { ...ORDER, print: html, form: '2019' }),
  ];
}

const blocksOf = (sheet: Sheet): readonly (readonly string[])[] => {
  const all = sheet.rows[0]?.cells ?? [];
  return [all.slice(0, 5), all.slice(5, 10), all.slice(10)];
};

const rowsOfBlocks =
  (order: readonly number[], columns: readonly number[] = [0, 1, 2, 3, 4]): Change =>
  (sheet) => ({
    ...sheet,
    header: [['项目', ...columns.map((column) => RESULTS[column] ?? '')]],
    rows: order.map((index) =>
      row(
        BLOCKS[index] ?? '',
        columns.map((column) => blocksOf(sheet)[index]?.[column] ?? ''),
      ),
    ),
  });

const fifteen =
  (order: readonly number[], columns: readonly number[] = [0, 1, 2, 3, 4], joined = false): Change =>
  (sheet) => ({
    ...sheet,
    header: [],
    rows: order.flatMap((index) => [
      ...(joined ? [] : [group(BLOCKS[index] ?? '')]),
      ...columns.map((column) => row(joined ? `${BLOCKS[index]}-${RESULTS[column]}` : (RESULTS[column] ?? ''), [blocksOf(sheet)[index]?.[column] ?? ''])),
    ]),
  });

const resultsAsRows =
  (order: readonly number[], columns: readonly number[] = [0, 1, 2, 3, 4]): Change =>
  (sheet) => ({
    ...sheet,
    header: [['', ...order.map((index) => BLOCKS[index] ?? '')]],
    rows: columns.map((column) =>
      row(
        RESULTS[column] ?? '',
        order.map((index) => blocksOf(sheet)[index]?.[column] ?? ''),
      ),
    ),
  });

function tableFour(): Kind[] {
  const across =
    (header: readonly (readonly string[])[], order: readonly number[], columns: readonly number[] = [0, 1, 2, 3, 4]): Change =>
    (sheet) => ({
      ...sheet,
      header,
      rows: [
        row(
          '',
          order.flatMap((index) => columns.map((column) => blocksOf(sheet)[index]?.[column] ?? '')),
        ),
      ],
    });
  const silent = { may: ['column-header'] };
  return [
    four('four as rows', rowsOfBlocks([0, 1, 2]), { ...silent, print: blanks }),
    four('four as rows', rowsOfBlocks([0, 1, 2]), { ...silent, print: cells }),
    four('four as rows, 201', rowsOfBlocks([2, 0, 1]), { ...ORDER, print: html }),
    four('four as rows, 120, total first', rowsOfBlocks([1, 2, 0], [4, 0, 1, 2, 3]), { ...ORDER, print: blanks }),
    four('four as rows, reversed results', rowsOfBlocks([0, 1, 2], [4, 3, 2, 1, 0]), { ...ORDER, print: tabs }),
    four('four as fifteen rows', fifteen([0, 1, 2]), { ...silent, print: cells }),
    four('four as fifteen rows, 210', fifteen([2, 1, 0]), { ...ORDER, print: cells }),
    four('four as fifteen rows, 102', fifteen([1, 0, 2]), { ...ORDER, print: tabs }),
    four('four as fifteen rows, total first', fifteen([0, 1, 2], [4, 0, 1, 2, 3]), { ...ORDER, print: blanks }),
    four('four as fifteen rows with whole labels', fifteen([0, 1, 2], [0, 1, 2, 3, 4], true), { ...silent, print: tabs }),
    four('four as fifteen rows with whole labels, 201', fifteen([2, 0, 1], [0, 1, 2, 3, 4], true), { ...ORDER, print: blanks }),
    four('four, results as rows', resultsAsRows([0, 1, 2]), { ...ORDER, print: tabs }),
    four('four, results as rows, 210', resultsAsRows([2, 1, 0]), { ...ORDER, print: blanks }),
    four('four, results as rows, total first', resultsAsRows([0, 1, 2], [4, 0, 1, 2, 3]), { ...ORDER, print: pipes }),
    four(
      'four across, 210',
      across(
        [
          ['行政诉讼', '行政复议'],
          ['复议后起诉', '未经复议直接起诉', ...RESULTS],
          [...RESULTS, ...RESULTS],
        ],
        [2, 1, 0],
      ),
      {
        ...ORDER,
        print: blanks,
      },
    ),
    four(
      'four across, flat header 120',
      across([['未经复议直接起诉', '复议后起诉', '行政复议'].flatMap((block) => RESULTS.map((result) => `${block}${result}`))], [1, 2, 0]),
      {
        ...ORDER,
        print: pipes,
      },
    ),
    four('four across with a label', (sheet) => ({ ...sheet, rows: sheet.rows.map((own) => ({ ...own, label: '件数' })) }), { print: tabs }),
    four(
      'four across, results reversed',
      across(
        [
          ['行政复议', '行政诉讼'],
          [...RESULTS.toReversed(), '未经复议直接起诉', '复议后起诉'],
          [...RESULTS.toReversed(), ...RESULTS.toReversed()],
        ],
        [0, 1, 2],
        [4, 3, 2, 1, 0],
      ),
      { ...ORDER, print: blanks },
    ),
  ];
}

const turn =
  (names: readonly string[]): Change =>
  (sheet) => {
    const rows = sheet.rows.filter(({ group: heads }) => !heads);
    return {
      ...sheet,
      header: [['', ...rows.map(({ label }) => label)]],
      rows: names.map((label) =>
        row(
          label,
          rows.map((own) => own.cells[(sheet.header[0] ?? []).indexOf(label) - 1] ?? ''),
        ),
      ),
    };
  };

const turnSelf: Change = (sheet) => turn((sheet.header[0] ?? []).slice(1))(sheet);

function turned(): Kind[] {
  return [
    issued('turned two', turnSelf, { ...ORDER, print: tabs }),
    issued('turned two', turnSelf, { ...ORDER, print: blanks }),
    issued('turned two', turnSelf, { ...ORDER, print: html }),
    {
      name: 'turned two, 2019',
      form: '2019',
      make: ({ draft }) => compose({ ...draft, issued: turnSelf(draft.issued), blocks: draft.blocks.map((sheet) => turnSelf(sheet)) }, {}),
      due: ['column-header'],
    },
    three('turned three, total first', turn(['总计', ...APPLICANTS.slice(0, 6)]), { ...ORDER, print: tabs }),
    three('turned three, cells', turn(APPLICANTS), { ...ORDER, print: cells }),
  ];
}

const insertAt =
  (at: number, name: string | null, cell: (own: SheetRow, index: number) => string): Change =>
  (sheet) => ({
    ...changeRows(sheet, (own, index) => ({ ...own, cells: own.cells.toSpliced(at, 0, cell(own, index)) })),
    header: name === null ? sheet.header : sheet.header.map((names) => names.toSpliced(at + 1, 0, name)),
  });

const sum = (values: readonly string[]): number => values.reduce((total, value) => total + Number(value), 0);

function columns(): Kind[] {
  const silent = { may: ['column-header'] };
  return [
    three(
      'codes with letters',
      insertAt(0, '编码', (_, index) => `A${String(index + 1).padStart(2, '0')}`),
      silent,
    ),
    three(
      'codes with letters',
      insertAt(0, '代码', (_, index) => `D${index + 1}`),
      { ...silent, print: blanks },
    ),
    three(
      'circled line numbers',
      insertAt(0, '行次', (_, index) => String.fromCodePoint(0x2460 + (index % 20))),
      silent,
    ),
    three(
      '比上年增减',
      insertAt(7, '比上年增减', (own, index) => String(index % 2 === 0 ? -(index + 1) : sum(own.cells.slice(0, 6)) + 1)),
      ORDER,
    ),
    three(
      '同比 in percent',
      insertAt(7, '同比', (_, index) => `${index % 2 === 0 ? '-' : ''}${index + 3}.5%`),
      { ...ORDER, print: blanks },
    ),
    three('行次 and 校验', (sheet) => insertAt(8, '校验', () => '√')(insertAt(0, '行次', (_, index) => String(index + 1))(sheet)), { ...ORDER, print: pipes }),
    three(
      '校验 是',
      insertAt(7, '是否平衡', () => '是'),
      { ...ORDER, print: tabs },
    ),
    three(
      '上年自然人 between',
      insertAt(1, '上年自然人', (own) => String(Number(own.cells[0]) + 4)),
      { ...ORDER, print: tabs },
    ),
    three(
      '备注 with words',
      insertAt(7, '备注', (_, index) => (index === 3 ? '含跨年' : '')),
      { ...ORDER, print: tabs },
    ),
    three(
      '占比 last',
      insertAt(7, '占比', (_, index) => `${index}%`),
      { ...ORDER, print: html },
    ),
    issued(
      '序号 in table two',
      (sheet) => ({ ...changeRows(sheet, (own, index) => ({ ...own, label: `${index + 1}\t${own.label}` })), header: [['序号', ...(sheet.header[0] ?? [])]] }),
      {
        ...silent,
      },
    ),
    issued(
      '备注 in table two',
      insertAt(3, '备注', () => '无'),
      { ...ORDER, print: pipes },
    ),
    four('上年总计 in table four rows', (sheet) => insertAt(5, '上年总计', (own) => String(Number(own.cells[4]) + 2))(rowsOfBlocks([0, 1, 2])(sheet)), {
      ...ORDER,
    }),
    {
      ...three('no total', (sheet) => ordered(sheet, [0, 1, 2, 3, 4, 5]), { print: blanks }),
      due: ['column-header'],
      may: ['total-blank'],
      open: (key) => key.startsWith('applications/') && key.endsWith('/total'),
    },
    {
      ...three('no 自然人', (sheet) => ordered(sheet, [1, 2, 3, 4, 5, 6]), { print: html }),
      due: ['column-header'],
      may: ['unbalanced', 'cell-blank'],
      open: (key) => key.startsWith('applications/') && key.endsWith('/natural'),
    },
    {
      ...issued('no 废止', (sheet) => ordered(sheet, [0, 2]), {}),
      due: ['column-header'],
      may: ['cell-blank'],
      open: (key) => key.endsWith('/repealed'),
    },
    {
      ...three('no total, exchanged', (sheet) => ordered(sheet, [0, 2, 1, 3, 4, 5]), {}),
      due: ['column-header'],
      may: ['total-blank'],
      open: (key) => key.startsWith('applications/') && key.endsWith('/total'),
    },
  ];
}

const pulled =
  (first: number, count: number): Change =>
  (sheet) => {
    const own = sheet.rows.filter(({ group: heads }) => !heads).slice(first, first + count);
    const from = sheet.rows.indexOf(own[0] ?? row('', []));
    const to = sheet.rows.indexOf(own.at(-1) ?? row('', []));
    return {
      ...sheet,
      rows: [
        ...sheet.rows.slice(0, from),
        ...sheet.rows.slice(from, to + 1).map(({ label }) => group(label)),
        ...own.map(({ cells: values }) => row('', values)),
        ...sheet.rows.slice(to + 1),
      ],
    };
  };

function tornRows(): Kind[] {
  const either = { may: ['table-unreadable'], open: inTable('applications') };
  return [
    three('torn pair over a group', pulled(11, 2), { ...either, print: blanks }),
    three('torn first pair', pulled(0, 2), { ...either, print: blanks }),
    three('torn last pair', pulled(23, 2), { ...either, print: tabs }),
    three('torn pair', pulled(6, 2), { ...either, print: cells }),
    three('torn four over a group', pulled(13, 4), { ...either, print: blanks }),
    three('torn, all', pulled(0, 25), { print: tabs }),
    three('torn, all, one value a line', pulled(0, 25), { print: cells }),
    {
      name: 'torn, all of tables two',
      make: ({ draft }) => compose({ ...draft, issued: pulled(0, 2)(draft.issued) }, { two: blanks }),
      may: ['table-unreadable'],
      open: inTable('issued'),
    },
  ];
}

const zeroless: Change = (sheet) => changeRows(sheet, (own) => ({ ...own, cells: own.cells.map((cell) => (cell === '0' ? '' : cell)) }));
const pad = (text: string, size: number, side: 'left' | 'right' | 'middle', width: (text: string) => number): string => {
  const gap = Math.max(0, size - width(text));
  const before = side === 'left' ? 0 : side === 'right' ? gap : Math.floor(gap / 2);
  return ' '.repeat(before) + text + ' '.repeat(gap - before);
};
const wide = (text: string): number => [...text].reduce((size, char) => size + (/[\u2E80-\uFFEF“”]/u.test(char) ? 2 : 1), 0);

function grid(name: string, side: 'left' | 'right' | 'middle', draw: (widths: readonly number[], lines: readonly string[]) => string, gap = ' '): Printer {
  return {
    name,
    sheet: ({ above, header, rows }) => {
      const body = [...header, ...rows.filter(({ group: heads }) => !heads).map(({ label, cells: own }) => [label, ...own])];
      const widths = (body[0] ?? []).map((_, column) => Math.max(4, ...body.map((fields) => wide(fields[column] ?? ''))));
      const lines = body.map((fields) => widths.map((size, column) => pad(fields[column] ?? '', size, column === 0 ? 'left' : side, wide)).join(gap));
      return [...above, draw(widths, lines)].join('\n');
    },
  };
}

const rule = (sign: string, widths: readonly number[], gap = ' '): string => widths.map((size) => sign.repeat(size)).join(gap);
const multiline = grid('ruler right', 'right', (widths, [head = '', ...body]) =>
  [rule('-', widths), head, rule('-', widths), ...body, rule('-', widths)].map((line) => line.trimEnd()).join('\n'),
);
const middle = grid('ruler middle', 'middle', (widths, [head = '', ...body]) =>
  [rule('-', widths), head, rule('-', widths), ...body].map((line) => line.trimEnd()).join('\n'),
);
const simple = grid(
  'rst',
  'left',
  (widths, [head = '', ...body]) =>
    [rule('=', widths, '  '), head, rule('=', widths, '  '), ...body, rule('=', widths, '  ')].map((line) => line.trimEnd()).join('\n'),
  '  ',
);
const boxed: Printer = grid(
  'boxed',
  'right',
  (widths, lines) => {
    const ruling = `+-${rule('-', widths, '-+-')}-+`;
    return [ruling, ...lines.flatMap((line) => [`| ${line} |`, ruling])].join('\n');
  },
  ' | ',
);
const drawnBox: Printer = grid(
  'drawn',
  'middle',
  (widths, lines) =>
    ['┌─┐', ...lines.map((line) => `│ ${line} │`), '└─┘', '']
      .join('\n')
      .replace('┌─┐', `┌─${rule('─', widths, '─┬─')}─┐`)
      .replace('└─┘', `└─${rule('─', widths, '─┴─')}─┘`),
  ' │ ',
);
const paddedPipes: Printer = {
  name: 'padded pipes',
  sheet: ({ above, header, rows }) =>
    [...above, ...[...header, ...rows.map(({ label, cells: own }) => [label, ...own])].map((fields) => `| ${fields.join(' |  | ')} |`)].join('\n'),
};

function blankCells(): Kind[] {
  const may = { may: ['cell-blank', 'total-blank'] };
  return [
    ...[multiline, middle, simple, boxed, drawnBox, pipes, tabs, html, paddedPipes].map((print) => three('zeros left blank', zeroless, { ...may, print })),
    { ...three('zeros left blank, few numbers', zeroless, { ...may, print: pipes }), sparse: true as const },
    { ...three('zeros left blank, few numbers', zeroless, { ...may, print: tabs }), sparse: true as const },
    { ...three('zeros left blank, few numbers', zeroless, { ...may, print: boxed }), sparse: true as const },
    { ...three('zeros left blank, few numbers', zeroless, { ...may, print: multiline }), sparse: true as const },
    { ...three('zeros left blank, few numbers', zeroless, { ...may, print: paddedPipes }), sparse: true as const },
    four('four, zeros left blank', zeroless, { ...may, print: tabs }),
    four('four as rows, zeros left blank', (sheet) => zeroless(rowsOfBlocks([0, 1, 2])(sheet)), {
      may: ['cell-blank', 'total-blank', 'column-header'],
      print: multiline,
    }),
    three('blank column swapped', (sheet) => zeroless(ordered(sheet, EXCHANGED)), { ...ORDER, ...may, print: multiline }),
  ];
}

function oneLine(): Kind[] {
  const run = (gap: string, inner: string): Printer => ({
    name: '',
    sheet: ({ above, header, rows }) =>
      [...above, ...header.flat(), ...rows.flatMap(({ label, cells: own }) => [`${label}${gap}${own.join(inner)}`])].join(' '),
  });
  const line = (name: string, headings: readonly string[], print: Printer, due: Omit<Kind, 'name' | 'make'>): Kind => ({
    name: `one line, ${name}`,
    make: ({ draft }) => compose(draft, { two: print, three: print, four: print, headings }).replaceAll(/\n+/gu, ' '),
    ...due,
  });
  const [two, third, last] = HEADINGS;
  const spaced = run(' ', ' ');
  const loose = { may: ['section-title', 'form-typo', 'cell-ambiguous'] };
  return [
    line('spaced', HEADINGS, spaced, {}),
    line('申清', [two, '三、收到和处理政府信息公开申清情况', last], spaced, loose),
    line('without 情况', [two, '三、收到和处理政府信息公开申请', last], spaced, loose),
    line('诉颂', [two, third, '四、政府信息公开行政复议、行政诉颂情况'], spaced, loose),
    line('主动公天', ['二、主动公天政府信息情况', third, last], spaced, loose),
    three('runs of digits', same, { print: run('', ''), may: ['cell-ambiguous'], open: inTable('applications') }),
    { ...three('runs of digits, few numbers', same, { print: run(' ', ''), may: ['cell-ambiguous'], open: inTable('applications') }), sparse: true as const },
  ];
}

function scanner(): Kind[] {
  const signs = (
    name: string,
    change: (cell: string, place: number) => string,
    print: Printer,
    due: Omit<Kind, 'name' | 'make'> = { due: ['cell-notation'] },
  ): Kind =>
    three(name, (sheet) => changeRows(sheet, (own, index) => ({ ...own, cells: own.cells.map((cell, place) => change(cell, index * 7 + place)) })), {
      print,
      ...due,
    });
  const notation = { due: ['cell-notation', 'cell-not-number'] };
  return [
    signs('I for 1', (cell, place) => (place % 5 === 0 ? cell.replace('1', 'I') : cell), blanks, { may: ['cell-notation', 'cell-not-number'] }),
    signs('o for 0', (cell, place) => (place % 4 === 0 ? cell.replace('0', 'o') : cell), cells, notation),
    // Told as no number; behind a label a letter alone is a word.
    signs('S for 5', (cell, place) => (place % 3 === 0 ? cell.replace('5', 'S') : cell), tabs, { due: ['cell-not-number'], open: inTable('applications') }),
    signs('B for 8', (cell, place) => (place % 3 === 0 ? cell.replace('8', 'B') : cell), blanks, {
      due: ['cell-not-number', 'cell-count'],
      may: ['shifted-cells'],
      open: inTable('applications'),
    }),
    signs('full-width brackets', (cell) => (cell === '0' ? cell : `（${cell}）`), tabs),
    signs('black brackets', (cell) => (cell === '0' ? cell : `【${cell}】`), blanks),
    signs('underscores around', (cell) => `__${cell}__`, pipes),
    signs('件 behind', (cell) => `${cell}件`, blanks),
    signs('full stops', (cell, place) => (place % 6 === 0 ? `${cell}。` : cell), tabs),
    signs('quotes', (cell) => `"${cell}"`, tabs, {}),
    signs('dashes for 0', (cell) => (cell === '0' ? '——' : cell), blanks, { may: ['cell-blank', 'total-blank', 'cell-notation'] }),
    signs('slashes for 0', (cell) => (cell === '0' ? '/' : cell), pipes, { may: ['cell-blank', 'total-blank', 'cell-notation'] }),
    signs('无 for 0', (cell) => (cell === '0' ? '无' : cell), tabs, { may: ['cell-blank', 'total-blank', 'cell-notation', 'cell-not-number'] }),
    signs('○ for 0', (cell) => (cell === '0' ? '○' : cell), tabs),
    four('件 in table four', (sheet) => changeRows(sheet, (own) => ({ ...own, cells: own.cells.map((cell) => `${cell}件`) })), { ...notation, print: cells }),
    issued('件 in table two', (sheet) => changeRows(sheet, (own) => ({ ...own, cells: own.cells.map((cell) => `${cell}件`) })), { ...notation, print: cells }),
  ];
}

const body = (sheet: Sheet): readonly string[] => tabs.sheet({ ...sheet, above: [] }).split('\n');
const twice =
  (first: string, second: string, change: Change): Change =>
  (sheet) => ({ ...sheet, above: [...sheet.above, first, ...body(change(sheet)), '', second] });
const raised: Change = (sheet) => changeRows(sheet, (own) => ({ ...own, cells: own.cells.map((cell) => String(Number(cell) + 1)) }));
const oneChanged: Change = (sheet) =>
  changeRows(sheet, (own, index) => (index === 0 ? { ...own, cells: own.cells.map((cell) => String(Number(cell) + 2)) } : own));
const later =
  (change: Change): Change =>
  (sheet) => ({ ...sheet, below: ['', '修改前：', ...body(change(sheet))] });

function doubles(): Kind[] {
  const TWICE = { due: ['table-twice'] };
  return [
    issued('twice two', twice('修改前：', '修改后：', raised), TWICE),
    {
      name: 'twice two, all of it',
      make: ({ draft }) => {
        const part = [draft.issued, ...draft.blocks].map((sheet) => tabs.sheet(raised(sheet))).join('\n');
        return compose({ ...draft, issued: { ...draft.issued, above: ['修改前：', part, '修改后：', ...draft.issued.above] } }, {});
      },
      ...TWICE,
    },
    three('twice three, the same', twice('', '', same), TWICE),
    three('twice three, old below', later(oneChanged), TWICE),
    three(
      'three parts and their sum',
      (sheet) => twice('一、局机关', '合计', same)({ ...sheet, above: [...sheet.above, '二、下属单位', ...body(oneChanged(sheet))] }),
      TWICE,
    ),
    four('twice four, old below', later(raised), TWICE),
    four('twice four, the same', twice('', '', same), TWICE),
    four(
      'conflict marker four',
      (sheet) => ({ ...sheet, rows: [group('<<<<<<< HEAD'), ...sheet.rows, group('======='), ...raised(sheet).rows, group('>>>>>>> 修改')] }),
      {
        due: ['conflict-marker'],
        open: inTable('disputes'),
      },
    ),
  ];
}

function unlabelled(): Kind[] {
  const NUMBERS = { due: ['values-without-row'] };
  return [
    issued('loose numbers in two', (sheet) => ({ ...sheet, rows: [...sheet.rows, row('', ['3', '1', '8'])] }), NUMBERS),
    three(
      'two loose rows',
      (sheet) => ({ ...sheet, rows: [...sheet.rows, row('', ['3', '1', '8', '0', '0', '0', '12']), row('', ['1', '1', '0', '0', '0', '0', '2'])] }),
      {
        ...NUMBERS,
        print: blanks,
      },
    ),
    three(
      'loose row below a group label',
      (sheet) => ({
        ...sheet,
        rows: sheet.rows.flatMap((own) => (own.label.startsWith('（四）') ? [own, row('', ['4', '1', '0', '0', '0', '0', '5'])] : [own])),
      }),
      {
        ...NUMBERS,
        print: tabs,
      },
    ),
    four(
      'loose row in four',
      (sheet) => ({ ...sheet, rows: [...sheet.rows, row('', ['1', '0', '0', '0', '1', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0'])] }),
      {
        due: ['values-without-row', 'table-twice'],
        open: inTable('disputes'),
      },
    ),
  ];
}

function lostValues(): Kind[] {
  const lostFour = (index: number, place: number, print: Printer): Kind =>
    four(
      `lost value in rows of four ${index}/${place}`,
      (sheet) => changeRows(rowsOfBlocks([0, 1, 2])(sheet), (own, at) => (at === index ? { ...own, cells: own.cells.toSpliced(place, 1) } : own)),
      {
        due: ['shifted-cells', 'cell-count'],
        may: ['column-header', 'unbalanced'],
        open: inTable('disputes'),
        print,
      },
    );
  return [
    lostFour(0, 1, blanks),
    lostFour(2, 3, tabs),
    three(
      'lost value in another order',
      (sheet) => changeRows(ordered(sheet, EXCHANGED), (own, at) => (at === 9 ? { ...own, cells: own.cells.toSpliced(1, 1) } : own)),
      {
        due: ['shifted-cells', 'cell-count'],
        may: ['column-header', 'unbalanced'],
        open: (key, draft: Draft) => key.startsWith(`applications/${idsOf(draft)[9]}/`),
        print: blanks,
      },
    ),
  ];
}

function idsOf({ expected }: Draft): readonly string[] {
  return [...new Set([...expected.keys()].filter((key) => key.startsWith('applications/')).map((key) => key.split('/')[1] ?? ''))];
}

export const FURTHER_KINDS: readonly Kind[] = [
  ...orders(),
  ...tableFour(),
  ...turned(),
  ...columns(),
  ...tornRows(),
  ...blankCells(),
  ...oneLine(),
  ...scanner(),
  ...doubles(),
  ...unlabelled(),
  ...lostValues(),
];
