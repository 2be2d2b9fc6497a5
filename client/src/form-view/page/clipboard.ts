// What goes out of the form view and comes in: a block of cells as tabs and HTML, the whole as a page to be printed.

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

const PRINT_STYLE = `@page{size:A4;margin:2cm}body{font-family:FangSong,仿宋,STFangsong,serif;font-size:12pt;line-height:1.6}
h1{text-align:center;font-family:方正小标宋简体,STZhongsong,SimSun,serif;font-size:20pt}h2{font-family:SimHei,黑体,STHeiti,sans-serif;font-size:14pt}
p{text-indent:2em;margin:0}table{border-collapse:collapse;width:100%;margin:6pt 0;page-break-inside:avoid;font-family:SimSun,宋体,serif;font-size:8pt;line-height:1.25}
th,td{border:1px solid #000;padding:1.5pt 3pt;text-align:center;font-weight:normal}caption{font-family:SimHei,黑体,sans-serif;text-align:left}`;

/** A file that needs nothing else: A4, no script. */
export function exportedPage(main: HTMLElement, title: string): string {
  const copy = document.implementation.createHTMLDocument(title);
  copy.documentElement.lang = 'zh-CN';
  const meta = copy.createElement('meta');
  meta.setAttribute('charset', 'utf-8');
  const style = copy.createElement('style');
  style.textContent = PRINT_STYLE;
  copy.head.prepend(meta);
  copy.head.append(style);
  const [first, ...opening] = [...main.querySelectorAll('.opening .paragraph')];
  if (first !== undefined) copy.body.append(element('h1', {}, wordsOf(first)));
  for (const paragraph of opening) copy.body.append(element('p', {}, wordsOf(paragraph)));
  for (const section of main.querySelectorAll('section')) {
    if (section.dataset['missing'] !== undefined) continue;
    for (const each of section.querySelectorAll<HTMLElement>('h2, .prose > .paragraph, table')) {
      if (each instanceof HTMLTableElement) copy.body.append(...captionOf(each), plainTable(each));
      else copy.body.append(element(each.tagName === 'H2' ? 'h2' : 'p', {}, wordsOf(each)));
    }
  }
  return `<!DOCTYPE html>\n${copy.documentElement.outerHTML}\n`;
}

/** Without the sign that marks a contradicted number. */
function wordsOf(source: Element): string {
  return (source.textContent ?? '').replaceAll('✗', '');
}

function captionOf({ caption }: HTMLTableElement): readonly HTMLElement[] {
  return caption === null ? [] : [element('h3', {}, caption.textContent ?? '')];
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
