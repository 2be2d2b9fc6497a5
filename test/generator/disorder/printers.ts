// Printers of a sheet, one function a layout; each takes any sheet.

import { displayWidth } from '../../../server/src/text/width.ts';
import { HEADINGS, type Draft, type Sheet } from './sheet.ts';

export interface Printer {
  readonly name: string;
  readonly sheet: (sheet: Sheet) => string;
}

function printer(name: string, line: (fields: readonly string[]) => string, gap = '\n'): Printer {
  return {
    name,
    sheet: ({ above, header, rows, below }) =>
      [
        ...above,
        ...header.map(line),
        ...rows.map(({ label, group, cells }) => (group ? label : line(label === '' ? cells : [label, ...cells]))),
        ...below,
      ].join(gap),
  };
}

export const tabs = printer('tabs', (fields) => fields.join('\t'));
export const blanks = printer('blanks', (fields) => fields.join(' ').trim());
export const pipes = printer('pipes', (fields) => `| ${fields.join(' | ')} |`);
export const cells = printer('cell-lines', (fields) => fields.filter((field) => field !== '').join('\n'));
export const html: Printer = {
  name: 'html',
  sheet: ({ above, header, rows, below }) => {
    const line = (fields: readonly string[]): string => `<tr>${fields.map((field) => `<td>${field}</td>`).join('')}</tr>`;
    const body = [...header.map(line), ...rows.map(({ label, group, cells: own }) => line(group ? [label] : label === '' ? own : [label, ...own]))];
    return [...above.map((text) => `<p>${text}</p>`), `<table>${body.join('\n')}</table>`, ...below.map((text) => `<p>${text}</p>`)].join('\n');
  },
};

/** `label......12 0 3` */
export function leaders(sign: string): Printer {
  return {
    name: `leaders ${sign.charAt(0)}`,
    sheet: ({ above, header, rows, below }) =>
      [
        ...above,
        ...header.map((names) => names.join(' ').trim()),
        ...rows.map(({ label, group, cells: own }) => (group ? label : `${label}${sign}${own.join(' ')}`)),
        ...below,
      ].join('\n'),
  };
}

/** Under a ruler of dashes, measured in characters or in display width. */
function ruler(name: string, width: (text: string) => number): Printer {
  return {
    name,
    sheet: ({ above, header, rows, below }) => {
      const grid = [...header, ...rows.filter(({ group }) => !group).map(({ label, cells: own }) => [label, ...own])];
      const widths = (grid[0] ?? []).map((_, column) => Math.max(...grid.map((fields) => width(fields[column] ?? ''))) + 2);
      const rule = `  ${widths.map((size) => '-'.repeat(size)).join(' ')}`;
      const line = (fields: readonly string[]): string =>
        `  ${widths.map((size, column) => (fields[column] ?? '') + ' '.repeat(Math.max(0, size - width(fields[column] ?? '')))).join(' ')}`.trimEnd();
      const [head = [], ...body] = grid;
      return [...above, rule, line(head), rule, ...body.map(line), rule, ...below].join('\n');
    },
  };
}

export const byCharacters = ruler('ruler-characters', (text) => text.length);
export const byWidth = ruler('ruler-width', displayWidth);

/** A grid of signs with a padding field between the cells. */
export const padded = printer('padded', (fields) => fields.join('\t\t'));

/** The whole report; `three` and `four` are printed by the chosen printer, the rest in tabs, unless `all` is. */
export function compose(
  draft: Draft,
  chosen: { readonly two?: Printer; readonly three?: Printer; readonly four?: Printer; readonly headings?: readonly string[] },
): string {
  const { two = tabs, three = tabs, four = tabs, headings = HEADINGS } = chosen;
  const [second = '', third = '', fourth = ''] = headings;
  return `${[
    draft.opening,
    `${second}\n${[draft.issued, ...draft.blocks].map((sheet) => two.sheet(sheet)).join('\n')}`,
    `${third}\n${three.sheet(draft.applications)}`,
    `${fourth}\n${four.sheet(draft.disputes)}`,
    draft.closing,
  ].join('\n\n')}\n`;
}
