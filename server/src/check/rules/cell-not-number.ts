// Which cells hold something that is no single number?

import { fold } from '../../text/fold.ts';
import { cellName, tableName } from '../describe.ts';
import { byTable } from '../problems.ts';
import type { Rule } from '../rule.ts';
import { listed } from '../wording.ts';

const MAX_SINGLE = 3;
const MAX_QUOTED = 16;

export const cellNotNumber: Rule = {
  id: 'cell-not-number',
  class: '强制',
  summary: '应填数字的格里不是数字。',
  check({ report, cells: all }) {
    const { form } = report.form;
    const cells = all.filter((cell) => cell.reading.kind === 'unreadable');
    return byTable(cells).flatMap((found) => {
      const [first] = found;
      if (found.length <= MAX_SINGLE) {
        return found.map((cell) => ({
          message: `${cellName(form, cell.key)}填的是“${quote(cell.text)}”，不是一个数字。统计表只填数字，这一格无法参加核对。请改为数字，说明写在正文里。`,
          span: cell.span,
          cells: [cell.key],
        }));
      }
      const names = found.map((cell) => cellName(form, cell.key));
      return [
        {
          message: `${tableName(first.table)}有${found.length}格不是数字：${listed(names, '格')}。统计表只填数字，这些格无法参加核对。请改为数字。`,
          span: first.span,
          cells: found.map((cell) => cell.key),
          related: found.slice(1).map((cell) => ({ message: `填的是“${quote(cell.text)}”`, span: cell.span })),
        },
      ];
    });
  },
};

function quote(text: string): string {
  const plain = fold(text).replaceAll(/[\s\u200b]+/gu, ' ').trim();
  return plain.length > MAX_QUOTED ? `${plain.slice(0, MAX_QUOTED)}…` : plain;
}
