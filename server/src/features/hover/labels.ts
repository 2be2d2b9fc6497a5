// Hover of a row label, a column header or a part heading: what it counts, or what it must contain.

import { columnLabel, columnName, columnSpec, labelInGroups, rowName, rowSpec, tableName } from '../../findings/describe.ts';
import { CONTENTS } from '../../forms/contents.ts';
import { cellKey, printedHeading, type CellType, type Form, type SectionId, type TableId } from '../../forms/form.ts';
import { isInForce, tablesOfSection } from '../../forms/index.ts';
import { explain } from '../../forms/skeletons/skeleton.ts';
import type { Report, Section, TableRow } from '../../parse/model.ts';
import { equationsOf } from '../places/belonging.ts';
import type { PrintedHeader } from '../places/printed-labels.ts';
import { equationLine } from './equation-lines.ts';
import type { Block, Words } from './markup.ts';

/** What may be filled in, by the type of the cell. */
const TYPE_WORDS: Readonly<Record<CellType, string>> = {
  count: '填0或正整数',
  change: '填整数，减少的填负数',
  money: '填金额，可以有小数',
};

/** What the row counts and the article it rests on, where one is confirmed. */
export function rowBasis(form: Form, table: TableId, row: string): readonly Block[] {
  const words = explain(rowSpec(form, table, row) ?? {});
  return words === '' ? [] : [{ kind: 'paragraph', words: [`口径：${words}`] }];
}

export function rowBlocks(report: Report, { table, id }: TableRow): readonly Block[] {
  const { form } = report.detectedForm;
  const sum = equationsOf(report, cellKey(table, id, 'total')).filter(({ spec }) => spec.kind === 'row-total' || spec.kind === 'block-total');
  return [
    { kind: 'title', words: [`${rowName(form, table, id)}行`] },
    { kind: 'paragraph', words: [`${tableName(table)}，${labelInGroups(form, table, id)}`] },
    ...rowBasis(form, table, id),
    ...sum.map<Block>((equation) => ({ kind: 'paragraph', words: [equationLine(report, equation)] })),
  ];
}

export function columnBlocks(report: Report, { table, column }: PrintedHeader): readonly Block[] {
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

export function partBlocks({ detectedForm: form }: Report, { id }: Section): readonly Block[] {
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
