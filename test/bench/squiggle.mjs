// From a keystroke to its squiggle in the window of a real VS Code: ours beside the least an extension with a server can be.

import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { BrowserMissing, launchBrowser } from '../e2e/browser.mjs';
import { balanced } from '../e2e/drafts/drafts.mjs';
import { editorOf, positionOf } from '../e2e/editor.mjs';
import { writeFolder } from '../e2e/folder.mjs';
import { startNodeHost } from '../e2e/hosts/node.mjs';
import { percentile, short } from './figures.mjs';
import { measureParts, openView, redrawn } from './form.mjs';

const NAME = '柳溪镇.nb.txt';
const ROW = '一、本年新收政府信息公开申请数量 12 2 0 0 0 1 15';
/** Each puts a squiggle up or takes it away. */
const KEYSTROKES = 200;
const WARM_UP = 20;
const WAIT_MS = 15_000;

export async function measureSquiggle({ root, scratch, bundle, sheet }) {
  if (bundle('client.js') === null || bundle('server.js') === null) return;
  const browser = await launchBrowser().catch((error) => {
    if (!(error instanceof BrowserMissing)) throw error;
    console.log(`  ${error.message}`);
    return null;
  });
  if (browser === null) return;
  const extensions = [
    ['trivial extension', await trivialExtension(root, scratch)],
    ['ours', root],
  ];
  const windows = [];
  try {
    for (const [name, folder] of extensions) windows.push({ name, samples: [], ...(await openWindow(browser, folder, scratch)) });
    await typeInTurn(windows);
    await typeBesideForm(windows[1], sheet);
    await measureParts(browser, sheet);
  } finally {
    for (const { host } of windows) await host.close();
    await browser.close();
  }
  const [floor] = windows;
  const rows = windows.map(({ name, samples }) => [
    name,
    ...[0.5, 0.95].flatMap((share) => [percentile(samples, share), percentile(samples, share) - percentile(floor.samples, share)]).map(short),
  ]);
  sheet.table(
    `From a keystroke to its squiggle in VS Code’s page, ms, ${KEYSTROKES} keystrokes each in turn`,
    ['extension', 'p50', 'more than the trivial one', 'p95', 'more than the trivial one'],
    rows,
  );
}

async function trivialExtension(root, scratch) {
  const folder = join(scratch, 'trivial-extension');
  await mkdir(folder, { recursive: true });
  const here = join(root, 'test', 'bench');
  const options = { bundle: true, platform: 'node', format: 'cjs', minify: true, external: ['vscode'], logLevel: 'error' };
  await build({ ...options, entryPoints: [join(here, 'trivial-extension.ts')], outfile: join(folder, 'client.js') });
  await build({ ...options, entryPoints: [join(here, 'trivial-server.ts')], outfile: join(folder, 'server.js') });
  const manifest = {
    name: 'trivial',
    publisher: 'gouji-bench',
    version: '0.0.0',
    engines: { vscode: '^1.91.0' },
    main: './client.js',
    activationEvents: ['onLanguage:plaintext'],
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

/** An editor with the draft open, the cursor behind the total, after its first squiggle came and went. */
async function openWindow(browser, extension, scratch) {
  const folder = join(await mkdtemp(join(scratch, 'window-')), 'drafts');
  await writeFolder(folder, { files: { [NAME]: balanced } });
  const host = await startNodeHost(extension);
  const { url, cookies } = await host.openFolder({ folder, locale: 'en', open: [NAME] });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies(cookies);
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  const editor = editorOf(page, folder);
  await page.goto(url);
  await editor.ready();
  await editor.goTo(positionOf(balanced, ROW, ROW.length));
  return { host, page, editor };
}

/** Key by key, so that a busy moment of the machine strikes both alike. */
async function typeInTurn(windows) {
  for (let stroke = 0; stroke < WARM_UP + KEYSTROKES; stroke++) {
    for (const { page, samples } of windows) {
      const took = await strike(page, stroke % 2 === 0);
      if (stroke >= WARM_UP) samples.push(took);
    }
  }
}

/** The same keystrokes with the form view open beside the text: from the key to the squiggle, and to the cell that the view draws anew. */
async function typeBesideForm({ page, editor }, sheet) {
  const view = await openView(editor);
  await editor.goTo(positionOf(balanced, ROW, ROW.length));
  const samples = { squiggle: [], 'cell of the form view': [] };
  for (let stroke = 0; stroke < WARM_UP + KEYSTROKES; stroke++) {
    const appears = stroke % 2 === 0;
    const drawn = redrawn(view, appears);
    const squiggle = await strike(page, appears);
    const began = await page.evaluate(() => globalThis.began);
    const redraw = (await drawn) - began;
    if (stroke < WARM_UP) continue;
    samples.squiggle.push(squiggle);
    samples['cell of the form view'].push(redraw);
  }
  const rows = Object.entries(samples).map(([name, each]) => [
    name,
    ...[0.5, 0.95].flatMap((share) => [short(percentile(each, share)), `${(percentile(each, share) / percentile(samples.squiggle, share)).toFixed(2)}`]),
  ]);
  sheet.table(
    `From a keystroke in the text to what shows it, the form view beside, ms, ${KEYSTROKES} keystrokes`,
    ['what', 'p50', 'times the squiggle', 'p95', 'times the squiggle'],
    rows,
  );
}

/** By the page's own clock: from the key's event until the squiggle is in the page, or no longer. */
async function strike(page, appears) {
  await page.evaluate((due) => {
    const editor = document.querySelector('.editor-group-container.active');
    globalThis.struck = new Promise((resolve) => {
      let began;
      const look = () => {
        if (began === undefined || (editor.querySelector('.squiggly-error') !== null) !== due) return;
        observer.disconnect();
        resolve(performance.now() - began);
      };
      const observer = new MutationObserver(look);
      const note = (event) => {
        began = event.timeStamp;
        globalThis.began = performance.timeOrigin + began;
      };
      addEventListener('keydown', note, { capture: true, once: true });
      observer.observe(editor, { childList: true, subtree: true });
    });
  }, appears);
  await page.keyboard.press(appears ? '0' : 'Backspace');
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`no squiggle ${appears ? 'came' : 'went'} in ${WAIT_MS} ms`)), WAIT_MS)));
  return Promise.race([page.evaluate(() => globalThis.struck), late]).finally(() => clearTimeout(timer));
}
