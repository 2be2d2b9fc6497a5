// Takes the pictures of the READMEs from the real editor, in both languages: a finding with its fixes, the form view, a review.
//
//   npm run picture [-- NAME]        writes docs/pictures/NAME.LOCALE.webp

import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { foldersOf, reportText, twoYears } from '../units/load-two-years.mjs';
import { launchBrowser } from './browser.mjs';
import { editorOf } from './editor.mjs';
import { writeFolder } from './folder.mjs';
import { startWebHost } from './hosts/web.mjs';
import { formOf } from './journeys/form-view.mjs';
import { settled } from './wait.mjs';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const out = path.join(projectRoot, 'docs/pictures');
const SIZE = { width: 1280, height: 720 };
/** Letters stay sharp at it. */
const QUALITY = 0.3;
const UNITS = twoYears(12);
/** Places in the list of units whose report has a total that is wrong, and whose report did not come. */
const [WRONG, MISSING] = [[1, 4, 7], 3];

const sample = await sampleOf('青石县');
const PICTURES = {
  findings: {
    /** The lines around the finding: this one goes into the package, which has little room. */
    size: { width: 860, height: 520 },
    clip: { x: 48, y: 92, width: 660, height: 310 },
    files: sample,
    take: async (editor) => {
      await editor.press('Control+b');
      const [problem] = await editor.problemsOf((rows) => rows.length > 0, 'the findings');
      await editor.openProblem(problem.text);
      await editor.openFixes();
    },
  },
  form: {
    files: sample,
    take: async (editor, locale) => {
      const [problem] = await editor.problemsOf((rows) => rows.length > 0, 'the findings');
      await editor.openProblem(problem.text);
      // All the room for the two.
      for (const shown of ['Control+j', 'Control+b']) await editor.press(shown);
      await editor.runOwnCommand(locale === 'en' ? 'Show Form View' : '打开版式视图');
      await formOf(editor).ready();
      await formOf(editor).frame.locator('input[aria-invalid="true"]').first().click();
    },
  },
  review: {
    files: reviewed(),
    take: async (editor, locale) => {
      await editor.runOwnCommand(locale === 'en' ? 'Review Reports of a Folder…' : '审核一批年报…');
      const rows = editor.page.locator('.pane-body .monaco-list-row');
      await settled(
        'the units by state',
        () => rows.allInnerTexts(),
        (texts) => texts.some((text) => text.startsWith(locale === 'en' ? 'With errors' : '有错误')),
      );
      await rows.filter({ hasText: UNITS[WRONG[0]].unit.name }).first().click();
      await editor.problemsOf((found) => found.length > 0, 'the findings');
    },
  },
};

await main(process.argv[2]);

async function main(only) {
  if (spawnSync(process.execPath, ['esbuild.mjs'], { cwd: projectRoot, stdio: 'inherit' }).status !== 0) process.exit(1);
  await mkdir(out, { recursive: true });
  const host = await startWebHost(projectRoot);
  const browser = await launchBrowser();
  try {
    for (const [name, picture] of Object.entries(PICTURES).filter(([each]) => only === undefined || each === only)) {
      for (const locale of ['zh-cn', 'en']) await take(host, browser, { ...picture, name, locale });
    }
  } finally {
    await browser.close();
    await host.close();
  }
}

async function take(host, browser, { name, locale, files, size = SIZE, clip, take: prepare }) {
  const parent = await mkdtemp(path.join(os.tmpdir(), 'gouji-picture-'));
  const folder = path.join(parent, locale === 'en' ? 'reports' : '年报');
  await writeFolder(folder, { files, settings: { 'editor.minimap.enabled': false } });
  const [first] = Object.keys(files);
  const opened = await host.openFolder({ folder, locale, open: [first] });
  const context = await browser.newContext({ viewport: size, locale: locale === 'en' ? 'en-US' : 'zh-CN' });
  try {
    const page = await context.newPage();
    await page.goto(opened.url);
    const editor = editorOf(page, folder);
    await editor.ready();
    await prepare(editor, locale);
    const file = path.join(out, `${name}.${locale}.webp`);
    await writeFile(file, await asWebp(context, await page.screenshot({ clip })));
    console.log(path.relative(projectRoot, file));
  } finally {
    await context.close();
    await opened.close();
    await rm(parent, { recursive: true });
  }
}

/** Encoded by the browser itself. */
async function asWebp(context, png) {
  const page = await context.newPage();
  const url = await page.evaluate(
    async ([data, quality]) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      canvas.getContext('2d').drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', quality);
    },
    [png.toString('base64'), QUALITY],
  );
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

async function sampleOf(start) {
  const folder = path.join(projectRoot, 'test/samples');
  const name = (await readdir(folder)).find((file) => file.startsWith(start));
  return { [name]: await readFile(path.join(folder, name), 'utf8') };
}

function reviewed() {
  const fileOf = (index) => `本年/${index}-${UNITS[index].unit.level}.txt`;
  const { [fileOf(MISSING)]: _, '名单.csv': __, ...files } = foldersOf(UNITS);
  const wrong = WRONG.map((index) => {
    const { now } = UNITS[index];
    return [fileOf(index), reportText({ ...now, figures: { cells: { ...now.figures.cells, 'applications/total/total': 999 } } })];
  });
  const units = UNITS.map(({ unit }) => ({ name: unit.name, level: unit.level }));
  return { ...files, ...Object.fromEntries(wrong), '.gouji.json': JSON.stringify({ version: 1, units }) };
}
