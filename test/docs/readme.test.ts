// The READMEs list the settings and commands that exist; `npm run generate` writes their tables.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commandNames, readmes } from './readme-tables.ts';
import { grammarText } from './grammar-words.ts';
import { ruleSettings } from './rule-settings.ts';

const ROOT = new URL('../../', import.meta.url);

it.each([...readmes(ROOT)])('%s is what `npm run generate` writes', (name, text) => {
  expect(readFileSync(new URL(name, ROOT), 'utf8')).toBe(text);
});

it('says of each command what it does', () => {
  const { declared, described } = commandNames(ROOT);
  expect(described).toEqual(declared);
});

// Compared as data: the layout of the files is the formatter's.
it.each([...ruleSettings(ROOT)])('%s offers the rule ids that `npm run generate` writes', (name, text) => {
  expect(JSON.parse(readFileSync(new URL(name, ROOT), 'utf8'))).toEqual(JSON.parse(text));
});

it('colours the column headers that the forms have', () => {
  const written: unknown = JSON.parse(readFileSync(new URL('syntaxes/gov-report.tmLanguage.json', ROOT), 'utf8'));
  expect(written).toEqual(JSON.parse(grammarText(ROOT)));
});
