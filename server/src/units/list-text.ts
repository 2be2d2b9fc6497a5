// Reads a list of units out of rows of a sheet, of comma-separated values, or of lines whose indentation is the hierarchy.

import { Turns } from '../text/turns.ts';
import { checkUnits, type Unit, type UnitListReading } from './unit-list.ts';

/** One row of a sheet; `line` is counted from 1. */
export interface ListRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Which column is which, by what stands above it. */
const HEADERS: Readonly<Record<'name' | 'aliases' | 'parent' | 'level', RegExp>> = {
  name: /^(?:机关|单位|机构|部门)(?:全称|名称)?$|^名称$|^(?:unit|name)$/iu,
  aliases: /别名|简称|曾用名|又称|^aliases?$/iu,
  parent: /上级|主管|隶属|^parent$/iu,
  level: /层级|级别|类别|^level$/iu,
};

const IN_ORDER = { name: 0, aliases: 1, parent: 2, level: 3 };

/** Names within one field. */
const BETWEEN_NAMES = /[、;；|]/u;

/** A first row of headers is known by its words; without one the columns are name, aliases, parent, level. */
export function unitsFromRows(rows: readonly ListRow[]): UnitListReading {
  const filled = rows.filter(({ fields }) => fields.some((field) => field.trim() !== ''));
  const [first] = filled;
  const named = first === undefined ? -1 : first.fields.findIndex((field) => HEADERS.name.test(field.trim()));
  const column = (header: RegExp) => first?.fields.findIndex((field) => header.test(field.trim())) ?? -1;
  const columns = named < 0 ? IN_ORDER : { name: named, aliases: column(HEADERS.aliases), parent: column(HEADERS.parent), level: column(HEADERS.level) };
  const units = filled.slice(named < 0 ? 0 : 1).map(({ line, fields }): Unit => {
    const field = (index: number) => fields[index]?.trim() ?? '';
    return {
      name: field(columns.name),
      aliases: field(columns.aliases)
        .split(BETWEEN_NAMES)
        .map((alias) => alias.trim())
        .filter((alias) => alias !== ''),
      parent: field(columns.parent) || null,
      level: field(columns.level) || null,
      line,
    };
  });
  if (units.length === 0) return { problem: { line: 1, message: '名单中没有机关，请每行写一个机关名称' } };
  return checkUnits(units);
}

/** One organ a line; what is indented further belongs to the line above. Lines that begin with # are notes; （又称…）or a tab brings aliases. */
export function unitsFromLines(text: string): UnitListReading {
  const above: { readonly indent: number; readonly name: string }[] = [];
  const units = linesOf(text).flatMap((line, index): readonly Unit[] => {
    const [, blank = '', rest = ''] = /^([ \t\u3000]*)(.*)$/u.exec(line) ?? [];
    if (rest.trim() === '' || rest.startsWith('#')) return [];
    const [name = '', ...aliases] = rest.split(/[\t|,，]/u).map((each) => each.trim());
    const indent = widthOf(blank);
    const turns = new Turns(above.length);
    while (turns.more() && (above.at(-1)?.indent ?? -1) >= indent) above.pop();
    const parent = above.at(-1)?.name ?? null;
    above.push({ indent, name });
    return [{ name, aliases: aliases.filter((alias) => alias !== ''), parent, level: null, line: index + 1 }];
  });
  if (units.length === 0) return { problem: { line: 1, message: '名单中没有机关，请每行写一个机关名称' } };
  return checkUnits(units);
}

const TAB_WIDTH = 4;

function widthOf(blank: string): number {
  return [...blank].reduce((width, character) => width + (character === '\t' ? TAB_WIDTH : character === '\u3000' ? 2 : 1), 0);
}

function linesOf(text: string): readonly string[] {
  return text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u);
}

/** Rows of values between commas, semicolons or tabs, whichever the first line has most of; quotation marks as in RFC 4180. */
export function rowsOfCsv(text: string): readonly ListRow[] | { readonly line: number; readonly message: string } {
  const body = text.replace(/^\ufeff/u, '');
  const firstLine = /^[^\r\n]*/u.exec(body)?.[0] ?? '';
  const separator = [',', '\t', ';', '，'].toSorted((one, other) => firstLine.split(other).length - firstLine.split(one).length)[0] ?? ',';
  const rows: ListRow[] = [];
  let fields: string[] = [];
  let field = '';
  let line = 1;
  let begun = 1;
  let quoted = false;
  for (let at = 0; at < body.length; at++) {
    const character = body[at] ?? '';
    const isBreak = character === '\n' || (character === '\r' && body[at + 1] !== '\n');
    if (isBreak) line++;
    if (quoted) {
      if (character !== '"') field += character;
      else if (body[at + 1] === '"') {
        field += '"';
        at++;
      } else quoted = false;
    } else if (character === '"' && field.trim() === '') {
      quoted = true;
      field = '';
    } else if (character === separator) {
      fields.push(field);
      field = '';
    } else if (isBreak) {
      rows.push({ line: begun, fields: [...fields, field] });
      fields = [];
      field = '';
      begun = line;
    } else if (character !== '\r') field += character;
  }
  if (quoted) return { line: begun, message: '双引号没有配对，请补上' };
  if (field !== '' || fields.length > 0) rows.push({ line: begun, fields: [...fields, field] });
  return rows;
}
