// Are rows or headers of both generations of the form mixed?

import type { Fix } from '../findings/finding.ts';
import { FORMS, tableOf } from '../forms/index.ts';
import { divideRow } from '../insertion/divide.ts';
import { takesLines } from '../insertion/pieces.ts';
import type { Report } from '../parse/model.ts';
import type { Span } from '../text/span.ts';
import type { Rule } from './rule.ts';

export const formMixed: Rule = {
  id: 'form-mixed',
  class: '核实',
  summary: '表格混用了2019年和2021年两种格式。',
  check({ report }) {
    const { hybrid, byRows, byHeaders } = report.form;
    if (hybrid) {
      return [
        {
          message:
            '第二部分用的是2021年格式，申请办理情况表的「（六）其他处理」却只有一行，是2019年格式的写法。2021年格式把（六）分为3行。请按2021年格式拆分。',
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
        message: `第二部分的列标题是${byHeaders}年格式，申请办理情况表的行却是${byRows}年格式。一份年报只用一种格式，${newer.years[0]}年度起用${newer.id}年格式。请统一。`,
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
  // Between spaces only a number shows that there is a cell.
  const filled = (edit.gaps ?? []).some(({ start, end }) => end > start);
  const title = `分为3行（原有的数留在“3.其他”，另两行${filled ? '先填 0，请改为实际数' : '待填'}）`;
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
