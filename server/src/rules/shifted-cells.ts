// Rule: a row or column displaced by a lost or an extra value.

import { cellKey, splitKey } from '../forms/form.ts';
import { tableOf } from '../forms/index.ts';
import type { Displaced, DisplacedCandidate } from '../diagnosis/displacement.ts';
import { columnLabel, columnName, rowName, tableName } from '../findings/describe.ts';
import type { Fix, RuleFinding } from '../findings/finding.ts';
import { endsText } from '../diagnosis/unfinished.ts';
import { isAt, isWithin } from './shared/overlap.ts';
import type { Rule, RuleContext } from './rule.ts';
import { fitting, marked, titled } from '../findings/wording.ts';
import { MAX_FIXES, MAX_SPELT } from '../findings/limits.ts';
import type { Report } from '../parse/model.ts';

export const shiftedCells: Rule = {
  id: 'shifted-cells',
  name: '数字错位',
  class: '强制',
  summary: '表格的一行或一列因漏填、多填一个数而错位。',
  // What a displaced row looks like to rules that see single cells or count them.
  supersedes: [
    { rules: ['cell-count', 'cell-ambiguous', 'cell-blank', 'total-blank'], where: (finding, line) => isWithin(finding, line) || isAt(finding, line) },
  ],
  check(context) {
    return context.location.mistakes.flatMap((mistake) => (mistake.kind === 'displaced' ? [finding(context, mistake)] : []));
  },
};

function finding(context: RuleContext, displaced: Displaced): RuleFinding {
  const { candidates, found, cells } = displaced;
  const due = cells.length;
  const name = nameOf(context, displaced);
  const lack = due - found.length;
  const count = lack === 0 ? `${due}个数错开了一格` : `${lack > 0 ? '少' : '多'}${Math.abs(lack)}个数（应有${due}个）`;
  const ways = candidates.map((candidate) => wordsOf(context, displaced, candidate));
  const only = candidates.length === 1;
  const [way = ''] = ways;
  const sums = sumsOf(displaced);
  const first = only ? fitting(`${name}${count}，像是${way}`, `${name}${count}`) : `${name}${count}，有${candidates.length}种可能`;
  const advice = first.endsWith(way) ? '改正' : `像是${way}，改正`;
  const several = `${ways.slice(0, MAX_SPELT).join('，或')}${ways.length > MAX_SPELT ? '等' : ''}，改正`;
  return {
    message: `${first}。${only ? advice : several}后${sums}成立。请对照原表核实。`,
    span: displaced.span,
    cells,
    related: only ? [] : ways.map((message) => ({ message, span: displaced.span })),
    fixes: candidates.map((candidate) => fixOf(context, displaced, candidate)),
    // As `cell-count` does: the row, or behind it the number of the next one, may still be being typed.
    ...(found.length < due || endsText(context.report, displaced.span) ? { deferWhileTyping: true as const } : {}),
  };
}

/** Which sums the candidates were measured by: another mistake in a column they cross leaves only the row's own. */
function sumsOf({ sure, table }: Displaced): string {
  return sure || table === 'disputes' ? '总计' : '本行总计';
}

function nameOf({ report }: RuleContext, { table, axis, id }: Displaced): string {
  const { form } = report.detectedForm;
  if (id === '') return `${tableName(table)}一行`;
  return axis === 'row' ? `${rowName(form, table, id)}一行` : `${columnName(form, table, id)}一列`;
}

/** What was lost or put in, by column: 漏了“商业企业”的 2. */
function wordsOf({ report }: RuleContext, displaced: Displaced, { alignment, values }: DisplacedCandidate): string {
  const { found } = displaced;
  if (alignment === null) return `应为 ${values.join('、')}`;
  const { at } = alignment;
  switch (alignment.kind) {
    case 'lost':
      return `漏了${lostColumn(report, displaced, at)}的 ${values[at]}`;
    case 'extra':
      return `多了第${at + 1}个数（${found[at]}）`;
    case 'run-together':
      return `${values[at]} 和 ${values[at + 1]} 连成了“${found[at]}”`;
    case 'split':
      return `${values[at]} 分成了“${found[at]} ${found[at + 1]}”`;
    default:
      return alignment.kind satisfies never;
  }
}

/** The column as it is printed at this place, in a table of one row with its block. */
function lostColumn({ detectedForm: { form } }: Report, { table, id, cells }: Pick<Displaced, 'table' | 'id' | 'cells'>, at: number): string {
  const { row, column } = splitKey(cells[at] ?? cellKey(table, '', ''));
  return (id === '' ? (tableOf(form, table)?.rows.find((spec) => spec.id === row)?.label ?? '') : '') + marked(columnLabel(form, table, column));
}

function fixOf(context: RuleContext, displaced: Displaced, candidate: DisplacedCandidate): Fix {
  const { sure, found, cells } = displaced;
  return {
    title: titleOf(context, displaced, candidate),
    kind: 'value',
    preferred: sure && found.length !== cells.length,
    edits: candidate.edits,
  };
}

function titleOf({ report }: RuleContext, displaced: Displaced, { alignment, values }: DisplacedCandidate): string {
  const { found } = displaced;
  const after = `，改后${sumsOf(displaced)}成立`;
  if (alignment === null) {
    const value = (count: number) => `本行改为 ${values.slice(0, count).join('、')}${count < values.length ? `等${values.length}个数` : ''}`;
    return titled(value(values.length) + after, value(values.length), value(MAX_FIXES));
  }
  const { at } = alignment;
  switch (alignment.kind) {
    case 'lost':
      return `补填${lostColumn(report, displaced, at)}的 ${values[at]}${after}`;
    case 'extra':
      return `删去第${at + 1}个数（${found[at]}）${after}`;
    case 'run-together':
      return `“${found[at]}”拆成 ${values[at]} 和 ${values[at + 1]}${after}`;
    case 'split':
      return `“${found[at]} ${found[at + 1]}”合为 ${values[at]}${after}`;
    default:
      return alignment.kind satisfies never;
  }
}
