// Output format `pretty` of `parse`: what was read from a report, for a terminal.

import { rowName, tableName } from '../../findings/describe.ts';
import { rowKeyOf, splitKey, type CellKey } from '../../forms/form.ts';
import { FORMS, NEWEST_FORM } from '../../forms/index.ts';
import { visible } from '../escape.ts';
import type { ParseView } from '../views.ts';
import { painter, type Paint } from './paint.ts';
import { nothing, type Reporter } from './reporter.ts';

/** What stands for a blank cell. */
const BLANK = '·';

export function prettyParse(colour: boolean): Reporter<ParseView> {
  const paint = painter(colour);
  return { head: '', separator: '\n', item: (view) => (view.recognised ? reportLines(view, paint) : ''), failure: nothing, tail: nothing };
}

function reportLines(view: ParseView, paint: Paint): string {
  const { path, title, unit, year, form, sections } = view;
  return [
    paint('strong', visible(path)),
    `  标题  ${title === null ? '（无）' : visible(title)}`,
    `  机关  ${unit === null ? '（标题中没有）' : visible(unit)}`,
    `  年度  ${year ?? '（无）'}`,
    `  格式  ${form === null ? '（未识别）' : `${form}年`}`,
    ...sections.map(({ title: heading, range }) => `  ${paint('faint', String(range.start.line + 1).padEnd(5))} ${visible(heading)}`),
    ...cellLines(view, paint),
    '',
  ].join('\n');
}

function cellLines({ cells, form }: ParseView, paint: Paint): readonly string[] {
  const rows = new Map<string, string[]>();
  for (const [key, { value }] of Object.entries(cells)) {
    const row = rowKeyOf(key as CellKey);
    rows.set(row, [...(rows.get(row) ?? []), value === null ? BLANK : String(value)]);
  }
  let before = '';
  return [...rows].flatMap(([key, values]) => {
    const { table, row } = splitKey(key as CellKey);
    const heading = table === before ? [] : [`  ${paint('faint', tableName(table))}`];
    before = table;
    return [...heading, `    ${rowName(form === null ? NEWEST_FORM : FORMS[form], table, row)}  ${values.join(' ')}`];
  });
}
