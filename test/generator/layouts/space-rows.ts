// Rows with spaces between the cells and the header words wrapped over several lines, as PDF viewers copy them.

import type { Grid, GridCell } from '../grid.ts';
import type { Rng } from '../rng.ts';
import { type Layout, lines, plainText, printBlocks } from './layout.ts';

/** Orders of table three's header, as viewers give them. */
const HEADERS: readonly (readonly string[])[] = [
  ['申请人情况', '自然人', '法人或其他组织', '总计', '商业企业 科研机构', '社会公益', '组织', '法律服务', '机构', '其他'],
  ['申请人情况', '自然人', '法人或其他组织', '总计', '商业企业 科研机构 社会公益组织 法律服务机构 其他'],
  ['申请人情况', '自然人 法人或其他组织 总计', '商业企业 科研机构 社会公益组织 法律服务机构 其他'],
  ['申请人情况', '自然人', '法人或其他组织', '商业', '企业', '科研', '机构', '社会公益', '组织', '法律服务', '机构', '其他', '总计'],
  ['申请人情况', '总计', '自然人', '法人或其他组织', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
];

const DISPUTE_HEADERS: readonly (readonly string[])[] = [
  [
    '行政复议 行政诉讼',
    '结果维持 结果纠正 其他结果 尚未审结 总计',
    '未经复议直接起诉 复议后起诉',
    '结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计',
  ],
  [
    '行政复议 行政诉讼',
    '结果',
    '维持',
    '结果',
    '纠正',
    '其他',
    '结果',
    '尚未',
    '审结',
    '总计',
    '未经复议直接起诉 复议后起诉',
    '结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计',
  ],
];

function spaced(row: readonly GridCell[]): string {
  return row.map((own) => own.text).join(' ');
}

function tableLines(grid: Grid, rng: Rng): readonly string[] {
  if (grid.id === 'proactive') return grid.rows.map(spaced);
  if (grid.id === 'disputes') return [...rng.pick(DISPUTE_HEADERS), spaced(grid.rows.at(-1) ?? [])];
  const corner = grid.rows[0]?.[0]?.text ?? '';
  const body = grid.rows.slice(3).flatMap((row) => {
    const groups = row.filter((own) => own.role === 'group').map((own) => own.text);
    return [...groups, spaced(row.filter((own) => own.role !== 'group'))];
  });
  return [corner, ...rng.pick(HEADERS), ...body];
}

export const spaceRows: Layout = {
  name: 'space-rows',
  render: (model, rng) => {
    const gap = rng.pick(['\n', '\n\n']);
    return printBlocks(model, {
      text: plainText,
      table: (grid) => tableLines(grid, rng).join(gap),
      separator: '\n\n',
    });
  },
};

/** The group label stands at the head of its first row's line. */
export const spaceRowsGroupsInline: Layout = {
  name: 'space-rows-groups-inline',
  render: (model, rng) =>
    printBlocks(model, {
      text: plainText,
      table: (grid) => (grid.id === 'applications' ? lines(grid.rows.map(spaced)) : lines(tableLines(grid, rng))),
      separator: '\n',
    }),
};
