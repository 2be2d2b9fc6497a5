// Every row and column of every form is known in sentences by the words it is printed with; exceptions stand here with their
// reason.

import { describe, expect, it } from 'vitest';
import { cellKey, splitKey, type CellKey, type ColumnSpec, type Form, type RowSpec, type TableSpec } from '../../../server/src/forms/form.ts';
import { FORMS } from '../../../server/src/forms/index.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { report } from '../../features/texts.ts';

/** Cells of which no sentence speaks, or whose words could mean anything; by the whole key or by the column alone. */
const WORDLESS: Readonly<Record<string, string>> = {
  previous: 'a number of the year before, and the table before it holds it only as this one says',
  change: 'a difference of numbers that no sentence gives',
  'applications/other-misc/total': '其他3件 may be anything but what was just named',
};

/** How clerks put it where they do not use the printed words. */
const SAID: Readonly<Partial<Record<CellKey, string>>> = {
  'applications/total/total': '办结政府信息公开申请3件。',
  'applications/carried-out/total': '收到政府信息公开申请9件，结转下年度继续办理3件。',
  // Only behind other applicants.
  'applications/new/other': '收到政府信息公开申请9件，其中法律服务机构5件、其他3件。',
  'procurement/procurement/items': '政府集中采购项目数量3个。',
};

/** Tables three and four have a word for each row and one for each column, table two has sentences on each cell. */
const isSaid = (table: TableSpec, row: RowSpec, column: ColumnSpec) => table.section === 'proactive' || column.id === 'total' || row === table.rows[0];

function sentenceOn(table: TableSpec, row: RowSpec, column: ColumnSpec): string {
  if (table.section === 'proactive') return `${plain(row)}${plain(column)}3${column.type === 'money' ? '万元' : '件'}。`;
  if (column.id === 'total') return `${table.id === 'disputes' ? row.groups.join('') : ''}${plain(row)}3件。`;
  return `${table.id === 'disputes' ? plain(row) : '收到政府信息公开申请'}9件，其中${plain(column)}3件。`;
}

/** Without 本年, and without what stands in brackets or behind a colon. */
function plain({ label }: RowSpec | ColumnSpec): string {
  return label.replace(/[（：].*$/u, '').replace(/^本年/u, '');
}

function sentencesOf(form: Form): readonly (readonly [CellKey, string])[] {
  return form.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      table.columns
        .filter((column) => isSaid(table, row, column))
        .map((column) => {
          const key = cellKey(table.id, row.id, column.id);
          return [key, SAID[key] ?? sentenceOn(table, row, column)] as const;
        }),
    ),
  );
}

/** The cells that the 3 of a sentence in part one may mean. */
function cellsMeant({ id }: Form, sentence: string): readonly CellKey[] {
  const { claims } = parseReport(report(id).replace('二、主动公开', `${sentence}\n二、主动公开`));
  return claims.filter(({ value }) => value === 3).flatMap(({ readings }) => readings.flatMap(({ sum }) => sum));
}

describe.each(Object.values(FORMS))('the form of $id', (form) => {
  const isWordless = (key: CellKey) => key in WORDLESS || splitKey(key).column in WORDLESS;

  // Where this fails: a line in forms/sentence-words.ts with the row's id (table two: parse/prose/words/lexicon.ts), and RELEVANT of parse/prose/read-claims.ts.
  it.each(sentencesOf(form).filter(([key]) => !isWordless(key)))('%s: %s', (key, sentence) => {
    expect(cellsMeant(form, sentence)).toContain(key);
  });

  it('has the rest for wordless in earnest', () => {
    const meant = sentencesOf(form).filter(([key, sentence]) => isWordless(key) && cellsMeant(form, sentence).includes(key));
    expect(meant).toEqual([]);
  });
});
