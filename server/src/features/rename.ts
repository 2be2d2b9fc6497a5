// Edits of textDocument/rename for the year of a report or its organ's name: certain places, and doubtful ones apart for
// confirmation.

import { matchesIn, proseOf } from '../rules/shared/prose.ts';
import { editsTo, yearEvidence } from '../rules/shared/years.ts';
import type { Report } from '../parse/model.ts';
import type { Edit } from '../text/edits.ts';
import type { Span } from '../text/span.ts';
import { MAX_RENAMED } from './limits.ts';

export interface Renaming {
  /** What stands at the place asked about. */
  readonly span: Span;
  readonly kind: 'year' | 'unit';
}

export type RenamedPlaces =
  | { readonly kind: 'places'; readonly certain: readonly Edit[]; readonly doubtful: readonly Edit[] }
  /** Chinese: why the new name is none. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Null where neither stands there. */
export function renamingAt(report: Report, offset: number): Renaming | null {
  const holds = ({ start, end }: Span) => start <= offset && offset <= end;
  const year = yearPlaces(report).find(holds);
  if (year !== undefined) return { span: year, kind: 'year' };
  const unit = unitPlaces(report).find(holds);
  return unit === undefined ? null : { span: unit, kind: 'unit' };
}

const YEAR = /^20[0-9]{2}$/u;
const MAX_UNIT = 60;

export function renamedPlaces(report: Report, { kind, span }: Renaming, name: string): RenamedPlaces {
  const newName = name.trim();
  if (kind === 'year') return YEAR.test(newName) ? renamedYear(report, span, Number(newName)) : { kind: 'refused', reason: '年份应为四位数，例如 2024' };
  if (newName === '' || newName.length > MAX_UNIT || /[\r\n\t]/u.test(newName)) return { kind: 'refused', reason: `机关名称应为一行文字，不超过${MAX_UNIT}字` };
  return { kind: 'places', certain: unitPlaces(report).map((each) => ({ span: each, newText: newName })), doubtful: [] };
}

/** The signature stands a year later, wherever the person began. */
function renamedYear(report: Report, span: Span, name: number): RenamedPlaces {
  const evidence = yearEvidence(report);
  const asked = evidence.find((each) => [each.span, ...(each.again ?? [])].some(({ start }) => start === span.start));
  const year = asked === undefined ? name : name + asked.year - asked.written;
  const certain = evidence.flatMap((each) => editsTo(each, year));
  const taken = new Set(certain.map((edit) => edit.span.start));
  const doubtful = otherYears(report)
    .filter(({ start }) => !taken.has(start))
    .map((each) => ({ span: each, newText: String(year) }));
  return { kind: 'places', certain, doubtful };
}

function yearPlaces(report: Report): readonly Span[] {
  return yearEvidence(report).flatMap(({ span, again = [] }) => [span, ...again]);
}

/** The same year elsewhere in the text: most often the report's, but a document or a plan may be meant. */
function otherYears(report: Report): readonly Span[] {
  const year = report.year?.value;
  if (year === undefined) return [];
  return matchesIn(report, new RegExp(`(?<![0-9〔\\[(])${year}(?= ?年)`, 'gu'))
    .slice(0, MAX_RENAMED)
    .map(({ span }) => span);
}

/** The organ as the title names it, wherever it stands word for word. */
function unitPlaces(report: Report): readonly Span[] {
  const { unit, title, folded } = report;
  if (unit === null || title === null) return [];
  const stretches = [title.span, ...proseOf(report)];
  const places = stretches.flatMap(({ start, end }) => {
    const found: Span[] = [];
    for (let at = folded.indexOf(unit, start); at >= 0 && at < end && found.length < MAX_RENAMED; at = folded.indexOf(unit, at + unit.length))
      found.push({ start: at, end: at + unit.length });
    return found;
  });
  return [...new Map(places.map((span) => [span.start, span])).values()].toSorted((one, other) => one.start - other.start);
}
