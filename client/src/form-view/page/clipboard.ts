// What goes out of the form view and comes in: a block of cells as tabs and HTML, the whole as HTML.

import { element } from './dom.ts';

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
  return cell.querySelector('input')?.value ?? cell.textContent ?? '';
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
