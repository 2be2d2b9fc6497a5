// Compares the column headers of table two with the form's, where a header row stands on one line.

import type { ColumnSpec, TableId, TableSpec } from '../../../forms/form.ts';
import { hanOf, hanOfName, likeness } from '../../../text/han.ts';
import type { Span } from '../../../text/span.ts';
import type { Item } from '../lines/items.ts';
import type { ColumnHeader, LabelMatch, TableProblem } from '../../model.ts';
import { namesOfColumn } from '../rows/form-rows.ts';
import type { Surface } from '../../document/surface.ts';
import { MAX_HEADER_PROBLEMS } from '../../limits.ts';

export interface HeadersReading {
  readonly headers: readonly ColumnHeader[];
  readonly problems: readonly { readonly table: TableId; readonly problem: TableProblem }[];
}

const CORNER = '信息内容';
/** A header this like the printed one is that one, mistyped. */
const MIN_LIKENESS = 0.8;
/** How the heading of each block begins. */
const BLOCK = '第二十条';
/** A broken heading goes on within so many items: the other fields of its line come first. */
const MAX_BETWEEN = 8;
/** The corner and what parts it from the first header, if anything does: the blank between them may be lost. */
const CORNER_IN_WORD = /^信息内容[:,、;]*/u;

/** `moved`: blocks whose columns stand in another order, as is told of them; there each header is known by its words. */
export function readHeaders(surface: Surface, items: readonly Item[], specs: readonly TableSpec[], moved: ReadonlySet<TableId>): HeadersReading {
  const headers: ColumnHeader[] = [];
  const problems: HeadersReading['problems'][number][] = [];
  let block: TableSpec | undefined = specs[0];
  // Whose headers were read last: a second row of them stands over a block whose heading is lost, if they are its own.
  let headed: TableSpec | undefined;
  // One corner a line: a header row of merged cells written out repeats it.
  let cornerLine = -1;
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (item === undefined || item.kind !== 'label') continue;
    const key = hanOf(surface.text.slice(item.start, item.end));
    const opened = blockAt(surface, items, index, specs);
    if (opened !== undefined) headed = undefined;
    block = opened ?? block;
    if (!key.startsWith(CORNER) || block === undefined || item.line === cornerLine) continue;
    cornerLine = item.line;
    const names = namesBehind(surface, items, index);
    if (headed === block) block = ownerOf(surface, names, specs.slice(specs.indexOf(block))) ?? block;
    headed = block;
    if (moved.has(block.id)) {
      headers.push(...headersByWords(surface, names, block));
      continue;
    }
    if (names.length !== block.columns.length) continue;
    block.columns.forEach((column, position) => {
      const span = names[position];
      if (span === undefined || block === undefined) return;
      const text = surface.text.slice(span.start, span.end);
      const match = isWrapped(surface, items, { span, column }) ? 'printed' : matchHeader(text, column);
      if ((match === null || match === 'alias') && problems.length < MAX_HEADER_PROBLEMS) {
        problems.push({ table: block.id, problem: { kind: 'header', span, text, column: column.id } });
      }
      if (match !== null) headers.push({ table: block.id, column: column.id, span, match });
    });
  }
  return { headers, problems };
}

function headersByWords(surface: Surface, names: readonly Span[], { id, columns }: TableSpec): readonly ColumnHeader[] {
  return names.flatMap((span) => {
    const text = surface.text.slice(span.start, span.end);
    const column = columns.find((each) => matchHeader(text, each) === 'printed') ?? columns.find((each) => matchHeader(text, each) !== null);
    return column === undefined ? [] : [{ table: id, column: column.id, span, match: matchHeader(text, column) ?? 'alias' }];
  });
}

/** The first block that has exactly these headers. */
function ownerOf(surface: Surface, names: readonly Span[], specs: readonly TableSpec[]): TableSpec | undefined {
  const texts = names.map((span) => surface.text.slice(span.start, span.end));
  return specs.find(({ columns }) => columns.length === texts.length && columns.every((column, at) => matchHeader(texts[at] ?? '', column) === 'printed'));
}

/** The block whose heading begins with this item; in a narrow column it is broken into the next line. */
function blockAt(surface: Surface, items: readonly Item[], index: number, specs: readonly TableSpec[]): TableSpec | undefined {
  const item = items[index];
  if (item === undefined) return undefined;
  const key = hanOf(surface.text.slice(item.start, item.end)).replace(/^条例/u, '');
  if (!key.startsWith(BLOCK)) return undefined;
  const below = items.slice(index + 1, index + MAX_BETWEEN).find((other) => other.kind === 'label');
  const rest = below !== undefined && below.field === item.field ? hanOf(surface.text.slice(below.start, below.end)) : '';
  const begins = (text: string) => specs.find((spec) => spec.heading !== null && text.startsWith(hanOfName(spec.heading)));
  return begins(key) ?? begins(key + rest);
}

/** The other fields of the header's line, or its other words; merged cells written out count once. */
function namesBehind(surface: Surface, items: readonly Item[], index: number): readonly Span[] {
  const corner = items[index];
  if (corner === undefined) return [];
  const spans: Span[] = [];
  if (corner.fields === 0) {
    if (corner.field >= 0) return [];
    for (const word of surface.text.slice(corner.start, corner.end).matchAll(/\S+/gu)) {
      if (hanOf(word[0]) === CORNER) continue;
      const behind = CORNER_IN_WORD.exec(word[0])?.[0].length ?? 0;
      spans.push({ start: corner.start + word.index + behind, end: corner.start + word.index + word[0].length });
    }
    return spans;
  }
  for (let next = index + 1; next < items.length && items[next]?.line === corner.line; next++) {
    const item = items[next];
    if (item?.kind !== 'label' || hanOf(surface.text.slice(item.start, item.end)) === CORNER) continue;
    const last = spans.at(-1);
    const repeats = last !== undefined && surface.text.slice(last.start, last.end) === surface.text.slice(item.start, item.end);
    if (!repeats) spans.push({ start: item.start, end: item.end });
  }
  return spans;
}

/** A header that goes on below, in the same field of the next line. */
function isWrapped(surface: Surface, items: readonly Item[], { span, column }: { readonly span: Span; readonly column: ColumnSpec }): boolean {
  const first = items.find((item) => item.start === span.start);
  if (first === undefined || first.fields === 0) return false;
  const rest = items.find((item) => item.line === first.line + 1 && item.kind === 'label' && item.field === first.field && item.fields === first.fields);
  if (rest === undefined) return false;
  return matchHeader(surface.text.slice(first.start, first.end) + surface.text.slice(rest.start, rest.end), column) === 'printed';
}

/** A note in brackets makes no other header. */
function matchHeader(text: string, column: ColumnSpec): LabelMatch | null {
  if (hanOf(text) === hanOfName(column.label)) return 'printed';
  const key = hanOf(text.replace(/\(.*\)/u, ''));
  const known = namesOfColumn(column).indexOf(key);
  if (known >= 0) return known === 0 ? 'printed' : 'alias';
  return likeness(key, hanOfName(column.label)) > MIN_LIKENESS ? 'typo' : null;
}
