// What text browsers print: columns by character count (one tool), columns by width with groups in the middle (another).

import { displayWidth } from '../../../server/src/text/width.ts';
import { expand, type Grid } from '../grid.ts';
import { padEnd, wrap } from './columns.ts';
import { type Layout, lines, plainText, printBlocks } from './layout.ts';

const LABEL_COLUMNS = 3;

/** Columns align by the number of characters; everything is indented by three blanks. */
export const browserByCharacters: Layout = {
  name: 'browser-by-characters',
  render: (model) =>
    printBlocks(model, {
      text: (block) => `   ${block.text}`,
      table: (grid) => {
        const rows = expand(grid).map((row) => row.map(({ cell, origin }) => (origin ? cell.text : '')));
        const single = singleWidths(grid, (text) => text.length);
        return lines(
          rows.map(
            (row) =>
              `   ${row
                .map((text, column) => text.padEnd((single[column] ?? 0) + 1))
                .join('')
                .trimEnd()}`,
          ),
        );
      },
      separator: '\n\n',
    }),
};

/** Widths from cells that span one column; spanning texts overflow, as they do there. */
function singleWidths(grid: Grid, measure: (text: string) => number): readonly number[] {
  const places = expand(grid);
  return Array.from({ length: grid.width }, (_, column) =>
    Math.max(
      grid.id === 'applications' && column < LABEL_COLUMNS ? 8 : 2,
      ...places.map((row) => {
        const place = row[column];
        return place?.origin === true && place.cell.colSpan === 1 ? measure(place.cell.text) : 0;
      }),
    ),
  );
}

/** Columns align by display width; a group's label is wrapped and stands beside the middle of its rows. */
export const browserByWidth: Layout = {
  name: 'browser-by-width',
  render: (model) =>
    printBlocks(model, {
      text: plainText,
      table: (grid) => (grid.id === 'applications' ? centredGroups(grid) : plainColumns(grid)),
      separator: '\n\n',
    }),
};

/** What a browser shows of cells that hold paragraphs: each stands alone, and tabs on lines of their own part them. */
export const browserParagraphs: Layout = {
  name: 'browser-paragraphs',
  render: (model) =>
    printBlocks(model, {
      text: plainText,
      table: (grid) => grid.rows.map((row) => row.map((own) => own.text).join('\n\n\t\n\n')).join('\n\n\n\n'),
      separator: '\n\n',
    }),
};

function plainColumns(grid: Grid): string {
  const rows = expand(grid).map((row) => row.map(({ cell, origin }) => (origin ? cell.text : '')));
  const widths = Array.from({ length: grid.width }, (_, column) => Math.max(2, ...rows.map((row) => displayWidth(row[column] ?? ''))));
  return lines(
    rows.map((row) =>
      widths
        .map((width, column) => padEnd(row[column] ?? '', width))
        .join(' ')
        .trimEnd(),
    ),
  );
}

const OUTER_WIDTH = 16;
const GROUP_WIDTH = 12;
const LABEL_WIDTH = 70;

function centredGroups(grid: Grid): string {
  const values = grid.rows.map((row) => row.filter((own) => own.role === 'value').map((own) => own.text));
  const valueWidth = Math.max(6, ...values.flat().map(displayWidth)) + 2;
  const left = OUTER_WIDTH + GROUP_WIDTH + LABEL_WIDTH + 6;
  const places = expand(grid).slice(3);
  const outer = besideMiddle(
    places.map((row) => row[0]?.cell),
    OUTER_WIDTH,
  );
  const inner = besideMiddle(
    places.map((row) => row[1]?.cell),
    GROUP_WIDTH,
  );
  const header = [
    `${' '.repeat(left)}申请人情况`,
    `${padEnd(grid.rows[0]?.[0]?.text ?? '', left)}${['自然人', '法人或其他组织', '', '', '', '', '总计'].map((text) => padEnd(text, valueWidth)).join('')}`.trimEnd(),
    `${' '.repeat(left + valueWidth)}${['商业企', '科研机', '社会公益组', '法律服务机', '其他'].map((text) => padEnd(text, valueWidth)).join('')}`.trimEnd(),
    `${' '.repeat(left + valueWidth)}${['业', '构', '织', '构'].map((text) => padEnd(text, valueWidth)).join('')}`.trimEnd(),
  ];
  const body = grid.rows.slice(3).flatMap((row, index) => {
    const label = row.find((own) => own.role === 'label');
    const [first = '', ...rest] = wrap(label?.text ?? '', LABEL_WIDTH);
    const indent =
      label?.colSpan === 3 ? '' : padEnd(outer[index] ?? '', OUTER_WIDTH + 2) + (label?.colSpan === 1 ? padEnd(inner[index] ?? '', GROUP_WIDTH + 2) : '');
    const numbers = (values[index + 3] ?? [])
      .map((text) => padEnd(text, valueWidth))
      .join('')
      .trimEnd();
    const more = rest.map((text) => ' '.repeat(OUTER_WIDTH + GROUP_WIDTH + 4) + text);
    return [padEnd(indent + first, left) + numbers, ...more];
  });
  return lines([...header, ...body]);
}

/** For each row, the piece of its group's wrapped label that stands beside it. */
function besideMiddle(cells: readonly ({ readonly text: string; readonly rowSpan: number } | undefined)[], width: number): readonly string[] {
  return cells.map((own, index) => {
    if (own === undefined || own.rowSpan < 2) return '';
    const first = cells.indexOf(own);
    const pieces = wrap(own.text, width - 2);
    const start = first + Math.floor((own.rowSpan - pieces.length) / 2);
    return pieces[index - start] ?? '';
  });
}
