// Divides one row into a group of rows: its numbers stay in the last, the new ones are blank, in the layout of the rows beside
// it.

import type { RowSpec, TableSpec } from '../forms/form.ts';
import { lineBreak, lineSpan } from '../parse/line-spans.ts';
import type { Report, Table, TableRow } from '../parse/model.ts';
import { hanOf } from '../text/han.ts';
import type { Edit } from '../text/edits.ts';
import { blockOf, firstCellOf, imitate } from './imitate.ts';
import { insertion, type Pieces } from './pieces.ts';

interface Division {
  readonly report: Report;
  readonly table: Table;
  /** The table as it is to be. */
  readonly spec: TableSpec;
}

/** `parts` of one group in their order; null where that would be guesswork: markup, wrapped rows, one cell a line. */
export function divideRow({ report, table, spec }: Division, whole: TableRow, parts: readonly RowSpec[]): Edit | null {
  const block = blockOf(report, whole);
  const start = firstCellOf(report, whole)?.span.start;
  const model = groupOpener(table, spec, parts);
  const group = parts[0]?.groups.at(-1);
  if (block === null || start === undefined || model === null || group === undefined || lineSpan(report, block.start).end < block.end) return null;
  const lines = parts.map((part) => imitate(report, model.row, part));
  if (lines.some((line) => line === null)) return null;
  const [first, ...others] = lines.map((line, index) =>
    index === parts.length - 1 ? withValues(line ?? [], report.text.slice(start, block.end)) : (line ?? []),
  );
  if (first === undefined) return null;
  const opened = openedBy(report, model, group, first);
  if (opened === null) return null;
  const pieces = [opened, ...others].flatMap((line, index) => (index === 0 ? [...line] : [lineBreak(report), ...line]));
  return { ...insertion(block.start, pieces), span: block };
}

/** The first row of another group of the same depth that is there, by which can be seen how a group is opened. */
function groupOpener(table: Table, spec: TableSpec, [part]: readonly RowSpec[]): { readonly row: TableRow; readonly spec: RowSpec } | null {
  const depth = part?.groups.length ?? 0;
  const openers = spec.rows.filter(
    ({ groups }, index) => groups.length === depth && groups.at(-1) !== part?.groups.at(-1) && spec.rows[index - 1]?.groups.at(-1) !== groups.at(-1),
  );
  const found = openers.flatMap((own) => table.rows.filter(({ id }) => id === own.id).map((row) => ({ row, spec: own })));
  return found[0] ?? null;
}

/** The label of the group in its column, or on a line of its own, as it stands with the model. */
function openedBy(report: Report, model: { readonly row: TableRow; readonly spec: RowSpec }, group: string, [lead, ...rest]: Pieces): Pieces | null {
  const label = model.spec.groups.at(-1) ?? '';
  const line = lineSpan(report, model.row.label.start);
  const before = report.text.slice(line.start, model.row.label.start);
  if (hanOf(before).endsWith(hanOf(label)) && typeof lead === 'string') {
    // Fields without words stand before the label: the last but one is the group's.
    const fields = before.split(/(?<=[\t|])/u);
    const at = fields.findLastIndex((field) => hanOf(field) === hanOf(label));
    const words = fields[at]?.replace(/[\t|]$/u, '').trim() ?? '';
    if (at < 0 || words === '') return null;
    const blankBefore = fields
      .slice(0, at)
      .map((field) => field.replaceAll(/[^\t|\s]/gu, ''))
      .join('');
    const own = fields[at]?.replace(words, () => group) ?? '';
    const behind = lead.replace(/^[\t| ]*/u, '');
    return [
      blankBefore +
        own +
        fields
          .slice(at + 1)
          .join('')
          .replace(/[^\t| ].*$/u, '') +
        behind,
      ...rest,
    ];
  }
  const above = line.start === 0 ? null : lineSpan(report, line.start - 1);
  if (above === null || hanOf(report.folded.slice(above.start, above.end)) !== hanOf(label)) return null;
  const words = report.text.slice(above.start, above.end);
  return [words.replace(words.replaceAll(/^[\s|]+|[\s|]+$/gu, ''), () => group), lineBreak(report), lead ?? '', ...rest];
}

/** The label with the numbers as they stood, and what follows them on the line. */
function withValues([lead]: Pieces, values: string): Pieces {
  return typeof lead === 'string' ? [lead.endsWith('\t') || lead.endsWith('|') || /\s$/u.test(lead) ? lead + values : `${lead} ${values}`] : [values];
}
