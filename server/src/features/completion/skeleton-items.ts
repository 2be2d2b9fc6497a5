// Which parts, tables and rows of the form can be put in here? What is missing comes first, in the form's order.

import type { CompletionItem } from 'vscode-languageserver';
import { describe, explain, type Skeleton } from '../../forms/skeletons/skeleton.ts';
import { skeletons, yearFor } from '../../forms/skeletons/skeletons.ts';
import { sectionOfTable } from '../../forms/index.ts';
import type { Report } from '../../parse/model.ts';
import { itemOf, type CompletionOptions } from './item.ts';
import type { Spot } from './spot.ts';
import { rankOf } from './standing.ts';
import { matchTyped, withEnumerator } from './typed.ts';

export function skeletonItems(report: Report, spot: Spot, options: CompletionOptions): CompletionItem[] {
  const { line, offset } = spot;
  return skeletons().filter((skeleton) => fits(skeleton, report)).flatMap((skeleton, index) => {
    const match = matchTyped(line, skeleton.names, 'line');
    if (match === null) return [];
    const rank = rankOf(report, spot, skeleton);
    // What is there already is offered only to those who ask for it by name.
    if (match.bare && rank === 'present') return [];
    const span = { start: withEnumerator(skeleton.enumerator, line.text.slice(0, match.start)) + line.start, end: offset };
    const { label, kind } = skeleton;
    const year = yearFor(skeleton, options.year);
    return [
      itemOf(
        report,
        { label, kind, detail: describe(skeleton), documentation: explain(skeleton), lines: linesOf(report, skeleton), span, rest: match.rest, rank, index, year },
        options,
      ),
    ];
  });
}

/** Once the form is known, the other one is out of place. */
function fits(skeleton: Skeleton, { recognised, form }: Report): boolean {
  return !recognised || form.id === null || skeleton.forms.includes(form.id);
}

/** A part whose table stands in the text lacks its heading only. */
function linesOf(report: Report, { kind, id, lines }: Skeleton): Skeleton['lines'] {
  if (kind !== 'part' || !report.recognised) return lines;
  const stray = report.tables.some((table) => table.state !== 'missing' && `part/${sectionOfTable(report.form.form, table.id) ?? ''}` === id);
  return stray ? lines.slice(0, 1) : lines;
}
