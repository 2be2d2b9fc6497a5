// The form view against the text, edited at random from both sides: at every step it shows what a fresh reading of the text says,
// no keystroke is lost and no caret moves.
//
//   node test/web/form-view.mjs [--edits N] [--seed N] [--pictures FOLDER]

import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BrowserMissing, launchBrowser } from '../e2e/browser.mjs';
import { openForm } from './form-page.mjs';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const SAMPLES = path.join(projectRoot, 'test/samples');
const EDITS_AT_ONCE = 250;
const LOOKS = {
  light: {},
  dark: { theme: 'dark' },
  'high-contrast': { theme: 'high-contrast' },
  narrow: { viewport: { width: 480, height: 800 } },
  english: { language: 'en' },
};

process.exitCode = await main();

async function main() {
  const { values } = parseArgs({
    options: { edits: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' }, pictures: { type: 'string' } },
  });
  if (spawnSync(process.execPath, ['esbuild.mjs'], { cwd: projectRoot, stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) return 1;
  const browser = await launchBrowser().catch((error) => {
    if (!(error instanceof BrowserMissing)) throw error;
    console.error(error.message);
    return undefined;
  });
  if (browser === undefined) return 2;
  try {
    const name = (await readdir(SAMPLES)).find((file) => file.startsWith('青石县'));
    const text = await readFile(path.join(SAMPLES, name), 'utf8');
    const failures = [...(await accessible(browser, text, values.pictures)), ...(await inert(browser, text)), ...(await randomEdits(browser, text, values))];
    for (const failure of failures) console.log(`FAILED ${failure}`);
    console.log(failures.length === 0 ? 'passed' : `${failures.length} failed`);
    return failures.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
}

/** No violation that axe finds, in every look; each cell is named by row, column and state. */
async function accessible(browser, text, pictures) {
  const failures = [];
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const [look, options] of Object.entries(LOOKS)) {
    const page = await openForm(browser, text, options);
    await page.locator('table[data-table="applications"] input').nth(20).focus();
    await page.addScriptTag({ content: axe });
    const violations = await page.evaluate(async () => (await globalThis.axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`));
    failures.push(...violations.map((violation) => `${look}: ${violation}`));
    if (pictures !== undefined) {
      await mkdir(pictures, { recursive: true });
      await page.screenshot({ path: path.join(pictures, `${look}.png`) });
    }
    if (look === 'light') {
      const names = await page.locator('td input').evaluateAll((inputs) => inputs.map((input) => input.getAttribute('aria-label')));
      if (names.length !== 200 || new Set(names).size !== 200) failures.push(`${names.length} cells have ${new Set(names).size} names`);
    }
    await page.close();
  }
  console.log(`axe: ${Object.keys(LOOKS).length} looks`);
  return failures;
}

/** Markup of a draft is drawn as text, whatever part it stands in. */
async function inert(browser, text) {
  const hostile = '<img src=x onerror="window.struck=1"><script>window.struck=1</script>';
  const page = await openForm(browser, text.replace('一、总体情况', `${hostile}\n一、总体情况`).replace('（三）', `${hostile}（三）`));
  await page.evaluate(() => window.gouji.settle());
  const [struck, images, drawn] = await page.evaluate(() => [
    window.struck,
    document.querySelectorAll('main img, main script').length,
    document.body.innerText.includes('onerror'),
  ]);
  await page.close();
  return struck === undefined && images === 0 && drawn ? [] : [`hostile text: struck ${struck}, elements ${images}, drawn ${drawn}`];
}

async function randomEdits(browser, text, { edits, seed }) {
  const page = await openForm(browser, text);
  const count = Number(edits);
  const heap = [];
  const failures = [];
  for (let done = 0; done < count && failures.length === 0; done += EDITS_AT_ONCE) {
    const found = await page.evaluate(editAtRandom, { seed: Number(seed) + done, count: Math.min(EDITS_AT_ONCE, count - done), reset: text });
    failures.push(...found);
    heap.push(await page.evaluate(() => Math.round(performance.memory.usedJSHeapSize / 1e6)));
  }
  console.log(`${count} edits, heap ${heap[0]} MB after the first ${EDITS_AT_ONCE}, ${heap.at(-1)} MB at the end`);
  await page.close();
  return failures;
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
