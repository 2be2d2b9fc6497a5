// Rule: 现行有效 is not last year's with what was made and without what was repealed.

import { cellKey } from '../forms/form.ts';
import { tableOf } from '../forms/index.ts';
import { valueOf } from '../parse/model.ts';
import type { Rule } from './rule.ts';
import { atCell, breakOf, lastYearWords, shouldBe } from './shared/last-year-report.ts';

export const stockChain: Rule = {
  id: 'stock-chain',
  name: '现行有效衔接',
  class: '核实',
  summary: '现行有效件数不等于上年现行有效加本年制发减本年废止（2021年格式，与所关联的上年年报相比）。',
  check({ report, previous }) {
    if (previous === null) return [];
    // Only of the 2021 form there are such numbers, of last year too.
    return (tableOf(report.detectedForm.form, 'issued')?.rows ?? []).flatMap(({ id: row }) => {
      const key = cellKey('issued', row, 'effective');
      const [before, made, repealed] = [
        previous.cells.get(key) ?? null,
        valueOf(report, cellKey('issued', row, 'made')),
        valueOf(report, cellKey('issued', row, 'repealed')),
      ];
      if (before === null || made === null || repealed === null) return [];
      const found = breakOf(report, key, { expected: before + made - repealed, from: [key] });
      if (found === null) return [];
      return [
        {
          ...atCell(report, previous, found),
          message: `${shouldBe(report, found)}。上年年报（${previous.path}）${lastYearWords(previous, found.from)}，加本年制发${made}，减废止${repealed}。请核实；因机构调整、清理等属实的，请填写核实说明。`,
        },
      ];
    });
  },
};
