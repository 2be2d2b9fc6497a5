// The configurations for other editors know the report names that the manifest knows.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');

interface Manifest {
  readonly contributes: {
    readonly languages: readonly { readonly id: string; readonly extensions: readonly string[]; readonly filenamePatterns: readonly string[] }[];
  };
}

interface Template {
  readonly programArgs: { readonly default: string };
  readonly fileTypeMappings: readonly { readonly fileType: { readonly patterns: readonly string[] }; readonly languageId: string }[];
}

const [language] = (JSON.parse(read('package.json')) as Manifest).contributes.languages;
const PATTERNS = [...(language?.extensions.map((extension) => `*${extension}`) ?? []), ...(language?.filenamePatterns ?? [])];

it('Neovim', () => {
  const [, listed = ''] = /local NAMES = \{(.+?)\}/su.exec(read('docs/editors/neovim.lua')) ?? [];
  expect(quoted(listed, "'")).toEqual(PATTERNS);
});

it('Helix', () => {
  const [, listed = ''] = /file-types = \[(.+?)\]/su.exec(read('docs/editors.md')) ?? [];
  expect(quoted(listed, '"')).toEqual(PATTERNS);
});

it('JetBrains, whose template starts the server for them', () => {
  const template = JSON.parse(read('docs/editors/lsp4ij/template.json')) as Template;
  expect(template.programArgs.default).toMatch(/^node .*\/dist\/server\.js --stdio$/u);
  expect(template.fileTypeMappings.map(({ fileType, languageId }) => [fileType.patterns, languageId])).toEqual([[PATTERNS, language?.id]]);
});

function quoted(list: string, mark: string): readonly string[] {
  return list.split(mark).filter((_, index) => index % 2 === 1);
}
