// A PDF page kept as columns of blanks: wrapped labels around their numbers, upright group labels in the margin,
// page marks and form feeds between the rows, and another left margin on the next page.

import { displayWidth } from '../../../server/src/text/width.ts';
import { type Grid, type GridCell } from '../grid.ts';
import type { Block } from '../model.ts';
import type { Rng } from '../rng.ts';
import { centre, padEnd, wrap } from './columns.ts';
import type { Layout } from './layout.ts';
import { drawPageStyle, paginate } from './pages.ts';

const PROSE_WIDTH = 60;

export const pdfColumns: Layout = {
  name: 'pdf-columns',
  render: (model, rng) => {
    const lines = model.blocks.flatMap((block) => blockLines(block, rng));
    const style = drawPageStyle(rng);
    return paginate(lines, rng.int(40, 60), { ...style, mark: (page) => `${' '.repeat(rng.int(0, 70))}${style.mark(page)}` });
  },
};

function blockLines(block: Block, rng: Rng): readonly string[] {
  if (block.kind === 'table') return tableLines(block.grid, rng);
  if (block.kind === 'title') return [`${' '.repeat(rng.int(4, 18))}${block.text}`, ''];
  const [first = '', ...rest] = wrap(block.text, PROSE_WIDTH);
  return [`     ${first}`, ...rest];
}

function tableLines(grid: Grid, rng: Rng): readonly string[] {
  if (grid.id === 'proactive') return proactiveLines(grid, rng);
  return grid.id === 'disputes' ? disputeLines(grid) : applicationLines(grid, rng);
}

function proactiveLines(grid: Grid, rng: Rng): readonly string[] {
  const width = rng.int(16, 22);
  return grid.rows.flatMap((row) => {
    const gap = row[0]?.role === 'value' || rng.chance(0.5) ? [] : [''];
    if (row[0]?.role === 'heading') return ['', `${' '.repeat(rng.int(0, 30))}${row[0].text}`, '', ''];
    return [
      row
        .map((own, index) => (index === 0 ? padEnd(own.text, 24) : centre(own.text, width * own.colSpan)))
        .join('')
        .trimEnd(),
      ...gap,
    ];
  });
}

function disputeLines(grid: Grid): readonly string[] {
  const values = (grid.rows.at(-1) ?? []).map((own) => own.text);
  const width = Math.max(5, ...values.map(displayWidth)) + 2;
  const line = (texts: readonly string[]): string =>
    texts
      .map((text) => padEnd(text, width))
      .join('')
      .trimEnd();
  const upper = ['结果', '结果', '其他', '尚未', ''];
  const lower = ['维持', '纠正', '结果', '审结', ''];
  const total = ['', '', '', '', '总计'];
  return [
    padEnd(' '.repeat(10) + '行政复议', width * 8) + '行政诉讼',
    '',
    ' '.repeat(width * 6) + padEnd('未经复议直接起诉', width * 5) + '复议后起诉',
    '',
    line([...upper, ...upper, ...upper]),
    line([...total, ...total, ...total]),
    line([...lower, ...lower, ...lower]),
    '',
    '',
    line(values),
    '',
  ];
}

const GROUP_COLUMN = 6;
const LABEL_COLUMN = 18;

function applicationLines(grid: Grid, rng: Rng): readonly string[] {
  const rows = grid.rows.slice(3);
  const values = rows.map((row) => row.filter((own) => own.role === 'value').map((own) => own.text));
  const width = Math.max(5, ...values.flat().map(displayWidth)) + 3;
  const labelWidth = rng.pick([26, 32]);
  const left = LABEL_COLUMN + labelWidth + 2;
  const groups = groupPieces(rows, rng.pick([8, 16]));
  const upright = [...'三、本年度办理结果'];
  const body = rows.flatMap((row, index) => {
    const label = row.find((own) => own.role === 'label');
    const depth = label?.colSpan ?? 1;
    const indent = depth === 3 ? 0 : depth === 2 ? GROUP_COLUMN : LABEL_COLUMN;
    const texts = wrap(label?.text ?? '', depth === 1 ? labelWidth : left - indent - 2);
    const numbers = (values[index] ?? [])
      .map((text) => centre(text, width))
      .join('')
      .trimEnd();
    const margin = depth === 1 ? (groups.get(index) ?? '') : '';
    const lead = (text: string): string => padEnd(padEnd(' '.repeat(depth === 1 ? GROUP_COLUMN : indent) + margin, indent) + text, left);
    const own = physicalLines(texts, lead, (text) => ' '.repeat(indent) + text, ' '.repeat(left), numbers);
    const mark = depth === 1 && index % 2 === 1 ? upright.shift() : undefined;
    return [...own, mark ?? ''];
  });
  return [...headerLines(grid, left, width), ...body, ''];
}

/** One line; or the numbers between two lines of the label; or beside the middle one of three. */
function physicalLines(
  texts: readonly string[],
  lead: (text: string) => string,
  plain: (text: string) => string,
  blank: string,
  numbers: string,
): readonly string[] {
  if (texts.length === 2) return [plain(texts[0] ?? ''), blank + numbers, plain(texts[1] ?? '')];
  const middle = texts.length >> 1;
  return texts.map((text, index) => (index === middle ? lead(text) + numbers : plain(text)));
}

/** Pieces of each inner group's label, beside the middle of its rows. */
function groupPieces(rows: readonly (readonly GridCell[])[], width: number): ReadonlyMap<number, string> {
  const pieces = new Map<number, string>();
  rows.forEach((row, index) => {
    const group = row.find((own) => own.role === 'group' && !own.text.startsWith('三'));
    if (group === undefined) return;
    const parts = wrap(group.text, width);
    const start = index + Math.max(0, (group.rowSpan - parts.length) >> 1);
    parts.forEach((part, offset) => pieces.set(start + offset, part));
  });
  return pieces;
}

function headerLines(grid: Grid, left: number, width: number): readonly string[] {
  const [first = '', second = ''] = wrap(grid.rows[0]?.[0]?.text ?? '', 40);
  const inner = (texts: readonly string[]): string =>
    texts
      .map((text) => centre(text, width))
      .join('')
      .trimEnd();
  return [
    `${' '.repeat(left + width * 3)}申请人情况`,
    '',
    `${padEnd(first, left + width * 3)}法人或其他组织`,
    second,
    `${' '.repeat(left)}${inner(['自然人', '', '', '', '', '', '总计'])}`,
    `${' '.repeat(left)}${inner(['', '商业', '科研', '社会公益', '法律服务', '其他'])}`,
    `${' '.repeat(left)}${inner(['', '企业', '机构', '组织', '机构'])}`,
    '',
  ];
}
