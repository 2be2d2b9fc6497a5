// Takes the picture of the README from the real editor on a sample draft:
//
//   node test/e2e/picture.mjs        writes docs/picture.png

import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { scratchCopy } from '../workbench/scratch.mjs';
import { launchBrowser } from './browser.mjs';
import { editorOf } from './editor.mjs';
import { startWebHost } from './hosts/web.mjs';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const SAMPLE = '青石县';
const SIZE = { width: 1280, height: 800 };

if (spawnSync(process.execPath, ['esbuild.mjs'], { cwd: projectRoot, stdio: 'inherit' }).status !== 0) process.exit(1);

const samples = await scratchCopy(path.join(projectRoot, 'test/samples'));
const name = (await readdir(samples.folder)).find((file) => file.startsWith(SAMPLE));
const host = await startWebHost(projectRoot);
const opened = await host.openFolder({ folder: samples.folder, locale: 'zh-cn', open: [name] });
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ viewport: SIZE, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(opened.url);
  await takePicture(editorOf(page, samples.folder), page);
} finally {
  await browser.close();
  await opened.close();
  await samples.remove();
}

async function takePicture(editor, page) {
  await editor.ready();
  const [problem] = await editor.problemsOf((rows) => rows.length > 0, 'the findings');
  await editor.openProblem(problem.text);
  await editor.openFixes();
  await page.screenshot({ path: path.join(projectRoot, 'docs/picture.png') });
  console.log('docs/picture.png');
}
