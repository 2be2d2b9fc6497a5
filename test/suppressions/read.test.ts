// `.gouji.json` is read as JSON is, and what is wrong with a damaged one is reported.

import { describe, expect, test } from 'vitest';
import { readSuppressions } from '../../server/src/suppressions/read-config.ts';
import { readJson, type JsonNode } from '../../server/src/text/json.ts';

const TEXTS = ['{}', ' [1, -2.5e3, true, false, null, "甲\\u4e59\\n\\"", {"a": {"b": []}}] ', '{"a":1,"a":2,"__proto__":{"x":1}}', '"😀"', '0'];
const NO_JSON = [
  '',
  ' ',
  '{',
  '[1,]',
  '{"a":1,}',
  '{"a" 1}',
  "{'a':1}",
  '[01]',
  '"\t"',
  '"\\x"',
  '{}x',
  '// 注\n{}',
  'nul',
  '[1 2]',
  '{"a":',
  '"',
  '-',
  `${'['.repeat(9000)}`,
];

describe('JSON', () => {
  test.each(TEXTS)('%s is what JSON.parse makes of it', (text) => {
    const reading = readJson(text);
    expect('root' in reading && plain(reading.root)).toEqual(JSON.parse(text));
  });

  test.each(NO_JSON)('%s is told of, at a place in it', (text) => {
    expect(() => JSON.parse(text)).toThrow();
    const reading = readJson(text);
    if ('root' in reading) throw new Error('was read');
    expect(reading.problem).not.toBe('');
    expect(reading.offset).toBeGreaterThanOrEqual(0);
    expect(reading.offset).toBeLessThanOrEqual(text.length);
  });

  test('every value is the slice of its place', () => {
    const text = ' { "a" : [ 1 , "乙" ] , "b" : { } } ';
    const reading = readJson(text);
    if (!('root' in reading)) throw new Error('was not read');
    const slices = nodesOf(reading.root).map(({ span }) => text.slice(span.start, span.end));
    expect(slices).toEqual(['{ "a" : [ 1 , "乙" ] , "b" : { } }', '[ 1 , "乙" ]', '1', '"乙"', '{ }']);
  });
});

const file = (entry: string) => `{"version": 1, "files": {"甲.txt": ${entry}}}`;

describe('a damaged .gouji.json', () => {
  test.each([
    ['{\n  "version": 1,\n}', '第3行第1列：这里应当是带双引号的名称'],
    ['[]', '文件最外层应为一对花括号 { }'],
    ['{"version": 2}', 'version 应为 1；如由更新的版本写入，请更新本扩展'],
    ['{"files": []}', 'files 应写在一对花括号 { } 中'],
    [file('[]'), '每个文件名后应为一对花括号 { }'],
    [file('{"off": "term"}'), 'off 应写在一对方括号 [ ] 中'],
    [file('{"off": [1]}'), 'off 的每一项应为带双引号的文字'],
    [file('{"findings": [{"cells": []}]}'), '缺少 rule'],
    [file('{"findings": [{"rule": "term"}]}'), '缺少 cells、key 和 text'],
    [file('{"findings": [{"rule": "term", "cells": ["new/total"]}]}'), '单元格应写作“表/行/列”'],
    [file('{"findings": [{"rule": "term", "text": "", "values": {"applications/new/total": "1"}}]}'), '单元格的值应为数字，未填写作 null'],
    [file('{"findings": [{"rule": "term", "text": "", "note": 1}]}'), 'note应为带双引号的文字'],
    [file('{"previous": {}}'), 'previous 缺少 path'],
    [`{"version": 1, "x": "${'甲'.repeat(1024 * 1024)}"}`, '文件超过 1024 KB'],
  ])('%s', (text, problem) => {
    const reading = readSuppressions(text);
    expect('problem' in reading && reading.problem).toContain(problem);
  });

  test('is told of by line and column', () => {
    const reading = readSuppressions('\ufeff{\r\n  "files": {\r\n    "甲.txt": { "off": term }\r\n  }\r\n}');
    if (!('problem' in reading)) throw new Error('was read');
    expect(reading.problem).toMatch(/^第3行第23列：/u);
    expect(reading.range.start).toEqual({ line: 2, character: 22 });
  });
});

test('an empty file, other fields and other files are no harm', () => {
  expect(readSuppressions(' \n')).toEqual({ suppressions: new Map(), folder: { rules: new Map(), exclude: [], root: false } });
  const reading = readSuppressions('{"$schema": "x", "files": {"e\u0301.txt": {"off": ["term"], "owner": "王"}, "乙.txt": {}}}');
  if ('problem' in reading) throw new Error(reading.problem);
  expect(reading.suppressions.get('é.txt')).toEqual({ off: new Set(['term']), findings: [], previous: null });
});

function plain(node: JsonNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'array':
      return node.items.map(plain);
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key, plain(value)]));
    default:
      return node satisfies never;
  }
}

function nodesOf(node: JsonNode): readonly JsonNode[] {
  const children = node.kind === 'array' ? node.items : node.kind === 'object' ? node.members.map(({ value }) => value) : [];
  return [node, ...children.flatMap(nodesOf)];
}
