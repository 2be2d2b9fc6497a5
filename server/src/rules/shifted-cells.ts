// Which row or column is displaced by a lost or an extra value?

import { tableOf } from '../forms/index.ts';
import type { Displaced, DisplacedCandidate } from '../diagnosis/displacement.ts';
import { columnName, rowName, tableName } from '../findings/describe.ts';
import type { Fix } from '../findings/finding.ts';
import { endsText } from '../diagnosis/unfinished.ts';
import { isAt, isWithin } from './shared/overlap.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { MAX_SPELT } from '../findings/limits.ts';

export const shiftedCells: Rule = {
  id: 'shifted-cells',
  class: '强制',
  summary: '表格的一行或一列因漏填、多填一个数而错位。',
  // What a displaced row looks like to rules that see single cells or count them.
  supersedes: [{ rules: ['cell-count', 'cell-ambiguous', 'cell-blank', 'total-blank'], where: (finding, line) => isWithin(finding, line) || isAt(finding, line) }],
  check(context) {
    return context.location.mistakes.flatMap((mistake) => (mistake.kind === 'displaced' ? [finding(context, mistake)] : []));
  },
};

function finding(context: RuleContext, displaced: Displaced): RuleFinding {
  const { candidates, found, cells } = displaced;
  const due = cells.length;
  const count = found.length === due ? `${due}个数错开了一格` : `有${found.length}个数字，应有${due}个`;
  const ways = candidates.map((candidate) => wordsOf(context, displaced, candidate));
  const only = candidates.length === 1;
  const sums = sumsOf(displaced);
  const reading = only ? `${ways[0]}，${sums}就成立` : `有${candidates.length}种改法能使${sums}成立：${ways.slice(0, MAX_SPELT).join('、')}${ways.length > MAX_SPELT ? '等' : ''}`;
  return {
    message: `${nameOf(context, displaced)}${count}。${reading}。请对照原表核对后修改。`,
    span: displaced.span,
    cells,
    related: only ? [] : ways.map((message) => ({ message, span: displaced.span })),
    fixes: candidates.map((candidate, index) => fixOf(displaced, candidate, ways[index] ?? '')),
    // As `cell-count` does: the row, or behind it the number of the next one, may still be being typed.
    ...(found.length < due || endsText(context.report, displaced.span) ? { completeness: true as const } : {}),
  };
}

/** Which sums the candidates were measured by: another mistake in a column they cross leaves only the row's own. */
function sumsOf({ sure, table }: Displaced): string {
  return sure || table === 'disputes' ? '各合计' : '本行合计';
}

function nameOf({ report }: RuleContext, { table, axis, id }: Displaced): string {
  const { form } = report.form;
  if (id === '') return `${tableName(table)}一行`;
  return axis === 'row' ? `${rowName(form, table, id)}一行` : `${columnName(form, table, id)}一列`;
}

/** What was lost or put in, by column: 补上「商业企业」的2. */
function wordsOf({ report }: RuleContext, { table, found, id }: Displaced, { alignment, values }: DisplacedCandidate): string {
  if (alignment === null) return `改为${values.join('、')}`;
  const spec = tableOf(report.form.form, table);
  const columns = spec?.columns ?? [];
  const column = (at: number) => {
    const name = `「${columns[at % columns.length]?.label ?? ''}」`;
    const row = id === '' ? (spec?.rows[Math.floor(at / columns.length)]?.label ?? '') : '';
    return row + name;
  };
  const { at } = alignment;
  switch (alignment.kind) {
    case 'lost':
      return `补上${column(at)}的 ${values[at]}`;
    case 'extra':
      return `删去第${at + 1}个数 ${found[at]}`;
    case 'glued':
      return `把连写的 ${found[at]} 分成 ${values[at]} 和 ${values[at + 1]}`;
    case 'split':
      return `把分开的 ${found[at]} 和 ${found[at + 1]} 合成 ${values[at]}`;
    default:
      return alignment.kind satisfies never;
  }
}

function fixOf(displaced: Displaced, candidate: DisplacedCandidate, words: string): Fix {
  const { sure, found, cells } = displaced;
  return {
    title: `${words}，改后${sumsOf(displaced)}成立`,
    kind: 'value',
    preferred: sure && found.length !== cells.length,
    edits: candidate.edits,
  };
}
