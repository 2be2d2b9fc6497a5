// Documents and comments name only what exists: relative links, paths in backquotes, documents cited in the code.

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
/** `docs/law.md`, or with a section: `docs/ARCHITECTURE.md, “How a table is read”`. */
const CITED = /\b(docs\/[\w-]+\.md)(?:, “([^”]+)”)?/gu;
const LINK = /\]\((?!https?:|#|command:)([^)#\s]+)(?:#[^)]*)?\)/gu;

it.each(DOCUMENTS)('%s', (document) => {
  const text = readFileSync(path.join(ROOT, document), 'utf8');
  const links = [...text.matchAll(LINK)].map(([, target = '']) => path.join(path.dirname(document), target));
  const quoted = [...text.matchAll(QUOTED)].map(([, target = '']) => target);
  expect([...links, ...quoted].filter((target) => !existsSync(path.join(ROOT, target.replace(/\bID\b/u, 'wrong-cell'))))).toEqual([]);
});

it('has every document and section that a comment cites', () => {
  const sources = ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.join(folder, name)),
  );
  const cited = sources.flatMap((source) =>
    [...readFileSync(path.join(ROOT, source), 'utf8').matchAll(CITED)].map(([, document = '', section]) => ({ source, document, section })),
  );
  const isThere = (document: string, section: string | undefined) =>
    existsSync(path.join(ROOT, document)) && (section === undefined || readFileSync(path.join(ROOT, document), 'utf8').includes(`# ${section}\n`));
  expect(cited.some(({ section }) => section !== undefined)).toBe(true);
  expect(cited.filter(({ document, section }) => !isThere(document, section))).toEqual([]);
});
