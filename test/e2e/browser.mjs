// Browser that drives the end-to-end tests, and what a person without it has to install.

import { access } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const EXECUTABLES = [process.env.GOUJI_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export class BrowserMissing extends Error {}

export async function launchBrowser() {
  const executablePath = await firstExisting(EXECUTABLES);
  if (executablePath === undefined) {
    throw new BrowserMissing(
      'No Chromium found. On Debian: apt-get install chromium fonts-wqy-zenhei\n' + 'Elsewhere set GOUJI_CHROMIUM to the path of a Chromium or Chrome.',
    );
  }
  return chromium.launch({ executablePath, args: FLAGS });
}

async function firstExisting(paths) {
  for (const path of paths) {
    const exists =
      path !== undefined &&
      (await access(path).then(
        () => true,
        () => false,
      ));
    if (exists) return path;
  }
  return undefined;
}
