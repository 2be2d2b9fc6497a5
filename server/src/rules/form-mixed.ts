// Rule: rows or headers of both generations of the form mixed.

import type { Fix } from '../findings/finding.ts';
import { FORMS, tableOf } from '../forms/index.ts';
import { divideRow } from '../insertion/divide.ts';
import { takesLines } from '../insertion/pieces.ts';
import type { Report } from '../parse/model.ts';
import type { Span } from '../text/span.ts';
import type { Rule } from './rule.ts';

export const formMixed: Rule = {
  id: 'form-mixed',
  name: '混用两种格式',
  class: '核实',
  ofForm: true,
  // In torn tables the new rows may stand among others.
  summary: '表格混用了2019年和2021年两种格式。',
  check({ report }) {
    const { hybrid, byRows, byHeaders } = report.detectedForm;
    if (hybrid) {
      return [
        {
          key: ['（六）其他处理'],
          message: '表三的“（六）其他处理”只有一行，应分为3行。这是2019年格式的写法，表二用的是2021年格式。请按2021年格式拆分。',
          span: undividedRow(report),
          fixes: divided(report),
        },
      ];
    }
    if (byRows === null || byHeaders === null || byRows === byHeaders) return [];
    const [rows, headers] = [FORMS[byRows], FORMS[byHeaders]];
    const newer = rows.years[0] > headers.years[0] ? rows : headers;
    return [
      {
        key: [`列标题是${byHeaders}年格式`, `${byRows}年格式`],
        message: `表二的列标题是${byHeaders}年格式，表三的行却是${byRows}年格式。一份年报只用一种格式，${newer.years[0]}年度起通行${newer.id}年格式。请统一。`,
        span: proactiveHeader(report),
      },
    ];
  },
};

/** Which of its cases are which nobody but the clerk knows: they stay in the last row. */
function divided(report: Report): readonly Fix[] {
  const table = report.tables.find(({ id }) => id === 'applications');
  const whole = table?.rows.find(({ id }) => id === 'other');
  const spec = tableOf(FORMS['2021'], 'applications');
  const parts = (spec?.rows ?? []).filter(({ groups }) => groups.at(-1) === '（六）其他处理');
  if (table === undefined || whole === undefined || spec === undefined || !takesLines(report)) return [];
  const edit = divideRow({ report, table, spec }, whole, parts);
  if (edit === null) return [];
  const title = '分为3行（原有的数留在“3.其他”，另两行待填）';
  return [{ title, kind: 'text', preferred: false, edits: [edit] }];
}

function undividedRow(report: Report): Span {
  const table = report.tables.find((candidate) => candidate.id === 'applications');
  return table?.rows.find((row) => row.id === 'other')?.label ?? proactiveHeader(report);
}

function proactiveHeader(report: Report): Span {
  const header = report.tables.flatMap((table) => table.headers)[0]?.span;
  return header ?? report.sections.find((section) => section.id === 'proactive')?.heading ?? { start: 0, end: 0 };
}
