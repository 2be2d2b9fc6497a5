// Do the documents name only what is there? Relative links, and paths in backquotes.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DOCUMENTS = ['.', 'docs', 'docs/rules'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name)),
);
/** A path in backquotes: in one of our folders, without a pattern; `ID` stands for a rule. */
const QUOTED = /`((?:client|docs|schemas|server|snippets|syntaxes|test)\/[\w./-]+)`/gu;
const LINK = /\]\((?!https?:|#|command:)([^)#\s]+)(?:#[^)]*)?\)/gu;

it.each(DOCUMENTS)('%s', (document) => {
  const text = readFileSync(path.join(ROOT, document), 'utf8');
  const links = [...text.matchAll(LINK)].map(([, target = '']) => path.join(path.dirname(document), target));
  const quoted = [...text.matchAll(QUOTED)].map(([, target = '']) => target);
  expect([...links, ...quoted].filter((target) => !existsSync(path.join(ROOT, target.replace(/\bID\b/u, 'wrong-cell'))))).toEqual([]);
});
