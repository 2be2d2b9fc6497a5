// From an edit to the redraw of the form view: in the window beside the squiggle of the same keystroke, and by its parts in a page.

import { balanced } from '../e2e/drafts/drafts.mjs';
import { formOf } from '../e2e/journeys/form-view.mjs';
import { openForm } from '../web/form-page.mjs';
import { percentile, short } from './figures.mjs';

/** The row that the keystrokes change ends in it. */
const CELL = 'applications/new/total';
const EDITS = 100;
const WARM_UP = 20;

/** The view of the document in front, opened beside it; the cursor stays in the text. */
export async function openView(editor) {
  await editor.runOwnCommand('Show Form View');
  await formOf(editor).ready();
  await editor.press('Control+1');
  return formOf(editor);
}

/** Until the cell says, or no longer says, that it is wrong: a moment of the clock that both frames share. */
export function redrawn(view, due) {
  return view.input(CELL).evaluate(
    (input, isWrong) =>
      new Promise((resolve) => {
        const td = input.closest('td');
        const look = () => {
          if ((td.dataset.severity === 'error') !== isWrong) return;
          observer.disconnect();
          resolve(performance.timeOrigin + performance.now());
        };
        const observer = new MutationObserver(look);
        observer.observe(td, { attributes: true });
        look();
      }),
    due,
  );
}

/** What is asked and drawn for one number typed into the view, with the worker of the web client as server. */
export async function measureParts(browser, sheet) {
  const page = await openForm(browser, balanced);
  const times = await page.evaluate(editInView, { key: CELL, edits: EDITS + WARM_UP, warmUp: WARM_UP });
  await page.close();
  const rows = Object.entries(times).map(([part, samples]) => [part, ...[0.5, 0.95].map((share) => short(percentile(samples, share)))]);
  sheet.table(`A number typed into the form view, by its parts, ms, ${EDITS} edits`, ['part', 'p50', 'p95'], rows);
}

/** Runs in the page. */
async function editInView({ key, edits, warmUp }) {
  const { gouji } = window;
  const PARTS = { 'gouji/writeCell': 'write', 'gouji/formView': 'answer', draw: 'redraw' };
  const found = { write: [], answer: [], redraw: [] };
  const input = document.querySelector(`input[data-key="${key}"]`);
  for (let edit = 0; edit < edits; edit++) {
    gouji.times.length = 0;
    input.focus();
    input.value = String(edit);
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    input.blur();
    await gouji.settle();
    if (edit < warmUp) continue;
    // The first of each: settling asks once more.
    for (const [method, part] of Object.entries(PARTS)) {
      const first = gouji.times.find((each) => each.method === method);
      if (first !== undefined) found[part].push(first.ms);
    }
  }
  return found;
}
