// The tables of a review, which every output shows: units, findings, cells.

import { cellName } from '../../../findings/describe.ts';
import { FORMS } from '../../../forms/index.ts';
import { ruleName } from '../../../rules/registry.ts';
import { REVIEW_RULES } from '../../../units/rules/review-rules.ts';
import type { ReviewFinding } from '../../../units/rules/review-finding.ts';
import { STATE_WORDS, UNIT_STATES, type Review, type ReviewedUnit } from '../../../units/review.ts';
import { CELL_KEYS, figure } from '../../../units/submission.ts';
import { SEVERITY_WORDS } from '../../formats/paint.ts';
import type { CellValue } from '../../table-cells.ts';

export interface Table {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Characters of each column, for sheets. */
  readonly widths: readonly number[];
}

/** Units in the order of their states, and of the list within one. */
export function unitsByState({ units }: Review): readonly ReviewedUnit[] {
  return UNIT_STATES.flatMap((state) => units.filter((unit) => unit.state === state));
}

export function nameOfRule(id: string): string {
  return REVIEW_RULES.find((rule) => rule.id === id)?.name ?? ruleName(id);
}

/** 第12行第3列, or the place in a document. */
function placeWords({ place, range }: Pick<ReviewFinding, 'place' | 'range'>): string {
  return place ?? rangeWords(range);
}

function rangeWords(range: ReviewFinding['range']): string {
  return range === null ? '' : `第${range.start.line + 1}行第${range.start.character + 1}列`;
}

/** Where the finding stands and what it speaks of; another file is named, its own is not again. */
export function whereWords(finding: ReviewFinding): readonly string[] {
  return [placeWords(finding), ...relatedWords(finding), ownWords(finding)].filter((words) => words !== '');
}

function relatedWords({ path, related }: ReviewFinding): readonly string[] {
  return related.map((place) => {
    const where = [place.path === path ? '' : place.path, rangeWords(place.range)].filter((words) => words !== '').join(' ');
    return where === '' ? place.message : `${where}：${place.message}`;
  });
}

function ownWords({ own }: ReviewFinding): string {
  if (own === null) return '';
  return own.silenced ? '该机关已设为不再提示' : `该机关的核实说明：${own.note ?? ''}`;
}

export function unitTable(review: Review): Table {
  const count = ({ findings }: ReviewedUnit, severities: readonly string[]) => findings.filter(({ severity }) => severities.includes(severity)).length;
  return {
    name: '机关',
    header: ['机关', '层级', '上级', '状态', '年报', '报送日期', '错误', '待核实', '提示', '勾稽关系', '可否报送', '上年年报', '该机关不再提示', '未核对'],
    widths: [32, 12, 24, 10, 40, 12, 8, 8, 8, 10, 30, 40, 14, 30],
    rows: unitsByState(review).map((unit) => {
      const { entry, level, state, checked, silencedByUnit, unchecked, accepted } = unit;
      return [
        entry.unit.name,
        level,
        entry.unit.parent,
        accepted === null ? STATE_WORDS[state] : `${accepted}通过`,
        entry.current?.path ?? null,
        entry.current?.date ?? null,
        count(unit, ['error']),
        count(unit, ['warning']),
        count(unit, ['information', 'hint']),
        checked === null ? null : `${checked.equations.holding}/${checked.equations.total}`,
        checked?.readiness ?? null,
        entry.previous?.path ?? null,
        silencedByUnit,
        [...unchecked, ...(checked?.excluded === true ? ['该机关的 .gouji.json 将本文件设为不检查，照常审核'] : [])].join('；') || null,
      ];
    }),
  };
}

export function findingTable(review: Review): Table {
  return {
    name: '问题',
    header: ['机关', '状态', '级别', '规则', '规则名称', '文件', '位置', '问题', '现为', '应为', '相关位置', '该机关自行处理'],
    widths: [32, 10, 8, 18, 14, 40, 18, 80, 10, 10, 50, 24],
    rows: unitsByState(review).flatMap(({ entry, state, findings }) =>
      findings.map((finding) => [
        entry.unit.name,
        STATE_WORDS[state],
        SEVERITY_WORDS[finding.severity],
        finding.rule,
        nameOfRule(finding.rule),
        finding.path,
        placeWords(finding),
        finding.message,
        finding.actual,
        finding.expected,
        relatedWords(finding).join('\n'),
        ownWords(finding),
      ]),
    ),
  };
}

/** Hundreds of rows a report, so they are made as they are written. */
export function cellTable(review: Review) {
  return {
    name: '单元格',
    header: ['机关', '年报', '单元格', '名称', '数', '上年'],
    widths: [32, 40, 36, 50, 12, 12],
    rows: cellRows(review),
  };
}

function* cellRows(review: Review): Generator<readonly CellValue[]> {
  for (const { entry } of unitsByState(review)) {
    const { unit, current, previous } = entry;
    if (current === null) continue;
    for (const key of CELL_KEYS) {
      const [value, before] = [figure(current.figures, key), previous === null ? null : figure(previous.figures, key)];
      if (value !== null || before !== null) yield [unit.name, current.path, key, cellName(FORMS[current.form], key), value, before];
    }
  }
}

/** 审核2025年度年报：机关300个，未报送2个… */
export function summaryWords(review: Review): string {
  const states = UNIT_STATES.map((state) => ({ state, count: review.units.filter((unit) => unit.state === state).length })).filter(({ count }) => count > 0);
  return `审核${review.year ?? ''}年度年报：机关${review.units.length}个${states.map(({ state, count }) => `，${STATE_WORDS[state]}${count}个`).join('')}`;
}

/** Why this year, as of when, and what a review cannot know. */
export function explanations(review: Review): readonly string[] {
  const year = review.due === null ? '没有写报送期限，按多数年报的年度，两年相近的取后一年' : `按报送期限${review.due}的上一年`;
  const silenced = review.units.reduce((sum, { silencedByUnit }) => sum + silencedByUnit, 0);
  const excluded = review.units.filter(({ checked }) => checked?.excluded === true).length;
  const silencedByRoot = review.units.reduce((sum, { checked }) => sum + (checked?.silenced ?? 0), 0);
  const unchecked = review.units.filter((unit) => unit.unchecked.length > 0).length;
  const ofOtherYear = review.units.filter(({ entry }) => entry.current === null && entry.stale.length > 0).length;
  const copies = review.units.flatMap(({ entry }) => entry.copies.map(({ path }) => `${entry.unit.name}（${path}）`));
  return [
    `审核年度：${year}；截至${review.asOf}`,
    ...(ofOtherYear * 2 > review.units.length
      ? [`${ofOtherYear}个机关报送的是其他年度的年报，请核对报送期限：审核${review.year ?? ''}年度的，期限应在${(review.year ?? 0) + 1}年`]
      : []),
    ...(review.hasList ? [] : ['没有名单，只能看出上年有、本年没有的机关。可用 gouji init 建立名单']),
    ...(unchecked > 0 ? [`${unchecked}个机关没有上年年报，上下年衔接未核对`] : []),
    ...(copies.length > 0 ? [`内容相同、只算一份的年报：${copies.join('、')}`] : []),
    ...(silenced > 0 ? [`各机关自行设为不再提示的问题${silenced}处，照常列出并注明`] : []),
    ...(excluded > 0 ? [`${excluded}份年报由本机关设为不检查，照常审核`] : []),
    ...(silencedByRoot > 0 ? [`审核文件夹的 .gouji.json 设为不再提示的问题${silencedByRoot}处，未列出`] : []),
    ...review.notes,
  ];
}
