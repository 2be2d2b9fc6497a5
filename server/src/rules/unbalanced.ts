// Which sums of tables three and four do not hold without one cell standing out, and where could the mistake be?

import { splitKey, type CellKey } from '../forms/form.ts';
import { valueOf } from '../parse/model.ts';
import type { Explanation } from '../diagnosis/explanation.ts';
import type { Open } from '../diagnosis/locate.ts';
import { unfinishedRow } from '../diagnosis/unfinished.ts';
import { equationWords, valueFix } from '../diagnosis/words.ts';
import { cellName, columnName, rowName } from '../findings/describe.ts';
import type { Related } from '../findings/finding.ts';
import { isWithin } from './shared/overlap.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { listed } from '../findings/wording.ts';
import { MAX_FIXES, MAX_SPELT } from '../findings/limits.ts';

export const unbalanced: Rule = {
  id: 'unbalanced',
  class: '强制',
  summary: '有勾稽关系不成立，无法确定是哪一格有误。',
  // What last year says of a cell is among the evidence already.
  supersedes: [{ rules: ['carry-over'], where: isWithin }],
  check(context) {
    return context.location.mistakes.flatMap((mistake) => (mistake.kind === 'open' ? finding(context, mistake) : []));
  },
};

function finding(context: RuleContext, open: Open): readonly RuleFinding[] {
  const { report } = context;
  const cells = cellsOf(open);
  const anchor = cells[0];
  const cell = anchor === undefined ? undefined : report.cells.get(anchor);
  if (anchor === undefined || cell === undefined) return [];
  const actual = valueOf(report, anchor);
  const unfinished = unfinishedRow(context, open.equations);
  return [
    {
      message: `${sums(context, open)}。${judgement(context, open)}。${ADVICE[open.reason]}。`,
      span: unfinished?.span ?? cell.span,
      ...(unfinished === null ? {} : { completeness: true as const }),
      cells,
      ...(actual === null ? {} : { actual }),
      related: [...open.suspects.flatMap((suspect) => suspectPlaces(context, suspect)), ...sumPlaces(context, open, anchor)],
      fixes: open.suspects.slice(0, MAX_FIXES).map(({ changes }) => valueFix(context, open.system, { changes, ...(open.reason === 'block' && { totals: 'short' }) })),
    },
  ];
}

/** Suspects in order; a sum that nothing crosses speaks of its total first, and so does a sum without suspects. */
function cellsOf({ reason, suspects, equations }: Open): readonly CellKey[] {
  const totals = reason === 'block' || suspects.length === 0 ? equations.flatMap(({ spec }) => spec.right.slice(0, 1)) : [];
  return [...new Set([...totals, ...suspects.flatMap((suspect) => suspect.changes.map((change) => change.key))])];
}

function sums(context: RuleContext, { equations }: Open): string {
  const spelt = equations.slice(0, MAX_SPELT).map((equation) => equationWords(context, equation)).join('；');
  return equations.length > MAX_SPELT ? `${spelt}；共${equations.length}条关系不平` : spelt;
}

const ADVICE: Readonly<Record<Open['reason'], string>> = {
  block: '请对照原始材料逐项核对后再改',
  tie: '请先核对这几处，确认后再改',
  rows: '请先核对这几行的登记，确认后一并修改该行的数和总计',
  pair: '请核对这几格后再改',
  many: '请逐行逐列核对后再改',
};

function judgement(context: RuleContext, open: Open): string {
  const { form } = context.report.form;
  const { suspects } = open;
  const [first] = suspects;
  switch (open.reason) {
    case 'block':
      if (suspects.length === 1) return '总计应等于维持、纠正、其他结果、尚未审结之和；单改哪一个分项都不能使其成立，较可能是总计有误，但没有别的合计与它交叉，不能认定';
      return '总计应等于维持、纠正、其他结果、尚未审结之和；没有别的合计与它交叉，只凭本表分不清是总计还是哪一项有误';
    case 'tie':
      return `总计应等于各项之和，新收加上年结转应等于总计加结转下年度；有${suspects.length}种改法都能使其成立，单凭合计分不清是哪一处${reasonOf(first)}`;
    case 'rows': {
      const [change] = first?.changes ?? [];
      const by = change === undefined ? 0 : change.from - change.to;
      const rows = suspects.flatMap((suspect) => suspect.changes.slice(0, 1)).map(({ key }) => rowName(form, splitKey(key).table, splitKey(key).row));
      const column = change === undefined ? '' : columnName(form, splitKey(change.key).table, splitKey(change.key).column);
      return `各行自身都平，像是某一行的${column}${by > 0 ? '多' : '少'}计${Math.abs(by)}件、该行总计也随之写错；可能的行：${listed(rows, '行')}${onlyBalances(open) ? '；也可能某项办理结果与它的各级总计一起写错' : ''}${reasonOf(first)}`;
    }
    case 'pair':
      return `只改一格不能使其成立，同时改${(first?.changes ?? []).map(({ key, to }) => `${cellName(form, key)}为${to}`).join('、')}才全部成立`;
    case 'many':
      return '只改两三格不能使其全部成立，可能有几处错误，也可能整行整列错位';
    default:
      return open.reason satisfies never;
  }
}

/** Then the results add up among themselves, and so does 新收: the mistake is on one side of the balance. */
function onlyBalances({ equations }: Open): boolean {
  return equations.every(({ spec }) => spec.kind === 'balance');
}

function reasonOf(explanation: Explanation | undefined): string {
  const facts = explanation?.facts ?? [];
  return facts.length === 0 ? '' : `；${facts.join('，')}`;
}

function suspectPlaces({ report }: RuleContext, suspect: Explanation): readonly Related[] {
  const { form } = report.form;
  const [first] = suspect.changes;
  const cell = first === undefined ? undefined : report.cells.get(first.key);
  if (cell === undefined) return [];
  const values = suspect.changes.map(({ key, from, to }) => `${cellName(form, key)}${from}应为${to}`).join('，');
  const slips = [...new Set(suspect.changes.flatMap((change) => change.slip.words ?? []))];
  return [{ message: [`可能：${values}`, ...slips, ...suspect.facts].join('，'), span: cell.span }];
}

/** Each broken sum at its total, the one the finding itself stands at left out. */
function sumPlaces(context: RuleContext, { equations }: Open, anchor: CellKey): readonly Related[] {
  return equations.flatMap((equation) => {
    const total = equation.spec.right[0];
    const cell = total === undefined || total === anchor ? undefined : context.report.cells.get(total);
    return cell === undefined ? [] : [{ message: equationWords(context, equation), span: cell.span }];
  });
}
