// Header words above the numbers of a table, as the form prints them, by their Han characters.

import type { TableSpec } from '../../forms/form.ts';
import { hanOfName } from '../../text/han.ts';

/** Printed over several columns; no column of their own. */
export const SPANNING: Readonly<Partial<Record<TableSpec['id'], readonly string[]>>> = {
  applications: ['申请人情况', '法人或其他组织'],
};

/** Headings, corners, columns and groups of the tables, aliases included. */
export function headerWords(specs: readonly TableSpec[]): ReadonlySet<string> {
  return new Set(
    specs
      .flatMap((spec) => [spec.heading ?? '', spec.corner, ...(SPANNING[spec.id] ?? []), ...columnNames(spec), ...namesOfRows(spec)])
      .map(hanOfName)
      .filter((word) => word !== ''),
  );
}

function columnNames(spec: TableSpec): readonly string[] {
  return spec.columns.flatMap(({ label, aliases }) => [label, ...aliases]);
}

/** Rows of table four have their names above their numbers. */
function namesOfRows(spec: TableSpec): readonly string[] {
  return spec.rows.flatMap(({ groups, label, aliases }) => [...groups, ...(spec.id === 'disputes' ? [label, ...aliases] : [])]);
}
