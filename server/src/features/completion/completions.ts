// textDocument/completion: in a cell the number its equations require; elsewhere rows, tables and parts that the report lacks,
// and sentences over the tables.

import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import type { Cell, Report, Table } from '../../parse/model.ts';
import { spotAt, type Spot } from '../places/spot-at-offset.ts';
import { cellName, columnName, rowName } from '../../findings/describe.ts';
import { MAX_TERMS } from '../../findings/limits.ts';
import { knownValue, solutionsFor, type Solution } from '../../equations/solve-cell.ts';
import { splitKey, cellKey } from '../../forms/form.ts';
import { rangeOf } from '../../text/lines.ts';
import { sentencesFor, type Sentence } from '../../rewrite/sentences/compose.ts';
import { MAX_CELLS_LISTED } from '../limits.ts';
import { matchTyped, withEnumerator } from './typed.ts';
import {
  describe,
  explain,
  formNote,
  type Skeleton,
  renderPlain,
  renderSnippet,
  type Layout,
  type SkeletonLine,
  yearFor,
} from '../../forms/skeletons/skeleton.ts';
import { skeletons } from '../../forms/skeletons/skeletons.ts';
import { sectionOfTable, tableOf } from '../../forms/index.ts';
import { lineBreak } from '../../parse/line-spans.ts';
import type { Span } from '../../text/span.ts';
import { rowsPresent } from '../../findings/problems.ts';

/** The list is never final: the next letter may match another name, the next number change every sum. */
export function completions(report: Report, offset: number, options: CompletionOptions): CompletionList {
  const spot = spotAt(report, offset);
  const items = spot.cell === null ? [...skeletonItems(report, spot, options), ...sentenceItems(report, spot, options)] : cellItems(report, spot, spot.cell);
  return { isIncomplete: true, items };
}

function cellItems(report: Report, { offset }: Spot, cell: Cell): CompletionItem[] {
  const written = cell.reading.kind === 'number' ? cell.reading.value : null;
  const solutions = solutionsFor(report, cell.key).filter(({ value }) => value !== written);
  const values = [...new Set(solutions.map(({ value }) => value))];
  // Between bars or columns of spaces a blank is filled where the cursor is.
  const span = cell.text === '' ? { start: offset, end: offset } : cell.span;
  return values.map((value, index) => {
    const own = solutions.filter((solution) => solution.value === value);
    return {
      label: String(value),
      kind: KINDS.value,
      detail: own[0] === undefined ? '' : computation(own[0]),
      documentation: own.map((solution) => explainSolution(report, cell, solution)).join('\n'),
      filterText: cell.text + String(value),
      sortText: `${RANKS.indexOf('value')}${String(index).padStart(3, '0')}`,
      textEdit: { range: rangeOf(report.lines, span), newText: String(value) },
    };
  });
}

/** `13+2+0`, `17-15`. */
function computation({ added, taken }: Solution): string {
  const shown = (numbers: readonly number[]) => (added.length + taken.length > MAX_TERMS ? numbers.filter((number) => number !== 0) : numbers);
  const words = shown(added).join('+') || '0';
  return (
    words +
    shown(taken)
      .map((number) => `-${number}`)
      .join('')
  );
}

/** The equation in words, and whether it was read backwards: from the total to one of its addends. */
function explainSolution(report: Report, { key }: Cell, solution: Solution): string {
  const { form } = report.detectedForm;
  const { spec, assumed } = solution;
  const { table, row, column } = splitKey(spec.right[0] ?? spec.left[0] ?? 'applications//');
  const names: Readonly<Record<typeof spec.kind, string>> = {
    'row-total': `${rowName(form, table, row)}一行之和`,
    'block-total': `${rowName(form, table, row)}各项之和`,
    'column-total': `${columnName(form, table, column)}一列第三项各行之和`,
    balance: `${columnName(form, table, column)}一列：第一项加第二项等于第三项加第四项`,
  };
  const backwards = spec.kind !== 'balance' && !spec.right.includes(key);
  return `${names[spec.kind]}${backwards ? '，倒推' : ''}：${computation(solution)}${assumed > 0 ? `（${assumed}格未填，按0计）` : ''}`;
}

function sentenceItems(report: Report, spot: Spot, options: CompletionOptions): CompletionItem[] {
  const { line, offset, part, table } = spot;
  if (part === null || table !== null) return [];
  return sentencesFor(report, part).flatMap((sentence, index) => {
    // A sentence with a gap is no sentence: without tab stops nobody would see what to fill in.
    if (!sentence.complete && !options.snippets) return [];
    const match = matchTyped(line, sentence.names, 'sentence');
    if (match === null) return [];
    const span = { start: withEnumerator(sentence.enumerator, line.text.slice(0, match.start)) + line.start, end: offset };
    const { label, about: detail, lines } = sentence;
    return [
      itemOf(
        report,
        {
          label,
          kind: 'sentence',
          detail,
          documentation: explainSentence(report, sentence),
          lines,
          span,
          rest: match.rest,
          rank: 'sentence',
          index,
          year: options.year,
        },
        options,
      ),
    ];
  });
}

/** The whole sentence, which a list may cut, and the cells its numbers come from. */
function explainSentence(report: Report, { label, cells }: Sentence): string {
  const lines = cells.map((key) => `${cellName(report.detectedForm.form, key)}${knownValue(report, key) ?? '（未填）'}`);
  return [label, ...lines.slice(0, MAX_CELLS_LISTED), ...(lines.length > MAX_CELLS_LISTED ? [`等${lines.length}格`] : [])].join('\n');
}

function skeletonItems(report: Report, spot: Spot, options: CompletionOptions): CompletionItem[] {
  const { line, offset } = spot;
  return skeletons()
    .filter((skeleton) => fits(skeleton, report))
    .flatMap((skeleton, index) => {
      const match = matchTyped(line, skeleton.names, 'line');
      if (match === null) return [];
      const rank = rankOf(report, spot, skeleton);
      // What is there already is offered only to those who ask for it by name.
      if (match.bare && rank === 'present') return [];
      const span = { start: withEnumerator(skeleton.enumerator, line.text.slice(0, match.start)) + line.start, end: offset };
      const { label, kind } = skeleton;
      const year = yearFor(skeleton, options.year);
      return [
        itemOf(
          report,
          {
            // Two of one name are told apart where the form is not known yet.
            label: label + (report.recognised && report.detectedForm.id !== null ? '' : formNote(skeleton)),
            kind,
            detail: describe(skeleton),
            documentation: explain(skeleton),
            lines: linesOf(report, skeleton),
            span,
            rest: match.rest,
            rank,
            index,
            year,
          },
          options,
        ),
      ];
    });
}

/** Once the form is known, the other one is out of place. */
function fits(skeleton: Skeleton, { recognised, detectedForm: form }: Report): boolean {
  return !recognised || form.id === null || skeleton.forms.includes(form.id);
}

/** A part whose table stands in the text lacks its heading only. */
function linesOf(report: Report, { kind, id, lines }: Skeleton): Skeleton['lines'] {
  if (kind !== 'part' || !report.recognised) return lines;
  const stray = report.tables.some((table) => table.state !== 'missing' && `part/${sectionOfTable(report.detectedForm.form, table.id) ?? ''}` === id);
  return stray ? lines.slice(0, 1) : lines;
}

export interface CompletionOptions {
  readonly layout: Layout;
  /** Whether the client takes snippet syntax. */
  readonly snippets: boolean;
  /** The year reports are about now; one that the report states goes before it. */
  readonly year: number;
}

/** LSP's numbers. No item is a `Snippet`: VS Code hides those where it is told not to list its own. */
const KINDS = { sentence: 1, row: 5, group: 6, table: 7, part: 9, value: 12, report: 17 } as const;
const PLAIN_TEXT = 1;
const SNIPPET = 2;
/** Tabs at the head of a line are cells: no editor may turn them into blanks or add to them. */
const AS_IS = 1;

interface Offer {
  readonly label: string;
  readonly kind: keyof typeof KINDS;
  readonly detail: string;
  readonly documentation: string;
  readonly lines: readonly SkeletonLine[];
  /** What is replaced. */
  readonly span: Span;
  /** What of its name is not typed yet. */
  readonly rest: string;
  readonly rank: Rank;
  /** Its place among its equals. */
  readonly index: number;
  /** The year where the report states none. */
  readonly year: number;
}

function itemOf(report: Report, offer: Offer, { layout, snippets }: CompletionOptions): CompletionItem {
  const { label, kind, detail, documentation, lines, span, rest, year: guess } = offer;
  const text = { layout, lineBreak: lineBreak(report) };
  const stated = report.year?.value;
  const yearText = stated === undefined ? null : String(stated);
  const year = { first: (stop: number) => yearText ?? `\${${stop}:${guess}}`, again: (stop: number) => yearText ?? `\${${stop}}` };
  const newText = snippets ? renderSnippet({ lines }, { ...text, year }) : renderPlain({ lines }, text, stated ?? guess);
  return {
    label,
    kind: KINDS[kind],
    detail,
    ...(documentation !== '' && { documentation }),
    // Whatever was typed, Han or initials, stays the beginning of what editors filter by.
    filterText: report.text.slice(span.start, span.end) + rest,
    sortText: `${RANKS.indexOf(offer.rank)}${String(offer.index).padStart(3, '0')}`,
    insertTextFormat: snippets ? SNIPPET : PLAIN_TEXT,
    insertTextMode: AS_IS,
    textEdit: { range: rangeOf(report.lines, span), newText },
  };
}

/** The first comes first. */
const RANKS = ['value', 'here', 'sentence', 'next', 'elsewhere', 'whole-table', 'present'] as const;
type Rank = (typeof RANKS)[number];

/** How near a skeleton is to what is missing at this place; everything is equal in a text that is no report yet. */
function rankOf(report: Report, spot: Spot, { id, kind }: Skeleton): Rank {
  if (!report.recognised) return 'next';
  const [, first = '', second = ''] = id.split('/');
  switch (kind) {
    case 'report':
      return report.sections.length > 0 ? 'present' : 'next';
    case 'part':
      return rankOfPart(report, spot, first);
    case 'table':
      return rankOfTable(report, spot, first);
    case 'group':
    case 'row':
      return rankOfRow(report, spot, { table: first, row: second });
    default:
      return kind satisfies never;
  }
}

/** A part is missing here if it is the one that follows, or all that lie between have been written. */
function rankOfPart({ detectedForm: form, sections }: Report, { part }: Spot, id: string): Rank {
  if (sections.some((section) => section.id === id)) return 'present';
  const order = form.form.sections.map((section) => section.id);
  const here = order.findIndex((section) => section === part);
  const next = order.find((section, index) => index > here && !sections.some((found) => found.id === section));
  return next === id ? 'next' : 'elsewhere';
}

function rankOfTable(report: Report, { part }: Spot, id: string): Rank {
  const blocks = report.tables.filter((table) => partOf(report, table) === 'proactive');
  const tables = id === 'proactive' ? blocks : report.tables.filter((table) => table.id === id);
  const missing = (table: Table) => table.state === 'missing';
  if (id === 'proactive' ? !tables.every(missing) : !tables.some(missing)) return 'present';
  const isHere = tables.some((table) => partOf(report, table) === part);
  // A block of table two is wanted only where the others stand.
  if (id !== 'proactive' && blocks.some((table) => table.id === id) && blocks.every(missing)) return 'whole-table';
  return isHere ? 'here' : 'elsewhere';
}

function rankOfRow(report: Report, spot: Spot, { table: id, row }: { readonly table: string; readonly row: string }): Rank {
  const table = report.tables.find((candidate) => candidate.id === id);
  if (table === undefined || table.state === 'missing') return 'whole-table';
  if (row === '' || rowsPresent(table).has(row)) return 'present';
  const order = tableOf(report.detectedForm.form, table.id)?.rows.map((spec) => cellKey(table.id, spec.id, '')) ?? [];
  const rank = (found: Spot['before']) => (found === null ? -1 : order.indexOf(cellKey(found.table, found.id, '')));
  const own = order.indexOf(cellKey(table.id, row, ''));
  const [before, after] = [rank(spot.before), rank(spot.after)];
  if (before >= 0 && own > before && (after < 0 || own < after)) return 'here';
  if (before < 0 && after >= 0 && own < after) return 'here';
  return partOf(report, table) === spot.part ? 'next' : 'elsewhere';
}

function partOf({ detectedForm: form }: Report, { id }: Table): string | undefined {
  return sectionOfTable(form.form, id);
}
