// Empty parts among those written in sentences: no text, 无 alone, or headings with nothing below them. Parts of tables are
// reported by their tables.

import type { SectionId } from '../../forms/form.ts';
import { reportEnd, type Report, type Section } from '../../parse/model.ts';
import { filledLines } from '../../parse/prose/words/prose-spans.ts';
import type { Span } from '../../text/span.ts';

export interface EmptyPart {
  readonly section: Section;
  /** `none`: no text. `nothing`: 无 alone. `below`: headings with no text below them. */
  readonly kind: 'none' | 'nothing' | 'below';
  /** The headings of `below`, in order; whether the part has other text. */
  readonly headings: readonly Span[];
  readonly isWhole: boolean;
}

/** Written in sentences, and whether 无 is no answer there: 其他需要报告的事项 may be none. */
const PROSE_PARTS: readonly (readonly [SectionId, boolean])[] = [
  ['overview', true],
  ['problems', true],
  ['other', false],
];
const NOTHING = /^(?:\(?[一二12]\)?[、.]?)?(?:无|暂无|没有|略|不存在|\/|-)?[。.]?$/u;

const known = new WeakMap<Report, readonly EmptyPart[]>();

/** At most one a part, in the form's order; worked out once a report. */
export function emptyParts(report: Report): readonly EmptyPart[] {
  const parts = known.get(report) ?? PROSE_PARTS.flatMap(([id, nothingCounts]) => emptyPart(report, id, nothingCounts));
  known.set(report, parts);
  return parts;
}

/** A heading written twice empties no part. */
function emptyPart(report: Report, id: SectionId, nothingCounts: boolean): readonly EmptyPart[] {
  const own = report.sections.filter((each) => each.id === id);
  const [section] = own;
  if (section === undefined || own.some((each) => isCutShort(report, each))) return [];
  const lines = own.flatMap(({ heading, span }) => filledLines(report.folded, { start: heading.end, end: Math.min(span.end, reportEnd(report)) }));
  const whole = lines
    .map(({ start, end }) => report.folded.slice(start, end))
    .join('')
    .replaceAll(/[\s\u200b]/gu, '');
  if (whole === '') return [{ section, kind: 'none', headings: [], isWhole: true }];
  if (nothingCounts && NOTHING.test(whole)) return [{ section, kind: 'nothing', headings: [], isWhole: true }];
  const { headings, isWhole } = emptyBelow(report, id, lines);
  return headings.length === 0 ? [] : [{ section, kind: 'below', headings, isWhole }];
}

/** The heading behind it stands twice: what follows there may be this part's, and the doubled heading is told of. */
function isCutShort({ sections }: Report, section: Section): boolean {
  const next = sections[sections.indexOf(section) + 1];
  return next !== undefined && next.id !== section.id && sections.filter(({ id }) => id === next.id).length > 1;
}

/**
 * Headings whose next line is a heading of their level or above, or none. A line is taken for a heading by its words, which
 * are those of the form; any other short line may be what there is to say, save in part one where there is nothing else.
 */
function emptyBelow(report: Report, id: SectionId, lines: readonly Span[]): { readonly headings: readonly Span[]; readonly isWhole: boolean } {
  const read = lines.map((span) => ({ span, heading: subHeadingOf(report.folded.slice(span.start, span.end)) }));
  const onlyHeadings = read.every(({ heading }) => heading !== null);
  const counts = (heading: SubHeading) => heading.isKnown || (onlyHeadings && id === 'overview');
  const said = (span: Span | undefined) => span !== undefined && id === 'problems' && NOTHING.test(report.folded.slice(span.start, span.end));
  const headings = read.flatMap(({ span, heading }, index) => {
    if (heading === null || !counts(heading)) return [];
    const at = said(read[index + 1]?.span) ? index + 2 : index + 1;
    const next = read[at];
    const isEmpty = next === undefined || (next.heading !== null && counts(next.heading) && next.heading.level <= heading.level);
    return isEmpty ? [span] : [];
  });
  const others = read.filter(({ span, heading }) => (heading === null || !counts(heading)) && !said(span));
  return { headings, isWhole: others.length === 0 };
}

interface SubHeading {
  /** 1 is the outermost. */
  readonly level: number;
  /** Its words are those of the form, so that it can be nothing but a heading. */
  readonly isKnown: boolean;
}

/** Longest first within a level does not matter: they exclude one another. */
const ENUMERATORS: readonly (readonly [RegExp, level: number])[] = [
  [/^[一二三四五六七八九十]{1,3}[、.]\s*/u, 1],
  [/^\([一二三四五六七八九十]{1,3}\)[、.]?\s*/u, 2],
  [/^[0-9]{1,2}[.、](?![0-9])\s*/u, 3],
  [/^\([0-9]{1,2}\)[、.]?\s*/u, 4],
];
/** Of a heading without enumerator nothing tells how deep it is. */
const NO_ENUMERATOR_LEVEL = 2;

const DECORATION = /^#{1,6}\s*|^\s*|[\s:：]+$/gu;
const KNOWN: readonly RegExp[] = [
  /^(?:政府信息)?主动公开(?:政府信息)?(?:工作)?(?:的)?(?:情况|方面)?$/u,
  /^依申请公开(?:政府信息)?(?:工作)?(?:的)?(?:情况|办理情况|方面)?$/u,
  /^(?:加强)?政府信息(?:资源)?(?:规范化)?管理(?:工作)?(?:的)?(?:情况|方面)?$/u,
  /^(?:政府信息公开|政务公开|信息公开|公开)?平台(?:的)?(?:规范化)?建设(?:工作)?(?:的)?(?:情况|方面)?$/u,
  /^(?:政府信息公开|政务公开)?(?:工作)?监督(?:和|与)?保障(?:工作)?(?:的)?(?:情况|方面)?$/u,
  /^(?:工作)?(?:存在|主要)(?:的)?(?:主要)?(?:问题|不足|困难)(?:和不足|与不足|及不足|及原因)?$/u,
  /^(?:下一步|下步)?(?:的)?(?:改进|整改)(?:的)?(?:情况|措施|工作|方向|打算|意见)?$/u,
  /^(?:下一步|下步)(?:的)?(?:工作)?(?:打算|计划|措施|安排|思路)?$/u,
  /^(?:收取)?(?:政府信息公开)?信息处理费(?:的)?(?:收取)?(?:情况)?$/u,
  /^(?:其他)?(?:需要|需)(?:报告|说明)的(?:其他)?(?:事项|情况)$/u,
];

/** Longer lines, and those with a number or a point, say something. */
const MAX_TITLE = 24;
const FULL_STOP = /[。.]$/u;
const SAYS_SOMETHING = /[0-9。;；,，!?？]/u;

/** Null where the line is none. `line` is folded. */
function subHeadingOf(line: string): SubHeading | null {
  const words = line.replaceAll(DECORATION, '');
  const enumerator = ENUMERATORS.find(([pattern]) => pattern.test(words));
  const title = (enumerator === undefined ? words : words.replace(enumerator[0], '')).replaceAll(/[\s\u200b]/gu, '');
  // Headings are also written with a full stop; of other words one says that they are a sentence.
  const bare = title.replace(FULL_STOP, '');
  if (bare === '' || bare.length > MAX_TITLE || SAYS_SOMETHING.test(bare)) return null;
  const isKnown = KNOWN.some((pattern) => pattern.test(bare));
  if (!isKnown && (enumerator === undefined || bare !== title)) return null;
  return { level: enumerator?.[1] ?? NO_ENUMERATOR_LEVEL, isKnown };
}
