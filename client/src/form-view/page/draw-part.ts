// A part of the report: its heading, its prose with the numbers that it states, its tables, and what is said of it as a whole.

import type { FindingView, FormView, Paragraph, PartLayout, PartView } from '../../../../server/src/protocol/requests.ts';
import type { CellKey } from '../../../../server/src/forms/form.ts';
import type { Range } from '../../../../server/src/text/span.ts';
import type { CellControl, CellHost } from './cell.ts';
import { drawTable } from './draw-table.ts';
import { button, element, setAttribute } from './dom.ts';
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
  const sheets = drawn.map(({ table }) => element('div', { class: 'sheet' }, table));
  const section = element('section', { 'data-part': layout.id }, heading, before, note, ...sheets, after, findings);
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
      fill(note, [standingOf(layout, view), part?.unread], () => noteNodes(standingOf(layout, view), part, host));
      note.hidden = note.childNodes.length === 0;
      findings.hidden = said.length === 0;
    },
  };
}

/** A finding that names no cell which was read is shown with its part. */
export function isAtCell({ cells }: FindingView, view: FormView): boolean {
  return cells.some((key) => view.cells[key] !== undefined);
}

function standingOf({ tables }: PartLayout, view: FormView): 'table-missing' | 'table-unreadable' | 'table-empty' | null {
  const states = tables.map(({ id }) => view.tables[id] ?? 'missing');
  if (states.includes('unreadable')) return 'table-unreadable';
  if (states.includes('missing')) return 'table-missing';
  const isBare = tables.some(
    ({ id, rows }) => view.tables[id] === 'empty' && rows.every(({ cells }) => cells.every(({ key }) => view.cells[key] === undefined)),
  );
  return isBare ? 'table-empty' : null;
}

function noteNodes(standing: ReturnType<typeof standingOf>, part: PartView | undefined, host: PartHost): readonly Node[] {
  const said = part === undefined ? word('part-missing') : standing === null ? null : word(standing);
  const unread = part?.unread ?? [];
  return [
    ...(said === null ? [] : [element('strong', {}, `∅ ${said}`)]),
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
