// Reports for feature tests: a whole one of any form, every cell filled, out of the forms' own skeletons.

import type { Edit } from '../../server/src/text/edits.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { renderSnippet, type Layout, yearFor } from '../../server/src/forms/skeletons/skeleton.ts';
import { skeletonOf } from '../../server/src/forms/skeletons/skeletons.ts';
import type { FormId } from '../../server/src/forms/form.ts';
import { indexLines, spanOf } from '../../server/src/text/lines.ts';
import type { Range } from '../../server/src/text/span.ts';

const ORGAN = '临江市人民政府';

/** A consistent report: the organ in the title, every other place filled with `0`. */
export function report(form: FormId = '2021', layout: Layout = 'tabs'): string {
  const skeleton = skeletonOf(form, 'report/zero');
  if (skeleton === undefined) throw new Error(`no report of ${form}`);
  const year = String(yearFor(skeleton, 2024));
  const body = renderSnippet(skeleton, { layout, lineBreak: '\n', year: { first: () => year, again: () => year } });
  return body.replaceAll('${1}', ORGAN).replaceAll(/\$\{\d+(?:\|[^}]*)?\}/gu, '0');
}

/** A row of `report()` in table three, for tests to spoil. */
export const ZERO_ROW = '2.重复申请\t0\t0\t0\t0\t0\t0\t0';

/** `text` with its one occurrence of `from` replaced. */
export function changed(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`not exactly once: ${from}`);
  return text.replace(from, () => to);
}

interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** What a client makes of text edits, whatever the order they come in. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = indexLines(text);
  return applyEdits(
    text,
    edits.map<Edit>(({ range, newText }) => ({ span: spanOf(lines, range), newText })),
  );
}

/** A text with `‸` where the cursor is. */
export function atCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('‸');
  if (offset < 0) throw new Error('no cursor');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
