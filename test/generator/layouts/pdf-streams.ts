// The text order of four PDF extractors: labels wrapped by their narrow cells, the numbers behind the label's last
// line, on a line of their own, or in the middle; group labels one character a line, or broken over two pages.

import { type Grid, type GridCell } from '../grid.ts';
import type { Block } from '../model.ts';
import type { Rng } from '../rng.ts';
import { wrap } from './columns.ts';
import type { Layout } from './layout.ts';
import { drawPageStyle, paginate } from './pages.ts';

/** Where an extractor puts the numbers of a wrapped label. */
type NumberPlace = 'own-line' | 'last-line' | 'middle';

interface Extractor {
  readonly numbers: NumberPlace;
  /** 三、本年度办理结果 as lines before its rows, or between them. */
  readonly vertical: 'before' | 'between';
}

const PROSE_WIDTH = 56;
const LABEL_WIDTHS = { wide: 80, middle: 40, narrow: 28 };

function layout(name: string, extractor: Extractor): Layout {
  return {
    name,
    render: (model, rng) => {
      const lines = model.blocks.flatMap((block) => blockLines(block, extractor, rng));
      return paginate(lines, rng.int(26, 42), drawPageStyle(rng));
    },
  };
}

export const pdfRaw = layout('pdf-raw', { numbers: 'own-line', vertical: 'before' });
export const pdfLastLine = layout('pdf-last-line', { numbers: 'last-line', vertical: 'before' });
export const pdfMiddle = layout('pdf-middle', { numbers: 'middle', vertical: 'between' });

function blockLines(block: Block, extractor: Extractor, rng: Rng): readonly string[] {
  if (block.kind !== 'table') return block.kind === 'paragraph' ? wrap(block.text, PROSE_WIDTH) : [block.text];
  const { grid } = block;
  if (grid.id === 'proactive') return grid.rows.map((row) => row.map((own) => own.text).join(' '));
  return grid.id === 'disputes' ? disputeLines(grid, rng) : applicationLines(grid, extractor, rng);
}

const RESULT_WORDS: readonly (readonly string[])[] = [
  ['结果', '维持'],
  ['结果', '纠正'],
  ['其他', '结果'],
  ['尚未', '审结'],
];

function disputeLines(grid: Grid, rng: Rng): readonly string[] {
  const five = (): readonly string[] => [
    ...RESULT_WORDS.flatMap(([first = '', second = '']) => rng.pick([[first, second], [first + second], [first + second.slice(0, 1), second.slice(1)]])),
    rng.pick(['总计', '总 计']),
  ];
  const values = (grid.rows.at(-1) ?? []).map((own) => own.text).join(' ');
  return ['行政复议 行政诉讼', ...five(), '未经复议直接起诉 复议后起诉', ...five(), ...five(), values];
}

function applicationLines(grid: Grid, extractor: Extractor, rng: Rng): readonly string[] {
  const corner = wrap(grid.rows[0]?.[0]?.text ?? '', rng.pick([46, 80]));
  const header = rng.pick([
    ['申请人情况', '自然人', '法人或其他组织', '总计', '商业', '企业', '科研', '机构', '社会', '公益', '组织', '法律', '服务', '机构', '其他'],
    ['申请人情况', '自然人', '法人或其他组织', '总计商 业 企', '业', '科研机', '构', '社 会 公 益', '组织', '法 律 服 务', '机构', '其他'],
    ['申请人情况', '法人或其他组织', '自然人 总计', '商业企 科研机 社会公益 法律服务', '其他', '业 构 组织 机构'],
  ]);
  const rows = grid.rows.slice(3);
  const groupWidth = rng.pick([8, 6, 40]);
  const upright = [...'三、本年度办理结果'];
  const glueComma = rng.chance(0.5) ? ['三、', ...upright.slice(2)] : upright;
  const pieces = new Map<number, string>();
  if (extractor.vertical === 'between') glueComma.forEach((piece, index) => pieces.set(4 + index * 2, piece));
  const body = rows.flatMap((row, index) => {
    const before: string[] = [];
    for (const own of row.filter((candidate) => candidate.role === 'group')) {
      const halves = wrap(own.text, groupWidth);
      if (own.text.startsWith('三')) before.push(...(extractor.vertical === 'before' ? glueComma : []));
      else if (extractor.numbers === 'last-line' && halves.length === 2 && rng.chance(0.4)) halves.forEach((half, offset) => pieces.set(index + offset, half));
      else before.push(...halves);
    }
    const piece = pieces.get(index);
    const lines = rowLines(row, extractor.numbers);
    if (piece === undefined) return [...before, ...lines];
    // The next piece of a label that spans rows stands on a line of its own, or heads the row's line.
    return rng.chance(0.5) ? [...before, piece, ...lines] : [...before, `${piece} ${lines[0] ?? ''}`, ...lines.slice(1)];
  });
  return [...corner, ...header, ...body];
}

function rowLines(row: readonly GridCell[], place: NumberPlace): readonly string[] {
  const label = row.find((own) => own.role === 'label');
  const width = label?.colSpan === 3 ? LABEL_WIDTHS.wide : label?.colSpan === 2 ? LABEL_WIDTHS.middle : LABEL_WIDTHS.narrow;
  const texts = wrap(label?.text ?? '', width);
  const numbers = row
    .filter((own) => own.role === 'value')
    .map((own) => own.text)
    .join(' ');
  const last = texts.length - 1;
  if (texts.length === 1 || place === 'last-line') return texts.map((text, index) => (index === last ? `${text} ${numbers}` : text));
  if (place === 'own-line') return [...texts, numbers];
  if (texts.length === 2) return [texts[0] ?? '', numbers, texts[1] ?? ''];
  return texts.map((text, index) => (index === texts.length >> 1 ? `${text} ${numbers}` : text));
}
