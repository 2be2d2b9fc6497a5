// Rule: an organ that cannot make 规章 reports some.

import type { Cell } from '../parse/model.ts';
import { lacksRuleMaking } from './shared/organ.ts';
import { BOUNDS, rowOf } from './shared/overlap.ts';
import type { Rule } from './rule.ts';
import { titled } from '../findings/wording.ts';

export const regulationAuthority: Rule = {
  id: 'regulation-authority',
  name: '规章',
  class: '核实',
  summary: '县、区、乡、镇、街道及其部门填报了规章（不为0）。',
  // Where there can be no 规章 at all, the row need not agree with itself.
  supersedes: [{ rules: BOUNDS, where: (finding, row) => finding.cells.every((key) => rowOf(key) === rowOf(row.cells[0])) }],
  check({ report, cells: all }) {
    if (!lacksRuleMaking(report.unit)) return [];
    const row = all.filter((cell) => cell.row === 'regulations');
    const cells = row.filter(isPositive);
    const [first] = cells;
    if (first === undefined) return [];
    const values = row.map((cell) => cell.text.trim() || '未填').join('、');
    return [
      {
        message: `“规章”一行填了${values}，请核实是否为规章。规章由国务院部门等国家机构和省、自治区、直辖市、设区的市、自治州的人民政府制定（《立法法》第九十一条、第九十三条），机关内部规章制度不计入。请核实，没有的填0。`,
        span: first.span,
        cells: cells.map((cell) => cell.key),
        fixes: [
          {
            title: titled(`“规章”${cells.length}格改为 0（原为 ${values}）`, `“规章”${cells.length}格改为 0`),
            kind: 'value',
            preferred: false,
            edits: cells.map((cell) => ({ span: cell.span, newText: '0' })),
          },
        ],
      },
    ];
  },
};

function isPositive(cell: Cell): boolean {
  return cell.reading.kind === 'number' && cell.reading.value > 0;
}
