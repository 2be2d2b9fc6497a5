// Rule: conflict markers left by merging two versions of the text.

import { firstLine } from '../parse/line-spans.ts';
import type { Rule } from './rule.ts';

export const conflictMarker: Rule = {
  id: 'conflict-marker',
  name: '合并冲突标记',
  class: '强制',
  summary: '文中留有合并版本时的冲突标记。',
  check({ report }) {
    const [first, ...others] = report.conflicts;
    if (first === undefined) return [];
    const count = others.length === 0 ? '' : `（共${report.conflicts.length}处）`;
    return [
      {
        key: others.length === 0 ? [] : [`${report.conflicts.length}处`],
        message: `文中留有合并版本时的冲突标记${count}。两个版本的内容都在文中，标记之间的行未读取、未核对。请选定一个版本，删去另一个和以 <<<<<<<、=======、>>>>>>> 开头的三行标记。`,
        span: firstLine(report, first),
        related: others.map((span) => ({ message: '这里也有冲突标记', span: firstLine(report, span) })),
      },
    ];
  },
};
