// Rule: a table that stands several times in its part.

import { tableNumber } from '../findings/describe.ts';
import { problemsOf } from '../findings/problems.ts';
import { sectionOfTable } from '../forms/index.ts';
import { firstLine } from '../parse/line-spans.ts';
import type { Rule } from './rule.ts';

export const tableTwice: Rule = {
  id: 'table-twice',
  name: '表格重复',
  class: '核实',
  summary: '同一张表在文中出现不止一次。',
  check({ report }) {
    const { form } = report.detectedForm;
    const parts = new Set<string>();
    return problemsOf(report, 'twice').flatMap(({ table, problem: { chosen, spans } }) => {
      const part = form.sections.find(({ id }) => id === sectionOfTable(form, table));
      const [first, ...others] = spans;
      // The blocks of table two are one table to the reader.
      if (part === undefined || first === undefined || parts.has(part.id)) return [];
      parts.add(part.id);
      return [
        {
          key: [tableNumber(part.id), `${spans.length + 1}次`],
          message: `${tableNumber(part.id)}出现了${spans.length + 1}次，只核对了第${chosen}张，其余未核对。一份年报每张表只有一张。请保留正确的一张，删去其余的。`,
          span: firstLine(report, first),
          related: others.map((span) => ({ message: '这一张也未核对', span: firstLine(report, span) })),
        },
      ];
    });
  },
};
