// Skeletons of the whole report, its six parts, tables and rows, derived from each form.

import { printedHeading, printedLabel, type Form, type FormId, type RowSpec, type SectionSpec, type TableSpec } from '../form.ts';
import { FORMS_NEWEST_FIRST, isInForce, tableOf, tablesOfSection } from '../index.ts';
import { hanOf } from '../../text/han.ts';
import { PART_PROSE } from '../part-prose.ts';
import { row, text, zeroed, type Skeleton, type SkeletonLine, type Stop } from './skeleton.ts';

const CELL: Stop = { stop: 'cell' };
const TOTAL: Stop = { stop: 'total' };
/** Tables whose totals are the sums of their cells. */
const SUMMED: ReadonlySet<string> = new Set(['applications', 'disputes']);
const BLANK: SkeletonLine = text();

/** Skeletons of all forms, the one in force first; what several print alike comes once. */
export function skeletons(): readonly Skeleton[] {
  made ??= once(FORMS_NEWEST_FIRST.flatMap(skeletonsOf));
  return made;
}

/** The one of that id that a form prints; undefined where it has none. */
export function skeletonOf(form: FormId, id: string): Skeleton | undefined {
  return skeletons().find((skeleton) => skeleton.id === id && skeleton.forms.includes(form));
}

/** Made when the first completion asks, so that the first findings need not wait for it. */
let made: readonly Skeleton[] | null = null;

function skeletonsOf(form: Form): readonly Skeleton[] {
  const [whole, ofTables] = [report(form), tables(form)];
  return [
    whole,
    zeroed(whole),
    ...form.sections.map((section) => part(form, section)),
    ...ofTables,
    ...ofTables.filter(({ id }) => WHOLE_TABLES.has(id)).map(zeroed),
    ...groups(form),
    ...rows(form),
  ];
}

const WHOLE_TABLES: ReadonlySet<string> = new Set(['table/proactive', 'table/applications', 'table/disputes']);

function report(form: Form): Skeleton {
  const parts = form.sections.flatMap((section) => [BLANK, ...partLines(form, section)]);
  return {
    id: 'report',
    kind: 'report',
    forms: [form.id],
    label: '政府信息公开工作年度报告',
    enumerator: '',
    names: ['政府信息公开工作年度报告', '年度报告', '年报', '全文'],
    lines: [
      text({ stop: 'organ' }, { stop: 'year' }, '年政府信息公开工作年度报告'),
      BLANK,
      text('本报告由', { stop: 'organ' }, '编制，数据统计期限自', { stop: 'year' }, '年1月1日起至', { stop: 'year' }, '年12月31日止。'),
      ...parts,
    ],
  };
}

function part(form: Form, section: SectionSpec): Skeleton {
  return {
    id: `part/${section.id}`,
    kind: 'part',
    forms: [form.id],
    label: printedHeading(section),
    enumerator: `${section.numeral}、`,
    names: namesOf(section.title, []),
    lines: partLines(form, section),
  };
}

function partLines(form: Form, section: SectionSpec): readonly SkeletonLine[] {
  const prose = PART_PROSE[section.id].filter((paragraph) => isInForce(paragraph, form));
  const tableLines = tablesOf(form).find((table) => table.section === section.id)?.lines ?? [];
  const blocks = [...prose.map(({ pieces }) => [text(...pieces)]), ...(tableLines.length === 0 ? [] : [tableLines])];
  return [text(printedHeading(section)), ...blocks.flatMap((lines) => [BLANK, ...lines])];
}

interface TableSkeleton {
  readonly id: string;
  readonly section: SectionSpec['id'];
  readonly label: string;
  readonly names: readonly string[];
  readonly lines: readonly SkeletonLine[];
}

function tables(form: Form): readonly Skeleton[] {
  const whole = tablesOf(form);
  const blocks = tablesOfSection(form, 'proactive').map((table) => {
    const label = table.heading ?? '';
    return { id: table.id, label, names: namesOf(label, []), lines: blockLines(table, headed(table)) };
  });
  return [...whole, ...blocks].map(({ id, label, names, lines }) => ({
    id: `table/${id}`,
    kind: 'table',
    forms: [form.id],
    label,
    enumerator: '',
    names,
    lines,
  }));
}

/** The three tables as the clerk calls them. */
function tablesOf(form: Form): readonly TableSkeleton[] {
  const proactive = tablesOfSection(form, 'proactive');
  const width = Math.max(...proactive.map((table) => table.columns.length + 1));
  const applications = tableOf(form, 'applications');
  const disputes = tableOf(form, 'disputes');
  return [
    {
      id: 'proactive',
      section: 'proactive',
      label: '主动公开情况表',
      names: ['主动公开情况表', '表二'],
      lines: proactive.flatMap((table, index) => blockLines(table, { width, head: index === 0 })),
    },
    ...(applications === undefined
      ? []
      : [
          {
            id: 'applications',
            section: applications.section,
            label: '申请办理情况表',
            names: ['申请办理情况表', '表三'],
            lines: applicationLines(applications),
          },
        ]),
    ...(disputes === undefined
      ? []
      : [{ id: 'disputes', section: disputes.section, label: '复议诉讼情况表', names: ['复议诉讼情况表', '表四'], lines: disputeLines(disputes) }]),
  ];
}

function headed(table: TableSpec): { readonly width: number; readonly head: boolean } {
  return { width: table.columns.length + 1, head: true };
}

function blockLines(table: TableSpec, { width, head }: { readonly width: number; readonly head: boolean }): readonly SkeletonLine[] {
  return [
    row([table.heading ?? ''], { width, head }),
    row([table.corner, ...table.columns.map((column) => column.label)], { width, head: false }),
    ...table.rows.map((spec) => dataRow(table, spec, width)),
  ];
}

/**
 * With tabs, groups stand on lines of their own, so that every value row begins with its label; with bars they stand
 * in columns to the left, as printed, because an empty row of cells would read as a row of values.
 */
function applicationLines(table: TableSpec): readonly SkeletonLine[] {
  const { tabs, bars, besideGroups } = shapesOf(table);
  const lines: SkeletonLine[] = headerRows(table).flatMap((cells, index) => [
    // Nothing stands behind the last header of a line, as with converted tables.
    row(cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1), { ...tabs, head: index === 0 }),
    row([...besideGroups(cells.slice(0, 1)), ...cells.slice(1)], { ...bars, head: index === 0 }),
  ]);
  return [...lines, ...groupedRows(table, table.rows)];
}

/** How wide the rows of table three are, and what fills up the columns of its groups. */
function shapesOf(table: TableSpec) {
  const depth = Math.max(...table.rows.map((spec) => spec.groups.length));
  return {
    tabs: { width: table.columns.length + 1, only: 'tabs' },
    bars: { width: table.columns.length + depth + 1, only: 'bars' },
    besideGroups: (cells: readonly string[]) => [...cells, ...Array.from({ length: depth + 1 - cells.length }, () => '')],
  } as const;
}

/** Rows of table three below the groups that they stand in; those of `above` are printed already. */
function groupedRows(table: TableSpec, specs: readonly RowSpec[], above: readonly string[] = []): readonly SkeletonLine[] {
  const { tabs, bars, besideGroups } = shapesOf(table);
  const lines: SkeletonLine[] = [];
  let groups = above;
  for (const spec of specs) {
    const opened = spec.groups.map((group, level) => (groups[level] === group ? '' : group));
    const values = valuesOf(table, spec);
    lines.push(
      ...opened.filter((group) => group !== '').map((group) => row([group], { ...tabs, head: false })),
      row([printedLabel(spec), ...values], { ...tabs, head: false }),
      row([...besideGroups([...opened, printedLabel(spec)]), ...values], { ...bars, head: false }),
    );
    groups = spec.groups;
  }
  return lines;
}

/** As printed: a row for each level of headers, each over the columns it spans. */
function headerRows({ corner, columns }: TableSpec): readonly (readonly string[])[] {
  const depth = Math.max(...columns.map(({ groups = [] }) => groups.length));
  const over = columns.map(({ groups = [], label }) => [...groups, label]);
  return Array.from({ length: depth + 1 }, (_, level) => [
    level === 0 ? corner : '',
    ...over.map((names, index) => (names[level] === over[index - 1]?.[level] ? '' : (names[level] ?? ''))),
  ]);
}

/** As printed: three blocks side by side over one row of values. */
function disputeLines(table: TableSpec): readonly SkeletonLine[] {
  const results = table.columns.map((column) => column.label);
  const width = table.rows.length * results.length;
  const [review, ...litigation] = table.rows;
  const gap = results.slice(1).map(() => '');
  const heads = [review?.label ?? '', ...gap, litigation[0]?.groups[0] ?? ''];
  return [
    row([...heads, ...Array.from({ length: width - heads.length }, () => '')], { width, head: true }),
    row([...results, ...litigation.flatMap((spec) => [spec.label, ...gap])], { width, head: false }),
    row([...results.map(() => ''), ...litigation.flatMap(() => results)], { width, head: false }),
    disputeValues(table),
  ];
}

function disputeValues({ rows, columns }: TableSpec): SkeletonLine {
  const values = rows.flatMap(() => columns.map(({ id }) => (id === 'total' ? TOTAL : CELL)));
  return row(values, { width: values.length, head: false });
}

function rows(form: Form): readonly Skeleton[] {
  return form.tables.flatMap((table) => (table.id === 'disputes' ? [disputeRow(table)] : table.rows.map((spec) => rowSkeleton(table, spec))));

  function rowSkeleton(table: TableSpec, spec: RowSpec): Skeleton {
    return {
      id: `row/${table.id}/${spec.id}`,
      kind: 'row',
      forms: [form.id],
      label: printedLabel(spec),
      enumerator: spec.enumerator,
      names: namesOf(spec.label, spec.aliases),
      lines: [dataRow(table, spec, table.columns.length + 1)],
      basis: spec.basis,
    };
  }

  function disputeRow(table: TableSpec): Skeleton {
    const width = table.rows.length * table.columns.length;
    return {
      id: 'row/disputes',
      kind: 'row',
      forms: [form.id],
      label: `复议诉讼情况（${width} 个数）`,
      enumerator: '',
      names: ['复议诉讼情况'],
      lines: [disputeValues(table)],
    };
  }
}

function dataRow(table: TableSpec, spec: RowSpec, width: number): SkeletonLine {
  return row([printedLabel(spec), ...valuesOf(table, spec)], { width, head: false });
}

function valuesOf({ id, columns }: TableSpec, spec: RowSpec): readonly Stop[] {
  return columns.map((column) => (SUMMED.has(id) && (column.id === 'total' || spec.id === 'total') ? TOTAL : CELL));
}

/** 三、本年度办理结果, （三）不予公开: a head with the rows below it. */
function groups(form: Form): readonly Skeleton[] {
  const table = tableOf(form, 'applications');
  if (table === undefined) return [];
  const heads = new Set(table.rows.flatMap((spec) => spec.groups));
  return [...heads].map((head) => {
    const own = table.rows.filter((spec) => spec.groups.includes(head));
    const enumerator = /^(?:[一二三四五六七]、|（[一二三四五六七]）)/u.exec(head)?.[0] ?? '';
    return {
      id: `group/applications/${own[0]?.id ?? ''}`,
      kind: 'group',
      forms: [form.id],
      label: head,
      enumerator,
      names: namesOf(head.slice(enumerator.length), []),
      lines: groupedRows(table, own, own[0]?.groups.slice(0, own[0].groups.indexOf(head)) ?? []),
    };
  });
}

/** The Han characters of a label up to its explanation in brackets, then those of its aliases. */
function namesOf(label: string, aliases: readonly string[]): readonly string[] {
  const whole = label.startsWith('第') ? label : label.replace(/（.*$/u, '');
  const names = [whole, ...aliases].map((name) => hanOf(name.replace(/[（(].*$/u, (tail) => (name.startsWith('第') ? tail : ''))));
  return [...new Set(names)].filter((name) => name !== '');
}

/** What several forms print alike comes once, for all of them. */
function once(all: readonly Skeleton[]): readonly Skeleton[] {
  const alike = new Map<string, Skeleton>();
  for (const skeleton of all) {
    const key = `${skeleton.id} ${JSON.stringify(skeleton.lines)}`;
    alike.set(key, { ...skeleton, forms: [...(alike.get(key)?.forms ?? []), ...skeleton.forms] });
  }
  return [...alike.values()];
}
