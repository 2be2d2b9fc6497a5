// The form view's page in a real browser, with the worker of VS Code's web client behind it.
//
//   node test/web/form-view.mjs [--only looks|names|texts|edits] [--edits N] [--seed N] [--pictures FOLDER]

import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BrowserMissing, launchBrowser } from '../e2e/browser.mjs';
import { blank } from '../e2e/drafts/drafts.mjs';
import { randomEdits } from './form-edits.mjs';
import { namedCells } from './form-names.mjs';
import { openForm } from './form-page.mjs';
import { everyText } from './form-texts.mjs';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const SAMPLES = path.join(projectRoot, 'test/samples');
const CELLS = { 2021: 200, 2019: 198 };
const LOOKS = {
  light: {},
  dark: { theme: 'dark' },
  'high-contrast': { theme: 'high-contrast' },
  narrow: { viewport: { width: 480, height: 800 } },
  english: { language: 'en' },
  'read-only': { isReadOnly: true },
};

process.exitCode = await main();

async function main() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      edits: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      pictures: { type: 'string' },
    },
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
    const blanks = Object.fromEntries(Object.entries(CELLS).map(([form, count]) => [form, { text: blank[form], count }]));
    const parts = {
      looks: () => accessible(browser, text, values.pictures),
      names: () => namedCells(browser, blanks),
      texts: () => everyText(browser),
      edits: () => randomEdits(browser, text, { edits: Number(values.edits), seed: Number(values.seed) }),
    };
    const failures = [];
    for (const [part, run] of Object.entries(parts)) if ((values.only ?? part) === part) failures.push(...(await run()));
    for (const failure of failures) console.log(`FAILED ${failure}`);
    console.log(failures.length === 0 ? 'passed' : `${failures.length} failed`);
    return failures.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
}

/** No violation that axe finds, in every look. */
async function accessible(browser, text, pictures) {
  const failures = [];
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const [look, options] of Object.entries(LOOKS)) {
    const page = await openForm(browser, text, options);
    await page.locator('table[data-table="applications"] td [data-key], table[data-table="applications"] td[data-key]').nth(20).focus();
    if (pictures !== undefined) {
      await mkdir(pictures, { recursive: true });
      await page.screenshot({ path: path.join(pictures, `${look}.png`) });
    }
    await page.addScriptTag({ content: axe });
    const violations = await page.evaluate(async () => (await globalThis.axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`));
    failures.push(...violations.map((violation) => `${look}: ${violation}`));
    await page.close();
  }
  console.log(`axe: ${Object.keys(LOOKS).length} looks`);
  return failures;
}
