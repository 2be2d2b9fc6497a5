// A part of the report: its heading, its prose with the numbers that it states, its tables, and what is said of it as a whole.

import type { FindingView, FormView, Paragraph, PartLayout, TableLayout } from '../../../../server/src/protocol/requests.ts';
import type { CellKey } from '../../../../server/src/forms/form.ts';
import type { Range } from '../../../../server/src/text/span.ts';
import { createCell, type CellControl, type CellHost } from './cell.ts';
import { button, element, setAttribute, setText } from './dom.ts';
import { word } from './words.ts';

export interface PartHost extends CellHost {
  readonly reveal: (range: Range) => void;
  /** A number of a sentence and the cells that it speaks of are shown together. */
  readonly pointAt: (keys: readonly CellKey[]) => void;
  readonly goTo: (key: CellKey) => void;
}

export interface DrawnPart {
  readonly section: HTMLElement;
  readonly grids: readonly (readonly (readonly CellControl[])[])[];
  readonly draw: (view: FormView) => void;
}

export function drawPart(layout: PartLayout, host: PartHost): DrawnPart {
  const heading = element('h2', {}, layout.heading);
  const before = element('div', { class: 'prose' });
  const after = element('div', { class: 'prose' });
  const findings = element('ul', { class: 'part-findings prose' });
  const note = element('p', { class: 'note prose', role: 'status' });
  const drawn = layout.tables.map((table) => drawTable(table, host));
  const section = element('section', { 'data-part': layout.id }, heading, before, note, ...drawn.map(({ sheet }) => sheet), after, findings);
  const known = new Map<HTMLElement, string>();

  /** Redraws what changed and nothing else. */
  function fill(target: HTMLElement, content: unknown, make: () => readonly Node[]): void {
    const fingerprint = JSON.stringify(content);
    if (known.get(target) === fingerprint) return;
    known.set(target, fingerprint);
    target.replaceChildren(...make());
  }

  return {
    section,
    grids: drawn.map(({ grid }) => grid),
    draw: (view) => {
      const part = view.parts[layout.id];
      const said = view.findings.filter((finding) => finding.part === layout.id && !isAtCell(finding, view));
      setAttribute(section, 'data-missing', part === undefined);
      fill(before, part?.before, () => paragraphs(part?.before, host));
      fill(after, part?.after, () => paragraphs(part?.after, host));
      fill(findings, said, () => said.map((finding) => findingItem(finding, host)));
      // What holds of all tables of the part is said once.
      const [first = null, ...others] = layout.tables.map((table) => standingOf(table, view));
      const common = part === undefined ? 'part-missing' : others.every((each) => each === first) ? first : null;
      fill(note, [common, part?.unread], () => noteNodes(common, part?.unread ?? [], host));
      note.hidden = note.childNodes.length === 0;
      for (const table of drawn) table.draw(view, common !== null);
      findings.hidden = said.length === 0;
    },
  };
}

/** A finding that names no cell which was read is shown with its part. */
export function isAtCell({ cells }: FindingView, view: FormView): boolean {
  return cells.some((key) => view.cells[key] !== undefined);
}

type Standing = 'part-missing' | 'table-missing' | 'table-unreadable' | 'table-empty' | 'table-unplaced';

/** What there is to say of a table of which nothing was read. */
function standingOf({ id, rows }: TableLayout, view: FormView): Standing | null {
  const state = view.tables[id] ?? 'missing';
  if (state === 'unreadable') return 'table-unreadable';
  if (state === 'missing') return 'table-missing';
  if (rows.some((row) => !isAbsent(row, view))) return null;
  return state === 'empty' ? 'table-empty' : 'table-unplaced';
}

function isAbsent({ cells }: TableLayout['rows'][number], view: FormView): boolean {
  return cells.every(({ key }) => view.cells[key] === undefined);
}

function noteNodes(standing: Standing | null, unread: readonly Paragraph[], host: PartHost): readonly Node[] {
  return [
    ...(standing === null ? [] : [element('strong', {}, `∅ ${word(standing)}`)]),
    ...(unread.length === 0 ? [] : [element('span', { class: 'unread' }, ...paragraphs(unread, host))]),
  ];
}

export function paragraphs(all: readonly Paragraph[] | undefined, host: PartHost): readonly Node[] {
  return (all ?? []).map((paragraph) => element('span', { class: 'paragraph' }, ...pieces(paragraph, host)));
}

const FIGURE_SIGNS = { backed: '', consistent: '', unbacked: '', contradicted: '✗' } as const;

function pieces({ text, figures }: Paragraph, host: PartHost): readonly (Node | string)[] {
  const made: (Node | string)[] = [];
  let end = 0;
  for (const { start, end: last, kind, reason, cells } of figures) {
    if (start < end) continue;
    made.push(text.slice(end, start));
    const [first] = cells;
    const words = FIGURE_SIGNS[kind] + text.slice(start, last);
    const figure = first === undefined ? element('span', {}, words) : button(words, () => host.goTo(first), { 'data-cells': cells.join(' ') });
    setAttribute(figure, 'class', 'figure');
    setAttribute(figure, 'data-kind', kind);
    setAttribute(figure, 'title', reason);
    for (const event of ['mouseenter', 'focus']) figure.addEventListener(event, () => host.pointAt(cells));
    for (const event of ['mouseleave', 'blur']) figure.addEventListener(event, () => host.pointAt([]));
    made.push(figure);
    end = last;
  }
  made.push(text.slice(end));
  return made;
}

export function findingItem({ severity, message, range }: FindingView, host: Pick<PartHost, 'reveal'>): HTMLElement {
  return element(
    'li',
    { 'data-severity': severity },
    element('strong', {}, `${word(severity)} `),
    element('span', {}, message),
    button(word('in-text'), () => host.reveal(range), { class: 'quiet' }),
  );
}

interface DrawnTable {
  readonly sheet: HTMLElement;
  /** Row by row, as Enter and the arrows go. */
  readonly grid: readonly (readonly CellControl[])[];
  /** Says where nothing was read; `isTold`: of the whole table, above it. */
  readonly draw: (view: FormView, isTold: boolean) => void;
}

/** As printed: merged headers and labels, one input a cell. */
function drawTable(layout: TableLayout, host: CellHost): DrawnTable {
  const { id, heading, corner, headers, rows } = layout;
  const depth = rows[0]?.labels.length ?? 0;
  const grid = rows.map(({ cells }) => cells.map((cell) => createCell(cell, host)));
  const labels = mergedLabels(rows.map((row) => row.labels));
  const unread = rows.map(() => element('small', { class: 'unread-row', hidden: true }, `∅ ${word('absent')}`));
  const table = element(
    'table',
    { 'data-table': id, 'data-depth': depth },
    ...(heading === null ? [] : [element('caption', {}, heading)]),
    element('thead', {}, ...headerRows(headers, { corner, depth })),
    element(
      'tbody',
      {},
      ...grid.map((cells, line) => {
        const own = labels.filter((label) => label.line === line).map(labelCell);
        own.at(-1)?.append(...unread.slice(line, line + 1));
        return element('tr', {}, ...own, ...cells.map(({ td }) => td));
      }),
    ),
  );
  const note = element('p', { class: 'note', role: 'status', hidden: true });
  return {
    sheet: element('div', { class: 'sheet' }, note, table),
    grid,
    draw: (view, isTold) => {
      const standing = isTold ? null : standingOf(layout, view);
      setText(note, standing === null ? '' : `∅ ${word(standing)}`);
      note.hidden = standing === null;
      const isPartlyRead = rows.some((row) => !isAbsent(row, view));
      for (const [line, row] of rows.entries()) {
        const mark = unread[line];
        if (mark !== undefined) mark.hidden = !(isPartlyRead && isAbsent(row, view));
      }
    },
  };
}

function headerRows(headers: TableLayout['headers'], { corner, depth }: { readonly corner: string; readonly depth: number }): readonly HTMLElement[] {
  const levels = headers[0]?.length ?? 0;
  const merged = mergedLabels(headers);
  return Array.from({ length: levels }, (_, level) => {
    const cornerCell = element('th', { class: 'corner', rowspan: levels, colspan: depth, scope: 'col' }, corner);
    const own = merged
      .filter((label) => label.depth === level)
      .map(({ lines, depths, text }) =>
        element('th', { scope: lines > 1 ? 'colgroup' : 'col', colspan: lines, rowspan: depths, 'data-level': level }, element('span', {}, text)),
      );
    return element('tr', {}, ...(level === 0 && depth > 0 ? [cornerCell] : []), ...own);
  });
}

function labelCell({ depth, lines, depths, text }: MergedLabel): HTMLElement {
  return element(
    'th',
    { scope: lines > 1 ? 'rowgroup' : 'row', rowspan: lines, colspan: depths, 'data-depth': depth },
    // Sized by its words, not by the row: a merged cell is as tall as its group.
    element('span', {}, text),
  );
}

/** A label that spans lines (columns of a header, rows of a body) and depths (levels of a header, label columns of a body). */
interface MergedLabel {
  readonly line: number;
  readonly lines: number;
  readonly depth: number;
  readonly depths: number;
  readonly text: string;
}

/** `paths` has for each line its labels, outermost first: what is alike beside each other under one parent, and below itself, is one. */
function mergedLabels(paths: readonly (readonly string[])[]): readonly MergedLabel[] {
  const merged: MergedLabel[] = [];
  const depths = paths[0]?.length ?? 0;
  const taken = paths.map(() => new Set<number>());
  for (let depth = 0; depth < depths; depth++) {
    for (let line = 0; line < paths.length; line++) {
      if (taken[line]?.has(depth) === true) continue;
      const prefix = prefixOf(paths[line], depth);
      let end = line + 1;
      while (end < paths.length && prefixOf(paths[end], depth) === prefix) end++;
      const text = paths[line]?.[depth] ?? '';
      let bottom = depth + 1;
      while (bottom < depths && paths.slice(line, end).every((path) => path[bottom] === text)) bottom++;
      for (let each = line; each < end; each++) for (let level = depth; level < bottom; level++) taken[each]?.add(level);
      merged.push({ line, lines: end - line, depth, depths: bottom - depth, text });
    }
  }
  return merged.toSorted((one, other) => one.line - other.line || one.depth - other.depth);
}

function prefixOf(path: readonly string[] | undefined, depth: number): string {
  return (path ?? []).slice(0, depth + 1).join('\n');
}
