// A clone works wherever it lies, and however git was told to write line ends.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDERS = ['client', 'docs', 'l10n', 'schemas', 'server', 'snippets', 'syntaxes', 'test'];
const TEXT = /\.(?:[cm]?[jt]s|json|md|txt|svg|html|lua|el|sh)$/u;
/** Kept byte by byte, as `.gitattributes` has it. */
const AS_FOUND = /^test\/fuzz\/found\//u;

/** The editors under test are installed below `test`, with links that lead round in circles. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .flatMap((entry) => (entry.isDirectory() ? filesIn(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));
}

const files = FOLDERS.flatMap(filesIn)
  .filter((name) => TEXT.test(name))
  .map((name) => ({ name, text: readFileSync(path.join(ROOT, name), 'utf8') }));

it('has line feeds only, as .gitattributes asks of git', () => {
  expect(readFileSync(path.join(ROOT, '.gitattributes'), 'utf8')).toContain('\n* text=auto eol=lf\n');
  expect(files.filter(({ name, text }) => text.includes('\r') && !AS_FOUND.test(name)).map(({ name }) => name)).toEqual([]);
});

it('takes no path out of a URL as it stands there: blanks and Chinese characters are escaped in it', () => {
  // Where requests are answered or sent, a path is that of an address.
  const ofRequests = /'node:(?:http|net)'/u;
  const onDisk = files.filter(({ name, text }) => /\.[cm]?[jt]s$/u.test(name) && /import\.meta\.url|: URL\b/u.test(text) && !ofRequests.test(text));
  const asItStands = /[.]pathname\b/u;
  expect(onDisk.length).toBeGreaterThan(0);
  expect(onDisk.filter(({ text }) => asItStands.test(text)).map(({ name }) => name)).toEqual([]);
});
