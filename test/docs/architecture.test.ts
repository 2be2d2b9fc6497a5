// The code map of docs/ARCHITECTURE.md is the code's: every room is on it, and every file it names exists.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PAGE = readFileSync(path.join(ROOT, 'docs/ARCHITECTURE.md'), 'utf8');
const [, MAP = ''] = /## Code map\n([\s\S]+?)\n## /u.exec(PAGE) ?? [];
const entries = (folder: string) => readdirSync(path.join(ROOT, folder), { withFileTypes: true });
/** `lexicon.ts`, `parse/tables/rows/find-labels.ts`: a file, perhaps with a room before it, not the pattern for a rule's. */
const FILE = /`([\w./-]+\.(?:ts|mjs))`/gu;
const PLACEHOLDER = /\bID\.\w+$/u;

it('has every room of the server and the client on the map', () => {
  const rooms = ['server/src', 'client/src'].flatMap((folder) => roomsIn(folder));
  expect(rooms.filter((room) => !MAP.includes(`\`${room}\``) && !isNamedWithItsParent(room))).toEqual([]);
});

it('names every room of the tests', () => {
  const rooms = entries('test')
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const [line = ''] = MAP.split('\n').filter((each) => each.startsWith('| `test` |'));
  expect(rooms.filter((room) => !line.includes(`\`${room}\``))).toEqual([]);
});

it('names no file that is not there', () => {
  const files = ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.posix.join(folder, file)),
  );
  const named = [...PAGE.matchAll(FILE)].map(([, file = '']) => file).filter((file) => !PLACEHOLDER.test(file));
  expect(named.filter((file) => !existsSync(path.join(ROOT, file)) && !files.some((known) => known.endsWith(`/${file}`)))).toEqual([]);
});

it('names only commands that there are', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
  const documents = [
    'docs/ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'README.md',
    'README.en.md',
    ...entries('docs')
      .filter(({ name }) => name.endsWith('.md'))
      .map(({ name }) => `docs/${name}`),
  ];
  const named = documents.flatMap((document) =>
    [...readFileSync(path.join(ROOT, document), 'utf8').matchAll(/\bnpm run ([\w:-]+)/gu)].map(([, name = '']) => name),
  );
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
});

/** Folders that hold code, at any depth. */
function roomsIn(folder: string): readonly string[] {
  return entries(folder)
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [`${folder}/${name}`, ...roomsIn(`${folder}/${name}`)]);
}

/** `server/src/cli` … `formats`, one output a file. */
function isNamedWithItsParent(room: string): boolean {
  const line = MAP.split('\n').find((each) => each.startsWith(`| \`${path.posix.dirname(room)}\` |`));
  return line?.includes(`\`${path.posix.basename(room)}\``) === true;
}
