// What the report has of the form and what it lacks, which orders the completion items.

import { rowsPresent } from '../../findings/problems.ts';
import type { Skeleton } from '../../forms/skeletons/skeleton.ts';
import { cellKey } from '../../forms/form.ts';
import { sectionOfTable, tableOf } from '../../forms/index.ts';
import type { Report, Table } from '../../parse/model.ts';
import type { Spot } from './spot.ts';

/** The first comes first. */
export const RANKS = ['value', 'here', 'sentence', 'next', 'elsewhere', 'whole-table', 'present'] as const;
export type Rank = (typeof RANKS)[number];

/** How near a skeleton is to what is missing at this place; everything is equal in a text that is no report yet. */
export function rankOf(report: Report, spot: Spot, { id, kind }: Skeleton): Rank {
  if (!report.recognised) return 'next';
  const [, first = '', second = ''] = id.split('/');
  switch (kind) {
    case 'report':
      return report.sections.length > 0 ? 'present' : 'next';
    case 'part':
      return rankOfPart(report, spot, first);
    case 'table':
      return rankOfTable(report, spot, first);
    case 'group':
    case 'row':
      return rankOfRow(report, spot, { table: first, row: second });
    default:
      return kind satisfies never;
  }
}

/** A part is missing here if it is the one that follows, or all that lie between have been written. */
function rankOfPart({ detectedForm: form, sections }: Report, { part }: Spot, id: string): Rank {
  if (sections.some((section) => section.id === id)) return 'present';
  const order = form.form.sections.map((section) => section.id);
  const here = order.findIndex((section) => section === part);
  const next = order.find((section, index) => index > here && !sections.some((found) => found.id === section));
  return next === id ? 'next' : 'elsewhere';
}

function rankOfTable(report: Report, { part }: Spot, id: string): Rank {
  const blocks = report.tables.filter((table) => partOf(report, table) === 'proactive');
  const tables = id === 'proactive' ? blocks : report.tables.filter((table) => table.id === id);
  const missing = (table: Table) => table.state === 'missing';
  if (id === 'proactive' ? !tables.every(missing) : !tables.some(missing)) return 'present';
  const isHere = tables.some((table) => partOf(report, table) === part);
  // A block of table two is wanted only where the others stand.
  if (id !== 'proactive' && blocks.some((table) => table.id === id) && blocks.every(missing)) return 'whole-table';
  return isHere ? 'here' : 'elsewhere';
}

function rankOfRow(report: Report, spot: Spot, { table: id, row }: { readonly table: string; readonly row: string }): Rank {
  const table = report.tables.find((candidate) => candidate.id === id);
  if (table === undefined || table.state === 'missing') return 'whole-table';
  if (row === '' || rowsPresent(table).has(row)) return 'present';
  const order = tableOf(report.detectedForm.form, table.id)?.rows.map((spec) => cellKey(table.id, spec.id, '')) ?? [];
  const rank = (found: Spot['before']) => (found === null ? -1 : order.indexOf(cellKey(found.table, found.id, '')));
  const own = order.indexOf(cellKey(table.id, row, ''));
  const [before, after] = [rank(spot.before), rank(spot.after)];
  if (before >= 0 && own > before && (after < 0 || own < after)) return 'here';
  if (before < 0 && after >= 0 && own < after) return 'here';
  return partOf(report, table) === spot.part ? 'next' : 'elsewhere';
}

function partOf({ detectedForm: form }: Report, { id }: Table): string | undefined {
  return sectionOfTable(form.form, id);
}
