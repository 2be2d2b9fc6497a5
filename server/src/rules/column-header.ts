// Which column headers are not the form's?

import type { Form, TableId } from '../forms/form.ts';
import type { ColumnHeader, Report } from '../parse/model.ts';
import type { Span } from '../text/span.ts';
import { tableOf } from '../forms/index.ts';
import { columnLabel, columnName, columnSpec, rowName, tableName } from '../findings/describe.ts';
import { byPart } from '../findings/grouping.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { compact } from '../findings/compare.ts';
import { problemsOf } from '../findings/problems.ts';

interface Deviation {
  readonly table: TableId;
  readonly span: Span;
  readonly written: string;
  readonly printed: string;
}

export const columnHeader: Rule = {
  id: 'column-header',
  class: '核实',
  triesFixes: true,
  summary: '表格的列标题与统一格式不同，或多出一列。',
  check({ report }) {
    return [...deviations(report).map(finding), ...addedColumns(report), ...movedColumns(report), ...missingColumns(report)];
  },
};

function deviations(report: Report): readonly Deviation[] {
  return report.tables.flatMap((table) => {
    const named = table.headers.filter((header) => header.match !== 'printed' && !extendsPrinted(report, header));
    const foreign = table.problems.flatMap((problem) => (problem.kind === 'header' ? [problem] : []));
    // A known variant may be told by both lists.
    const places = new Map([...foreign, ...named].map((one) => [one.span.start, one]));
    return [...places.values()].map(({ column, span }) => ({
      table: table.id,
      span,
      written: report.folded.slice(span.start, span.end),
      printed: columnSpec(report.form.form, table.id, column)?.label ?? '',
    }));
  });
}

/** More words around the printed ones (本年制发件数量) are no deviation; what stands in brackets was left aside before. */
function extendsPrinted(report: Report, { table, column, span }: ColumnHeader): boolean {
  const printed = columnSpec(report.form.form, table, column)?.label ?? '';
  return compact(report.folded.slice(span.start, span.end)).includes(compact(printed));
}

/** What stands under them is not read, so that the columns of the form are. */
function addedColumns(report: Report): readonly RuleFinding[] {
  return problemsOf(report, 'column-added').map(({ table, problem: { span, untitled } }) => ({
    message: `${tableName(table)}多了统一格式没有的一列${untitled === true ? '，没有列标题' : `：「${compact(report.folded.slice(span.start, span.end))}」`}。增加的列不读取，也不参加核对；各单位的表列数不同，就无法汇总。请删去这一列，需要说明的写在正文里。`,
    span,
  }));
}

/** Told once for a part: one hand has moved the columns of all its blocks. No fix: the header alone would exchange what the values mean. */
function movedColumns(report: Report): readonly RuleFinding[] {
  const { form } = report.form;
  return byPart(form, problemsOf(report, 'column-order')).map((found) => {
    const [{ table, problem }, ...others] = found;
    const printed = tableOf(form, table)?.columns ?? [];
    const names = (ids: readonly string[]) => ids.map((id) => columnLabel(form, table, id)).join('、');
    const first = problem.columns.find((id, index) => id !== printed[index]?.id) ?? '';
    const due = printed.filter(({ id }) => problem.columns.includes(id)).map(({ id }) => id);
    const { rows } = problem;
    if (rows !== undefined) return movedBlocks(form, { table, rows, span: problem.span });
    const reading = problem.by === 'header' ? '已按表头读取各列' : '各行的合计只在统一格式的顺序下成立，已按统一格式的顺序读取，表头可能写错';
    return {
      message: `${tableName(table)}各列的顺序应为${names(due)}（现从${columnName(form, table, first)}起不同：${names(problem.columns)}）。${reading}；请核对表头与下面的数字是否对应，按统一格式的顺序排列，数字随表头一起移动。`,
      span: problem.span,
      related: others.map((other) => ({ message: `${tableName(other.table)}各列的顺序也不同`, span: other.problem.span })),
    };
  });
}

/** Blocks of table four, side by side or one below the other. */
function movedBlocks(form: Form, { table, rows, span }: { readonly table: TableId; readonly rows: readonly string[]; readonly span: Span }): RuleFinding {
  const due = (tableOf(form, table)?.rows ?? []).map(({ id }) => id);
  const names = (ids: readonly string[]) => ids.map((id) => rowName(form, table, id)).join('、');
  return {
    message: `${tableName(table)}各项的顺序应为${names(due)}（现为${names(rows)}）。已按表头和项目名称读取；请核对名称与数字是否对应，按统一格式的顺序排列，数字随名称一起移动。`,
    span,
  };
}

function missingColumns(report: Report): readonly RuleFinding[] {
  const { form } = report.form;
  return problemsOf(report, 'column-missing').map(({ table, problem: { span, columns } }) => ({
    message: `${tableName(table)}缺少统一格式的列：${columns.map((id) => columnName(form, table, id)).join('、')}。其余各列已按表头读取，缺少的列没有核对。请补上表头和各行的数字。`,
    span,
  }));
}

function finding({ table, span, written, printed }: Deviation): RuleFinding {
  return {
    message: `${tableName(table)}的列标题与统一格式不同：「${compact(written)}」应为「${printed}」。列标题说明该列统计什么，改动后数字的含义就不一样。请核对并恢复原文。`,
    span,
    fixes: [{ title: `列标题改为「${printed}」`, kind: 'text', preferred: true, edits: [{ span, newText: printed }] }],
  };
}
