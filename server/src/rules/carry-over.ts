// Rule: 上年结转 of a column is not last year's 结转下年度.

import { cellKey } from '../forms/form.ts';
import { tableOf } from '../forms/index.ts';
import type { Rule } from './rule.ts';
import { atCell, breakOf, lastYearPlaces, lastYearWords, shouldBe } from './shared/last-year-report.ts';

export const carryOver: Rule = {
  id: 'carry-over',
  name: '上下年衔接',
  class: '强制',
  summary: '上年结转与所关联的上年年报的结转下年度不一致。',
  check({ report, previous }) {
    if (previous === null) return [];
    const columns = (tableOf(report.detectedForm.form, 'applications')?.columns ?? []).map(({ id }) => id);
    const breaks = columns.flatMap((column) => {
      const from = cellKey('applications', 'carried-out', column);
      return breakOf(report, cellKey('applications', 'carried-in', column), { expected: previous.cells.get(from) ?? null, from: [from] }) ?? [];
    });
    // One mistake: a case more in a column is one more in the total, which is told.
    const worst = breaks.at(-1);
    if (worst === undefined) return [];
    const others = breaks.slice(0, -1);
    const columnsToo = others.length === 0 ? '' : `${others.map((each) => shouldBe(report, each)).join('，')}。`;
    const edits = breaks.map(({ key, expected }) => ({ span: report.cells.get(key)?.span ?? { start: 0, end: 0 }, newText: String(expected) }));
    const at = atCell(report, previous, worst);
    return [
      {
        ...at,
        message: `${shouldBe(report, worst)}。上年年报（${previous.path}）${lastYearWords(previous, worst.from)}。${columnsToo}请对照登记台账核实，改正本年的数，或者更正上年年报。`,
        cells: breaks.map(({ key }) => key),
        related: breaks.flatMap(({ from }) => lastYearPlaces(previous, from, at.span)),
        fixes: [{ title: `上年结转改为上年年报的数（${breaks.map(({ expected }) => expected).join('、')}）`, kind: 'value', preferred: false, edits }],
      },
    ];
  },
};
