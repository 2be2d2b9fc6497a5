// Wherever a row is lost, in whatever layout, its fix brings it back with a place to fill in for each cell.

import { describe, expect, it } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import type { Fix } from '../../server/src/findings/finding.ts';
import type { Edit } from '../../server/src/text/edits.ts';
import { cellKey, type RowSpec, type TableSpec } from '../../server/src/forms/form.ts';
import type { Report } from '../../server/src/parse/model.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
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
    expect(
      groups.flatMap((group) =>
        mend(
          table,
          table.rows.filter((row) => row.groups.at(-1) === group),
        ),
      ),
    ).toEqual([]);
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
      ...(rows.every((row) => isOpen(mended, table, row)) ? [] : [`${name}: stands as if it had been reported`]),
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
    return text.replaceAll('⾏', '行') === draft.replaceAll('⾏', '行')
      ? []
      : [`${table.id}/${rows.map(({ id }) => id).join('+')}: ${JSON.stringify(fix?.edits.map(({ newText }) => newText))}`];
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
    [
      'below a row whose values are broken over two lines',
      whole.replace('1.信访举报投诉类申请 0 0 0 0', '1.信访举报投诉类申请 0 0 0\n0').replace('3.要求提供公开出版物 0 0 0 0', '3.要求提供公开出版物 0 0 0\n0'),
      /2\.重复申请.*\n/u,
    ],
    ['below a row whose label is broken over two lines', whole.replace('1.信访举报投诉类申请', '1.信访举报\n投诉类申请'), /2\.重复申请.*\n/u],
    [
      'below a row, where others belong above one that is broken over two lines',
      whole.replace('2.没有现成信息需要另行制作', '2.没有现成\n信息需要另行制作'),
      /8\.属于.*\n（四）无法提供\n1\..*\n/u,
    ],
    ['above a row under labels that may open other rows', whole, /一、本年新收.*\n(?:.*\n)*?（三）不予公开\n(?:.*\n)*?8\..*\n/u],
    ['above a row, but like one that is broken over two lines', whole.replace('1.属于国家秘密', '1.属于国家\n秘密'), /1\.本机关不掌握.*\n/u],
    [
      'like a row whose cells stand one a line, but its label on two',
      stacked(composeDraft({ form: '2021', layout: 'tab' })).replace('1.属于国家秘密', '1.属于国家\n秘密'),
      /2\.重复申请\n(?:0\n)+/u,
    ],
    ['like a row that is broken over two lines', whole.replace('1.属于国家秘密', '1.属于国家\n秘密'), /2\.重复申请.*\n/u],
    [
      'above a row whose label goes on behind its values',
      whole.replace('二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1', '二、上年结转政府信息 1 0 0 0 0 0 1\n公开申请数量'),
      /一、本年新收.*\n/u,
    ],
  ])('%s', (_, text, row) => {
    expect(text).toMatch(row);
    const findings = checkReport(parseReport(text.replace(row, ''))).findings.filter(({ rule }) => rule === 'row-missing');
    expect(findings.map(({ fixes }) => fixes)).toEqual([[]]);
  });
});

describe('rows without figures that are lost together stand again as they stood', () => {
  const form = DRAFT_FORMS['2021'];
  const rows = form.tables.find(({ id }) => id === 'applications')?.rows ?? [];
  const columns = form.tables.find(({ id }) => id === 'applications')?.columns ?? [];
  const zeros = new Map(rows.flatMap((row) => columns.map((column) => [cellKey('applications', row.id, column.id), '0'] as const)));
  const whole = composeDraft({ form: '2021', layout: 'space', cells: zeros });
  const ofGroup = (...groups: readonly string[]) => rows.filter((row) => groups.includes(row.groups.at(-1) ?? '')).map(({ id }) => id);

  /** The rows' ids, and the labels that are lost with them. */
  const losses: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['a group with its label', ofGroup('（四）无法提供'), ['（四）无法提供']],
    ['another group with its label', ofGroup('（五）不予处理'), ['（五）不予处理']],
    ['a group whose label stands', ofGroup('（四）无法提供'), []],
    ['two groups whose labels stand', ofGroup('（四）无法提供', '（五）不予处理'), []],
    ['two groups, and one label', ofGroup('（四）无法提供', '（五）不予处理'), ['（五）不予处理']],
    [
      'three groups and what stands above them',
      ofGroup('三、本年度办理结果', '（三）不予公开', '（四）无法提供', '（五）不予处理').filter((id) => id !== 'total'),
      [],
    ],
    ['the end of a group and the start of the next', [ofGroup('（三）不予公开').at(-1) ?? '', ofGroup('（四）无法提供')[0] ?? ''], []],
    ['the rows above all groups', ['new', 'carried-in'], []],
    ['the rows above all groups, and the first of a group', ['new', 'carried-in', 'granted'], []],
    ['rows here and there', ['carried-in', 'partial', ...['（三）不予公开', '（四）无法提供', '（五）不予处理'].map((group) => ofGroup(group)[1] ?? '')], []],
    ['the last rows', ['total', 'carried-out'], []],
  ];
  const layouts: readonly (readonly [string, (text: string) => string])[] = [
    ['between spaces', (text) => text],
    ['one cell a line', (text) => text.replaceAll(/(?<=\d) (?=\d)|(?<=[^\d\n]) (?=0 0 0 0)/gu, '\n')],
    ['labels that stand again in the prose', (text) => text.replace('存在的问题', '（四）无法提供\n（五）不予处理\n存在的问题')],
    ['radicals and CRLF', (text) => text.replaceAll('无法', '⽆法').replaceAll('\n', '\r\n')],
  ];

  describe.each(layouts)('%s', (_, laidOut) => {
    it.each(losses)('%s', (_name, ids, labels) => {
      const draft = laidOut(whole);
      const table = parseReport(draft).tables.find(({ id }) => id === 'applications');
      const gone = [
        ...(table?.rows.filter(({ id }) => ids.includes(id)).map(({ span }) => span) ?? []),
        ...labels.map((label) => ({
          start: laidOut(whole).replaceAll('⽆', '无').indexOf(label),
          end: laidOut(whole).replaceAll('⽆', '无').indexOf(label) + label.length,
        })),
      ].map(({ start, end }) => ({ span: { start: draft.lastIndexOf('\n', start) + 1, end: draft.indexOf('\n', end) + 1 }, newText: '' }));
      expect(gone).toHaveLength(ids.length + labels.length);
      const lost = applyEdits(
        draft,
        gone.toSorted((one, other) => one.span.start - other.span.start),
      );
      const fixes = checkReport(parseReport(lost))
        .findings.filter(({ rule }) => rule === 'row-missing')
        .map((finding) => finding.fixes[0]);
      expect(fixes).toHaveLength(1);
      expect(fixes[0]?.edits.map(({ newText }) => newText)).not.toContain('');
      expect(applyEdits(lost, (fixes[0]?.edits ?? []).map(filled)).replaceAll('⽆', '无')).toBe(draft.replaceAll('⽆', '无'));
    });
  });
});

describe('a group comes back without its label', () => {
  const tabs = composeDraft({ form: '2021', layout: 'tab' });
  const group = (DRAFT_FORMS['2021'].tables.find(({ id }) => id === 'applications')?.rows ?? []).filter(({ groups }) => groups.at(-1) === '（四）无法提供');
  const inEachRow = (text: string) => {
    let [first, second] = ['', ''];
    return text.replaceAll(
      /^(三、本年度办理结果|)\t(（[一二三四五六七]）[^\t]*|)(?=\t)/gmu,
      (_, one: string, other: string) => `${(first = one || first)}\t${(second = other || second)}`,
    );
  };

  it.each([
    ['where it stands in each row', inEachRow(tabs)],
    ['where the groups are the first column', tabs.replaceAll(/^(?:三、本年度办理结果|)\t(?=[（\t])/gmu, '')],
    ['where it stands amid its rows', tabs.replace('（三）不予公开\t1.', '\t1.').replace('\t4.', '（三）不予公开\t4.')],
    ['where it stands amid its rows, between bars', composeDraft({ form: '2021', layout: 'pipe' }).replace('（三）不予公开 | 1.', ' | 1.')],
  ])('%s', (_, draft) => {
    const lost = group.reduce((text, { label }) => text.replace(new RegExp(`^.*${label}.*\\n`, 'mu'), ''), draft);
    const finding = checkReport(parseReport(lost)).findings.find(({ rule }) => rule === 'row-missing');
    const lines = finding?.fixes[0]?.edits.flatMap(({ newText }) => newText.split('\n').slice(1)) ?? [];
    expect(
      lines.map((line) =>
        line
          .split(/[\t|]/u)
          .findLast((field) => field.trim() !== '')
          ?.trim(),
      ),
    ).toEqual(group.map(({ enumerator, label }) => enumerator + label));
  });
});

it('the rows above all groups and the first of a group are put in at once where no label stands between', () => {
  const draft = composeDraft({ form: '2021', layout: 'pipe' });
  const lost = draft.replace(/^.*一、本年新收.*\n.*\n.*\n/mu, '');
  const fix = checkReport(parseReport(lost)).findings.find(({ rule }) => rule === 'row-missing')?.fixes[0];
  expect(fix?.edits.map(({ newText }) => newText.match(/本年新收|上年结转|予以公开/gu))).toEqual([['本年新收', '上年结转', '予以公开']]);
});

it('a cell a line keeps what is drawn around labels and numbers', () => {
  const drawn = stacked(composeDraft({ form: '2021', layout: 'tab' })).replaceAll(
    /^(\d\.)(.*)((?:\n\d+){7})$/gmu,
    (_, number: string, label: string, values: string) => `|  ${number} ${label}  |${values.replaceAll('\n', '\n| ')}`,
  );
  const lost = drawn.replace(/\|\s+2\. 重复申请.*\n(?:\| 0\n){7}/u, '');
  const fix = checkReport(parseReport(lost)).findings.find(({ rule }) => rule === 'row-missing')?.fixes[0];
  expect(fix?.edits.map((edit) => filled(edit).newText)).toEqual([`\n|  2.重复申请  |${'\n| 0'.repeat(7)}`]);
});

it('a sign that is no markup hinders nothing', () => {
  const draft = composeDraft({ form: '2021', layout: 'space' }).replace('做好解读。', '做好解读，答复时限<20天。');
  const row = /2\.重复申请.*\n/u.exec(draft)?.[0] ?? '';
  const fix = checkReport(parseReport(draft.replace(row, ''))).findings.find(({ rule }) => rule === 'row-missing')?.fixes[0];
  expect(applyEdits(draft.replace(row, ''), (fix?.edits ?? []).map(filled))).toBe(draft);
});

/** Nobody has reported the row that was put in: its cells are findings until somebody fills them. */
function isOpen(report: Report, { id, columns }: TableSpec, row: RowSpec): boolean {
  const open = new Set(
    checkReport(report)
      .findings.filter(({ rule }) => ['cell-blank', 'total-blank', 'unbalanced'].includes(rule))
      .flatMap(({ cells }) => cells),
  );
  return columns.some((column) => open.has(cellKey(id, row.id, column.id)));
}

/** With a zero in each place. */
function filled({ span, newText, gaps = [] }: Edit): Edit {
  return { span, newText: gaps.toReversed().reduce((text, { start, end }) => `${text.slice(0, start)}0${text.slice(end)}`, newText) };
}

function gapsOf({ edits }: Fix): number {
  return edits.reduce((count, { gaps = [] }) => count + gaps.length, 0);
}
