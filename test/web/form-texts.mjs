// Every published text, every faulty one, and the same with hostile markup in them, in the form view: what was read is drawn, where
// nothing was read is said, and nothing of a draft is more than text.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openForm } from './form-page.mjs';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = [path.join(projectRoot, 'test/samples'), ...['corpus', 'faults', 'seeds'].map((name) => path.join(projectRoot, '../shared', name))];
const HOSTILE = [
  '<img src=x onerror="window.struck=1">',
  '<script>window.struck=1</script>',
  '"><svg onload="window.struck=1">',
  '<iframe srcdoc="<script>parent.struck=1</script>"></iframe>',
  '<a href="javascript:window.struck=1">12</a>',
  '</span></td></table><style>*{display:none}</style>',
];

export async function everyText(browser) {
  const texts = FOLDERS.flatMap(textsOf);
  const page = await openForm(browser, texts[0].text);
  const failures = [];
  const count = { shown: 0, none: 0, unread: 0 };
  for (const { name, text } of texts) {
    const found = await page.evaluate(check, { text });
    count[found.isReport ? 'shown' : 'none'] += 1;
    count.unread += found.unread;
    failures.push(...found.failures.map((failure) => `${name}: ${failure}`));
    const hostile = await page.evaluate(check, { text: withMarkup(text) });
    failures.push(...hostile.failures.map((failure) => `${name}, with markup: ${failure}`));
  }
  const pasted = await page.evaluate(pasteMarkup, HOSTILE);
  failures.push(...pasted);
  await page.close();
  console.log(`${texts.length} texts: ${count.shown} reports drawn, ${count.none} said to be none, ${count.unread} places said to be not read`);
  return failures;
}

function textsOf(folder) {
  let names;
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => /\.(?:txt|md|html?)$/u.test(name) && name !== 'README.md')
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
}

/** In each kind of line that there is: title, headings, prose, rows. */
function withMarkup(text) {
  let next = 0;
  const markup = () => HOSTILE[next++ % HOSTILE.length];
  return text
    .split('\n')
    .map((line, index) => (line.trim() === '' || index % 4 !== 1 ? line : index % 8 === 1 ? line + markup() : markup() + line))
    .join('\n');
}

/** Runs in the page. */
async function check({ text }) {
  const { gouji } = window;
  gouji.setText(text);
  await gouji.settle();
  const failures = [];
  const fail = (what) => void failures.push(what);
  const isShown = (element) => element !== null && element.checkVisibility() && element.textContent.trim() !== '';
  const live = document.querySelectorAll('body :is(img, script, iframe, svg, a, object, embed, style), body [onerror], body [onload]');
  // Our own script stands at the end of the page.
  const foreign = [...live].filter((element) => element.closest('header, main, aside') !== null);
  if (foreign.length > 0) fail(`drawn as markup: ${foreign[0].outerHTML.slice(0, 100)}`);
  if (window.struck !== undefined) fail('something of the text was run');
  const fresh = await gouji.fresh();
  if (fresh === null) {
    if (!isShown(document.querySelector('.notice')) && !isShown(document.querySelector('main .note'))) fail('nothing says that it is no report');
    if (document.querySelector('td input:not([readonly])') !== null) fail('cells of what is no report can be typed into');
    return { isReport: false, unread: 0, failures };
  }
  let unread = 0;
  for (const input of document.querySelectorAll('td input')) {
    const { key } = input.dataset;
    const cell = fresh.cells[key];
    const td = input.closest('td');
    const shown = [input.value, td.dataset.state];
    const expected = [cell?.text ?? '', cell?.state ?? 'absent'];
    if (JSON.stringify(shown) !== JSON.stringify(expected)) fail(`${key}: shown ${JSON.stringify(shown)}, read ${JSON.stringify(expected)}`);
    if (cell !== undefined) continue;
    unread += 1;
    if (!input.getAttribute('aria-label').includes('未读取') || td.querySelector('.sign').textContent === '') fail(`${key} is not said to be not read`);
  }
  for (const part of document.querySelectorAll('main section')) {
    const { part: id } = part.dataset;
    const notes = [...part.querySelectorAll('.note')].filter(isShown);
    if (fresh.parts[id] === undefined && notes.length === 0) fail(`${id} is missing, and nothing says so`);
    for (const table of part.querySelectorAll('table')) {
      const rows = [...table.tBodies[0].rows].map((row) => ({
        row,
        isRead: [...row.querySelectorAll('input')].some((input) => fresh.cells[input.dataset.key] !== undefined),
      }));
      const isRead = rows.some((row) => row.isRead);
      const isTold = notes.some((note) => note.parentElement === part || note.parentElement === table.parentElement);
      if (!isRead && !isTold) fail(`nothing was read of ${table.dataset.table}, and nothing says so`);
      for (const { row, isRead: isRowRead } of rows) {
        const mark = row.querySelector('.unread-row');
        if (mark !== null && mark.checkVisibility() !== (isRead && !isRowRead)) fail(`row ${row.textContent}: read ${isRowRead}, marked ${!mark.hidden}`);
      }
    }
    const lines = fresh.parts[id]?.unread ?? [];
    const shown = [...part.querySelectorAll('.unread .paragraph')];
    if (shown.length !== lines.length) fail(`${id}: ${lines.length} lines were not read, ${shown.length} are shown`);
  }
  return { isReport: true, unread, failures };
}

/** Runs in the page: a table of a clipboard, with markup in its cells. */
function pasteMarkup(hostile) {
  const input = document.querySelector('td input');
  const html = `<table><tr>${hostile.map((markup) => `<td>${markup}1</td>`).join('')}</tr></table>`;
  const data = new DataTransfer();
  data.setData('text/html', html);
  input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  const isTaken = window.gouji.pasted?.block !== undefined;
  return [...(isTaken ? [] : ['the pasted table was not taken']), ...(window.struck === undefined ? [] : ['something that was pasted was run'])];
}
