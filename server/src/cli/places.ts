// Places in the source document, in words and in numbers: 表三 第8行第2格, 第一部分 第3段.

import type { OpenDocument, Place } from '../documents/document.ts';
import { tableName } from '../findings/describe.ts';
import type { Report } from '../parse/model.ts';
import type { Span } from '../text/span.ts';

export interface Placed {
  /** For a person. */
  readonly place?: string;
  readonly source?: Source;
}

/** Counted from 1, as one counts in Word. */
type Source = { readonly table: number; readonly row: number; readonly cell: number } | { readonly paragraph: number };

export type PlaceOf = (span: Span) => Placed;

const NOWHERE: Placed = {};

/** Plain text is its own map. */
export const IN_TEXT: PlaceOf = () => NOWHERE;

export function placesIn(report: Report, { map }: OpenDocument): PlaceOf {
  const tables = new Map<number, string>();
  for (const { id, span } of report.tables) {
    const place = span === null ? null : map.placeAt(span.start);
    if (place?.kind === 'cell' && !tables.has(place.table)) tables.set(place.table, tableName(id).slice(0, '表二'.length));
  }
  const words = (place: Place, { start }: Span) => (place.kind === 'cell' ? cellWords(place, tables) : paragraphWords(place.paragraph, start));
  const paragraphWords = (paragraph: number, at: number) => {
    const index = report.sections.findLastIndex(({ heading }) => heading.start <= at);
    const section = report.sections[index];
    const heading = section === undefined ? null : map.placeAt(section.heading.start);
    const before = heading?.kind === 'paragraph' ? heading.paragraph : 0;
    const part = section === undefined ? '开头' : `第${section.numeral ?? index + 1}部分`;
    return section !== undefined && paragraph <= before ? `${part} 标题` : `${part} 第${paragraph - before}段`;
  };
  return (span) => {
    const place = map.placeAt(span.start);
    if (place === null) return NOWHERE;
    return { place: words(place, span), source: sourceOf(place) };
  };
}

function sourceOf(place: Place): Source {
  return place.kind === 'cell' ? { table: place.table, row: place.row, cell: place.cell } : { paragraph: place.paragraph };
}

function cellWords({ table, row, cell }: Extract<Place, { readonly kind: 'cell' }>, tables: ReadonlyMap<number, string>): string {
  return `${tables.get(table) ?? `第${table}个表格`} 第${row}行第${cell}格`;
}
