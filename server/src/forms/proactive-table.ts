// Table two, block by block, in both generations; columns as the notices print them.

import type { ColumnSpec, RowSpec, TableId, TableSpec } from './form.ts';

function block(id: TableId, item: string, columns: readonly ColumnSpec[], rows: readonly RowSpec[]): TableSpec {
  return { id, section: 'proactive', heading: `第二十条第（${item}）项`, corner: '信息内容', columns, rows };
}

function row(table: TableId, id: string, label: string, aliases: readonly string[]): RowSpec {
  return { id, enumerator: '', label, aliases, groups: [], basis: [table] };
}

const REGULATIONS = row('issued', 'regulations', '规章', ['规章（设区的市、自治州人民政府应提供相关数据）']);
const LICENCES = row('licensing', 'licences', '行政许可', []);
const OTHER_SERVICES = row('licensing', 'other', '其他对外管理服务事项', ['其它对外管理服务事项', '其他对外服务管理事项']);
const ENFORCEMENT_ROWS = [row('enforcement', 'penalties', '行政处罚', []), row('enforcement', 'coercion', '行政强制', [])];
const FEES = row('fees', 'fees', '行政事业性收费', ['行政事业收费']);
const PROCUREMENT = row('procurement', 'procurement', '政府集中采购', ['集中采购', '政府采购']);

const PREVIOUS: ColumnSpec = { id: 'previous', label: '上一年项目数量', aliases: ['上年项目数量'], type: 'count' };
const CHANGE: ColumnSpec = { id: 'change', label: '本年增/减', aliases: ['本年增减', '本年增／减'], type: 'change' };
const DECISIONS_2019: ColumnSpec = { id: 'decisions', label: '处理决定数量', aliases: ['决定数量'], type: 'count' };
const DECISIONS_2021: ColumnSpec = {
  id: 'decisions',
  label: '本年处理决定数量',
  aliases: ['处理决定数量', '决定数量'],
  type: 'count',
};

export const PROACTIVE_2019: readonly TableSpec[] = [
  block(
    'issued',
    '一',
    [
      { id: 'made', label: '本年新制作数量', aliases: ['本年新', '新制作数量'], type: 'count' },
      { id: 'published', label: '本年新公开数量', aliases: ['本年新', '新公开数量'], type: 'count' },
      { id: 'total', label: '对外公开总数量', aliases: ['对外公开数量'], type: 'count' },
    ],
    [REGULATIONS, row('issued', 'normative', '规范性文件', ['行政规范性文件'])],
  ),
  block('licensing', '五', [PREVIOUS, CHANGE, DECISIONS_2019], [LICENCES, OTHER_SERVICES]),
  block('enforcement', '六', [PREVIOUS, CHANGE, DECISIONS_2019], ENFORCEMENT_ROWS),
  block('fees', '八', [PREVIOUS, CHANGE], [FEES]),
  block(
    'procurement',
    '九',
    [
      { id: 'items', label: '采购项目数量', aliases: ['项目数量'], type: 'count' },
      { id: 'amount', label: '采购总金额', aliases: ['采购总金额（单位：万元，保留4位小数）', '采购金额'], type: 'money' },
    ],
    [PROCUREMENT],
  ),
];

export const PROACTIVE_2021: readonly TableSpec[] = [
  block(
    'issued',
    '一',
    [
      { id: 'made', label: '本年制发件数', aliases: ['本年制发', '制发件数', '本年新制发数量', '制发数量'], type: 'count' },
      { id: 'repealed', label: '本年废止件数', aliases: ['废止件数', '废止数量', '本年废止'], type: 'count' },
      {
        id: 'effective',
        label: '现行有效件数',
        aliases: ['现行有效件', '现行有效数量', '现行有效', '有效件数'],
        type: 'count',
      },
    ],
    [REGULATIONS, row('issued', 'normative', '行政规范性文件', ['规范性文件', '政策文件'])],
  ),
  block('licensing', '五', [DECISIONS_2021], [LICENCES]),
  block('enforcement', '六', [DECISIONS_2021], ENFORCEMENT_ROWS),
  block(
    'fees',
    '八',
    [
      {
        id: 'amount',
        label: '本年收费金额（单位：万元）',
        aliases: ['本年收费金额', '收费金额', '收费总金额'],
        type: 'money',
      },
    ],
    [FEES],
  ),
];
