// A text that is no annual report stays without a finding: a thousand of them, and the sources and pages of this project.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { createRng } from '../generator/rng.ts';
import { KINDS } from './kinds/index.ts';

const TEXTS = 1000;
const PER_KIND = Math.ceil(TEXTS / KINDS.length);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What is said about a text; nothing where it is left alone. */
function said(text: string): readonly string[] {
  const report = parseReport(text);
  const { findings } = checkReport(report);
  return [...(report.recognised ? ['recognised'] : []), ...findings.map(({ rule }) => rule)];
}

describe('no word about', () => {
  test.each(KINDS)('$name', ({ name, write }) => {
    const failures = Array.from({ length: PER_KIND }, (_, index) => index + 1).filter((seed) => said(write(createRng(seed))).length > 0);
    // The seeds that fail: `write(createRng(seed))` is the text.
    expect({ name, failures }).toEqual({ name, failures: [] });
  });
});

/** Sources and pages of the project itself; none of them is a report. */
function ownFiles(folder: string, ending: string): readonly string[] {
  return readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((name) => name.endsWith(ending) && statSync(ROOT + name).isFile());
}

test('no word about the sources of this project', () => {
  const files = [
    ...ownFiles('server/src', '.ts'),
    ...ownFiles('client/src', '.ts'),
    ...ownFiles('l10n', '.json'),
    // The parts, one after another with their tables, are a report; everything else there is a piece of one.
    ...ownFiles('snippets', '.json').filter((name) => name !== 'snippets/parts.json'),
    'package.json',
  ];
  expect(files.filter((name) => said(readFileSync(ROOT + name, 'utf8')).length > 0)).toEqual([]);
});
