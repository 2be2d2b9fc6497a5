// Columns set by a line of dashes, `--- ----- ---`, as converters draw them, in characters or in display width.

import { displayWidth } from '../../../text/width.ts';
import { visibleText, type Surface } from '../../document/surface.ts';
import type { Span } from '../../../text/span.ts';

/** So many runs of dashes set columns; fewer underline a word. */
const MIN_COLUMNS = 3;
const RULER = /^ *(?:-{2,}|={2,})(?: +(?:-{2,}|={2,}))+ *$/u;
const MAX_RULER = 2000;

interface RuledLine extends Span {
  readonly line: number;
}

type Ruled = ReadonlyMap<number, readonly Span[]>;

export const NONE_RULED: Ruled = new Map();
/** Spares regions without a ruler the look at each line. */
const RULED = /[-=]{2} +[-=]{2}/u;

/** The fields of the lines between rulers that set the same columns. */
export function ruledLines(surface: Surface, lines: readonly RuledLine[]): Ruled {
  const { text } = surface;
  const [first, last] = [lines[0]?.start ?? 0, lines.at(-1)?.end ?? 0];
  if (!RULED.test(text.slice(first, last))) return NONE_RULED;
  const ruled = new Map<number, readonly Span[]>();
  let starts: readonly number[] | null = null;
  let open: RuledLine[] = [];
  // How many of them stand above an empty line.
  let gap = -1;
  const close = () => {
    const fields = starts === null ? null : ruledFields(surface, open, starts);
    open.forEach(({ line }, index) => {
      const own = fields?.[index];
      if (own !== undefined && isRuledRow(text, open, index)) ruled.set(line, own);
    });
    open = [];
    gap = -1;
  };
  for (const line of lines) {
    const slice = visibleText(text, line);
    const ruler = slice.includes('--') || slice.includes('==') ? rulerOf(slice) : null;
    if (ruler !== null) {
      close();
      starts = ruler;
    } else if (slice.trim() !== '') open.push(line);
    else if (gap < 0 && open.length > 0) gap = open.length;
  }
  // What stands below the last ruler is no part of the table, unless that is the one below the header.
  if (ruled.size === 0 && starts !== null) {
    if (gap >= 0) open = open.slice(0, gap);
    close();
  }
  return ruled;
}

/** Figures stand on it; or a whole label does, and the next line begins another row. */
function isRuledRow(text: string, lines: readonly RuledLine[], index: number): boolean {
  const [own, next] = [lines[index], lines[index + 1]];
  const slice = own === undefined ? '' : text.slice(own.start, own.end);
  if (/ [0-9]/u.test(slice)) return true;
  return beginsRow(slice) && (next === undefined || beginsRow(text.slice(next.start, next.end)));
}

/** Where the columns of a ruler begin; null where the line is none. */
function rulerOf(line: string): readonly number[] | null {
  if (line.length > MAX_RULER || !RULER.test(line)) return null;
  const starts = [...line.matchAll(/[-=]+/gu)].map(({ index }) => index);
  return starts.length < MIN_COLUMNS ? null : starts;
}

interface Texts {
  readonly text: string;
  /** As wide as it was drawn. */
  readonly original: string;
}

/** The fields of lines under a ruler; null where its columns cut through words, however they are counted. */
function ruledFields({ text, original }: Texts, lines: readonly Span[], starts: readonly number[]): readonly (readonly Span[])[] | null {
  const hasSigns = lines.some((line) => AMBIGUOUS.test(original.slice(line.start, line.end)));
  const ways = [inCharacters, displayWidth, ...(hasSigns ? [withWideSigns] : [])].flatMap((widthOf) => {
    const fields = lines.map((line) => cut({ text, original }, line, starts, widthOf));
    const whole = fields.filter((own) => own !== null);
    return whole.length === fields.length ? [{ fields: whole, aligned: alignedIn(text, whole) }] : [];
  });
  return ways.toSorted((one, other) => other.aligned - one.aligned)[0]?.fields ?? null;
}

/** How many figures begin with their column, end with it or stand in its middle, whichever most do: counted the wrong way, they stand anywhere. */
function alignedIn(text: string, fields: readonly (readonly Span[])[]): number {
  const modes = [0, 0, 0];
  const met = (mode: number, isMet: boolean) => (modes[mode] = (modes[mode] ?? 0) + (isMet ? 1 : 0));
  for (const { start, end } of fields.flatMap((own) => own.slice(1))) {
    const slice = text.slice(start, end);
    const before = slice.length - slice.trimStart().length;
    if (before === slice.length) continue;
    // A blank parts the columns.
    const behind = slice.length - slice.trimEnd().length - (slice.endsWith(' ') ? 1 : 0);
    met(0, before === 0);
    met(1, behind === 0);
    met(2, Math.abs(before - behind) <= 1);
  }
  return Math.max(...modes);
}

type WidthOf = (character: string) => number;

/** Where the columns begin in a line; the last column of a wide character belongs to it. */
function offsetsIn(slice: string, starts: readonly number[], widthOf: WidthOf): readonly number[] {
  const offsets: number[] = [];
  let width = 0;
  let at = 0;
  for (const start of starts) {
    for (; at < slice.length && width < start; at++) width += widthOf(slice.charAt(at));
    offsets.push(at);
  }
  return offsets;
}

const inCharacters: WidthOf = () => 1;

/** Where signs of ambiguous width are drawn as wide as Han characters. */
const withWideSigns: WidthOf = (character) => (AMBIGUOUS.test(character) ? 2 : displayWidth(character));

const AMBIGUOUS = /[‘’“”…—·①-⑳]/u;

function cut({ text, original }: Texts, line: Span, starts: readonly number[], widthOf: WidthOf): readonly Span[] | null {
  const slice = text.slice(line.start, line.end);
  const offsets = offsetsIn(original.slice(line.start, line.end), starts, widthOf);
  // A column begins behind a blank, unless the line ends before it.
  const isCut = offsets.some((offset, index) => index > 0 && offset < slice.length && slice.charAt(offset - 1) !== ' ');
  if (isCut) return null;
  return offsets.map((offset, index) => ({ start: line.start + (index === 0 ? 0 : offset), end: line.start + (offsets[index + 1] ?? slice.length) }));
}

/** A label with its numeral, behind which a row of blanks may stand; the rest of a broken label has none. */
function beginsRow(slice: string): boolean {
  return /^\(?[一二三四五六七八九十0-9]{1,2}[、.)]/u.test(slice.trimStart());
}
