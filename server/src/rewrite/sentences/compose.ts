// Composes sentences from templates and the report's tables; what is not known stays a place to fill in.

import { tidy } from '../../text/numbers.ts';
import { cellKey, type CellKey, type Form } from '../../forms/form.ts';
import { isInForce, tableOf } from '../../forms/index.ts';
import type { Piece, SkeletonLine } from '../../forms/skeletons/skeleton.ts';
import type { Report } from '../../parse/model.ts';
import { fold } from '../../text/fold.ts';
import { knownValue } from '../../equations/solve-cell.ts';
import { FIGURES, SENTENCES, type ProsePart, type SentenceSpec } from './templates.ts';

export interface Sentence {
  /** As it reads, `…` for what is to be filled in. */
  readonly label: string;
  /** What it is, for lists. */
  readonly about: string;
  /** `（一）` where it opens so and that may be typed already. */
  readonly enumerator: string;
  readonly names: readonly string[];
  readonly lines: readonly SkeletonLine[];
  /** Every number and name in it is known: it can be written without tab stops. */
  readonly complete: boolean;
  /** The cells its numbers come from. */
  readonly cells: readonly CellKey[];
}

/** The sentences of the report's form that belong in `part` and do not stand there yet. */
export function sentencesFor(report: Report, part: ProsePart): readonly Sentence[] {
  const form = report.detectedForm.form;
  const body = bodyOf(report, part);
  return (
    SENTENCES.filter((spec) => spec.parts.includes(part) && isInForce(spec, form))
      .filter((spec) => holds(report, spec) && spec.said?.some((words) => body.includes(words)) !== true)
      .flatMap((spec) => compose(report, spec) ?? [])
      // Written twice it would be a repetition, wherever it stands.
      .filter((sentence) => !sentence.complete || !report.folded.includes(fold(lead(sentence))))
  );
}

/** The cells of a figure; empty where the form does not have them. */
export function cellsOfFigure(form: Form, name: string): readonly CellKey[] {
  const spec = FIGURES[name];
  if (spec === undefined) throw new Error(`no figure ${name}`);
  const table = tableOf(form, spec.table);
  const isOurs = (row: { readonly id: string; readonly groups: readonly string[] }) =>
    spec.rows?.includes(row.id) === true || (spec.group !== undefined && row.groups.at(-1)?.startsWith(spec.group) === true);
  const rows = table?.rows.filter(isOurs) ?? [];
  const columns = table?.columns.filter((column) => spec.columns.includes(column.id)) ?? [];
  return rows.flatMap((row) => columns.map((column) => cellKey(spec.table, row.id, column.id)));
}

function figure(report: Report, name: string): number | null {
  let sum = 0;
  for (const key of cellsOfFigure(report.detectedForm.form, name)) {
    const value = knownValue(report, key);
    if (value === null) return null;
    sum += value;
  }
  return tidy(sum);
}

function holds(report: Report, { zero = [], positive = [] }: SentenceSpec): boolean {
  return zero.every((name) => figure(report, name) === 0) && positive.every((name) => (figure(report, name) ?? 0) > 0);
}

const SLOT = /(\[[a-z-]+\]|\{[a-z]+\})/u;

/** Null where the form lacks one of the figures. */
function compose(report: Report, spec: SentenceSpec): Sentence | null {
  const cells: CellKey[] = [];
  let complete = true;
  function fill(slot: string): Piece {
    const name = slot.slice(1, -1);
    if (slot.startsWith('[')) {
      cells.push(...cellsOfFigure(report.detectedForm.form, name));
      const value = figure(report, name);
      complete &&= value !== null;
      return value === null ? { stop: 'cell' } : String(value);
    }
    switch (name) {
      case 'year':
        return { stop: 'year' };
      case 'organ':
        complete &&= report.unit !== null;
        return report.unit ?? { stop: 'organ' };
      case 'number':
        complete = false;
        return { stop: 'cell' };
      default:
        return { stop: 'text' };
    }
  }
  const figures = spec.lines.flatMap((line) => [...line.matchAll(/\[([a-z-]+)\]/gu)].map(([, name]) => name ?? ''));
  if (figures.some((name) => cellsOfFigure(report.detectedForm.form, name).length === 0)) return null;
  const lines = spec.lines.map((line) => ({
    kind: 'text' as const,
    pieces: line
      .split(SLOT)
      .filter((part) => part !== '')
      .map((part) => (SLOT.test(part) ? fill(part) : part)),
  }));
  const words = lines.flatMap(({ pieces }) => pieces).map((piece) => (typeof piece === 'string' ? piece : blankOf(report, piece)));
  return {
    label: words.join(''),
    about: spec.about,
    enumerator: /^（.）/u.exec(spec.lines[0] ?? '')?.[0] ?? '',
    names: spec.names,
    lines,
    complete,
    cells,
  };
}

function blankOf(report: Report, { stop }: Exclude<Piece, string>): string {
  if (stop === 'text') return '';
  return stop === 'year' && report.year !== null ? String(report.year.value) : '…';
}

/** What can be looked for in the text: the first sentence of it. */
function lead({ label }: Sentence): string {
  return label.split('。', 1)[0] ?? label;
}

function bodyOf({ folded, sections }: Report, part: ProsePart): string {
  if (part === 'preamble') return folded.slice(0, sections[0]?.heading.start ?? folded.length);
  return sections
    .filter((section) => section.id === part)
    .map(({ heading, span }) => folded.slice(heading.end, span.end))
    .join('\n');
}
