// Finds the headings of the six parts by their words; the numeral alone proves nothing, since 一、 also opens rows of table three
// and paragraphs.

import type { SectionId, SectionSpec } from '../../forms/form.ts';
import { SECTIONS } from '../../forms/sections.ts';
import { fold } from '../../text/fold.ts';
import { hanOf, hasHan, isHan, likeness, mayBeAlike } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import type { Recollection } from '../memory.ts';
import type { Surface } from './surface.ts';
import { isLongLine, LONG_LINE, squeeze, trimSpan } from './surface.ts';

export interface Heading {
  readonly section: SectionId;
  readonly span: Span;
  readonly numeral: string | null;
  readonly titleSpan: Span;
  /** How sure: the printed title, a known variant, or only its key words. */
  readonly grade: 'printed' | 'alias' | 'keywords';
  /** Numbered like a sub-heading, or text runs on behind it: counts only where the part has no other heading. */
  readonly weak: boolean;
}

/** `一、`, `1.`, `第一部分`, `三是`, `一 、`; what stands in brackets numbers sub-headings and rows, never parts. */
const NUMERAL = /^(?:第? ?([一二三四五六七八九十]{1,2}|[0-9]{1,2}|[IVX]{1,3})(?:部分|章)? ?(?:[、.,:是]|(?= )) ?)/u;
const BRACKETED = /^\(\s*([一二三四五六七八九十0-9]{1,2})\s*\)\s*[、.]?\s*/u;
/** Markdown marks and what else is drawn before a heading. */
const DECORATION = /^(?:(?:#{1,6}|[*_>+-]{1,3}|[●■◆▶★※○•▪□◇\uf000-\uf0ff\ufffc])\s*){1,3}/u;

/** A title is words: what holds quotes, Latin letters or ends in a comma is a list, or source code. */
const TITLE_TEXT = /^[\u4e00-\u9fff\s、,0-9]*[\u4e00-\u9fff]\s*$/u;
/** A heading is a short line; longer ones are sentences. */
const MAX_HEADING_HAN = 34;
/** Shorter titles (总体情况) are words of the language too. */
const MIN_UNNUMBERED = 8;
/** One or two characters wrong, lost or doubled, and one in the shortest title; the titles of other parts are far less alike. */
const MIN_LIKENESS = 0.8;
/** Inside a line, titles at least this long need nothing before them. */
const MIN_INLINE = 4;

interface Title {
  readonly spec: SectionSpec;
  readonly key: string;
  readonly grade: 'printed' | 'alias';
}

const titles: readonly Title[] = SECTIONS.flatMap((spec) => [
  { spec, key: hanOf(spec.title), grade: 'printed' as const },
  ...spec.aliases.map((alias) => ({ spec, key: hanOf(alias), grade: 'alias' as const })),
]);

/** Every heading in order of place; a part may occur twice. */
export function findHeadings({ text, lines }: Surface, known?: Recollection<readonly Heading[]>): readonly Heading[] {
  const read = (line: Span) => headingsOf(text, line);
  const found = known === undefined ? read : (line: Span) => known.recall(text.slice(line.start, line.end), line.start, () => read(line));
  return dropWeakRepeats(lines.flatMap(found));
}

/** A line that is a heading; in a line that is long, if only by its tags, also those inside it: paragraphs may stand in one cell. */
function headingsOf(text: string, line: Span): readonly Heading[] {
  if (!hasHan(text, line)) return [];
  const isLong = line.end - line.start > LONG_LINE;
  const whole = isLongLine(text, line) ? null : isLong ? headingOf(text, line) : lineHeading(text, line);
  return whole !== null ? [whole] : isLong ? headingsInside(text, line) : [];
}

/** The whole line, or its beginning where a printed title tells more than key words of the whole do. */
function lineHeading(text: string, line: Span): Heading | null {
  const whole = headingOf(text, line);
  if (whole !== null && whole.grade !== 'keywords') return whole;
  const runIn = runInHeading(text, line);
  if (whole === null || runIn === null) return whole ?? runIn ?? runTogetherHeading(text, line);
  return isHan(text.charCodeAt(runIn.span.end)) ? whole : runIn;
}

function headingOf(text: string, line: Span): Heading | null {
  const trimmed = trimSpan(text, line);
  // Most lines of tables end in a number, most lines of text in a point.
  if (trimmed.start === trimmed.end || !mayEndTitle(text.charCodeAt(trimmed.end - 1))) return null;
  const { text: read, offsetAt } = squeeze(text, trimmed);
  const start = DECORATION.exec(read)?.[0].length ?? 0;
  const body = read.slice(start).replace(/[*_#:\s]+$/u, '');
  if (/[。;!?]/u.test(body)) return null;
  const bracketed = BRACKETED.exec(body);
  const numbering = bracketed ?? NUMERAL.exec(body);
  const titleStart = numbering?.[0].length ?? 0;
  const title = body.slice(titleStart).replace(/\([^)]*\)\s*$/u, '');
  const key = hanOf(title);
  if (key === '' || key.length > MAX_HEADING_HAN || !TITLE_TEXT.test(title.replaceAll(/\([^)]*\)/gu, ''))) return null;
  const match = matchTitle(key, { numeral: numbering?.[1] ?? null, sentenceLike: /[,0-9]/u.test(title) });
  // Bracketed numerals number sub-headings and rows; a part only where its title stands as printed.
  if (match === null || (bracketed !== null && match.grade !== 'printed')) return null;
  const end = offsetAt(start + body.length - 1) + 1;
  return {
    section: match.spec.id,
    span: { start: offsetAt(start), end },
    numeral: numbering?.[1] ?? null,
    titleSpan: trimSpan(text, { start: offsetAt(start + titleStart), end }),
    grade: match.grade,
    weak: bracketed !== null,
  };
}

/** `六、其他需要报告的事项：无。`: numeral and title open a line, and the part's text runs on behind them. */
function runInHeading(text: string, line: Span): Heading | null {
  const trimmed = trimSpan(text, line);
  const { text: read, offsetAt } = squeeze(text, trimmed);
  const start = DECORATION.exec(read)?.[0].length ?? 0;
  if (!/[一二三四五六第1-6]/u.test(read.charAt(start))) return null;
  const numbering = NUMERAL.exec(read.slice(start));
  if (numbering === null) return null;
  const titleStart = start + numbering[0].length;
  const title = longestTitleAt(read, titleStart, read.length) ?? slipAt(read, titleStart, numbering[1]);
  if (title === null || !isNumeralOf(title.spec, numbering[1])) return null;
  // A short title (总体情况) is the beginning of a sentence too, unless something parts it from what follows.
  if (title.length < MIN_UNNUMBERED && isHan(read.charCodeAt(title.end))) return null;
  const end = offsetAt(title.end - 1) + 1;
  return {
    section: title.spec.id,
    span: { start: offsetAt(start), end },
    numeral: numbering[1] ?? null,
    titleSpan: { start: offsetAt(titleStart), end },
    grade: title.grade,
    weak: true,
  };
}

/** `四、政府信息公开行政复议、行政讼诉情况：无`: up to where the text begins, a title with a slip. */
function slipAt(read: string, start: number, numeral: string | undefined): InlineTitle | null {
  const words = /^[\u4e00-\u9fff、 ]+(?=[:,。])/u.exec(read.slice(start, start + 2 * MAX_HEADING_HAN))?.[0] ?? '';
  const key = hanOf(words);
  const spec = SECTIONS.find((each) => isNumeralOf(each, numeral) && each.title.length >= MIN_UNNUMBERED && isSlipOf(key, hanOf(each.title)));
  return spec === undefined ? null : { spec, grade: 'keywords', end: start + words.trimEnd().length, length: key.length };
}

/** The same in the middle of a line: up to a blank or a bracket, or as long as the title is. */
function slipInside(text: string, { start, end }: Span, numeral: string | undefined): InlineTitle | null {
  const words = /^[\u4e00-\u9fff、]+/u.exec(text.slice(start, Math.min(end, start + 2 * MAX_HEADING_HAN)))?.[0] ?? '';
  if (words.length < MIN_UNNUMBERED) return null;
  const spec = SECTIONS.find((each) => numeral === each.numeral && each.title.length >= MIN_UNNUMBERED);
  if (spec === undefined) return null;
  const written = words.length > spec.title.length + 1 ? words.slice(0, spec.title.length) : words;
  const key = hanOf(written);
  return isSlipOf(key, hanOf(spec.title)) ? { spec, grade: 'keywords', end: start + written.length, length: key.length } : null;
}

/** 四, or 4 for it. */
function isNumeralOf(spec: SectionSpec, numeral: string | null | undefined): boolean {
  return numeral === spec.numeral || numeral === String(SECTIONS.indexOf(spec) + 1);
}

/** A numeral that follows a blank, a digit or a full stop: how a heading begins that ran together with a row or a paragraph. */
const GLUED = /(?<=[\s0-9。])[一二三四五六] ?[、.] ?/gu;

/** `四、结转下年度继续办理 2 0 0 0 0 0 2 四、政府信息公开行政复议、行政诉讼情况`: the line break was lost. */
function runTogetherHeading(text: string, line: Span): Heading | null {
  const slice = text.slice(line.start, line.end);
  for (const mark of slice.search(GLUED) < 0 ? [] : slice.matchAll(GLUED)) {
    const start = line.start + mark.index;
    const titleStart = start + mark[0].length;
    const title = longestTitleAt(text, titleStart, line.end);
    if (title === null || title.spec.numeral !== mark[0].charAt(0) || title.length < MIN_UNNUMBERED) continue;
    return {
      section: title.spec.id,
      span: { start, end: title.end },
      numeral: title.spec.numeral,
      titleSpan: { start: titleStart, end: title.end },
      grade: title.grade,
      weak: true,
    };
  }
  return null;
}

/** A Han character, or what may stand behind the last: a bracket, a colon, marks of Markdown. */
function mayEndTitle(unit: number): boolean {
  return isHan(unit) || ')*_#:'.includes(String.fromCharCode(unit));
}

function matchTitle(
  key: string,
  { numeral, sentenceLike }: { readonly numeral: string | null; readonly sentenceLike: boolean },
): { readonly spec: SectionSpec; readonly grade: Heading['grade'] } | null {
  for (const title of titles) {
    if (title.key !== key) continue;
    // 主动公开情况 and 基本情况 without a numeral head paragraphs as often as parts.
    if (title.grade === 'alias' && numeral === null && key.length < MIN_UNNUMBERED) continue;
    return { spec: title.spec, grade: title.grade };
  }
  if (sentenceLike) return null;
  if (numeral !== null) {
    for (const spec of SECTIONS) {
      for (const words of spec.keywords) {
        if (words.every((word) => key.includes(word))) return { spec, grade: 'keywords' };
      }
    }
  }
  // 二、主动公开政信息情况: a slip, where the numeral is the part's own, or there is none and the title long enough to be no other words.
  const mayBe = (spec: SectionSpec) => (numeral === null ? spec.title.length >= MIN_UNNUMBERED : isNumeralOf(spec, numeral));
  const meant = SECTIONS.find((spec) => mayBe(spec) && isSlipOf(key, hanOf(spec.title)));
  return meant === undefined ? null : { spec: meant, grade: 'keywords' };
}

function isSlipOf(key: string, title: string): boolean {
  const least = Math.min(MIN_LIKENESS, 1 - 1 / title.length);
  return mayBeAlike(key, title, least) && likeness(key, title) >= least;
}

/** `二、主动公开政府信息情况第二十条…`: numeral and a title as printed or varied, in the middle of a long line. */
function headingsInside(text: string, line: Span): readonly Heading[] {
  const found: Heading[] = [];
  const slice = text.slice(line.start, line.end);
  for (const mark of slice.matchAll(/([一二三四五六])\s{0,3}[、.]\s{0,3}(?=\S)/gu)) {
    const start = line.start + mark.index;
    const titleStart = start + mark[0].length;
    const title = longestTitleAt(text, titleStart, line.end) ?? slipInside(text, { start: titleStart, end: line.end }, mark[1]);
    // Two characters (概述) head a part only where a sentence ended before them.
    const opens = mark.index === 0 || /[。;:)\s]/u.test(slice.charAt(mark.index - 1));
    if (title === null || title.spec.numeral !== mark[1] || (title.length < MIN_INLINE && !opens)) continue;
    found.push({
      section: title.spec.id,
      span: { start, end: title.end },
      numeral: mark[1],
      titleSpan: { start: titleStart, end: title.end },
      grade: title.grade,
      weak: false,
    });
  }
  return found.length > 0 ? found : unnumberedInside(text, line);
}

/** Titles as printed that lost their numerals: between blanks, or where no list and no sentence goes on. */
function unnumberedInside(text: string, line: Span): readonly Heading[] {
  const found: Heading[] = [];
  const slice = text.slice(line.start, line.end);
  for (const spec of SECTIONS) {
    const title = fold(spec.title);
    for (let at = slice.indexOf(title); at >= 0; at = slice.indexOf(title, at + 1)) {
      const start = line.start + at;
      const span = { start, end: start + title.length };
      const before = start > line.start ? text.charAt(start - 1) : ' ';
      const after = span.end < line.end ? text.charAt(span.end) : ' ';
      const short = spec.title.length < MIN_UNNUMBERED && !(/\s/u.test(before) && /\s/u.test(after));
      if (short || isHan(before.charCodeAt(0)) || /[、,(<"]/u.test(before) || /[、,。;)>"]/u.test(after)) continue;
      found.push({ section: spec.id, span, numeral: null, titleSpan: span, grade: 'printed', weak: false });
      break;
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

interface InlineTitle {
  readonly spec: SectionSpec;
  readonly grade: Heading['grade'];
  readonly end: number;
  /** In Han characters. */
  readonly length: number;
}

/** The longest title of a part that begins at `start`, whatever stands between its Han characters but digits and points. */
function longestTitleAt(text: string, start: number, limit: number): InlineTitle | null {
  let key = '';
  let best: InlineTitle | null = null;
  for (let offset = start; offset < limit && key.length < MAX_HEADING_HAN; offset++) {
    if (!isHan(text.charCodeAt(offset))) {
      if (/[0-9。;]/u.test(text.charAt(offset))) break;
      continue;
    }
    key += hanOf(text.charAt(offset));
    for (const title of titles) {
      if (title.key === key) best = { spec: title.spec, grade: title.grade, end: offset + 1, length: key.length };
    }
  }
  return best;
}

/** A heading told by key words only counts where the part has no better one; likewise variants beside printed titles. */
function dropWeakRepeats(headings: readonly Heading[]): readonly Heading[] {
  const best = new Map<SectionId, number>();
  for (const heading of headings) best.set(heading.section, Math.max(best.get(heading.section) ?? 0, rankOf(heading)));
  const seen = new Set<SectionId>();
  let before: Heading | null = null;
  return headings.filter((heading) => {
    if (rankOf(heading) !== best.get(heading.section)) return false;
    // Behind the numbered heading of the same part, its words are the title of the table.
    const isCaption = before?.section === heading.section && before.numeral !== null && heading.numeral === null;
    before = heading;
    if (isCaption) return false;
    // Two weak candidates for one part: the first is a guess, more of them are noise.
    const again = seen.has(heading.section);
    seen.add(heading.section);
    return !again || rankOf(heading) === RANK.printed;
  });
}

const RANK = { printed: 2, alias: 1, keywords: 0 };

function rankOf(heading: Heading): number {
  return heading.weak ? RANK.keywords : RANK[heading.grade];
}
