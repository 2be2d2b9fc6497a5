// Rule: blank cells, with the value that the equations force where they do.

import { definedTotal, printedHeading, rowKeyOf, type CellKey, type SectionSpec, type TableId } from '../forms/form.ts';
import { sectionOfTable } from '../forms/index.ts';
import type { Cell, Report, Table } from '../parse/model.ts';
import type { EquationState } from '../equations/evaluate.ts';
import { mostlyBlank } from '../equations/mostly-blank.ts';
import { mendsOf } from './shared/claims.ts';
import { cellName, rowName, tableName, tableNumber } from '../findings/describe.ts';
import type { Fix, RuleFinding } from '../findings/finding.ts';
import type { Rule, RuleContext } from './rule.ts';
import { firstLine } from '../parse/line-spans.ts';
import { grouped } from '../findings/grouping.ts';
import { MAX_FIXES } from '../findings/limits.ts';
import { allOf, headed, listed, titled } from '../findings/wording.ts';

export const cellBlank: Rule = {
  id: 'cell-blank',
  name: '单元格未填',
  class: '核实',
  summary: '表格中有未填的单元格，或用“/”“—”“无”代替数字。',
  check(context) {
    return context.report.detectedForm.form.sections.flatMap((part) => inPart(context, part));
  },
};

/** One finding for the blanks that may be 0 in a part's table, and one for each cell that must be something else. */
function inPart(context: RuleContext, part: SectionSpec): readonly RuleFinding[] {
  const { report, equations, cells } = context;
  const begun = mostlyBlank(report);
  const inThisPart = (cell: Cell) => sectionOfTable(report.detectedForm.form, cell.table) === part.id;
  const blanks = cells.filter((cell) => cell.reading.kind === 'blank' && inThisPart(cell) && (begun.has(cell.table) || !isComputedTotal(context, cell)));
  const forced = blanks.filter((cell) => !begun.has(cell.table) && (equations.filling.get(cell.key) ?? 0) !== 0 && !restsOnMistake(context, cell));
  const others = blanks.filter((cell) => !forced.includes(cell));
  return [...forced.map((cell) => mustBe(context, cell)), ...zeros(context, part, { blanks: others, begun }), ...empty(context, part)];
}

/** A cell that is held wrong says nothing of the blank beside it. */
function restsOnMistake({ equations, location }: RuleContext, cell: Cell): boolean {
  if (location.mistakes.length === 0) return false;
  const wrong = new Set(location.mistakes.flatMap((mistake) => mendsOf(mistake).flatMap((mend) => [...mend.keys()])));
  return besides(equations, cell).some((key) => wrong.has(key));
}

/** The cells that the value of this one is read off. */
function besides({ byCell }: EquationState, { key }: Cell): readonly CellKey[] {
  return (byCell.get(key) ?? []).flatMap(({ spec }) => [...spec.left, ...spec.right].filter((other) => other !== key));
}

function isComputedTotal({ equations }: RuleContext, cell: Cell): boolean {
  if (!equations.filling.get(cell.key)) return false;
  const standing = equations.byCell.get(cell.key) ?? [];
  return standing.some(({ spec }) => definedTotal(spec) === cell.key);
}

function mustBe({ report, equations }: RuleContext, cell: Cell): RuleFinding {
  const value = equations.filling.get(cell.key) ?? 0;
  const name = cellName(report.detectedForm.form, cell.key);
  return {
    message: `${name}未填，应为 ${value}。按勾稽关系应为此数。请核实后补填。`,
    span: cell.span,
    cells: [cell.key],
    expected: value,
    fixes: [{ ...fill(`补填 ${value}`, [cell], String(value)), basis: besides(equations, cell) }],
  };
}

interface Blanks {
  readonly blanks: readonly Cell[];
  /** Tables that are hardly begun. */
  readonly begun: ReadonlySet<TableId>;
}

function zeros({ report, equations }: RuleContext, part: SectionSpec, { blanks, begun }: Blanks): readonly RuleFinding[] {
  const [first] = blanks;
  if (first === undefined) return [];
  const name = (cell: Cell) => cellName(report.detectedForm.form, cell.key);
  const mayBeZero = ({ key }: Cell) => (equations.filling.has(key) ? equations.filling.get(key) === 0 : true);
  // A few numbers among blanks say which of them cannot be 0, not which of them are.
  const undone = new Set(blanks.filter((cell) => begun.has(cell.table) && !mayBeZero(cell)).map(({ table }) => table));
  const fillable = blanks.filter((cell) => mayBeZero(cell) && !undone.has(cell.table));
  const open = blanks.filter((cell) => !mayBeZero(cell) && !undone.has(cell.table)).map(name);
  const doubt =
    open.length === 0 ? '' : `${open.length < blanks.length ? `其中${listed(open, '格')}` : ''}都按0计时勾稽关系不成立，可能有漏填，也可能总计有误。`;
  const rows = rowsOf(report, blanks);
  const head = blanks.length === 1 ? `${tableNumber(part.id)}的${name(first)}未填` : headed(`${tableNumber(part.id)}有${blanks.length}格未填：`, rows);
  return [
    {
      message: `${head}。${blanks.length === 1 ? '' : allOf(head, rows, '行')}${doubt}没有发生的，通行填0；漏填的请补上。`,
      span: first.span,
      cells: blanks.map((cell) => cell.key),
      fixes: zeroFixes(part, fillable, name),
    },
  ];
}

/**
 * In table two no sum speaks for a 0, and a wrong one is false reporting: there each cell is a decision of its own.
 * Where sums hold with 0 in every blank, one step fills them, for whoever has made sure.
 */
function zeroFixes(part: SectionSpec, cells: readonly Cell[], name: (cell: Cell) => string): readonly Fix[] {
  if (cells.length === 0) return [];
  if (part.id === 'proactive')
    return cells.slice(0, MAX_FIXES).map((cell) => fill(titled(`${name(cell)}补填 0（确认没有的）`, `${name(cell)}补填 0`), [cell], '0'));
  return [fill(cells.length === 1 ? '补填 0（确认没有的）' : `${cells.length}格补填 0（确认没有的）`, cells, '0')];
}

/** “（五）2.重复申请”行6格: the blanks by row. */
function rowsOf(report: Report, blanks: readonly Cell[]): readonly string[] {
  return grouped(blanks, ({ key }) => rowKeyOf(key)).map((cells) => `${rowName(report.detectedForm.form, cells[0].table, cells[0].row)}行${cells.length}格`);
}

/** A table of labels without any cell that could be filled in place: one finding for all of it. */
function empty({ report }: RuleContext, part: SectionSpec): readonly RuleFinding[] {
  const tables = report.tables.filter((table) => sectionOfTable(report.detectedForm.form, table.id) === part.id);
  // Where another problem was seen there are figures, only unreadable ones: another finding speaks of them.
  const isBare = ({ state, problems }: Table) =>
    state === 'empty' && problems.every(({ kind }) => kind === 'header' || kind === 'column-added' || kind === 'column-order');
  const bare = tables.filter(isBare);
  const span = bare[0]?.span;
  if (span === undefined || span === null) return [];
  const all =
    bare.length === tables.length
      ? tableNumber(part.id)
      : headed(
          '',
          bare.map(({ id }) => tableName(id)),
        );
  return [
    {
      key: [printedHeading(part), '只有项目名称'],
      message: `${all}只有项目名称，没有数字。没有发生的，通行填0；漏填的请补上。`,
      span: firstLine(report, span),
    },
  ];
}

function fill(title: string, cells: readonly Cell[], newText: string): Fix {
  return { title, kind: 'value', preferred: false, edits: cells.map((cell) => ({ span: cell.span, newText })) };
}
