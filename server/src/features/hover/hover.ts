// textDocument/hover: cell, claim or label at an offset. Findings stay with the diagnostics, so that nothing is said twice.

import type { Hover } from 'vscode-languageserver';
import { type Report, type Cell, type Section, type TableRow, valueOf } from '../../parse/model.ts';
import { rangeOf, lineOf } from '../../text/lines.ts';
import { nodeAt, type NodeAtOffset } from '../places/node-at-offset.ts';
import { markup, type Block, type Markup, type Words } from './hover-markup.ts';
import { cellName, columnLabel, labelInGroups, columnName, columnSpec, rowName, rowSpec, tableName } from '../../findings/describe.ts';
import { evaluateEquations, type EvaluatedEquation } from '../../equations/evaluate.ts';
import { MAX_QUOTATIONS_SHOWN, MAX_READINGS_SHOWN, MAX_TERMS_SHOWN } from '../limits.ts';
import { claimsOfCell, equationsOf, chosenReading } from '../places/belonging.ts';
import { CONTENTS } from '../../forms/contents.ts';
import { cellKey, printedHeading, type CellType, type Form, type SectionId, type TableId, type CellKey, type EquationSpec } from '../../forms/form.ts';
import { isInForce, tablesOfSection } from '../../forms/index.ts';
import { explain } from '../../forms/skeletons/skeleton.ts';
import type { PrintedHeader } from '../places/printed-labels.ts';
import { tidy } from '../../text/numbers.ts';
import type { Claim, Interpretation } from '../../parse/prose/claim-model.ts';
import { valueOfReading } from '../../parse/prose/claims/verify-claim.ts';
import { equationName, equationOutcome, equationSum } from '../../findings/equation-words.ts';

export function hover(report: Report, offset: number, kind: Markup): Hover | null {
  const place = nodeAt(report, offset);
  if (place === null) return null;
  return { contents: markup(kind, blocksOf(report, place)), range: rangeOf(report.lines, place.span) };
}

function blocksOf(report: Report, place: NodeAtOffset): readonly Block[] {
  switch (place.kind) {
    case 'cell':
      return cellBlocks(report, place.cell);
    case 'claim':
      return claimBlocks(report, place.claim);
    case 'row':
      return rowBlocks(report, place.row);
    case 'column':
      return columnBlocks(report, place.header);
    case 'part':
      return partBlocks(report, place.section);
    default:
      return place satisfies never;
  }
}

function cellBlocks(report: Report, cell: Cell): readonly Block[] {
  const { form } = report.detectedForm;
  const equations = equationsOf(report, cell.key);
  return [
    { kind: 'title', words: [`${cellName(form, cell.key)}：${valueWords(report, cell)}`] },
    {
      kind: 'list',
      items: [[`行：${labelInGroups(form, cell.table, cell.row)}`], [`列：${columnLabel(form, cell.table, cell.column)}`]],
    },
    ...listed(
      '勾稽关系：',
      equations.map((equation) => [equationLine(report, equation)]),
    ),
    ...listed('正文引用：', sentencesOf(report, cell)),
    ...rowBasis(form, cell.table, cell.row),
  ];
}

function listed(head: string, items: readonly Words[]): readonly Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'paragraph', words: [head] },
        { kind: 'list', items },
      ];
}

function valueWords(report: Report, { key, reading }: Cell): string {
  if (reading.kind === 'number') return String(reading.value);
  if (reading.kind === 'unreadable') return '不是数字';
  const filled = evaluateEquations(report).filling.get(key);
  if (filled === undefined || filled === null) return '未填';
  return filled === 0 ? '未填，按0计' : `未填，按勾稽关系应为 ${filled}`;
}

function sentencesOf(report: Report, { key }: Cell): readonly Words[] {
  const claims = claimsOfCell(report, key);
  const shown = claims.slice(0, MAX_QUOTATIONS_SHOWN).map<Words>((claim) => {
    const line = lineOf(report.lines, claim.numberSpan.start) + 1;
    return [`第${line}行`, { quoted: claim.text }, `，${agreementOf(report, claim)}`];
  });
  const rest = claims.length - shown.length;
  return rest > 0 ? [...shown, [`另有${rest}处`]] : shown;
}

/** What may be filled in, by the type of the cell. */
const TYPE_WORDS: Readonly<Record<CellType, string>> = {
  count: '填0或正整数',
  change: '填整数，减少的填负数',
  money: '填金额，可以有小数',
};

/** What the row counts and the article it rests on, where one is confirmed. */
function rowBasis(form: Form, table: TableId, row: string): readonly Block[] {
  const words = explain(rowSpec(form, table, row) ?? {});
  return words === '' ? [] : [{ kind: 'paragraph', words: [`口径：${words}`] }];
}

function rowBlocks(report: Report, { table, id }: TableRow): readonly Block[] {
  const { form } = report.detectedForm;
  const sum = equationsOf(report, cellKey(table, id, 'total')).filter(({ spec }) => spec.kind === 'row-total' || spec.kind === 'block-total');
  return [
    { kind: 'title', words: [`${rowName(form, table, id)}行`] },
    { kind: 'paragraph', words: [`${tableName(table)}，${labelInGroups(form, table, id)}`] },
    ...rowBasis(form, table, id),
    ...sum.map<Block>((equation) => ({ kind: 'paragraph', words: [equationLine(report, equation)] })),
  ];
}

function columnBlocks(report: Report, { table, column }: PrintedHeader): readonly Block[] {
  const { form } = report.detectedForm;
  const spec = columnSpec(form, table, column);
  const label = columnLabel(form, table, column);
  const counts = countWords(table, column, label);
  // The total row stands in the sum of its column and in the balance.
  const equations = equationsOf(report, cellKey(table, 'total', column)).filter(({ spec: { kind } }) => kind === 'column-total' || kind === 'balance');
  return [
    { kind: 'title', words: [`${columnName(form, table, column)}列`] },
    { kind: 'paragraph', words: [`${tableName(table)}，${label}`] },
    ...(counts === null ? [] : [{ kind: 'paragraph', words: [counts] } satisfies Block]),
    ...(spec === undefined
      ? []
      : [{ kind: 'paragraph', words: [`${TYPE_WORDS[spec.type]}${label.includes('万元') ? '，单位为万元' : ''}。`] } satisfies Block]),
    ...(equations.length === 0 ? [] : [{ kind: 'list', items: equations.map((equation) => [equationLine(report, equation)]) } satisfies Block]),
  ];
}

function partBlocks({ detectedForm: form }: Report, { id }: Section): readonly Block[] {
  const spec = form.form.sections.find((section) => section.id === id);
  return [
    { kind: 'title', words: [spec === undefined ? id : printedHeading(spec)] },
    { kind: 'paragraph', words: ['本部分应有：'] },
    { kind: 'list', items: [...demands(form.form, id), ...tables(form.form, id)] },
  ];
}

function demands(form: Form, id: SectionId): readonly Words[] {
  return CONTENTS[id].filter((demand) => isInForce(demand, form)).map(({ words, source }) => [`${words}（${source}）`]);
}

function tables(form: Form, id: SectionId): readonly Words[] {
  return tablesOfSection(form, id).map(({ heading, rows, columns }) => {
    const named = heading === null ? `一张表，${rows.length}行` : `${heading}：${rows.map(({ label }) => label).join('、')}`;
    return [`${named}；每行${columns.length}格：${columns.map(({ label }) => label).join('、')}`];
  });
}

/** What is counted where the label alone does not say it. */
function countWords(table: TableId, column: string, label: string): string | null {
  if (table === 'disputes') return column === 'total' ? '前四格之和。' : `${label}的案件。`;
  if (table !== 'applications') return null;
  if (column === 'total') return '前六列之和。';
  return column === 'natural' ? '申请人是自然人的申请。' : `申请人是法人或其他组织，其中的${label}。`;
}

/** Digits behind the point of a share that the text gives without any. */
const SHARE_DECIMALS = 2;

function claimBlocks(report: Report, claim: Claim): readonly Block[] {
  const title: Block = { kind: 'title', words: ['正文', { quoted: claim.text }] };
  const chosen = chosenReading(report, claim);
  if (chosen === null) return [title, { kind: 'paragraph', words: [unboundWords(claim)] }];
  const others = claim.readings.filter((reading) => reading !== chosen).slice(0, MAX_READINGS_SHOWN);
  return [
    title,
    { kind: 'paragraph', words: [`口径：${termsAndValue(report, claim, chosen)}。${agreementOf(report, claim)}`] },
    ...(others.length === 0
      ? []
      : ([
          { kind: 'paragraph', words: ['其他口径：'] },
          { kind: 'list', items: others.map((reading) => [termsAndValue(report, claim, reading)]) },
        ] satisfies Block[])),
  ];
}

/** 「✓ 与表格一致」,「✗ 不一致，相差2」 or why nothing is said. */
function agreementOf(report: Report, claim: Claim): string {
  if (claim.status === 'agrees') return '✓ 与表格一致';
  const chosen = chosenReading(report, claim);
  const value = chosen === null ? null : valueOfReading(chosen, (key) => valueOf(report, key), claim.scale);
  if (value === null) return '未核对：表格中对应的单元格未填、缺失或者不是数字';
  if (claim.status === 'unbound') return `未核对：正文是约数，表格为 ${rounded(claim, value)}`;
  switch (claim.kind) {
    case 'none':
      return `✗ 不一致：正文说没有，表格为 ${rounded(claim, value)}`;
    case 'all':
      return `✗ 不一致：正文说全部，表格中还有 ${rounded(claim, value)}`;
    case 'share':
    case 'count': {
      const unit = unitOf(claim);
      const difference = rounded(claim, Math.abs(value - claim.value));
      return `✗ 不一致，相差${difference}：正文为 ${claim.value}${unit}，表格为 ${rounded(claim, value)}${unit}`;
    }
    default:
      return claim.kind satisfies never;
  }
}

/** 「（一）予以公开·总计」12 + 「（二）部分公开·总计」3 = 15 */
function termsAndValue(report: Report, claim: Claim, reading: Interpretation): string {
  const { sum, over, since, by } = reading;
  const value = valueOfReading(reading, (key) => valueOf(report, key), claim.scale);
  const worth = value === null ? '' : `，为 ${rounded(claim, value)}${unitOf(claim)}`;
  if (over !== undefined) return `${termsOf(report, sum)} ${claim.scale === 1 ? '比' : '占'} ${termsOf(report, over)}${worth}`;
  if (since !== undefined) return `${termsOf(report, sum)}，上年 ${since.value}${worth}`;
  if (by !== undefined) return `${termsOf(report, sum)} ÷ ${by}${worth}`;
  const terms = termsOf(report, sum);
  const unit = claim.scale === 1 ? '' : '，换算后';
  return value === null || (sum.length === 1 && claim.scale === 1) ? terms : `${terms}${unit} = ${value}`;
}

function termsOf(report: Report, keys: readonly CellKey[]): string {
  const terms = keys.slice(0, MAX_TERMS_SHOWN).map((key) => `${cellName(report.detectedForm.form, key)}${valueOf(report, key) ?? '（未填）'}`);
  return keys.length > MAX_TERMS_SHOWN ? `${terms.join(' + ')}等${keys.length}格` : terms.join(' + ');
}

/** The unit of a percentage or of how many times. */
function unitOf({ kind, scale }: Claim): string {
  return kind !== 'share' ? '' : scale === 1 ? '倍' : '%';
}

function rounded({ kind, bound, decimals }: Claim, value: number): number {
  return kind === 'share' || bound === 'rounded' ? Number(value.toFixed(Math.max(decimals, SHARE_DECIMALS))) : tidy(value);
}

function unboundWords({ scope, topic }: Claim): string {
  if (scope === 'other') return '所述范围、年度或渠道与本年报表格不同，不作核对。';
  if (topic.startsWith('fee/') || topic === 'fee') return '表格中没有单独填写信息处理费的单元格，不作核对。';
  return '表格中没有对应的单元格，不作核对。';
}

// One line of a hover about an equation: its words, its values, and whether it holds.

const SAYS: Readonly<Record<EquationSpec['kind'], string>> = {
  'row-total': '各格之和等于总计',
  'block-total': '各格之和等于总计',
  'column-total': '列各项办理结果之和等于（七）总计',
  balance: '列第一项加第二项等于第三项加第四项',
};

/** The words after the sign say the same without it. */
const SIGNS: Readonly<Record<EvaluatedEquation['status'], string>> = { holding: '✓ ', broken: '✗ ', unchecked: '' };

/** “（一）予以公开”各格之和等于总计：12+2+0+0+0+0 = 14。✓ 成立 */
function equationLine(report: Report, equation: EvaluatedEquation): string {
  const { spec, status } = equation;
  const sum = equationSum(report, evaluateEquations(report), equation);
  const values = sum === null ? '' : `：${sum}`;
  return `“${equationName(report, spec)}”${SAYS[spec.kind]}${values}。${SIGNS[status]}${equationOutcome(report, equation)}`;
}
