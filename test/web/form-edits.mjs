// The form view edited at random from both sides in a page: at every step it shows what a fresh reading of the text says, no
// keystroke is lost, no caret moves, and neither the page's memory grows nor the server's.

import { openForm } from './form-page.mjs';

const EDITS_AT_ONCE = 250;
/** Once everything was drawn and edited in every way; what grows from then on grows for ever. */
const WARM_EDITS = 1000;
const TOLD_EDITS = 500;
/** Of the heap after the first edits: rounding, and what a page may hold on to. */
const MAX_GROWTH = 1.2;

export async function randomEdits(browser, text, { edits, seed }) {
  const page = await openForm(browser, text);
  const session = await page.context().newCDPSession(page);
  const worker = await workerOf(session);
  const failures = [];
  let warm;
  let done = 0;
  tell(done, await heapsOf(session, worker));
  while (done < edits && failures.length === 0) {
    const count = Math.min(EDITS_AT_ONCE, edits - done);
    failures.push(...(await page.evaluate(editAtRandom, { seed: seed + done, count, reset: text })));
    done += count;
    if (done % TOLD_EDITS !== 0 && done !== edits) continue;
    const heaps = await heapsOf(session, worker);
    tell(done, heaps);
    if (done < WARM_EDITS) continue;
    warm ??= heaps;
    for (const [name, heap] of Object.entries(heaps)) {
      if (heap > warm[name] * MAX_GROWTH) failures.push(`after ${done} edits the heap of the ${name} is ${heap} bytes, and was ${warm[name]} before`);
    }
  }
  await page.close();
  return failures;
}

function tell(done, { page, server }) {
  console.log(`${done} edits, heap of the page ${(page / 1e6).toFixed(1)} MB, of the server ${(server / 1e6).toFixed(1)} MB`);
}

/** Commands to the worker's own heap, which the page's session passes on. */
async function workerOf(session) {
  const attached = new Promise((resolve) => session.on('Target.attachedToTarget', ({ sessionId }) => resolve(sessionId)));
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const sessionId = await attached;
  const waiting = new Map();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
  });
  let last = 0;
  return (method) =>
    new Promise((resolve) => {
      waiting.set(++last, resolve);
      void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: last, method }) });
    });
}

/** What is left of the heaps of the page and of its server once nothing more can be freed. */
async function heapsOf(session, worker) {
  const heaps = {};
  for (const [name, send] of Object.entries({ page: (method) => session.send(method), server: worker })) {
    await send('HeapProfiler.enable');
    await send('HeapProfiler.collectGarbage');
    heaps[name] = (await send('Runtime.getHeapUsage')).usedSize;
  }
  return heaps;
}

/** Runs in the page. */
async function editAtRandom({ seed, count, reset }) {
  const { gouji } = window;
  let state = seed * 2654435761;
  const random = (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822507) + 1013904223) | 0;
    return (state >>> 8) % below;
  };
  const pick = (list) => list[random(list.length)];
  const inputs = () => [...document.querySelectorAll('td input')];
  const TYPED = ['0', '7', '12', '305', '２８', '', '见附件', '1.5', '-3', '1,234', '—', '4 5'];
  const type = (input, text) => {
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const press = (input, key) => input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const failures = [];

  /** What a cell that nobody types into shows, against a fresh reading. */
  async function compare(step, held) {
    await gouji.settle();
    const fresh = await gouji.fresh();
    if (fresh === null) return;
    for (const input of inputs()) {
      const { key } = input.dataset;
      const td = input.closest('td');
      if (input === held || td.dataset.trouble !== undefined) continue;
      const cell = fresh.cells[key];
      const expected = [cell?.text ?? '', cell?.state ?? 'absent', cell?.expected === undefined ? null : String(cell.expected)];
      const shown = [input.value, td.dataset.state, input.getAttribute('placeholder')];
      if (JSON.stringify(shown) !== JSON.stringify(expected))
        failures.push(`step ${step}, ${key}: shown ${JSON.stringify(shown)}, fresh ${JSON.stringify(expected)}`);
    }
  }

  for (let step = 0; step < count && failures.length === 0; step++) {
    const input = pick(inputs());
    const text = pick(TYPED);
    switch (random(8)) {
      case 0:
      case 1:
        type(input, text);
        press(input, pick(['Enter', 'ArrowDown', 'ArrowUp']));
        break;
      case 2:
        type(input, text);
        input.blur();
        break;
      case 3: {
        // Typed and taken back.
        const before = input.value;
        const hadTrouble = input.closest('td').dataset.trouble !== undefined;
        type(input, text);
        press(input, 'Escape');
        await gouji.settle();
        if (!hadTrouble && input.value !== before && input.closest('td').dataset.trouble === undefined)
          failures.push(`step ${step}: Esc left ${input.value} instead of ${before}`);
        break;
      }
      case 4: {
        // The text is edited elsewhere while a cell is being typed into: what was typed and the caret stay.
        type(input, '987654');
        input.setSelectionRange(2, 4);
        const lines = gouji.text().split('\n');
        lines.splice(1, 0, '本段为另一处的改动。');
        gouji.setText(lines.join('\n'));
        await gouji.settle();
        if (input.value !== '987654' || input.selectionStart !== 2 || input.selectionEnd !== 4)
          failures.push(`step ${step}: typed 987654 [2,4], shown ${input.value} [${input.selectionStart},${input.selectionEnd}]`);
        await compare(step, input);
        input.blur();
        break;
      }
      case 5: {
        // A number changes in the text, in the cell that has the focus too: its caret stays where it can.
        const fresh = await gouji.fresh();
        const cell = fresh?.cells[input.dataset.key];
        if (cell === undefined || cell.state !== 'number' || !/^\d+$/.test(cell.text)) break;
        const lines = gouji.text().split('\n');
        const line = lines[cell.range.start.line];
        lines[cell.range.start.line] = line.slice(0, cell.range.start.character) + String(random(90) + 10) + line.slice(cell.range.end.character);
        if (random(2) === 0) input.focus();
        gouji.setText(lines.join('\n'));
        break;
      }
      case 6:
        gouji.undo();
        break;
      default: {
        // A row is lost, and now and then the whole text is put back.
        const lines = gouji.text().split('\n');
        const rows = lines.flatMap((line, index) => (/\t\d+\t|\d+ \d+ \d+/.test(line) ? [index] : []));
        if (random(3) === 0 && rows.length > 0) lines.splice(pick(rows), 1);
        gouji.setText(random(4) === 0 ? reset : lines.join('\n'));
      }
    }
    if (document.activeElement instanceof HTMLInputElement && random(3) === 0) document.activeElement.blur();
    await compare(step, null);
  }
  gouji.setText(reset);
  await gouji.settle();
  return failures;
}
