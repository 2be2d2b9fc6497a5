// Table four: three blocks of five cells, printed side by side in one row, alike in all forms.

import type { ColumnSpec, RowSpec, TableSpec } from './form.ts';

const COLUMNS: readonly ColumnSpec[] = [
  { id: 'upheld', label: '结果维持', aliases: [], type: 'count' },
  { id: 'corrected', label: '结果纠正', aliases: [], type: 'count' },
  { id: 'other', label: '其他结果', aliases: ['其它结果'], type: 'count' },
  { id: 'pending', label: '尚未审结', aliases: [], type: 'count' },
  { id: 'total', label: '总计', aliases: ['合计'], type: 'count' },
];

const LITIGATION = '行政诉讼';

const ROWS: readonly RowSpec[] = [
  { id: 'review', enumerator: '', label: '行政复议', aliases: [], groups: [], basis: ['disputes'] },
  { id: 'direct', enumerator: '', label: '未经复议直接起诉', aliases: ['未经复议直接诉讼'], groups: [LITIGATION], basis: ['disputes'] },
  { id: 'after-review', enumerator: '', label: '复议后起诉', aliases: ['复议后诉讼'], groups: [LITIGATION], basis: ['disputes'] },
];

export const DISPUTES: TableSpec = {
  id: 'disputes',
  section: 'disputes',
  heading: null,
  corner: '',
  columns: COLUMNS,
  rows: ROWS,
};
