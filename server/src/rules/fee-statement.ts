// Rule: part six says nothing of information fees, or more than all fees of table two.

import { cellKey } from '../forms/form.ts';
import { isInForce } from '../forms/index.ts';
import type { Claim } from '../parse/prose/claim-model.ts';
import { valueOf, type Report } from '../parse/model.ts';
import { takesLines } from '../insertion/pieces.ts';
import { YUAN_PER_TABLE_UNIT } from './shared/money.ts';
import { bodyOf } from './shared/prose.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { tidy } from '../text/numbers.ts';

const STATED = /处理费|收费|费用|收取/u;
const ANYWHERE = /信息处理费|信息公开处理费/u;

export const feeStatement: Rule = {
  id: 'fee-statement',
  name: '信息处理费',
  class: '核实',
  summary: '第六部分没有写明信息处理费的收取情况，或所写金额超过表二的收费总额。',
  check({ report }) {
    // The newer form has the place for it; fees were taken from 2021 on.
    if (!isInForce({ since: '2021' }, report.detectedForm.form) || (report.year !== null && report.year.value < 2021)) return [];
    return [...missing(report), ...tooMuch(report)];
  },
};

function missing(report: Report): readonly RuleFinding[] {
  const body = bodyOf(report, 'other');
  if (body === null || STATED.test(body.text)) return [];
  const elsewhere = ANYWHERE.test(report.folded);
  const { section } = body;
  const newText = '\n本年度未收取政府信息公开信息处理费。';
  return [
    {
      ...(elsewhere && { class: '提示' as const }),
      key: ['没有写明信息处理费'],
      message: `第六部分没有写明信息处理费收取情况${elsewhere ? '，写在了别处' : ''}。统一格式写明在此处报告，未收取的也写一句。请补写。`,
      span: section.heading,
      ...(section === report.sections.at(-1) && { deferWhileTyping: true as const }),
      fixes: !takesLines(report)
        ? []
        : [
            {
              title: '补写“本年度未收取政府信息公开信息处理费。”（确未收取的）',
              kind: 'text',
              preferred: false,
              edits: [{ span: { start: section.heading.end, end: section.heading.end }, newText }],
            },
          ],
    },
  ];
}

/** 信息处理费 is one of the fees that table two counts in 万元. */
function tooMuch(report: Report): readonly RuleFinding[] {
  const key = cellKey('fees', 'fees', 'amount');
  const amount = valueOf(report, key);
  const cell = report.cells.get(key);
  if (amount === null || cell === undefined) return [];
  const charged = report.claims.filter((claim) => claim.topic.startsWith('fee/') && claim.scope !== 'other' && claim.bound === 'exact');
  // A claim's scale turns 万元 into its own unit.
  const yuanOf = ({ value, scale }: Claim) => tidy((value / scale) * YUAN_PER_TABLE_UNIT);
  const most = charged.toSorted((one, other) => yuanOf(other) - yuanOf(one))[0];
  if (most === undefined) return [];
  const yuan = yuanOf(most);
  if (yuan <= amount * YUAN_PER_TABLE_UNIT) return [];
  return [
    {
      key: [`收取信息处理费${yuan}元`],
      message: `正文的信息处理费${yuan}元超过表二的收费${amount}万元。信息处理费是行政事业性收费的一种，不会超过总额。请核实金额和单位。`,
      span: most.numberSpan,
      cells: [key],
      actual: most.value,
      related: [{ message: `“行政事业性收费”为${amount}万元`, span: cell.span }],
    },
  ];
}
