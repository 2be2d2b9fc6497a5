// A whole, valid report in a given form and layout: invented organ and prose; tables from the forms' data.

import type { CellKey, Form, FormId, RowSpec, TableSpec } from '../../server/src/forms/form.ts';
import { cellKey } from '../../server/src/forms/form.ts';
import { FORM_HYBRID, FORMS } from '../../server/src/forms/index.ts';
import { yearIn } from './forms.ts';

export type DraftForm = FormId | 'hybrid';

export const DRAFT_FORMS: Readonly<Record<DraftForm, Form>> = { ...FORMS, hybrid: FORM_HYBRID };
export const DRAFT_NAMES = Object.keys(DRAFT_FORMS) as readonly DraftForm[];

export type DraftLayout = 'space' | 'tab' | 'pipe';

export interface DraftOptions {
  readonly form: DraftForm;
  readonly layout: DraftLayout;
  /** Cell texts that differ from the draft's own figures. */
  readonly cells?: ReadonlyMap<CellKey, string>;
}

/** Rows of table three that are not all zero; they balance in every form. */
const APPLICATIONS: Readonly<Record<string, string>> = {
  new: '12 3 0 0 1 0 16',
  'carried-in': '1 0 0 0 0 0 1',
  granted: '8 2 0 0 1 0 11',
  partial: '2 0 0 0 0 0 2',
  'third-party': '1 0 0 0 0 0 1',
  'not-held': '1 1 0 0 0 0 2',
  total: '12 3 0 0 1 0 16',
  'carried-out': '1 0 0 0 0 0 1',
};

/** Rows of table two, `table/row`, where its columns are not those of the 2021 form. */
const FIGURES: Readonly<Partial<Record<DraftForm, Readonly<Record<string, string>>>>> = {
  '2019': {
    'issued/normative': '3 3 15',
    'licensing/licences': '20 +2 136',
    'licensing/other': '5 0 8',
    'enforcement/penalties': '30 -1 12',
    'fees/fees': '3 0',
    'procurement/procurement': '4 28.6232',
  },
};

const FIGURES_2021: Readonly<Record<string, string>> = {
  'issued/normative': '2 1 15',
  'licensing/licences': '36',
  'enforcement/penalties': '12',
  'fees/fees': '1.2500',
};

const DISPUTES: Readonly<Record<string, string>> = { review: '1 1 0 0 2', direct: '0 0 0 0 0', 'after-review': '1 0 0 0 1' };

/** Composes the draft; lines end in `\n`, one row a line, no blank lines inside a table. */
export function composeDraft(options: DraftOptions): string {
  const form: Form = DRAFT_FORMS[options.form];
  const year = yearIn(form.id, 2023);
  const part = (index: number) => `${form.sections[index]?.numeral ?? ''}、${form.sections[index]?.title ?? ''}`;
  const blocks = form.tables.filter((table) => table.section === 'proactive');
  const table = (id: string) => form.tables.filter((each) => each.id === id);
  return [
    `青禾县人民政府办公室${year}年政府信息公开工作年度报告`,
    '',
    part(0),
    ...OVERVIEW.map((line) => line.replaceAll('{year}', String(year))),
    '',
    part(1),
    ...blocks.flatMap((block) => blockLines(options, block)),
    '',
    part(2),
    ...table('applications').flatMap((each) => applicationLines(options, each)),
    '',
    part(3),
    ...table('disputes').flatMap((each) => disputeLines(options, each)),
    '',
    part(4),
    ...PROBLEMS,
    '',
    part(5),
    OTHER,
    '',
  ].join('\n');
}

/** A draft with these cells, `table/row/column`, saying something else. */
export function draftWith(cells: Readonly<Record<CellKey, string>>, { form = '2021', layout = 'tab' }: Partial<Omit<DraftOptions, 'cells'>> = {}): string {
  return composeDraft({ form, layout, cells: new Map(Object.entries(cells) as [CellKey, string][]) });
}

const OVERVIEW: readonly string[] = [
  '{year}年，我办认真执行《中华人民共和国政府信息公开条例》，稳步推进各项工作。',
  '（一）主动公开。及时发布政策文件和工作动态，做好解读。',
  '（二）依申请公开。规范登记、办理、答复各个环节。',
  '（三）政府信息管理。严格审核，定期清理。',
  '（四）平台建设。维护好门户网站公开专栏。',
  '（五）监督保障。开展培训，自觉接受监督。',
];

const PROBLEMS: readonly string[] = ['存在的问题：解读形式不够丰富，人员力量有待充实。', '改进情况：增加图解和问答，组织业务学习。'];

const OTHER = '本年度未收取政府信息公开信息处理费。';

function blockLines(options: DraftOptions, table: TableSpec): readonly string[] {
  const headers = [table.corner, ...table.columns.map((column) => column.label)];
  return [line(options, [table.heading ?? '']), line(options, headers), ...table.rows.map((row) => line(options, [row.label, ...values(options, table, row)]))];
}

function applicationLines(options: DraftOptions, table: TableSpec): readonly string[] {
  const [first = '', ...rest] = table.columns.map((column) => column.label);
  const last = rest.pop() ?? '';
  const lines =
    options.layout === 'space'
      ? [table.corner, '申请人情况', `${first} 法人或其他组织 ${last}`, rest.join(' ')]
      : [line(options, [table.corner, '', '', first, ...rest, last])];
  let above: readonly string[] = [];
  for (const row of table.rows) {
    const groups = row.groups.filter((name) => !above.includes(name));
    above = row.groups;
    if (options.layout === 'space') lines.push(...groups, line(options, [rowLabel(row), ...values(options, table, row)]));
    else lines.push(line(options, [...labelFields(row, groups), ...values(options, table, row)]));
  }
  return lines;
}

/** Three label columns, as the printed table has them. */
function labelFields(row: RowSpec, groups: readonly string[]): readonly string[] {
  if (row.groups.length === 0) return [rowLabel(row), '', ''];
  const shown = row.groups.map((name) => (groups.includes(name) ? name : ''));
  return row.groups.length === 1 ? [shown[0] ?? '', rowLabel(row), ''] : [shown[0] ?? '', shown[1] ?? '', rowLabel(row)];
}

function disputeLines(options: DraftOptions, table: TableSpec): readonly string[] {
  const results = table.columns.map((column) => column.label);
  const [review = '', ...litigation] = table.rows.map((row) => row.label);
  const figures = table.rows.flatMap((row) => values(options, table, row));
  if (options.layout === 'space') {
    return [`${review} 行政诉讼`, results.join(' '), litigation.join(' '), [...results, ...results].join(' '), figures.join(' ')];
  }
  const pad = results.slice(1).map(() => '');
  return [
    line(options, [review, ...pad, '行政诉讼', ...pad, '', ...pad]),
    line(options, [...results.map(() => ''), litigation[0] ?? '', ...pad, litigation[1] ?? '', ...pad]),
    line(options, [...results, ...results, ...results]),
    line(options, figures),
  ];
}

function values(options: DraftOptions, table: TableSpec, row: RowSpec): readonly string[] {
  const own = table.id === 'applications' ? APPLICATIONS[row.id] : table.id === 'disputes' ? DISPUTES[row.id] : undefined;
  const figures = (own ?? (FIGURES[options.form] ?? FIGURES_2021)[`${table.id}/${row.id}`] ?? '').split(' ').filter((figure) => figure !== '');
  return table.columns.map((column, index) => options.cells?.get(cellKey(table.id, row.id, column.id)) ?? figures[index] ?? '0');
}

function rowLabel(row: RowSpec): string {
  return row.enumerator + row.label;
}

function line(options: DraftOptions, fields: readonly string[]): string {
  switch (options.layout) {
    case 'space':
      return fields.join(' ');
    case 'tab':
      return fields.join('\t');
    case 'pipe':
      return `| ${fields.join(' | ')} |`;
    default:
      return options.layout satisfies never;
  }
}
