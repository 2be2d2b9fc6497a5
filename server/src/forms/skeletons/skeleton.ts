// Skeleton: a piece of a report with places to fill in, rendered as plain text or as a snippet.

import { BASIS } from '../basis.ts';
import type { BasisId, FormId } from '../form.ts';
import { FORMS, FORMS_NEWEST_FIRST } from '../index.ts';

/** How the cells of a table row are told apart: tabs go over into Word and Excel, bars are Markdown's. */
export type Layout = 'tabs' | 'bars';

/** A place to fill in. Places with one name are filled together. */
export interface Stop {
  /** A `total` is computed: it is left blank, and Tab passes it by. */
  readonly stop: 'organ' | 'year' | 'text' | 'cell' | 'total';
  /** What may stand there, where the form leaves a choice. */
  readonly choices?: readonly string[];
}

export type Piece = string | Stop;

export type SkeletonLine =
  | { readonly kind: 'text'; readonly pieces: readonly Piece[] }
  | {
      readonly kind: 'row';
      readonly cells: readonly Piece[];
      /** Markdown wants every row as wide as the first; shorter ones are filled up. */
      readonly width: number;
      /** Markdown draws its line below this row. */
      readonly head: boolean;
      /** Where the two layouts need different rows: the layout this one is for. */
      readonly only?: Layout;
    };

export interface Skeleton {
  /** Unique, stable, English. */
  readonly id: string;
  readonly kind: 'report' | 'part' | 'table' | 'group' | 'row';
  /** The forms that print it so, the newest first. */
  readonly forms: readonly FormId[];
  /** As printed, enumerator included. */
  readonly label: string;
  /** What stands before the name in `label` and may already be typed: `一、`, `（一）`, `1.`, or empty. */
  readonly enumerator: string;
  /** Han texts by which it is found, the chief one first. */
  readonly names: readonly string[];
  readonly lines: readonly SkeletonLine[];
  /** What a row counts, and the articles it rests on. */
  readonly basis?: readonly BasisId[];
}

export function text(...pieces: readonly Piece[]): SkeletonLine {
  return { kind: 'text', pieces };
}

export function row(cells: readonly Piece[], shape: { readonly width: number; readonly head: boolean; readonly only?: Layout }): SkeletonLine {
  return { kind: 'row', cells, ...shape };
}

/** With 0 in every cell, the commonest case of a township: the few that differ are typed over. */
export function zeroed(skeleton: Skeleton): Skeleton {
  const zero = (piece: Piece) => (typeof piece !== 'string' && (piece.stop === 'cell' || piece.stop === 'total') ? '0' : piece);
  return {
    ...skeleton,
    id: `${skeleton.id}/zero`,
    label: `${skeleton.label}（全部为0）`,
    names: skeleton.names.map((name) => `${name}全零`),
    lines: skeleton.lines.map((line) => (line.kind === 'row' ? { ...line, cells: line.cells.map(zero) } : line)),
  };
}

/** Whatever has lines can be written out. */
type Lines = Pick<Skeleton, 'lines'>;

export interface RenderOptions {
  readonly layout: Layout;
  readonly lineBreak: string;
  /** How the year is written, at its first place and at later ones. */
  readonly year: { readonly first: (stop: number) => string; readonly again: (stop: number) => string };
}

/** Plain text: places stay empty, the year is written out. */
export function renderPlain(skeleton: Lines, { layout, lineBreak }: Pick<RenderOptions, 'layout' | 'lineBreak'>, year: number): string {
  return linesIn(skeleton, layout)
    .map((pieces) => pieces.map((piece) => (typeof piece === 'string' ? piece : piece.stop === 'year' ? String(year) : '')).join(''))
    .join(lineBreak);
}

/** Snippet syntax: places are tab stops in reading order. */
export function renderSnippet(skeleton: Lines, { layout, lineBreak, year }: RenderOptions): string {
  const named = new Map<Stop['stop'], number>();
  let last = 0;
  function write(piece: Piece): string {
    if (typeof piece === 'string') return piece.replaceAll(/[\\$}]/gu, (character) => `\\${character}`);
    if (piece.stop === 'total') return '';
    const known = named.get(piece.stop);
    if (known !== undefined) return piece.stop === 'year' ? year.again(known) : `\${${known}}`;
    last++;
    if (piece.stop === 'year' || piece.stop === 'organ') named.set(piece.stop, last);
    if (piece.choices !== undefined) return `\${${last}|${piece.choices.join(',')}|}`;
    return piece.stop === 'year' ? year.first(last) : `\${${last}}`;
  }
  return linesIn(skeleton, layout)
    .map((pieces) => pieces.map(write).join(''))
    .join(lineBreak);
}

/** Everything in one row, for those who write the places their own way. */
export function piecesOf(skeleton: Lines, { layout, lineBreak }: Pick<RenderOptions, 'layout' | 'lineBreak'>): readonly Piece[] {
  return linesIn(skeleton, layout).flatMap((pieces, index) => (index === 0 ? pieces : [lineBreak, ...pieces]));
}

function linesIn(skeleton: Lines, layout: Layout): readonly (readonly Piece[])[] {
  return skeleton.lines.flatMap((line) => {
    if (line.kind === 'text') return [line.pieces];
    if (line.only !== undefined && line.only !== layout) return [];
    if (layout === 'tabs') return [line.cells.flatMap((cell, index) => (index === 0 ? [cell] : ['\t', cell]))];
    const padded = [...line.cells, ...Array.from({ length: line.width - line.cells.length }, () => '')];
    const row = ['|', ...padded.flatMap((cell) => [' ', cell, ' |'])];
    return line.head ? [row, [`|${' --- |'.repeat(padded.length)}`]] : [row];
  });
}

/** What a list of skeletons says beside the name. */
export function describe(skeleton: Skeleton): string {
  const kinds = { report: '全文', part: '部分', table: '表格', group: '表格的一组', row: '表格的一行' };
  return kinds[skeleton.kind] + formNote(skeleton);
}

/** What a row counts and on which article, in Chinese; empty for whatever is no row. */
export function explain({ basis = [] }: Pick<Skeleton, 'basis'>): string {
  return basis
    .flatMap((id) => {
      const known = BASIS[id];
      if (known === undefined) return [];
      return [`${known.counts}。${known.articles.length > 0 ? `依据：${known.articles.join('、')}。` : ''}`];
    })
    .join('\n');
}

/** Names the forms where not all of them print it so. */
export function formNote({ forms }: Skeleton): string {
  return forms.length === FORMS_NEWEST_FIRST.length ? '' : `（${forms.join('、')}年格式）`;
}

/** The year a skeleton is for where nothing else tells: `year`, or the nearest in which its forms were in force. */
export function yearFor({ forms }: Skeleton, year: number): number {
  const terms = forms.map((form) => FORMS[form].years);
  const last = terms[0]?.[1] ?? year;
  return Math.max(terms.at(-1)?.[0] ?? year, Math.min(year, last));
}
