// Rule: sums of tables three and four that do not hold without one cell standing out; names where the mistake could be.

import { splitKey, type CellKey } from '../forms/form.ts';
import { valueOf } from '../parse/model.ts';
import { areExchanged, type Explanation } from '../diagnosis/explanation.ts';
import type { Open } from '../diagnosis/locate.ts';
import { unfinishedRow } from '../diagnosis/unfinished.ts';
import { equationGist, equationWords, valueFix } from '../diagnosis/diagnosis-words.ts';
import { cellName, columnName, rowName } from '../findings/describe.ts';
import type { Related, RuleFinding } from '../findings/finding.ts';
import { isWithin } from './shared/overlap.ts';
import type { Rule, RuleContext } from './rule.ts';
import { listed } from '../findings/wording.ts';
import { MAX_FIXES, MAX_SPELT } from '../findings/limits.ts';

export const unbalanced: Rule = {
  id: 'unbalanced',
  name: '勾稽关系不成立',
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
      message: `${sums(context, open)}${judgement(context, open)}。${ADVICE[open.reason]}。`,
      span: unfinished?.span ?? cell.span,
      ...(unfinished === null ? {} : { deferWhileTyping: true as const }),
      cells,
      ...(actual === null ? {} : { actual }),
      related: [...open.suspects.flatMap((suspect) => suspectPlaces(context, suspect)), ...sumPlaces(context, open, anchor)],
      fixes: open.suspects
        .slice(0, MAX_FIXES)
        .map(({ changes }) => valueFix(context, open.system, { changes, ...(open.reason === 'block' && { totals: 'short' }) })),
    },
  ];
}

/** Suspects in order; a sum that nothing crosses speaks of its total first, and so does a sum without suspects. */
function cellsOf({ reason, suspects, equations }: Open): readonly CellKey[] {
  const totals = reason === 'block' || suspects.length === 0 ? equations.flatMap(({ spec }) => spec.right.slice(0, 1)) : [];
  return [...new Set([...totals, ...suspects.flatMap((suspect) => suspect.changes.map((change) => change.key))])];
}

function sums(context: RuleContext, { equations }: Open): string {
  const [first, ...others] = equations;
  if (first === undefined) return '';
  const gist = equationGist(context, first);
  const more =
    others.length === 0
      ? ''
      : `另有${others.length}条勾稽关系不成立${others.length < MAX_SPELT ? `：${others.map((other) => equationGist(context, other)).join('；')}` : ''}。`;
  return `${gist}。${more}`;
}

const ADVICE: Readonly<Record<Open['reason'], string>> = {
  block: '请对照登记台账逐项核实',
  tie: '请对照登记台账核实',
  rows: '请对照登记台账核实这几行，该行的数与总计一并修改',
  pair: '请对照登记台账核实',
  many: '请对照登记台账逐行逐列核实',
};

function judgement(context: RuleContext, open: Open): string {
  const { form } = context.report.detectedForm;
  const { suspects } = open;
  const [first] = suspects;
  switch (open.reason) {
    case 'block':
      if (first !== undefined && areExchanged(first.changes)) return `${exchangeWords(context, first)}，换过来就成立，但仅凭表四不能确定`;
      if (suspects.length === 1) return '总计应等于四种结果之和，只改一个分项凑不成，较可能是总计有误';
      return '总计应等于四种结果之和，仅凭表四无法判断是总计还是某一分项有误';
    case 'tie':
      return `有${suspects.length}处疑点，改其中任何一处都能使勾稽关系成立，仅凭表内数字无法判断${reasonOf(first)}`;
    case 'rows': {
      const [change] = first?.changes ?? [];
      const by = change === undefined ? 0 : change.from - change.to;
      const rows = suspects.flatMap((suspect) => suspect.changes.slice(0, 1)).map(({ key }) => rowName(form, splitKey(key).table, splitKey(key).row));
      const column = change === undefined ? '' : columnName(form, splitKey(change.key).table, splitKey(change.key).column);
      const much = `${by > 0 ? '多' : '少'}${Math.abs(by)}件`;
      return `各行相加都对，可能是某一行的${column}${much}，该行总计也跟着${much}${onlyBalances(open) ? '，也可能是某项办理结果与相关总计都错了' : ''}。疑点：${listed(rows, '行')}${reasonOf(first)}`;
    }
    case 'pair':
      return `只改一格凑不成，${(first?.changes ?? []).map(({ key, to, from }) => `${cellName(form, key)}应为 ${to}（现为 ${from}）`).join('，')}，一并改后都成立`;
    case 'many':
      return '错误可能不止三处，也可能是整行或整列错位';
    default:
      return open.reason satisfies never;
  }
}

/** “…·结果维持”和“…·总计”像是两格的数写反了 */
function exchangeWords({ report }: RuleContext, { changes }: Explanation): string {
  return `${changes.map(({ key }) => cellName(report.detectedForm.form, key)).join('和')}像是两格的数写反了`;
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
  const { form } = report.detectedForm;
  const [first] = suspect.changes;
  const cell = first === undefined ? undefined : report.cells.get(first.key);
  if (cell === undefined) return [];
  const values = suspect.changes.map(({ key, from, to }) => `${cellName(form, key)}应为 ${to}（现为 ${from}）`).join('，');
  const slips = [...new Set(areExchanged(suspect.changes) ? ['像是两格的数写反了'] : suspect.changes.flatMap((change) => change.slip.words ?? []))];
  return [{ message: [`疑点：${values}`, ...slips, ...suspect.facts].join('，'), span: cell.span }];
}

/** Each broken sum at its total, the one the finding itself stands at left out. */
function sumPlaces(context: RuleContext, { equations }: Open, anchor: CellKey): readonly Related[] {
  return equations.flatMap((equation) => {
    const total = equation.spec.right[0];
    const cell = total === undefined || total === anchor ? undefined : context.report.cells.get(total);
    return cell === undefined ? [] : [{ message: equationWords(context, equation), span: cell.span }];
  });
}
