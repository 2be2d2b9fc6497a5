// Whatever is cited in messages, pages, forms and documents stands in the table of sources, and practice is worded as practice.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BINDING_WORDS, SOURCES } from '../../server/src/forms/sources.ts';

const ROOT = new URL('../../', import.meta.url);
/** An article, a notice by its number, a law by its title, a standard. */
const CITATION = /第[一二三四五六七八九十]{1,4}条|[\u4e00-\u9fff]{2,8}〔\d{4}〕\d+号|国务院令第\d+号|GB\/T \d+(?:—\d+)?|《[^》\n]{2,30}(?:法|条例)》/gu;
const NOT_OF_LAW = /《[^》\n]*(?:实施办法|管理办法)》/u;

function textsIn(folder: string, ext: RegExp): readonly string[] {
  return readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((name) => ext.test(name))
    .map((name) => `${folder}${name}`);
}

/** Comments cite for developers; what they cite stands in the table too. */
const FILES = [
  'README.md',
  'README.en.md',
  ...textsIn('server/src/', /\.(?:ts|md)$/u),
  ...textsIn('docs/', /\.md$/u),
  ...textsIn('snippets/', /\.json$/u),
  ...textsIn('l10n/', /\.json$/u),
].filter(
  // The table itself, a pattern, and an example whose number is invented.
  (name) => !['server/src/forms/sources.ts', 'server/src/features/document-links.ts', 'docs/rules/document-number.md'].includes(name),
);
const known = new Set(SOURCES.flatMap(({ cited }) => cited));

/** 国办公开办函 may stand behind other words: the number with the shortest name before it that is known. */
function isKnown(citation: string): boolean {
  return [...known].some((name) => citation.endsWith(name));
}

describe('what is cited', () => {
  test.each(FILES)('in %s stands in the table', (name) => {
    const cited = readFileSync(new URL(name, ROOT), 'utf8').match(CITATION) ?? [];
    expect([...new Set(cited)].filter((each) => !isKnown(each) && !NOT_OF_LAW.test(each))).toEqual([]);
  });

  test('and what stands there is cited somewhere', () => {
    const all = FILES.map((name) => readFileSync(new URL(name, ROOT), 'utf8')).join('\n');
    expect(SOURCES.filter(({ cited }) => !cited.some((name) => all.includes(name))).map(({ cited }) => cited[0])).toEqual([]);
  });
});

test('practice is never worded as law', () => {
  const practice = SOURCES.filter(({ status }) => status === 'practice').flatMap(({ cited }) => cited);
  const sentences = FILES.flatMap((name) => readFileSync(new URL(name, ROOT), 'utf8').split(/[。\n]/u)).filter((sentence) =>
    practice.some((name) => sentence.includes(name)),
  );
  expect(sentences.length).toBeGreaterThan(0);
  expect(sentences.filter((sentence) => BINDING_WORDS.some((word) => sentence.includes(word)))).toEqual([]);
});
