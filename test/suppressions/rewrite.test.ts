// A suppression goes into `.gouji.json` without a word of the rest being lost.

import { describe, expect, test } from 'vitest';
import { changeData, changeFrom, rewriteSuppressions, type SuppressionChange } from '../../server/src/suppressions/write.ts';
import { isSubsequence } from '../../server/src/text/subsequence.ts';
import { changeOf, checked, draft, found, NAME, suppressionsIn, written } from './support.ts';

const TEXT = draft({ 'issued/normative/effective': '0' });
const SILENCE = changeOf(TEXT, 'stock-below-flow', null);
const OFF: SuppressionChange = { kind: 'off', rule: 'term' };
const CHANGES: readonly SuppressionChange[] = [
  SILENCE,
  OFF,
  { kind: 'on', rule: 'term' },
  ...(SILENCE.kind === 'finding' ? [{ kind: 'restored', suppression: SILENCE.suppression } as const] : []),
];

test('a new file keeps a finding by file, rule, cells and their values', () => {
  expect(written(null, SILENCE, OFF)).toBe(`{
  "version": 1,
  "files": {
    "青禾县.nb.txt": {
      "findings": [
        {
          "rule": "stock-below-flow",
          "cells": [
            "issued/normative/effective",
            "issued/normative/made",
            "issued/normative/repealed"
          ],
          "values": {
            "issued/normative/effective": 0,
            "issued/normative/made": 2,
            "issued/normative/repealed": 1
          },
          "text": "“行政规范性文件”现行有效0件，少于制发减废止的1件"
        }
      ],
      "off": [
        "term"
      ]
    }
  }
}
`);
});

describe.each([
  ['two blanks', '{\n  "version": 1,\n  "owner": "王",\n  "files": {\n    "乙.txt": { "off": ["term"] }\n  }\n}\n'],
  [
    'tabs and CRLF',
    '{\r\n\t"files": {\r\n\t\t"青禾县.nb.txt": {\r\n\t\t\t"off": ["radical-character"],\r\n\t\t\t"seen": null\r\n\t\t}\r\n\t},\r\n\t"version": 1\r\n}',
  ],
  ['one line', '{"version":1,"files":{"青禾县.nb.txt":{"findings":[]}}}'],
  ['an empty object', '\ufeff{}'],
  ['a name composed otherwise', '{"files": {"e\u0301.txt": {}}}'],
])('a file with %s', (_, before) => {
  test('keeps every line it had, and is read again with the suppression', () => {
    const after = written(before, SILENCE, OFF);
    expect(checked(TEXT, suppressionsIn(after)).findings).toEqual([]);
    expect(suppressionsIn(after).off.has('term')).toBe(true);
    expect(isSubsequence(before, after)).toBe(true);
    expect(after.includes('\r\n') ? /[^\r]\n/u.test(after) : after.includes('\r')).toBe(false);
  });
});

test('a rule is put behind the others of its line, once', () => {
  const before = `{"files": {"${NAME}": {"off": ["placeholder"]}}}`;
  expect(written(before, OFF, OFF)).toBe(`{"files": {"${NAME}": {"off": ["placeholder", "term"]}}}`);
});

test('a new suppression takes the place of the former one on the finding, and keeps what else stands there', () => {
  const former = written(null, changeOf(TEXT, 'stock-below-flow', '甲')).replace('"note": "甲"', '"note": "甲",\n          "by": { "name": "王" }');
  const now = draft({ 'issued/normative/effective': '0', 'issued/normative/made': '3' });
  const { justification: suppression } = found(now, 'stock-below-flow', suppressionsIn(former));
  const change = changeOf(now, 'stock-below-flow', '乙');
  if (change.kind !== 'finding' || suppression === undefined) throw new Error('no former suppression');
  const after = written(former, { ...change, replaces: suppression });
  expect(suppressionsIn(after).findings).toHaveLength(1);
  expect(found(now, 'stock-below-flow', suppressionsIn(after))).toMatchObject({ severity: 'information' });
  expect(JSON.parse(after).files[NAME].findings[0]).toMatchObject({ note: '乙', by: { name: '王' } });
});

describe('what was written is taken back', () => {
  const other = `{\n  "files": {\n    "${NAME}": {\n      "off": ["placeholder", "law-outdated"],\n      "findings": [{"rule": "term", "text": "甲"}, {"rule": "term", "text": "乙", "note": "丙"}]\n    }\n  }\n}\n`;
  const RESTORE: SuppressionChange = SILENCE.kind === 'finding' ? { kind: 'restored', suppression: SILENCE.suppression } : SILENCE;

  test.each([
    ['a finding', SILENCE, RESTORE],
    ['a rule', OFF, { kind: 'on', rule: 'term' } satisfies SuppressionChange],
  ])('%s, and the file is as it was before', (_, change, back) => {
    expect(written(other, change)).not.toBe(other);
    expect(written(other, change, back)).toBe(other);
  });

  test('alone in its list, it leaves an empty one', () => {
    expect(JSON.parse(written(null, SILENCE, OFF, RESTORE, { kind: 'on', rule: 'term' })).files[NAME]).toEqual({ findings: [], off: [] });
  });

  test('the first of several and one that stands there twice', () => {
    expect(JSON.parse(written(other, { kind: 'on', rule: 'placeholder' })).files[NAME].off).toEqual(['law-outdated']);
    const twice = other.replace('"law-outdated"', '"placeholder"');
    expect(JSON.parse(written(twice, { kind: 'on', rule: 'placeholder' })).files[NAME].off).toEqual([]);
  });

  test('what does not stand there changes nothing', () => {
    expect(written(other, RESTORE, { kind: 'on', rule: 'term' })).toBe(other);
  });
});

test('a damaged file is never rewritten', () => {
  for (const damaged of ['{', '{"files": {', '[]', '{"version": 9}']) expect(rewriteSuppressions(damaged, NAME, OFF)).toHaveProperty('problem');
});

test('a change survives the wire, and nothing else is taken for one', () => {
  for (const change of CHANGES) expect(changeFrom(JSON.parse(JSON.stringify(changeData(change))))).toEqual(change);
  for (const raw of [null, 1, {}, { kind: 'off' }, { kind: 'finding', suppression: {} }, { kind: 'other', rule: 'term' }]) expect(changeFrom(raw)).toBeNull();
});
