// Region of each table: from its heading, or the words that open it, to the next part.

import { hanOf } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import type { Heading } from './headings.ts';
import { visibleEnd, type Surface } from './surface.ts';

export interface Regions {
  readonly proactive: Span | null;
  readonly applications: Span | null;
  readonly disputes: Span | null;
}

export type TablePart = keyof Regions;

/** Words that open a table whose heading was lost, compared by their Han characters. */
const PROACTIVE_ANCHOR = /^(?:条例)?第二十条第.?项|^信息内容/u;
const APPLICATIONS_ANCHOR = /^本列数据的勾稽关系|^申请人情况|^一?本年新收政府信息公开申请/u;
const DISPUTES_ANCHOR = /^行政复议(?:行政复议)*(?:行政诉讼)*$/u;
const DISPUTES_INLINE = /行政复议[\s|]*行政诉讼[\s|]*结果\s*维持/u;
/** The first row of table three, wherever it stands in a long line. */
const FIRST_ROW = /本年(?:度)?新收政府信息公开申请/u;

/** So much of a line is compared with the words that open a table. */
const ANCHOR_REACH = 160;
/** The headers of table four follow within so much. */
const HEADERS_REACH = 600;

/** `end` bounds the first report in the text. */
export function findRegions(surface: Surface, headings: readonly Heading[], end: number): Regions {
  const heads = { applications: headingOf(headings, 'applications'), disputes: headingOf(headings, 'disputes') };
  const proactive = headingOf(headings, 'proactive')?.end ?? firstLine(surface, 0, end, PROACTIVE_ANCHOR);
  const applications =
    heads.applications?.end ?? firstLine(surface, proactive ?? 0, end, APPLICATIONS_ANCHOR) ?? firstMatch(surface, proactive ?? 0, end, FIRST_ROW);
  const disputes = heads.disputes?.end ?? disputesAnchor(surface, applications ?? proactive ?? 0, end);
  const bodyEnd = headingOf(headings, 'problems')?.start ?? headingOf(headings, 'other')?.start ?? end;
  // A table ends where the heading of the next one begins: what stands before it on its line still belongs to the table above.
  // Those that an extractor moved behind the text stand after part five; then only the next table ends them.
  const region = (start: number | null, ...next: readonly (number | null)[]): Span | null => {
    if (start === null) return null;
    const behind = [...next, bodyEnd].filter((offset): offset is number => offset !== null && offset > start);
    return { start, end: Math.min(...behind, end) };
  };
  const [beforeApplications, beforeDisputes] = [heads.applications?.start ?? applications, heads.disputes?.start ?? disputes];
  return {
    proactive: region(proactive, beforeApplications, beforeDisputes),
    applications: region(applications, beforeDisputes),
    disputes: region(disputes),
  };
}

/** Which table begins with this line? */
export function opensTable(surface: Surface, line: Span, end: number): TablePart | null {
  const key = anchorKey(surface, line);
  if (PROACTIVE_ANCHOR.test(key)) return 'proactive';
  if (APPLICATIONS_ANCHOR.test(key)) return 'applications';
  return DISPUTES_ANCHOR.test(key) && headersFollow(surface, line.start, end) ? 'disputes' : null;
}

function anchorKey(surface: Surface, line: Span): string {
  return hanOf(surface.text.slice(line.start, visibleEnd(surface.text, line, ANCHOR_REACH)));
}

function headersFollow(surface: Surface, start: number, end: number): boolean {
  const ahead = hanOf(surface.text.slice(start, visibleEnd(surface.text, { start, end }, HEADERS_REACH)));
  return ahead.includes('结果维持') || ahead.includes('结果纠正');
}

/** The first heading of a part. */
function headingOf(headings: readonly Heading[], section: Heading['section']): Span | null {
  return headings.find((heading) => heading.section === section)?.span ?? null;
}

function firstLine(surface: Surface, from: number, end: number, anchor: RegExp): number | null {
  for (const line of surface.lines) {
    if (line.start < from || line.start >= end) continue;
    if (anchor.test(anchorKey(surface, line))) return line.start;
  }
  return null;
}

function firstMatch(surface: Surface, from: number, end: number, pattern: RegExp): number | null {
  const match = pattern.exec(surface.text.slice(from, end));
  return match === null ? null : from + match.index;
}

/** 行政复议 as a line of its own, with 结果维持 soon after. */
function disputesAnchor(surface: Surface, from: number, end: number): number | null {
  for (const line of surface.lines) {
    if (line.start < from || line.start >= end) continue;
    if (DISPUTES_ANCHOR.test(anchorKey(surface, line)) && headersFollow(surface, line.start, end)) return line.start;
  }
  return firstMatch(surface, from, end, DISPUTES_INLINE);
}
