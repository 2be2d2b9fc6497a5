// Writes a review in the format that the file's name asks for.

import type { Review, ReviewedUnit } from '../../../units/review.ts';
import { toJson } from '../../escape.ts';
import type { MainParams } from '../../main-params.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../table-cells.ts';
import type { OutputKind } from '../review-arguments.ts';
import { reviewHtml, reviewMarkdown } from './review-page.ts';
import { printedReview } from './review-word.ts';
import { cellTable, explanations, findingTable, unitsByState, unitTable } from './review-tables.ts';
import { STATE_WORDS } from '../../../units/review.ts';

export async function outputOf(
  review: Review,
  kind: OutputKind,
  { loadSheets, loadDocuments }: Pick<MainParams, 'loadSheets' | 'loadDocuments'>,
): Promise<Uint8Array | string> {
  switch (kind) {
    case '.html':
      return reviewHtml(review);
    case '.md':
      return reviewMarkdown(review);
    case '.csv':
      return reviewCsv(review);
    case '.json':
      return `${toJson(reviewJson(review))}\n`;
    case '.docx':
      return loadDocuments().writeWord(printedReview(review));
    case '.xlsx':
      return await loadSheets().writeWorkbook([unitTable(review), findingTable(review), cellTable(review)]);
    default:
      return kind satisfies never;
  }
}

/** The findings, and a line for each unit without any. */
function reviewCsv(review: Review): string {
  const { header, rows } = findingTable(review);
  const quiet = unitsByState(review).filter(({ findings }) => findings.length === 0);
  const lines = quiet.map(({ entry, state }) => [entry.unit.name, STATE_WORDS[state], ...header.slice(2).map(() => null)]);
  return BYTE_ORDER_MARK + [header, ...rows, ...lines].map(csvLine).join('');
}

/** The shapes that scripts depend on. */
function reviewJson(review: Review) {
  return {
    year: review.year,
    due: review.due,
    asOf: review.asOf,
    notes: explanations(review),
    units: review.units.map(unitJson),
  };
}

function unitJson({ entry, level, state, findings, checked, silencedByUnit, look, accepted, unchecked }: ReviewedUnit) {
  const { unit, listed, current, previous, copies, others } = entry;
  return {
    name: unit.name,
    aliases: unit.aliases,
    parent: unit.parent,
    level,
    listed,
    state,
    path: current?.path ?? null,
    date: current?.date ?? null,
    previous: previous?.path ?? null,
    copies: copies.map(({ path }) => path),
    others: others.map(({ path }) => path),
    ready: checked?.ready ?? false,
    equations: checked?.equations ?? null,
    silencedByUnit,
    accepted,
    unchecked,
    findings: findings.map(({ own, ...finding }) => ({ ...finding, silencedByUnit: own?.silenced ?? false, noteOfUnit: own?.note ?? null })),
    look:
      look === null
        ? null
        : {
            since: look.version.date,
            verdict: look.version.verdict,
            gone: look.gone,
            remaining: look.remaining.length,
            added: look.added.length,
            changed: look.changed,
          },
  };
}
