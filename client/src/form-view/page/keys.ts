// Keys and clipboard of the form view: Enter goes down the column, arrows to the neighbours, Esc takes back, = takes the sum; a block
// of cells goes out as tabs and HTML and comes in as either, the whole goes out as HTML.

import type { CellControl } from './cell.ts';
import { element } from './dom.ts';

interface Board {
  readonly controlOf: (key: string) => CellControl | undefined;
  /** Each table row by row. */
  readonly grids: () => readonly (readonly (readonly CellControl[])[])[];
}

export function moves(event: KeyboardEvent, board: Board): void {
  const { target: field } = event;
  const control = field instanceof HTMLElement && !event.isComposing ? board.controlOf(field.dataset['key'] ?? '') : undefined;
  if (control === undefined) return;
  const { input } = control;
  if (event.ctrlKey || event.metaKey || event.altKey) {
    const isUndo = event.key.toLowerCase() === 'z' && !event.shiftKey && !event.altKey;
    // What is not in the text yet is taken back here; everything else is the text's to undo.
    if (isUndo && control.dropTyped()) stop(event);
    else if (!isUndo && event.key.length === 1 && !'acvx'.includes(event.key.toLowerCase())) control.commit();
    return;
  }
  const expected = control.view()?.expected;
  if (event.key === '=' && expected !== undefined && !input.readOnly) {
    stop(event);
    control.type(String(expected));
    control.commit();
    return;
  }
  if (event.key === 'Escape') {
    if (control.takeBack()) stop(event);
    input.select();
    return;
  }
  // Where nothing is typed no caret is in the way.
  const step = stepOf(event, input, field !== input);
  const target = neighbourOf(control, step, board.grids());
  if (step?.rows !== undefined) control.commit();
  if (target === undefined) return;
  stop(event);
  target.field.focus();
  target.td.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

interface Step {
  readonly rows: number;
  readonly columns: number;
}

function stepOf({ key, shiftKey }: KeyboardEvent, { selectionStart: start, selectionEnd: end, value }: HTMLInputElement, isFixed: boolean): Step | null {
  const isWhole = isFixed || (start === 0 && end === value.length);
  switch (key) {
    case 'Enter':
      return { rows: shiftKey ? -1 : 1, columns: 0 };
    case 'ArrowDown':
      return { rows: 1, columns: 0 };
    case 'ArrowUp':
      return { rows: -1, columns: 0 };
    case 'ArrowLeft':
      return !shiftKey && (isWhole || (start === 0 && end === 0)) ? { rows: 0, columns: -1 } : null;
    case 'ArrowRight':
      return !shiftKey && (isWhole || (start === value.length && end === value.length)) ? { rows: 0, columns: 1 } : null;
    default:
      return null;
  }
}

/** Below the last row the next table begins, above the first the one before. */
function neighbourOf(control: CellControl, step: Step | null, grids: Board['grids'] extends () => infer Grids ? Grids : never): CellControl | undefined {
  if (step === null) return undefined;
  const grid = grids.findIndex((rows) => rows.some((row) => row.includes(control)));
  const rows = grids[grid] ?? [];
  const line = rows.findIndex((row) => row.includes(control));
  const column = rows[line]?.indexOf(control) ?? 0;
  const wanted = rows[line + step.rows]?.[column + step.columns];
  if (wanted !== undefined || step.columns !== 0) return wanted;
  const next = grids[grid + step.rows];
  const row = step.rows > 0 ? next?.[0] : next?.at(-1);
  return row?.[Math.min(column, row.length - 1)];
}

function stop(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** Longer no table is; the rest of the clipboard is something else. */
const MAX_BLOCK = 200_000;

interface Copy {
  readonly text: string;
  readonly html: string;
}

/** Both ways a clipboard offers it; false where the editor does not let us. */
export function copyNodes({ text, html }: Copy): boolean {
  let isDone = false;
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.clipboardData?.setData('text/html', html);
    event.preventDefault();
    event.stopImmediatePropagation();
    isDone = true;
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  return isDone;
}

export function tableCopy(table: HTMLTableElement): Copy {
  const text = [...table.tBodies].flatMap((body) => [...body.rows].map((row) => [...row.cells].map((cell) => textOf(cell)).join('\t')));
  return { text: text.join('\n'), html: plainTable(table).outerHTML };
}

function textOf(cell: HTMLTableCellElement): string {
  // Of a label its words, without what is said of its row.
  return cell.querySelector('input')?.value ?? (cell.querySelector('span') ?? cell).textContent ?? '';
}

/** The table with its numbers as text: no inputs, no signs, no classes. */
function plainTable(table: HTMLTableElement): HTMLTableElement {
  const copy = element('table', { border: '1' });
  for (const part of [table.tHead, ...table.tBodies]) {
    for (const row of part?.rows ?? []) {
      const made = copy.insertRow();
      for (const cell of row.cells) {
        const { colSpan, rowSpan } = cell;
        made.append(element(cell.tagName === 'TH' ? 'th' : 'td', { colspan: colSpan > 1 && colSpan, rowspan: rowSpan > 1 && rowSpan }, textOf(cell)));
      }
    }
  }
  return copy;
}

/** For a content system: what its editor takes as formatted text, and the same as source. Parsed apart from the page: nothing in it is loaded or run. */
export function pageCopy(page: string): Copy {
  const { body } = new DOMParser().parseFromString(page, 'text/html');
  // The page's own style is left behind.
  for (const table of body.querySelectorAll('table')) table.setAttribute('border', '1');
  const html = body.innerHTML.trim();
  return { text: html, html };
}

/** What was copied as a table: from spreadsheets with tabs, from web pages and Word as HTML. Null for a number or a word. */
export function pastedBlock({ clipboardData }: ClipboardEvent): string | null {
  const text = clipboardData?.getData('text/plain').slice(0, MAX_BLOCK) ?? '';
  if (/[\t\n]/u.test(text.trim())) return text;
  const html = clipboardData?.getData('text/html').slice(0, MAX_BLOCK) ?? '';
  if (!/<t[dr]\b/iu.test(html)) return null;
  // Parsed apart from the page: nothing in it is loaded or run.
  const rows = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('tr')];
  const lines = rows.map((row) => [...row.cells].map((cell) => (cell.textContent ?? '').replaceAll(/\s+/gu, ' ').trim()).join('\t'));
  return lines.length === 0 || (lines.length === 1 && !lines[0]?.includes('\t')) ? null : lines.join('\n');
}
