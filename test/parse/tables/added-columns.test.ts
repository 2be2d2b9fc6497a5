// Cells of the form are read where somebody added a column to a table, and the column is reported.

import { describe, expect, it } from 'vitest';
import { checkReport } from '../../../server/src/check.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { generate } from '../../generator/generate.ts';
import type { Grid, GridCell } from '../../generator/grid.ts';
import { LAYOUTS } from '../../generator/layouts/index.ts';
import { isReadable, type Layout } from '../../generator/layouts/layout.ts';
import type { Noise } from '../../generator/noises/noise.ts';
import { composeDraft } from '../../support/draft.ts';

/** These print headers of their own, whatever the table has; lists have figures only. */
const OWN_HEADERS = /^(?:space-rows|tabs-lost-spans|pipes-small-tables|browser-by-width|pdf-|header-on-every-page|named-|commas|semicolons|enumeration-)/u;

const cell = (text: string, role: GridCell['role'], rowSpan = 1): GridCell => ({ text, role, rowSpan, colSpan: 1 });

/** A column behind all others. */
function atEnd(grid: Grid, header: string, value: (row: number) => string): Grid {
  const first = grid.rows.findIndex((row) => row.some(({ role }) => role === 'value'));
  return {
    ...grid,
    width: grid.width + 1,
    rows: grid.rows.map((row, index) => (index === 0 ? [...row, cell(header, 'header', first)] : index < first ? row : [...row, cell(value(index), 'value')])),
  };
}

/** 小计 behind the five columns of legal persons. */
function withSubtotal(grid: Grid): Grid {
  const rows = grid.rows.map((row, index) => {
    if (index === 2) return [...row, cell('小计', 'header')];
    const widened = row.map((own) => (index < 2 && (own.text === '申请人情况' || own.text === '法人或其他组织') ? { ...own, colSpan: own.colSpan + 1 } : own));
    const values = row.filter(({ role }) => role === 'value');
    if (values.length === 0) return widened;
    const sum = values.slice(1, 6).reduce((total, { text }) => total + Number(text), 0);
    return [...row.slice(0, -1), cell(String(sum), 'value'), ...row.slice(-1)];
  });
  return { ...grid, width: grid.width + 1, rows };
}

const COLUMNS: Readonly<Record<string, (grid: Grid) => Grid>> = {
  占比: (grid) => (grid.id === 'applications' ? atEnd(grid, '占比', (row) => `${row % 10}.5%`) : grid),
  备注: (grid) => (grid.id === 'applications' ? atEnd(grid, '备注', (row) => (row % 3 === 0 ? '含网络申请' : '已核')) : grid),
  小计: (grid) => (grid.id === 'applications' ? withSubtotal(grid) : grid),
  行政诉讼合计: (grid) => (grid.id === 'disputes' ? atEnd(grid, '行政诉讼合计', () => '77') : grid),
};

describe.each(Object.entries(COLUMNS))('%s', (name, change) => {
  const noise: Noise = {
    name,
    onModel: (model) => ({ ...model, blocks: model.blocks.map((block) => (block.kind === 'table' ? { kind: 'table', grid: change(block.grid) } : block)) }),
  };
  const run = (layout: Layout) => {
    const { text, expected } = generate(7, { layout, noise, formKind: '2021', density: 'dense' });
    const report = parseReport(text);
    const wrong = [...report.cells].filter(([key, { reading }]) => reading.kind !== 'number' || reading.value !== expected.cells.get(key));
    return { report, wrong: wrong.map(([key, { text: shown }]) => `${key} ${shown}`), lost: expected.cells.size - report.cells.size };
  };

  it.each(LAYOUTS.filter((layout) => isReadable(layout) && !OWN_HEADERS.test(layout.name)).map((layout) => [layout.name, layout] as const))(
    '%s',
    (_, layout) => {
      const { report, wrong, lost } = run(layout);
      const told = checkReport(report).findings.filter(({ rule, message }) => rule === 'column-header' && message.includes(`“${name}”`)).length;
      expect({ wrong: wrong.slice(0, 5), lost, told }).toEqual({ wrong: [], lost: 0, told: 1 });
    },
  );
});

/** As above, where nothing but blanks stands between the cells. */
describe('side by side', () => {
  const draft = composeDraft({ form: '2021', layout: 'space' });
  const rows = (change: (row: string) => string) => draft.replaceAll(/^.*[^0-9 ](?: [0-9]+){7}$/gmu, change);
  const cellsOf = (text: string) => [...parseReport(text).cells].map(([key, { text: shown }]) => `${key} ${shown}`);
  const NAMED = '自然人 法人或其他组织 总计';

  it.each([
    ['占比', rows((row) => `${row} 3.5%`).replace(NAMED, `${NAMED} 占比`)],
    ['备注', rows((row) => `${row} 含网络申请`).replace(NAMED, `${NAMED} 备注`)],
    ['小计', rows((row) => row.replace(/( [0-9]+)$/u, ' 99$1')).replace('法律服务机构 其他', '法律服务机构 其他 小计')],
    ['行政诉讼合计', draft.replace('行政复议 行政诉讼\n', '行政复议 行政诉讼 行政诉讼合计\n').replace(/( [0-9]+){15}$|^[0-9]+(?: [0-9]+){14}$/gmu, '$& 1')],
    ['说明', draft.replace('现行有效件数\n规章 0 0 0\n', '现行有效件数 说明\n规章 0 0 0 7\n').replace(/(行政规范性文件 .*)$/mu, '$1 8')],
  ])('%s', (name, text) => {
    expect(text).not.toBe(draft);
    expect(cellsOf(text)).toEqual(cellsOf(draft));
    expect(checkReport(parseReport(text)).findings.map(({ rule, message }) => `${rule} ${message.includes(`“${name}”`)}`)).toEqual(['column-header true']);
  });
});

it('a note behind the table adds no column', () => {
  const draft = composeDraft({ form: '2021', layout: 'tab' });
  const noted = draft.replace('\n\n四、', '\n备注：含网络申请。\n说明 小计\n\n四、');
  expect(checkReport(parseReport(noted)).findings).toEqual([]);
});

it('the row of table four has a name', () => {
  const draft = composeDraft({ form: '2021', layout: 'tab' });
  const at = draft.indexOf('四、政府信息公开');
  const named =
    draft.slice(0, at) +
    draft
      .slice(at)
      .replace(/^(行政复议\t)/mu, '类别\t$1')
      .replace(/^(\t{5}未经|结果维持\t)/gmu, '\t$1')
      .replace(/^([0-9]+(?:\t[0-9]+){14})$/mu, '件数\t$1');
  expect(parseReport(named).cells.size).toBe(parseReport(draft).cells.size);
  expect(checkReport(parseReport(named)).findings).toEqual([]);
});

it('a line of millions of letters among the headers is read', () => {
  const text = `一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n${'a'.repeat(10_000_000)}`;
  expect(new Set(parseReport(text).tables.map(({ state }) => state))).toEqual(new Set(['missing']));
});
