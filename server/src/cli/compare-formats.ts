// Compares the numbers of one report in two formats, since only one of them is checked.

import { basename } from 'node:path';
import { cellName } from '../findings/describe.ts';
import { valueOf, type Report } from '../parse/model.ts';
import type { CellKey } from '../forms/form.ts';
import { visible } from './escape.ts';
import { MAX_DIFFERENCES_NAMED } from './limits.ts';

/** In JSON: another file that is the same report, and where its numbers are others. Null: no number there. */
export interface FormatView {
  readonly path: string;
  readonly differences: readonly { readonly cell: string; readonly here: number | null; readonly there: number | null }[];
}

export function compareFormats(report: Report, other: Report, path: string): FormatView {
  const keys = [...new Set<CellKey>([...report.cells.keys(), ...other.cells.keys()])];
  const differences = keys.map((cell) => ({ cell, here: valueOf(report, cell), there: valueOf(other, cell) })).filter(({ here, there }) => here !== there);
  return { path, differences };
}

/** For standard error. */
export function formatWords({ path, differences }: FormatView, checked: { readonly path: string; readonly report: Report }): string {
  const name = visible(basename(checked.path));
  if (differences.length === 0) return `${visible(path)}：与 ${name} 是同一份年报，数字相同，只检查 ${name}`;
  const named = differences
    .slice(0, MAX_DIFFERENCES_NAMED)
    .map(({ cell, here, there }) => `${cellName(checked.report.detectedForm.form, cell as CellKey)}：${name} 为${here ?? '空'}，这里为${there ?? '空'}`);
  const more = differences.length > named.length ? '等' : '';
  return `${visible(path)}：请统一两份文件：与 ${name} 是同一份年报，有${differences.length}个数不同（${named.join('；')}${more}）。只检查 ${name}`;
}
