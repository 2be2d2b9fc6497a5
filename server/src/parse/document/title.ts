// Organ and year of a report: from the title, else 统计期限, else the words that open part 一; never from a file name.

import { ZERO_WIDTH_SPACE } from '../../text/fold.ts';
import { hanOf } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import type { Heading } from './headings.ts';
import type { CalendarDate, Period, Title, Year } from '../model.ts';
import type { Surface } from './surface.ts';
import { isLongLine, squeeze, trimSpan, visibleEnd } from './surface.ts';
import { MAX_PREAMBLE, MAX_TITLE_LINES } from '../limits.ts';

export interface Identity {
  readonly title: Title | null;
  readonly unit: string | null;
  readonly period: Period | null;
  readonly year: Year | null;
}

const MAX_TITLE_LENGTH = 90;
/** Blanks may stand between its characters. */
const MAX_TITLE_SPAN = 2000;
/** A title is broken over three lines at most. */
const MAX_TITLE_PARTS = 3;

/** The year may stand, or stand again, before 年度: 政府信息公开工作2023年度报告. */
const REPORT = /政府信息公开(?:工作)?(?:的)?(?:20[0-9]{2}年度?|年度)?(?:工作)?(?:的)?(?:年度)?报告$/u;
/** The last year of a report that is believed: 20223年 is a slip of the pen, also where it could be read as a year. */
export const LAST_YEAR = 2099;
const YEAR = /(?<![0-9])(20[0-9]{2}) ?年(?:度)?/u;
const LABEL = /^(?:文\s*件\s*)?(?:标\s*题|题\s*目|名\s*称)\s*:\s*/u;
const DECORATION = /^(?:#{1,6}\s*|[*_>]+\s*)/u;
/** A place comes first in the name of an organ. */
const BEGINNING_OF_NAME = /^[\u4e00-\u9fff]{0,16}(?:[省市县区乡镇旗州盟]|街道)[\u4e00-\u9fff]{0,20}$/u;
const OFFICE = /^办公[室厅]$/u;
const REST_OF_NAME = /^[^省市县区乡镇旗州盟]{0,6}(?:局|委|会|室|府|厅|院|中心|处|队|所|站)$/u;
/** Names of organs, and what stands above a title on a page without belonging to it. */
const WHOLE_LINE = /(?:局|委|会|室|府|厅|院|中心|处|队|所|站|网|栏|公开|首页|位置|信息|平台)$/u;
/** What trails a title on web pages and in file names. */
const TRAILER = /(?:[[(（【][^\])）】]{0,12}[\])）】]|\.(?:pdf|docx?|wps|txt)|[*_#\s])+$/iu;

/** A title in its marks. */
const QUOTED = /^《([^《》]*)》$/u;

export function identify(surface: Surface, headings: readonly Heading[], end: number): Identity {
  const title = findTitle(surface, headings, end);
  const period = findPeriod(surface.text, end);
  return { title: title?.title ?? null, unit: title?.unit ?? null, period, year: yearOf(surface, headings, title, period) };
}

interface FoundTitle {
  readonly title: Title;
  readonly unit: string | null;
  readonly year: { readonly value: number; readonly span: Span } | null;
}

function findTitle(surface: Surface, headings: readonly Heading[], end: number): FoundTitle | null {
  const lines = firstLines(surface, headings, end);
  const second = headings.find((heading) => heading.section === 'proactive')?.span.start ?? end;
  for (let last = 0; last < lines.length; last++) {
    const line = lines[last];
    if (line === undefined || line.start >= second) break;
    // Nearly every line is no title: what does not end in 报告 is not looked at any further.
    if (!surface.text.slice(line.start, line.end).includes('告')) continue;
    const found = titleOn(surface, headings, lines.slice(Math.max(0, last - MAX_TITLE_PARTS + 1), last + 1));
    if (found !== null) return found;
  }
  return null;
}

/** The title that ends with these lines: over as few of them as make one, and one more where that has what it lacks. */
function titleOn(surface: Surface, headings: readonly Heading[], lines: readonly Span[]): FoundTitle | null {
  for (let from = lines.length - 1; from >= 0; from--) {
    const found = readTitle(surface, headings, lines.slice(from));
    if (found === null) continue;
    const above = lines[from - 1];
    if (above === undefined) return found;
    const isCut = found.unit !== null && isRestOfName(found.unit, surface.text.slice(above.start, above.end));
    // An organ or a year on the line above belongs to the title only where the title has none of its own.
    if (found.unit !== null && found.year !== null && !isCut) return found;
    const wider = readTitle(surface, headings, lines.slice(from - 1));
    return wider !== null && (found.unit === null || wider.year !== null) ? wider : found;
  }
  return null;
}

/** 青禾县人民政府 / 办公室2023年…, 青禾县市场监督管 / 理局2023年…: the name begins on the line above, which is no name by itself. */
function isRestOfName(unit: string, above: string): boolean {
  if (!BEGINNING_OF_NAME.test(above)) return false;
  return OFFICE.test(unit) || (REST_OF_NAME.test(unit) && !WHOLE_LINE.test(above));
}

/** The lines in which a title may stand, without surrounding blanks, empty ones left out: a page's menus come before it. */
function firstLines(surface: Surface, headings: readonly Heading[], end: number): readonly Span[] {
  const overview = headings.find((heading) => heading.section === 'overview')?.span.start ?? 0;
  const at = Math.max(
    0,
    surface.lines.findIndex((line) => line.end >= overview),
  );
  const filled = (lines: readonly Span[]) =>
    lines
      .filter((line) => line.start < end)
      .flatMap((line) => (isLongLine(surface.text, line) ? headsOf(surface.text, headings, line) : [trimSpan(surface.text, line)]))
      .filter((part) => part.end > part.start);
  const before = filled(surface.lines.slice(Math.max(0, at - MAX_TITLE_LINES * 4), at)).slice(-MAX_TITLE_LINES);
  return [...before, ...filled(surface.lines.slice(at, at + MAX_TITLE_LINES * 4))].slice(0, MAX_TITLE_LINES);
}

/** A line, and in a long line also what follows the heading of part 一: the title may stand there (seeds 001, 002). */
function headsOf(text: string, headings: readonly Heading[], line: Span): readonly Span[] {
  const inside = headings.find((heading) => heading.section === 'overview' && heading.span.start >= line.start && heading.span.end < line.end);
  const head = (span: Span) => headOf(text, trimSpan(text, span));
  if (inside === undefined) return [head(line)];
  const rest = { start: inside.span.end, end: line.end };
  return inside.span.start > line.start ? [head({ start: line.start, end: inside.span.start }), head(rest)] : [head(rest)];
}

/** Where everything stands on one line, the title is its head. */
function headOf(text: string, line: Span): Span {
  const { text: read, offsetAt } = squeeze(text, { start: line.start, end: visibleEnd(text, line, MAX_TITLE_LENGTH) });
  const head = /^[^。,;《》]{2,60}?政府信息公开(?:工作)?年度(?:工作)?报告/u.exec(read);
  return head === null ? line : { start: line.start, end: offsetAt(head[0].length - 1) + 1 };
}

function readTitle(surface: Surface, headings: readonly Heading[], lines: readonly Span[]): FoundTitle | null {
  const span = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
  if (visibleEnd(surface.text, span, MAX_TITLE_SPAN) < span.end) return null;
  if (headings.some((heading) => heading.span.start < span.end && heading.span.end > span.start)) return null;
  const text = lines
    .map((line) =>
      surface.text
        .slice(line.start, line.end)
        .replaceAll(ZERO_WIDTH_SPACE, '')
        .replace(DECORATION, '')
        .replace(/[*_]+$/u, ''),
    )
    .join(' ')
    .replaceAll(/\s+/gu, ' ')
    .replace(LABEL, '')
    .replace(TRAILER, '')
    .replace(QUOTED, '$1');
  if (text.length > MAX_TITLE_LENGTH || /[。,;?《》]/u.test(text)) return null;
  const tight = text.replaceAll(' ', '');
  if (!REPORT.test(tight) || /解读|读懂|图解|通知|格式|模板|汇编|指南/u.test(tight)) return null;
  const unit = unitOf(text);
  const year = YEAR.exec(tight);
  return { title: { span, text }, unit, year: year === null ? null : { value: Number(year[1]), span: yearSpan(surface, span) } };
}

/** What is left of a title when the year and 政府信息公开…报告 are taken away. */
function unitOf(text: string): string | null {
  const unit = text
    .replace(/\s*政\s*府\s*信\s*息\s*公\s*开(?:[工作的年度报告\s]|20[0-9]{2}\s*年)*$/u, '')
    .replace(/(?<![0-9])2\s*0\s*[0-9]\s*[0-9]\s*年\s*(?:度)?/u, ' ')
    .replaceAll(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/gu, '')
    .replaceAll(/ +/gu, ' ')
    .replace(/^[\s:]*(?:关于|本年度?)?/u, '')
    .trim();
  return hanOf(unit).length >= 2 ? unit : null;
}

function yearSpan(surface: Surface, span: Span): Span {
  const match = /20[0-9]{2}/u.exec(surface.text.slice(span.start, span.end));
  if (match === null) return span;
  return { start: span.start + match.index, end: span.start + match.index + match[0].length };
}

/** Blanks, and lines broken, between its parts. */
const PERIOD = new RegExp(
  '(?:统计|数据|报告)[^。]{0,12}(?:期限|时限|期间|时间)[^。0-9]{0,12}' +
    '(20[0-9]{2,4}) ?年? ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日?[^。0-9]{0,6}?(?:(20[0-9]{2,4}) ?年 ?)?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日'.replaceAll(
      ' ',
      '[ \\r\\n]',
    ),
  'u',
);

function findPeriod(text: string, end: number): Period | null {
  const { text: preamble, offsetAt } = squeeze(text, { start: 0, end: visibleEnd(text, { start: 0, end }, MAX_PREAMBLE) });
  const match = PERIOD.exec(preamble);
  if (match === null) return null;
  const from = dateOf(match[1], match[2], match[3]);
  const to = dateOf(match[4] ?? match[1], match[5], match[6]);
  const start = match.index + match[0].search(/20[0-9]{2}/u);
  return { span: { start: offsetAt(start), end: offsetAt(match.index + match[0].length - 1) + 1 }, from, to };
}

function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): CalendarDate {
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function yearOf(surface: Surface, headings: readonly Heading[], title: FoundTitle | null, period: Period | null): Year | null {
  if (title?.year) return { ...title.year, source: 'title' };
  const stated = period === null ? null : periodYear(surface.text, period);
  if (stated !== null) return stated;
  const overview = headings.find((heading) => heading.section === 'overview');
  if (overview === undefined) return null;
  const behind = trimSpan(surface.text, { start: overview.span.end, end: surface.text.length });
  const { text, offsetAt } = squeeze(surface.text, { start: behind.start, end: visibleEnd(surface.text, behind, MAX_OPENING) });
  const opening = YEAR.exec(text);
  if (opening === null) return null;
  const at = offsetAt(opening.index);
  return { value: Number(opening[1]), span: { start: at, end: at + 4 }, source: 'opening' };
}

/** The year it begins in, else the year it ends in. */
function periodYear(text: string, { span, from, to }: Period): Year | null {
  const value = [from.year, to.year].find((year) => year <= LAST_YEAR);
  if (value === undefined) return null;
  const written = [...text.slice(span.start, span.end).matchAll(/20[0-9]{2,}/gu)].at(value === from.year ? 0 : -1);
  const start = span.start + (written?.index ?? 0);
  return { value, span: { start, end: start + 4 }, source: 'period' };
}

/** The year that opens part 一 stands in its first words. */
const MAX_OPENING = 60;
