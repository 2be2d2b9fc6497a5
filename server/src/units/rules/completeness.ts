// Completeness: units without a report, with two, too late, off the list, or with the report of another year.

import { cellName } from '../../findings/describe.ts';
import type { RuleLevel } from '../../findings/finding.ts';
import { FORMS } from '../../forms/index.ts';
import { MAX_CELLS_NAMED } from '../limits.ts';
import { isOfCopy, type Copied, type HandedIn } from '../handed-in.ts';
import { daysBetween } from '../review-config.ts';
import { reviewFinding, type ReviewFinding } from './review-finding.ts';
import type { Roll, UnitEntry } from '../roll.ts';
import { CELL_KEYS, differingCells, figure, type Submission } from '../submission.ts';

export interface Dates {
  /** The day by which reports are due; null where nobody said. */
  readonly due: string | null;
  /** Today, or the day as of which the review is made. */
  readonly asOf: string;
}

interface Context extends Dates {
  readonly roll: Roll;
  readonly hasList: boolean;
  readonly levels: ReadonlyMap<string, RuleLevel>;
  /** Reports whose dates are those of a copy; of them nobody can tell. */
  readonly copied: Copied | null;
}

export function completenessOf(entry: UnitEntry, handedIn: HandedIn | null, context: Context): readonly ReviewFinding[] {
  const stale = staleFindings(entry, context);
  return [
    ...(stale.length > 0 ? [] : absent(entry, context)),
    ...stale,
    ...twice(entry, context),
    ...late(entry, handedIn, context),
    ...unknown(entry, context),
  ];
}

function absent({ unit, current, previous }: UnitEntry, { roll, hasList, levels, due, asOf }: Context): readonly ReviewFinding[] {
  if (current !== null) return [];
  const year = roll.year ?? '本';
  const isDue = due === null || asOf > due;
  const similar = roll.entries.filter(
    (other) => !other.listed && other.current?.unit !== null && other.current !== null && roll.directory.near(other.unit.name).includes(unit),
  );
  const proposal = similar
    .map((other) => `“${other.unit.name}”的年报（${other.current?.path ?? ''}）名称相近，如属该机关，请把这个名称写进名单的别名。`)
    .join('');
  const reason = hasList ? (unit.line === null ? '该机关在名单中。' : `名单第${unit.line}行列有该机关。`) : `上年有该机关的年报（${previous?.path ?? ''}）。`;
  const rest = isDue ? '' : `期限为${due ?? ''}，尚未到期。`;
  return reviewFinding(
    {
      rule: 'unit-absent',
      message: `“${unit.name}”没有报送${year}年度年报。${reason}${rest}${proposal}请催报，机关已撤并的请更新名单。`,
      ...(hasList && isDue ? {} : { class: isDue ? ('核实' as const) : ('提示' as const) }),
      related: [...similar.flatMap(({ current: other }) => placeOf(other, '名称相近的年报')), ...(hasList ? [] : placeOf(previous, '上年年报'))],
    },
    levels,
  );
}

function twice({ unit, current, others }: UnitEntry, { levels }: Context): readonly ReviewFinding[] {
  if (current === null || others.length === 0) return [];
  const differing = others.flatMap((other) => differingCells(current.figures, other.figures));
  const named = [...new Set(differing)].slice(0, MAX_CELLS_NAMED).map((key) => {
    const values = [current, ...others].map(({ figures }) => figure(figures, key) ?? '空');
    return `${cellName(FORMS[current.form], key)}分别为${values.join('、')}`;
  });
  const count = new Set(differing).size;
  const difference = count === 0 ? '表格的数相同，正文不同。' : `有${count}个数不同：${named.join('，')}${count > named.length ? '等' : ''}。`;
  return reviewFinding(
    {
      rule: 'unit-twice',
      message: `“${unit.name}”应报送1份年报（现为 ${others.length + 1} 份）：${[current, ...others].map(({ path }) => path).join('，')}。${difference}以下按${current.path}审核。请确认以哪一份为准，移走其余的。`,
      path: current.path,
      range: current.title,
      cells: [...new Set(differing)],
      related: others.flatMap((other) => placeOf(other, '另一份年报')),
    },
    levels,
  );
}

function late({ unit, current }: UnitEntry, handedIn: HandedIn | null, { due, levels, copied }: Context): readonly ReviewFinding[] {
  if (current === null || due === null || handedIn === null || handedIn.date <= due) return [];
  const { date, kept } = handedIn;
  if (copied !== null && isOfCopy(date, copied.day)) return [];
  const source = kept === null ? '文件的修改日期，复制文件时可能变动' : `${kept}留存的版本`;
  return reviewFinding(
    {
      rule: 'unit-late',
      message: `“${unit.name}”的年报应于${due}前报送（现为 ${date}），迟${daysBetween(due, date)}天。报送日期取自${source}。请核实报送日期。`,
      path: current.path,
      range: current.title,
    },
    levels,
  );
}

function unknown({ unit, listed, current }: UnitEntry, { roll, hasList, levels }: Context): readonly ReviewFinding[] {
  if (!hasList || listed || current === null) return [];
  const near = roll.directory.near(unit.name).map(({ name }) => `“${name}”`);
  const proposal = near.length === 0 ? '' : `名单中相近的有${near.join('')}。`;
  const what = current.unit === null ? `${current.path}的标题中没有机关名称，不知是哪个机关的年报` : `“${unit.name}”不在名单中（${current.path}）`;
  return reviewFinding(
    {
      rule: 'unit-unknown',
      message: `${what}。${proposal}请改正标题中的机关名称，或者在名单中补上该机关或别名。`,
      path: current.path,
      range: current.title,
    },
    levels,
  );
}

/** Fewer numbers above zero may well be those of last year again. */
const LEAST_SAME_NUMBERS = 8;

function staleFindings(entry: UnitEntry, { roll, levels }: Context): readonly ReviewFinding[] {
  const { unit, current, previous, stale } = entry;
  const wrongYear = stale.flatMap((each) =>
    reviewFinding(
      {
        rule: 'report-stale',
        // Then nothing else was handed in.
        ...(current === null && { class: '强制' as const }),
        message: `“${unit.name}”年报的年度应为 ${roll.year ?? ''}（现为 ${each.year ?? ''}）。${each.path}是${each.year ?? ''}年度的年报${current === null ? `，没有${roll.year ?? ''}年度的` : ''}。请核实，退回后报送${roll.year ?? ''}年度的年报。`,
        path: each.path,
        range: each.title,
        related: placeOf(current ?? (previous === each ? null : previous), current === null ? '上年年报' : '本年年报'),
      },
      levels,
    ),
  );
  if (current === null || previous === null || current === previous) return wrongYear;
  const numbers = CELL_KEYS.filter((key) => (figure(current.figures, key) ?? 0) > 0).length;
  if (numbers < LEAST_SAME_NUMBERS || differingCells(current.figures, previous.figures).length > 0) return wrongYear;
  return [
    ...wrongYear,
    ...reviewFinding(
      {
        rule: 'report-stale',
        message: `“${unit.name}”的表格与上年年报完全相同。${current.path}与${previous.path}的${numbers}个大于0的数都一样，可能是改了标题的上年年报。请核实，属于误报的退回重报。`,
        path: current.path,
        range: current.title,
        related: placeOf(previous, '上年年报'),
      },
      levels,
    ),
  ];
}

function placeOf(submission: Submission | null, message: string): ReviewFinding['related'] {
  return submission === null ? [] : [{ path: submission.path, range: submission.title, message }];
}
