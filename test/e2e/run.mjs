// Runs the journeys: the extension in a real VS Code, in both kinds of extension host.
//
//   node test/e2e/run.mjs [--host web|node|vsix|start] [--locale zh-cn|en] [--only words of the name]

import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BrowserMissing, launchBrowser } from './browser.mjs';
import { damagedCopy } from './damaged.mjs';
import { editorOf } from './editor.mjs';
import { writeFolder } from './folder.mjs';
import { startInstalledHost, startNodeHost } from './hosts/node.mjs';
import { startNpmStart } from './hosts/npm-start.mjs';
import { startWebHost } from './hosts/web.mjs';
import { journeys } from './journeys/index.mjs';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const HOSTS = { web: startWebHost, node: startNodeHost, vsix: startInstalledHost, start: startNpmStart };
const ACTION_TIMEOUT_MS = 15_000;
const JOURNEY_TIMEOUT_MS = 120_000;
const ATTEMPTS = 3;

process.exitCode = await main();

async function main() {
  const { values } = parseArgs({
    options: {
      host: { type: 'string' },
      locale: { type: 'string' },
      only: { type: 'string' },
      extension: { type: 'string', default: projectRoot },
    },
  });
  if (values.extension === projectRoot && !build()) return 1;
  const browser = await launchBrowser().catch((error) => {
    if (!(error instanceof BrowserMissing)) throw error;
    console.error(error.message);
    return undefined;
  });
  if (browser === undefined) return 2;
  /** @type {{ passed: number, failed: string[] }} */
  const outcome = { passed: 0, failed: [] };
  try {
    for (const name of Object.keys(HOSTS).filter((host) => (values.host ?? host) === host)) {
      const runs = plan(name, values);
      if (runs.length === 0) continue;
      const host = await HOSTS[name](values.extension);
      try {
        for (const run of runs) await runOne(browser, { ...host, extensionRoot: values.extension }, run, outcome);
      } finally {
        await host.close();
      }
    }
  } finally {
    await browser.close();
  }
  // Once more at the end: whoever reads only the tail of a log has to know which.
  outcome.failed.forEach((title) => console.log(`failed  ${title}`));
  console.log(`${outcome.passed} passed, ${outcome.failed.length} failed`);
  return outcome.failed.length === 0 && outcome.passed > 0 ? 0 : 1;
}

function build() {
  return spawnSync(process.execPath, ['esbuild.mjs'], { cwd: projectRoot, stdio: 'inherit' }).status === 0;
}

function plan(host, { locale, only }) {
  return journeys
    .filter(({ name }) => only === undefined || name.includes(only))
    .filter(({ hosts }) => (hosts ?? ['web', 'node']).includes(host))
    .flatMap((journey) => journey.locales.map((journeyLocale) => ({ journey, locale: journeyLocale })))
    .filter((run) => locale === undefined || run.locale === locale);
}

/** Again where it fails: on a busy machine the workbench now and then does not come up, or misses a key. Said in the line; failing each time counts. */
async function runOne(browser, host, run, outcome) {
  let failed = true;
  for (let number = 1; failed && number <= ATTEMPTS; number += 1) failed = await attempt(browser, host, run, number === 1 ? '' : `, attempt ${number}`);
  if (failed) outcome.failed.push(titleOf(host, run));
  else outcome.passed += 1;
}

function titleOf({ name }, { journey, locale }) {
  return `${name} ${locale}: ${journey.name}`;
}

/** Whether the journey failed. */
async function attempt(browser, host, run, which) {
  const { journey, locale } = run;
  const title = titleOf(host, run);
  const parent = await mkdtemp(path.join(os.tmpdir(), 'gouji-e2e-folder-'));
  const folder = path.join(parent, 'drafts');
  await writeFolder(folder, journey);
  const damage = typeof journey.damage === 'function' ? await journey.damage() : journey.damage;
  const extension = damage && (await damagedCopy(host.extensionRoot, path.join(parent, 'extension'), damage));
  const opened = await host.openFolder({ folder, locale, open: journey.open ?? [], extension });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: locale === 'zh-cn' ? 'zh-CN' : 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const started = Date.now();
  const page = await context.newPage();
  page.setDefaultTimeout(ACTION_TIMEOUT_MS);
  const editor = editorOf(page, folder);
  const shot = (name) => editor.screenshot(`${host.name}-${locale}-${name}`);
  try {
    await context.addCookies(opened.cookies);
    await page.goto(opened.url);
    await editor.ready();
    await withDeadline(journey.run(editor, { host: host.name, locale, shot, extension }));
    console.log(`ok      ${title} (${Date.now() - started} ms${which})`);
    return false;
  } catch (error) {
    await editor.screenshot(`failed-${title.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`).catch(() => undefined);
    console.log(`not ok  ${title}\n        ${String(error.message).split('\n').slice(0, 12).join('\n        ')}`);
    return true;
  } finally {
    await context.close();
    await opened.close();
    await rm(parent, { recursive: true, force: true });
  }
}

function withDeadline(promise) {
  let timer;
  const deadline = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${JOURNEY_TIMEOUT_MS} ms`)), JOURNEY_TIMEOUT_MS);
  });
  return Promise.race([promise, deadline]).finally(() => clearTimeout(timer));
}
