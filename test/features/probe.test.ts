// The probe lets every report in, and nearly everything else stays out.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { looksGarbled } from '../../client/src/editor/encoding.ts';
import { encodeGb18030 } from '../../server/src/cli/file-encoding.ts';
import { isExcludedScheme } from '../../server/src/protocol/schemes.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { looksLikeReport } from '../../server/src/parse/document/probe.ts';
import { generate } from '../generator/generate.ts';
import { LAYOUTS } from '../generator/layouts/index.ts';
import { report } from './texts.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../samples');

it.each(readdirSync(SAMPLES))('opens to %s', (name) => {
  expect(looksLikeReport(readFileSync(path.join(SAMPLES, name), 'utf8'))).toBe(true);
});

it('opens to whatever the parser recognises, in every layout', () => {
  const shut = LAYOUTS.flatMap((layout, index) => {
    const { text } = generate(index + 1, { layout });
    return parseReport(text).recognised && !looksLikeReport(text) ? [layout] : [];
  });
  expect(shut).toEqual([]);
});

it('opens to a draft that has just begun', () => {
  expect(looksLikeReport('某县2024年政府信息公开工作年度报告\n\n一、总体情况\n')).toBe(true);
});

it.each([
  ['a diary', '一、总体情况\n今天完成了各项工作。\n二、存在的问题\n三、总计 12'],
  ['a rule about disclosure', '第二十条 行政机关应当主动公开本行政机关的下列政府信息：（一）行政法规、规章和规范性文件；'],
  ['a notice', '关于做好2024年政府信息公开工作年度报告编制工作的通知\n请于1月20日前报送。'],
  ['code', 'const total = a + b; // 总计'],
  ['nothing', ''],
])('stays shut to %s', (_, text) => {
  expect(looksLikeReport(text)).toBe(false);
});

it('notices a draft in GB18030 that was read as UTF-8, by its name or by its numbers', () => {
  const bytes = encodeGb18030(report());
  const garbled = new TextDecoder('utf-8').decode(bytes ?? new Uint8Array());
  expect(looksGarbled('/drafts/年报.txt', garbled)).toBe(true);
  expect(looksGarbled('/drafts/a.txt', garbled)).toBe(true);
  expect(looksGarbled('/drafts/年报.txt', report())).toBe(false);
  expect(looksGarbled('/drafts/a.txt', '\ufffd'.repeat(50) + '乱码')).toBe(false);
  expect(looksGarbled('/drafts/年报.txt', '年报中有一个\ufffd')).toBe(false);
});

it('tells views from drafts by their scheme', () => {
  const left = ['git:/a.txt', 'output:x', 'debug:x', 'diffview://a', 'https://host/docs/law.md'];
  const ours = ['file:///a.txt', 'untitled:Untitled-1', 'vscode-vfs://github/a.txt', 'vscode-remote://host/a', 'memfs:/a', '', 'a'];
  expect(left.filter(isExcludedScheme)).toEqual(left);
  expect(ours.filter(isExcludedScheme)).toEqual([]);
});
