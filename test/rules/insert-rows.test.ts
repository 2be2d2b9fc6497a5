// Wherever a row is lost, in whatever layout: does its fix bring it back, with a place to fill in for each cell?

import { describe, expect, it } from 'vitest';
import { checkReport } from '../../server/src/check/check.ts';
import type { Edit, Fix } from '../../server/src/check/finding.ts';
import { cellKey, type RowSpec, type TableSpec } from '../../server/src/forms/form.ts';
import { parseReport } from '../../server/src/report/parse.ts';
import { applyEdits } from '../support/apply.ts';
import { composeDraft, DRAFT_FORMS, type DraftForm } from '../support/draft.ts';
import { FORM_IDS } from '../support/forms.ts';
import { pageOf } from '../support/page.ts';

/** One cell a line, bare or closed by a bar, as pages and converters give it. */
const stacked = (draft: string) => draft.replaceAll('\t', '\n').replaceAll(/\n{2,}/gu, '\n');

const LAYOUTS: Readonly<Record<string, (form: DraftForm) => string>> = {
  space: (form) => composeDraft({ form, layout: 'space' }),
  tab: (form) => composeDraft({ form, layout: 'tab' }),
  pipe: (form) => composeDraft({ form, layout: 'pipe' }),
  'one cell a line': (form) => stacked(composeDraft({ form, layout: 'tab' })),
  'radicals and CRLF': (form) => composeDraft({ form, layout: 'tab' }).replaceAll('行政', '⾏政').replaceAll('\n', '\r\n'),
};

const cases = FORM_IDS.flatMap((form) => Object.keys(LAYOUTS).map((layout) => [form, layout] as const));

describe.each(cases)('form %s, layout %s', (form, layout) => {
  const draft = LAYOUTS[layout]?.(form) ?? '';
  const report = parseReport(draft);
  const tables = DRAFT_FORMS[form].tables.filter(({ id, rows }) => id === 'applications' || (id !== 'disputes' && rows.length > 1));

  it('brings every single row back', () => {
    const unmended = tables.flatMap((table) => table.rows.flatMap((row) => mend(table, [row])));
    expect(unmended).toEqual([]);
  });

  it('writes the rows without figures as they stood, once their places are filled', () => {
    const other = tables.flatMap((table) => table.rows.flatMap((row) => rewritten(table, [row])));
    expect(other).toEqual([]);
  });

  it('brings a whole group back', () => {
    const table = tables.find(({ id }) => id === 'applications');
    if (table === undefined) throw new Error('no table three');
    const groups = ['（四）无法提供', '（五）不予处理'];
    expect(groups.flatMap((group) => mend(table, table.rows.filter((row) => row.groups.at(-1) === group)))).toEqual([]);
  });

  /** What is wrong with the fix for these lost rows; nothing is as it should be. */
  function mend(table: TableSpec, rows: readonly RowSpec[]): readonly string[] {
    const name = `${table.id}/${rows.map(({ id }) => id).join('+')}`;
    const lost = without(table, rows);
    const finding = checkReport(parseReport(lost)).findings.find(({ rule }) => rule === 'row-missing');
    const fix = finding?.fixes[0];
    if (fix === undefined) return [`${name}: ${finding === undefined ? 'no finding' : 'no fix'}`];
    const text = applyEdits(lost, fix.edits);
    const mended = parseReport(text);
    const absent = rows.flatMap((row) => table.columns.filter((column) => !mended.cells.has(cellKey(table.id, row.id, column.id))));
    return [
      ...(absent.length > 0 ? [`${name}: ${absent.length} cells absent after ${JSON.stringify(fix.edits.map(({ newText }) => newText))}`] : []),
      ...(gapsOf(fix) === rows.length * table.columns.length ? [] : [`${name}: ${gapsOf(fix)} gaps`]),
      ...(checkReport(mended).findings.some(({ rule }) => rule === 'row-missing') ? [`${name}: still missing`] : []),
      ...(mended.cells.size === report.cells.size ? [] : [`${name}: ${mended.cells.size} of ${report.cells.size} cells`]),
    ];
  }

  /** Rows with figures come back without them, and the first of a group that is named in its line without that name. */
  function rewritten(table: TableSpec, rows: readonly RowSpec[]): readonly string[] {
    const isPlain = rows.every((row) => {
      const found = report.tables.find(({ id }) => id === table.id)?.rows.find(({ id }) => id === row.id);
      const line = found === undefined ? '' : draft.slice(wholeLines(found.span.start, found.span.end).start, found.label.start);
      return table.columns.every((column) => report.cells.get(cellKey(table.id, row.id, column.id))?.text === '0') && !/[\u4e00-\u9fff]{2}/u.test(line);
    });
    if (!isPlain) return [];
    const lost = without(table, rows);
    const fix = checkReport(parseReport(lost)).findings.find(({ rule }) => rule === 'row-missing')?.fixes[0];
    const text = applyEdits(lost, (fix?.edits ?? []).map(filled));
    return text.replaceAll('⾏', '行') === draft.replaceAll('⾏', '行') ? [] : [`${table.id}/${rows.map(({ id }) => id).join('+')}: ${JSON.stringify(fix?.edits.map(({ newText }) => newText))}`];
  }

  /** The draft without the rows' own lines. */
  function without(table: TableSpec, rows: readonly RowSpec[]): string {
    const gone = rows.map((row) => {
      const found = report.tables.find(({ id }) => id === table.id)?.rows.find(({ id }) => id === row.id);
      if (found === undefined) throw new Error(`not in the draft: ${row.id}`);
      return { span: wholeLines(found.span.start, found.span.end), newText: '' };
    });
    return applyEdits(draft, gone);
  }

  function wholeLines(from: number, to: number): { readonly start: number; readonly end: number } {
    const start = draft.lastIndexOf('\n', from - 1) + 1;
    const end = draft.indexOf('\n', to);
    return { start, end: end < 0 ? draft.length : end + 1 };
  }
});

describe('no lines are put', () => {
  const whole = composeDraft({ form: '2021', layout: 'space' });

  it.each([
    ['into markup', pageOf(composeDraft({ form: '2021', layout: 'tab' })), /<tr>(?:<td><\/td>)*<td>2\.重复申请.*<\/tr>\n/u],
    ['into markup above the first row', pageOf(composeDraft({ form: '2021', layout: 'tab' })), /<tr><td>一、本年新收.*<\/tr>\n/u],
    ['below a row whose values are broken over two lines', whole.replace('1.信访举报投诉类申请 0 0 0 0', '1.信访举报投诉类申请 0 0 0\n0').replace('3.要求提供公开出版物 0 0 0 0', '3.要求提供公开出版物 0 0 0\n0'), /2\.重复申请.*\n/u],
    ['below a row whose label is broken over two lines', whole.replace('1.信访举报投诉类申请', '1.信访举报\n投诉类申请'), /2\.重复申请.*\n/u],
    ['like a row that is broken over two lines', whole.replace('1.属于国家秘密', '1.属于国家\n秘密'), /2\.重复申请.*\n/u],
    ['above a row whose label goes on behind its values', whole.replace('二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1', '二、上年结转政府信息 1 0 0 0 0 0 1\n公开申请数量'), /一、本年新收.*\n/u],
  ])('%s', (_, text, row) => {
    expect(text).toMatch(row);
    const findings = checkReport(parseReport(text.replace(row, ''))).findings.filter(({ rule }) => rule === 'row-missing');
    expect(findings.map(({ fixes }) => fixes)).toEqual([[]]);
  });
});

it.each(['（四）无法提供', '（五）不予处理'])('the group %s comes back with its own line', (group) => {
  const draft = composeDraft({ form: '2021', layout: 'space', cells: new Map(['natural', 'business', 'total'].map((column) => [cellKey('applications', 'not-held', column), '0'])) });
  const [start, end] = [draft.indexOf(`${group}\n`), draft.indexOf(group === '（四）无法提供' ? '（五）不予处理\n' : '（六）其他处理\n')] as const;
  const lost = draft.slice(0, start) + draft.slice(end);
  const fix = checkReport(parseReport(lost)).findings.find(({ rule }) => rule === 'row-missing')?.fixes[0];
  expect(applyEdits(lost, fix?.edits ?? [])).toBe(draft);
});

/** With a zero in each place. */
function filled({ span, newText, gaps = [] }: Edit): Edit {
  return { span, newText: gaps.toReversed().reduce((text, { start, end }) => `${text.slice(0, start)}0${text.slice(end)}`, newText) };
}

function gapsOf({ edits }: Fix): number {
  return edits.reduce((count, { gaps = [] }) => count + gaps.length, 0);
}
