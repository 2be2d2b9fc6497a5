// Which cells are empty, and what do the equations say belongs there?

import { definedTotal, type SectionSpec } from '../forms/form.ts';
import { sectionOfTable } from '../forms/index.ts';
import type { Cell, Table } from '../parse/model.ts';
import { cellName, partName } from '../findings/describe.ts';
import type { Fix } from '../findings/finding.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { firstLine } from '../parse/line-spans.ts';
import { listed } from '../findings/wording.ts';

export const cellBlank: Rule = {
  id: 'cell-blank',
  class: '核实',
  triesFixes: true,
  summary: '表格中有未填的单元格，或用“/”“—”“无”代替数字。',
  check(context) {
    return context.report.form.form.sections.flatMap((part) => inPart(context, part));
  },
};

/** One finding for the blanks that may be 0 in a part's table, and one for each cell that must be something else. */
function inPart(context: RuleContext, part: SectionSpec): readonly RuleFinding[] {
  const { report, equations, cells } = context;
  const inThisPart = (cell: Cell) => sectionOfTable(report.form.form, cell.table) === part.id;
  const blanks = cells.filter((cell) => cell.reading.kind === 'blank' && inThisPart(cell) && !isComputedTotal(context, cell));
  const forced = blanks.filter((cell) => (equations.filling.get(cell.key) ?? 0) !== 0);
  const others = blanks.filter((cell) => !forced.includes(cell));
  return [...forced.map((cell) => mustBe(context, cell)), ...zeros(context, part, others), ...empty(context, part)];
}

function isComputedTotal({ equations }: RuleContext, cell: Cell): boolean {
  if (!equations.filling.get(cell.key)) return false;
  const standing = equations.byCell.get(cell.key) ?? [];
  return standing.some(({ spec }) => definedTotal(spec) === cell.key);
}

function mustBe({ report, equations }: RuleContext, cell: Cell): RuleFinding {
  const value = equations.filling.get(cell.key) ?? 0;
  const name = cellName(report.form.form, cell.key);
  return {
    message: `${name}空着，按表中的合计关系应为${value}。空着会被读成0，合计就不成立。请核对后补上。`,
    span: cell.span,
    cells: [cell.key],
    expected: value,
    fixes: [fill(`补为 ${value}`, [cell], String(value))],
  };
}

function zeros({ report, equations }: RuleContext, part: SectionSpec, blanks: readonly Cell[]): readonly RuleFinding[] {
  const [first] = blanks;
  if (first === undefined) return [];
  const names = blanks.map((cell) => cellName(report.form.form, cell.key));
  const fillable = blanks.filter((cell) => equations.filling.get(cell.key) !== null);
  const open = blanks.filter((cell) => !fillable.includes(cell)).map((cell) => cellName(report.form.form, cell.key));
  const which = open.length < blanks.length ? `其中${listed(open, '格')}` : '';
  const doubt = open.length === 0 ? '' : `${which}都按0算，合计关系不成立：不是漏填，就是合计有误。`;
  return [
    {
      message: `${partName(part)}的表格有${blanks.length}格没有填数字：${listed(names, '格')}。空格说不清是0还是漏填。${doubt}没有的请填0，有的请补上实际数。`,
      span: first.span,
      cells: blanks.map((cell) => cell.key),
      fixes: fillable.length === 0 ? [] : [fill(`${fillable.length}个空格补 0`, fillable, '0')],
    },
  ];
}

/** A table of labels without any cell that could be filled in place: one finding for all of it. */
function empty({ report }: RuleContext, part: SectionSpec): readonly RuleFinding[] {
  const tables = report.tables.filter((table) => sectionOfTable(report.form.form, table.id) === part.id);
  // Where another problem was seen there are figures, only unreadable ones: another finding speaks of them.
  const isBare = ({ state, problems }: Table) => state === 'empty' && problems.every(({ kind }) => kind === 'header' || kind === 'column-added' || kind === 'column-order');
  const bare = tables.filter(isBare);
  const span = bare[0]?.span;
  if (span === undefined || span === null) return [];
  const all = bare.length === tables.length ? '表格' : '表格的一部分';
  return [
    {
      message: `${partName(part)}的${all}只有项目名称，没有数字。空表说不清是没有发生还是没有填。没有的请填0，有的请补上实际数。`,
      span: firstLine(report, span),
    },
  ];
}

function fill(title: string, cells: readonly Cell[], newText: string): Fix {
  return { title, kind: 'value', preferred: false, edits: cells.map((cell) => ({ span: cell.span, newText })) };
}
