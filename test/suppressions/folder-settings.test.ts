// Levels and exclusions come down from the folders above, the nearest with the last word.

import { describe, expect, test } from 'vitest';
import { inheritSettings } from '../../server/src/suppressions/folder-settings.ts';
import { readSuppressions } from '../../server/src/suppressions/read-config.ts';
import { globMatcher } from '../../server/src/text/globs.ts';
import { configUrisAround, pathBelow } from '../../server/src/lsp/sibling-config-uri.ts';

function settings(json: unknown) {
  const reading = readSuppressions(JSON.stringify(json));
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.folder;
}

describe('folders above', () => {
  const county = { path: 'a.txt', settings: settings({ rules: { term: 'error' } }) };
  const city = { path: '县/a.txt', settings: settings({ rules: { term: 'off', period: 'hint' }, exclude: ['县/旧*'] }) };

  test('are inherited, the nearest before the others', () => {
    expect(Object.fromEntries(inheritSettings([county, city]).levels)).toEqual({ term: 'error', period: 'hint' });
  });

  test('are not, above a root', () => {
    const root = { path: 'a.txt', settings: settings({ root: true }) };
    expect(inheritSettings([root, city])).toEqual({ levels: new Map(), excluded: false });
  });

  test('leave out what one of them leaves out', () => {
    expect(
      inheritSettings([
        { ...county, path: '旧稿.txt' },
        { ...city, path: '县/旧稿.txt' },
      ]).excluded,
    ).toBe(true);
    expect(inheritSettings([county, city]).excluded).toBe(false);
  });
});

test.each([
  ['旧稿', '旧稿/a.txt', true],
  ['旧稿', '县/旧稿/a.txt', true],
  ['旧稿', '县/旧稿本/a.txt', false],
  ['*.md', '县/a.md', true],
  ['县/*.md', '县/乡/a.md', false],
  ['县/**/*.md', '县/a.md', true],
  ['县/**', '县/乡/a.txt', true],
  ['/a.txt', '县/a.txt', false],
  ['{甲,乙}.txt', '乙.txt', true],
  ['[甲乙].txt', '丙.txt', false],
  ['a(1).txt', 'a(1).txt', true],
  ['?.txt', '甲.txt', true],
])('%s of %s: %s', (glob, path, meant) => {
  expect(globMatcher(glob)?.(path)).toBe(meant);
});

test.each([
  [{ rules: { term: 'loud' } }, '规则的级别应为 off、hint、information、warning、error 之一'],
  [{ exclude: 'a' }, 'exclude 应写在一对方括号 [ ] 中'],
  [{ exclude: [''] }, 'exclude 的每一项应为文件名或路径的样式'],
  [{ root: 1 }, 'root 应为 true 或 false'],
])('%j is told of', (json, words) => {
  expect(readSuppressions(JSON.stringify(json))).toMatchObject({ problem: expect.stringContaining(words) as unknown });
});

test('the addresses of the files around a document end at the folder of the workspace', () => {
  const uri = 'file:///w/%E7%94%B2/b/a.txt';
  expect(configUrisAround(uri, ['file:///w'])).toEqual(['file:///w/%E7%94%B2/b/.gouji.json', 'file:///w/%E7%94%B2/.gouji.json', 'file:///w/.gouji.json']);
  expect(configUrisAround(uri, ['file:///other'])).toEqual(['file:///w/%E7%94%B2/b/.gouji.json']);
  expect(configUrisAround('untitled:a', ['file:///w'])).toEqual([]);
  expect(pathBelow('file:///w/.gouji.json', uri)).toBe('甲/b/a.txt');
});
