// Evidence for a report's year: title, 统计期限, the opening of part one, the signature.

import type { Report } from '../../parse/model.ts';
import type { Span } from '../../text/span.ts';
import { proseLines } from './prose.ts';

export interface Evidence {
  readonly name: string;
  /** The report's year that follows from it. */
  readonly year: number;
  /** As written: a signature stands a year later. */
  readonly written: number;
  readonly span: Span;
  /** Where the same year stands once more: a period names it twice. */
  readonly again?: readonly Span[];
}

/** In the order of the text as the form has it. */
export function yearEvidence(report: Report): readonly Evidence[] {
  return [...titleYear(report), ...periodYear(report), ...openingYear(report), ...signedYear(report)];
}

/** All places of one, with what stands there if the report's year is another. */
export function editsTo({ span, again = [], written, year }: Evidence, other: number): readonly { readonly span: Span; readonly newText: string }[] {
  return [span, ...again].map((each) => ({ span: each, newText: String(other + written - year) }));
}

function titleYear({ year }: Report): readonly Evidence[] {
  return year?.source === 'title' ? [{ name: '标题', year: year.value, written: year.value, span: year.span }] : [];
}

/** A period that is no whole year is another rule's, and so is the year 20223. */
function periodYear({ period, folded }: Report): readonly Evidence[] {
  if (period === null || period.from.year !== period.to.year) return [];
  const { year } = period.from;
  const [span, ...again] = [...folded.slice(period.span.start, period.span.end).matchAll(/20[0-9]{2}(?![0-9])/gu)].map(({ index }) => {
    const start = period.span.start + index;
    return { start, end: start + 4 };
  });
  return span === undefined ? [] : [{ name: '统计期限', year, written: year, span, again }];
}

/** 2023年，我办…: only where it opens the first sentences. */
const OPENING = /(?:^|[\n\r。])[ \t]*(20[0-9]{2}) ?年(?:度)? ?[,，]/u;
const MAX_OPENING = 200;

function openingYear(report: Report): readonly Evidence[] {
  const overview = report.sections.find((section) => section.id === 'overview');
  if (overview === undefined) return [];
  const start = overview.heading.end;
  const found = OPENING.exec(report.folded.slice(start, Math.min(start + MAX_OPENING, overview.span.end)));
  if (found?.[1] === undefined) return [];
  const at = start + found.index + found[0].indexOf(found[1]);
  return [{ name: '第一部分开头', year: Number(found[1]), written: Number(found[1]), span: { start: at, end: at + 4 } }];
}

const SIGNED = /^(20[0-9]{2}) ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日$/u;
/** The signature closes the text. */
const LAST_LINES = 2;

function signedYear(report: Report): readonly Evidence[] {
  const last = report.sections.at(-1);
  if (last?.id !== 'other') return [];
  const line = proseLines(report)
    .slice(-LAST_LINES)
    .find(({ start, end }) => SIGNED.test(report.folded.slice(start, end)));
  if (line === undefined) return [];
  const written = Number(report.folded.slice(line.start, line.start + 4));
  return [{ name: '落款', year: written - 1, written, span: { start: line.start, end: line.start + 4 } }];
}
