// textDocument/inlayHint: sums that the numbers leave open or contradict, at the end of a line; never one that is right.
//
// A blank total says what belongs there, for every row, where the finding speaks of a table as a whole. A row or column
// that does not hold says what it adds up to: of a column nothing else tells without adding up twenty rows, and where
// the row and the column that do not hold cross stands the wrong cell. What no finding speaks of, because it was silenced
// or its rule is off, is not said here either.

import type { InlayHint } from 'vscode-languageserver';
import { blankTotals, isFillable, type BlankTotal } from '../equations/blank-totals.ts';
import { columnName, rowName } from '../findings/describe.ts';
import { evaluateEquations, valuesOf, type EquationState, type EvaluatedEquation } from '../equations/evaluate.ts';
import type { Finding } from '../findings/finding.ts';
import { sumWords } from '../findings/wording.ts';
import { tidy } from '../text/numbers.ts';
import { splitKey, type CellKey, type TableId } from '../forms/form.ts';
import type { Report } from '../parse/model.ts';
import { hanOf } from '../text/han.ts';
import { lineOf, rangeOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { MAX_BROKEN_SHOWN } from './limits.ts';

interface Note {
  /** The cell that stands for the equation: its total, or the last addend of a balance. */
  readonly key: CellKey;
  /** The cells it is about: a finding that names one of them says the same. */
  readonly cells: readonly CellKey[];
  readonly words: string;
  readonly tooltip: string;
  /** The blank total that a double click on the hint fills. */
  readonly fill?: BlankTotal;
}

interface Input {
  readonly report: Report;
  /** What is shown of it. */
  readonly findings: readonly Finding[];
}

/** The hints at the ends of the lines that `within` touches, one a line. */
export function inlayHints({ report, findings }: Input, within: Span): InlayHint[] {
  const equations = evaluateEquations(report);
  const { broken } = equations.tally;
  if (broken === 0 && equations.filling.size === 0) return [];
  const notes = [...blankTotals({ report, equations }).map((blank) => blankNote(report, equations, blank)), ...brokenNotes(report, equations)];
  const reported = new Set(findings.flatMap(({ cells }) => cells));
  const byPlace = new Map<number, Note[]>();
  for (const note of notes.filter(({ cells }) => cells.some((cell) => reported.has(cell)))) {
    const place = placeOf(report, note.key);
    if (place === null || place < within.start || place > within.end) continue;
    byPlace.set(place, [...(byPlace.get(place) ?? []), note]);
  }
  return [...byPlace].toSorted(([one], [other]) => one - other).map(([place, own]) => hintOf(report, place, own));
}

function hintOf(report: Report, place: number, notes: readonly Note[]): InlayHint {
  const fills = notes.flatMap(({ fill }) => (fill !== undefined && isFillable(fill) ? [fill] : []));
  return {
    position: rangeOf(report.lines, { start: place, end: place }).start,
    label: notes.map(({ words }) => words).join('；'),
    tooltip: notes.map(({ tooltip }) => tooltip).join('\n'),
    paddingLeft: true,
    // Numbers are filled in by whoever takes the hint, and only where nothing on the line is contradicted.
    ...(fills.length === notes.length && {
      textEdits: fills.map(({ cell, value }) => ({ range: rangeOf(report.lines, cell.span), newText: String(value) })),
    }),
  };
}

/** The end of the line on which the cell's row ends; null where the text runs on there. */
function placeOf(report: Report, key: CellKey): number | null {
  const { table, row } = splitKey(key);
  const span = report.tables.find(({ id }) => id === table)?.rows.find(({ id }) => id === row)?.span;
  if (span === undefined) return null;
  const end = report.lines.ends[lineOf(report.lines, span.end)] ?? span.end;
  return end - span.end > MAX_REST || hanOf(report.folded.slice(span.end, end)) !== '' ? null : end;
}

/** Bars, blanks and the other cells of table four; what is longer is a text without line breaks. */
const MAX_REST = 400;

function blankNote(report: Report, equations: EquationState, fill: BlankTotal): Note {
  const { cell, value, addends } = fill;
  const terms = sumWords(valuesOf({ report, equations }, addends));
  return {
    key: cell.key,
    cells: [cell.key],
    words: `${subjectOf(report, cell.key, addends)}总计应为 ${tidy(value)}`,
    tooltip: `${terms} = ${tidy(value)}，总计未填`,
    fill,
  };
}

function brokenNotes(report: Report, equations: EquationState): readonly Note[] {
  const tables: readonly TableId[] = ['applications', 'disputes'];
  return tables.flatMap((table) => {
    const broken = equations.all.filter(({ spec, status }) => spec.table === table && status === 'broken');
    return broken.length > MAX_BROKEN_SHOWN ? [] : broken.flatMap((equation) => brokenNote(report, equations, equation));
  });
}

function brokenNote(report: Report, equations: EquationState, { spec, left, right }: EvaluatedEquation): readonly Note[] {
  const key = spec.right.at(-1);
  if (key === undefined || left === null || right === null) return [];
  const terms = (keys: readonly CellKey[]) => sumWords(valuesOf({ report, equations }, keys));
  const subject = subjectOf(report, key, spec.left);
  const cells = [...spec.left, ...spec.right];
  switch (spec.kind) {
    case 'row-total':
    case 'block-total':
    case 'column-total':
      return [{ key, cells, words: `${subject}各项之和为 ${left}`, tooltip: `${terms(spec.left)} = ${left}，总计现为 ${right}` }];
    case 'balance':
      return [
        {
          key,
          cells,
          words: `${subject}一加二为 ${left}，三加四为 ${right}`,
          tooltip: `本年新收加上年结转：${terms(spec.left)} = ${left}\n总计加结转下年度：${terms(spec.right)} = ${right}`,
        },
      ];
    default:
      return spec.kind satisfies never;
  }
}

/** 「自然人」: what a sum speaks of, where the line it stands on does not tell. */
function subjectOf({ detectedForm: { form } }: Report, key: CellKey, addends: readonly CellKey[]): string {
  const { table, row, column } = splitKey(key);
  if (table === 'disputes') return rowName(form, table, row);
  return addends.every((addend) => splitKey(addend).row === row) ? '' : columnName(form, table, column);
}
