// Custom request: figures of last year's report to be stored beside this year's draft, or why it is not last year's.

import { carriedOut, keptFigures } from '../../suppressions/previous.ts';
import { changeData, type SuppressionChangeData } from '../../suppressions/write.ts';
import { cellKey } from '../../forms/form.ts';
import type { Report } from '../../parse/model.ts';
import { parseReport } from '../../parse/parse.ts';
import { fold } from '../../text/fold.ts';
import { hanOf } from '../../text/han.ts';

export type PreviousLink =
  | { readonly kind: 'no-report' }
  | { readonly kind: 'no-numbers' }
  | {
      readonly kind: 'found';
      readonly change: SuppressionChangeData;
      /** What was carried out altogether; null where only columns are known. */
      readonly total: number | null;
      readonly unit: string | null;
      readonly year: number | null;
      /** By title and year it is another organ's report, or not the year before. The person may know better. */
      readonly inDoubt: boolean;
    };

/** `path` is how the person finds the file again; the figures are kept themselves. */
export function previousLink(draft: Report, { text, path }: { readonly text: string; readonly path: string }): PreviousLink {
  const previous = parseReport(text);
  if (!previous.recognised) return { kind: 'no-report' };
  const cells = keptFigures(previous);
  if (carriedOut(previous).size === 0) return { kind: 'no-numbers' };
  const year = previous.year?.value ?? null;
  return {
    kind: 'found',
    change: changeData({ kind: 'previous', previous: { path, cells } }),
    total: cells.get(cellKey('applications', 'carried-out', 'total')) ?? null,
    unit: previous.unit,
    year,
    inDoubt: isOther(nameOf(draft), nameOf(previous)) || isOther(yearBefore(draft), year),
  };
}

/** What is not known is no reason to doubt. */
function isOther<Known>(one: Known | null, other: Known | null): boolean {
  return one !== null && other !== null && one !== other;
}

function nameOf({ unit }: Report): string | null {
  return unit === null ? null : hanOf(fold(unit));
}

function yearBefore({ year }: Report): number | null {
  return year === null ? null : year.value - 1;
}
