// Draws icon.png of the extension from its SVG, which the manifest does not take:
//
//   node test/e2e/icon.mjs        writes icon.png from docs/icon.svg

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.mjs';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const SIDE = 256;

const drawing = await readFile(path.join(projectRoot, 'docs/icon.svg'), 'utf8');
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: SIDE, height: SIDE } });
  await page.setContent(`<body style="margin:0">${drawing}`);
  await page.screenshot({ path: path.join(projectRoot, 'icon.png'), omitBackground: true });
} finally {
  await browser.close();
}
