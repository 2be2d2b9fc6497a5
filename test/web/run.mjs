// Compares the web worker's findings, in a real browser, with those of the command line.
//
//   node test/web/run.mjs [FILE…]     without files: our samples, and the published reports where they lie beside the project

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BrowserMissing, launchBrowser } from '../e2e/browser.mjs';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const SEVERITIES = ['error', 'warning', 'information', 'hint'];
const MAX_OUTPUT = 256 * 1024 * 1024;

process.exitCode = await main(process.argv.slice(2));

async function main(named) {
  if (spawnSync(process.execPath, ['esbuild.mjs'], { cwd: projectRoot, stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) return 1;
  const browser = await launchBrowser().catch((error) => {
    if (!(error instanceof BrowserMissing)) throw error;
    console.error(error.message);
    return undefined;
  });
  if (browser === undefined) return 2;
  const files = named.length > 0 ? named : await reports();
  const expected = byCommandLine(files);
  let passed = 0;
  let failed = 0;
  try {
    const ask = await startWorker(browser);
    for (const [index, file] of files.entries()) {
      const text = new TextDecoder().decode(await readFile(file));
      const found = JSON.stringify(normalise(await ask(text)));
      if (found === JSON.stringify(expected[index].findings.map(fromCommandLine))) passed++;
      else {
        failed++;
        console.log(`FAILED ${path.basename(file)}: the worker and the command line differ`);
      }
    }
  } finally {
    await browser.close();
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

async function reports() {
  const folders = [path.join(projectRoot, 'test/samples'), ...['seeds', 'corpus'].map((name) => path.join(projectRoot, '../shared', name))];
  const lists = await Promise.all(
    folders
      .filter((folder) => existsSync(folder))
      .map(async (folder) =>
        (await readdir(folder, { withFileTypes: true }))
          .filter((entry) => entry.isFile() && /\.(?:txt|md|html?)$/.test(entry.name))
          .map((entry) => path.join(folder, entry.name))
          .sort(),
      ),
  );
  return lists.flat();
}

function byCommandLine(files) {
  const { stdout } = spawnSync(process.execPath, ['dist/cli.js', 'check', '--format', 'json', ...files], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: MAX_OUTPUT,
  });
  return JSON.parse(stdout);
}

/** The bundle as VS Code's web client starts it; each text is opened, its diagnostics pulled, and closed. */
async function startWorker(browser) {
  const source = await readFile(path.join(projectRoot, 'dist/web/server.js'), 'utf8');
  const page = await browser.newPage();
  await page.evaluate((code) => {
    const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    const waiting = new Map();
    let last = 0;
    worker.onmessage = ({ data }) => {
      if (data.method !== undefined && data.id !== undefined) worker.postMessage({ jsonrpc: '2.0', id: data.id, result: null });
      else if (data.id !== undefined) waiting.get(data.id)?.(data);
    };
    const notify = (method, params) => worker.postMessage({ jsonrpc: '2.0', method, params });
    const request = (method, params) =>
      new Promise((resolve) => {
        const id = ++last;
        waiting.set(id, resolve);
        worker.postMessage({ jsonrpc: '2.0', id, method, params });
      });
    const ready = request('initialize', { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } }).then(() =>
      notify('initialized', {}),
    );
    globalThis.check = async (text) => {
      await ready;
      const uri = `file:///draft-${last}.txt`;
      notify('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version: 1, text } });
      const { result, error } = await request('textDocument/diagnostic', { textDocument: { uri } });
      notify('textDocument/didClose', { textDocument: { uri } });
      if (error !== undefined) throw new Error(error.message);
      return result.items;
    };
  }, source);
  return (text) => page.evaluate((draft) => globalThis.check(draft), text);
}

/** What both sides say of a finding, in one shape. */
function normalise(items) {
  return items.map(({ code, severity, message, range, data = {}, relatedInformation = [] }) => ({
    rule: code,
    severity: SEVERITIES[severity - 1],
    message,
    range,
    cells: data.cells ?? [],
    actual: data.actual ?? null,
    expected: data.expected ?? null,
    related: relatedInformation.map(({ message: words, location }) => ({ message: words, range: location.range })),
  }));
}

function fromCommandLine({ rule, severity, message, range, cells, actual, expected, related }) {
  return {
    rule,
    severity,
    message,
    range,
    cells,
    actual: actual ?? null,
    expected: expected ?? null,
    related: related.map(({ message: words, range: place }) => ({ message: words, range: place })),
  };
}
