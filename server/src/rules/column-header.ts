// Rule: column headers that are not the form's.

import type { Form, TableId } from '../forms/form.ts';
import type { ColumnHeader, Report } from '../parse/model.ts';
import type { Span } from '../text/span.ts';
import { tableOf } from '../forms/index.ts';
import { columnLabel, columnName, columnSpec, rowName, tableMark, tableName } from '../findings/describe.ts';
import { byPart, type Some } from '../findings/grouping.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { compact } from '../findings/compare.ts';
import { firstLine } from '../parse/line-spans.ts';
import { problemsOf, type ProblemOf } from '../findings/problems.ts';
import { arrangeColumns, insertColumns, nameColumns } from '../insertion/columns.ts';
import type { Edit } from '../text/edits.ts';
import { MAX_WORDS_SHOWN } from '../findings/limits.ts';
import { asWritten, fitting, headed, marked, quoted } from '../findings/wording.ts';

interface Deviation {
  readonly table: TableId;
  readonly span: Span;
  /** Folded. */
  readonly written: string;
  /** As it stands in the text. */
  readonly shown: string;
  readonly printed: string;
}

export const columnHeader: Rule = {
  id: 'column-header',
  name: '列标题',
  class: '核实',
  ofForm: true,
  summary: '表格的列标题与统一格式不同，缺少或多出列标题。',
  check({ report }) {
    return [
      ...deviations(report).map(finding),
      ...addedColumns(report),
      ...movedColumns(report),
      ...missingColumns(report),
      ...unnamedColumns(report),
      ...turnedTables(report),
    ];
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
      shown: compact(asWritten(report, span)),
      printed: columnSpec(report.detectedForm.form, table.id, column)?.label ?? '',
    }));
  });
}

/** More words around the printed ones (本年制发件数量) are no deviation; what stands in brackets was left aside before. */
function extendsPrinted(report: Report, { table, column, span }: ColumnHeader): boolean {
  const printed = columnSpec(report.detectedForm.form, table, column)?.label ?? '';
  return compact(report.folded.slice(span.start, span.end)).includes(compact(printed));
}

/** What stands under them is not read, so that the columns of the form are. */
function addedColumns(report: Report): readonly RuleFinding[] {
  return problemsOf(report, 'column-added').map(({ table, problem: { span, untitled } }) => ({
    key: [tableMark(table), untitled === true ? '没有列标题' : compact(report.folded.slice(span.start, span.end))],
    message: `${tableName(table)}多出一列${untitled === true ? '（没有列标题）' : `“${quoted(compact(asWritten(report, span)), MAX_WORDS_SHOWN)}”`}，统一格式没有。该列未核对。请删去，需要说明的写在正文中。`,
    span,
  }));
}

/** Told once for a part: one hand has moved the columns of all its blocks. The fix moves values too: the header alone would exchange what they mean. */
function movedColumns(report: Report): readonly RuleFinding[] {
  const { form } = report.detectedForm;
  return byPart(form, problemsOf(report, 'column-order')).map((found) => {
    const [{ table, problem }, ...others] = found;
    const printed = tableOf(form, table)?.columns ?? [];
    const names = (ids: readonly string[]) => ids.map((id) => columnLabel(form, table, id)).join('、');
    const movedIn = (columns: readonly string[]) => columns.find((id, index) => id !== printed[index]?.id);
    const first = movedIn(problem.columns) ?? movedIn(problem.block?.columns ?? []);
    const block = problem.block === undefined ? '' : `${rowName(form, table, problem.block.row)}的`;
    const from = first === undefined ? '的顺序' : `从${block}${columnName(form, table, first)}起顺序`;
    const due = printed.filter(({ id }) => problem.columns.includes(id)).map(({ id }) => id);
    const { rows } = problem;
    if (rows !== undefined) return movedBlocks(form, { table, rows, span: problem.span });
    const reading = problem.by === 'header' ? '已按表头读取各列' : '各行总计只在统一格式的顺序下成立，已按该顺序读取，表头可能写错';
    return {
      key: [tableMark(table), names(problem.columns)],
      message: `${tableName(table)}的各列${from}不同。应为${names(due)}。${reading}。请核实表头与数字是否对应，按统一格式的顺序排列，数字随表头一起移动。`,
      span: problem.span,
      related: others.map((other) => ({ message: `${tableName(other.table)}各列的顺序也不同`, span: other.problem.span })),
      ...arranged(report, found),
    };
  });
}

/** Not where the sums hold against the header: then it is the header that is wrong. */
function arranged(report: Report, found: Some<ProblemOf<'column-order'>>): Pick<RuleFinding, 'fixes'> {
  const edits = found.map(({ table, problem }) => (problem.by === 'header' ? arrangeColumns(report, table, problem) : null));
  if (edits.includes(null)) return {};
  return { fixes: [{ title: '按统一格式的顺序排列各列（数字随表头移动）', kind: 'text', preferred: false, edits: edits.flatMap((own) => own ?? []) }] };
}

/** Blocks of table four, side by side or one below the other. */
function movedBlocks(form: Form, { table, rows, span }: { readonly table: TableId; readonly rows: readonly string[]; readonly span: Span }): RuleFinding {
  const due = (tableOf(form, table)?.rows ?? []).map(({ id }) => id);
  const names = (ids: readonly string[]) => ids.map((id) => rowName(form, table, id)).join('');
  return {
    key: [tableMark(table), '各项的顺序', ...rows],
    message: `${tableName(table)}各项的顺序与统一格式不同。应为${names(due)}（现为${names(rows)}），已按表头和项目名称读取。请核实名称与数字是否对应，按统一格式的顺序排列，数字随名称一起移动。`,
    span,
  };
}

/** Told once for a part, as moved columns are. */
function turnedTables(report: Report): readonly RuleFinding[] {
  return byPart(report.detectedForm.form, problemsOf(report, 'turned')).map((found) => {
    const [{ table, problem }, ...others] = found;
    const due = DUE_TURNED[table];
    return {
      key: [tableMark(table), '行列互换'],
      message: `${tableName(table)}的行与列和统一格式相反。${due === undefined ? '' : `应为${due}，`}已按名称读取各格。请按统一格式重新排列，数字随名称一起移动。`,
      span: firstLine(report, problem.span),
      related: others.map((other) => ({ message: `${tableName(other.table)}的行与列也相反`, span: firstLine(report, other.problem.span) })),
    };
  });
}

/** What stands in the rows and in the columns of the form. */
const DUE_TURNED: Readonly<Partial<Record<TableId, string>>> = {
  applications: '办理情况在行、申请人在列（现为申请人在行）',
  disputes: '复议和诉讼在列、结果在其下（现为结果在行）',
};

function missingColumns(report: Report): readonly RuleFinding[] {
  const { form } = report.detectedForm;
  return problemsOf(report, 'column-missing').map(({ table, problem: { span, columns } }) => ({
    key: [tableMark(table), ...columns.map((id) => columnLabel(form, table, id))],
    message: `${headed(
      `${tableName(table)}缺少列`,
      columns.map((id) => columnName(form, table, id)),
    )}。其余各列已按表头读取，缺少的列未核对。请补上表头和各行的数字。`,
    span,
    ...withFix(insertColumns(report, table, { span, missing: columns }), `补上${namesOf(form, table, columns)}列，各行留空待填`),
  }));
}

/** Their values stand where the form has them, and are read so. */
function unnamedColumns(report: Report): readonly RuleFinding[] {
  const { form } = report.detectedForm;
  return problemsOf(report, 'column-unnamed').map(({ table, problem: { span, columns } }) => ({
    key: [tableMark(table), '表头缺少', ...columns.map((id) => columnLabel(form, table, id))],
    message: `${headed(
      `${tableName(table)}的表头缺少`,
      columns.map((id) => columnName(form, table, id)),
    )}。各行的数已按统一格式的位置读取。请核实各列的含义，补上列标题。`,
    span,
    ...withFix(nameColumns(report, table, { span, missing: columns }), `补上列标题${namesOf(form, table, columns)}`),
  }));
}

function namesOf(form: Form, table: TableId, columns: readonly string[]): string {
  return columns.map((id) => columnName(form, table, id)).join('');
}

function withFix(edits: readonly Edit[] | null, title: string): Pick<RuleFinding, 'fixes'> {
  return edits === null || edits.length === 0 ? {} : { fixes: [{ title, kind: 'text', preferred: true, edits }] };
}

function finding({ table, span, written, shown, printed }: Deviation): RuleFinding {
  return {
    key: [tableMark(table), compact(written), printed],
    message: `${fitting(`${tableName(table)}的列标题“${quoted(shown, MAX_WORDS_SHOWN)}”应为${marked(printed)}`, `${tableName(table)}有一个列标题应为${marked(printed)}`)}。列标题不同，数字的含义就不同。请核实后恢复。`,
    span,
    fixes: [{ title: `列标题改为${marked(printed)}`, kind: 'text', preferred: true, edits: [{ span, newText: printed }] }],
  };
}
