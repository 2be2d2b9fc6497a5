// The column headers in the TextMate grammar, written from the forms: those of every form, so that an older report is coloured as well.

import { readFileSync } from 'node:fs';
import { FORMS } from '../../server/src/forms/index.ts';

const COLUMN = 'support.type.column.gov-report';

interface Pattern {
  readonly name?: string;
  match?: string;
}

interface Grammar {
  readonly repository: { readonly row: { readonly patterns: readonly Pattern[] } };
}

/** The grammar's text as it has to be. */
export function grammarText(root: URL): string {
  const grammar = JSON.parse(readFileSync(new URL('syntaxes/gov-report.tmLanguage.json', root), 'utf8')) as Grammar;
  const column = grammar.repository.row.patterns.find(({ name }) => name === COLUMN);
  if (column === undefined) throw new Error('no pattern of the columns');
  column.match = `(?<![^\\s|　*])(?:${words().map(pattern).join('|')})(?![^\\s|　*])`;
  return `${JSON.stringify(grammar, null, 2)}\n`;
}

/** Longer ones first: 总计 also begins others. */
function words(): readonly string[] {
  const tables = Object.values(FORMS).flatMap((form) => form.tables);
  const all = tables.flatMap(({ columns, corner }) => [
    ...columns.flatMap(({ label, groups = [] }) => [label, ...groups]),
    ...(corner.startsWith('（') ? [] : [corner]),
  ]);
  const headings = tables.flatMap(({ rows, id }) => (id === 'disputes' ? rows.flatMap(({ label, groups }) => [label, ...groups]) : []));
  return [...new Set([...all, ...headings, '总计'])]
    .filter((word) => word !== '' && word !== '其他')
    .toSorted((one, other) => other.length - one.length || (one < other ? -1 : 1));
}

function pattern(word: string): string {
  return word.replaceAll(/[/.()+*?[\]\\^$|{}]/gu, (sign) => `\\${sign}`);
}
