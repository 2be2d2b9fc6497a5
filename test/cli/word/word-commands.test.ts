// `gouji annotate` and `gouji convert`: what is written, and wrong usage, after which nothing is.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { openDocument, writeWord } from '../../../server/src/documents/index.ts';
import type { OpenDocument } from '../../../server/src/documents/document.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { printedReport } from '../../../server/src/rewrite/export/printed-report.ts';
import { gouji } from '../call.ts';

const SAMPLE = readFileSync(join(import.meta.dirname, '../../samples/青石县人民政府办公室2023年政府信息公开工作年度报告.nb.txt'), 'utf8');
/** One number of a report that adds up, changed. */
const BROKEN = SAMPLE.replace(/^(一、本年新收.*?\t)(\d+)/mu, (_, label: string, value: string) => `${label}${Number(value) + 7}`);

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'gouji-word-'));
  writeFileSync(join(cwd, '草稿.txt'), SAMPLE);
  writeFileSync(join(cwd, '年报.docx'), writeWord(printedReport(parseReport(BROKEN))));
  mkdirSync(join(cwd, '批注稿'));
});

function read(file: string): OpenDocument {
  const opening = openDocument(readFileSync(join(cwd, file)), file);
  if (opening === null || 'problem' in opening) throw new Error(file);
  return opening;
}

function values(text: string) {
  return new Map([...parseReport(text).cells.values()].flatMap(({ key, reading }) => (reading.kind === 'number' ? [[key, reading.value]] : [])));
}

describe('annotate', () => {
  it('writes each finding once, at its words, into a copy', async () => {
    const before = readFileSync(join(cwd, '年报.docx'));
    const { status, stdout } = await gouji({ cwd }, 'annotate', '年报.docx', '--out', '批注稿', '--author', '审核人', '--date', '2026-01-05');
    const { findings } = JSON.parse((await gouji({ cwd }, 'check', '年报.docx')).stdout) as { readonly findings: readonly unknown[] };
    expect(findings.length).toBeGreaterThan(0);
    expect({ status, stdout }).toEqual({ status: 0, stdout: `批注稿/年报.docx：${findings.length}条批注\n` });
    expect(read('批注稿/年报.docx').notes).toContainEqual(expect.objectContaining({ kind: 'comments', count: findings.length }));
    expect(read('批注稿/年报.docx').text).toBe(read('年报.docx').text);
    expect(readFileSync(join(cwd, '年报.docx')).equals(before)).toBe(true);
  });

  it('writes a clean copy of what it annotated', async () => {
    await gouji({ cwd }, 'annotate', '年报.docx', '--out', '批注稿');
    mkdirSync(join(cwd, '清洁稿'));
    expect(await gouji({ cwd }, 'annotate', '批注稿/年报.docx', '--out', '清洁稿', '--clean')).toEqual({
      status: 0,
      stdout: '清洁稿/年报.docx：清洁稿\n',
      stderr: '',
    });
    const rulesOf = async (file: string) => {
      const { findings } = JSON.parse((await gouji({ cwd }, 'check', file)).stdout) as { readonly findings: readonly { readonly rule: string }[] };
      return findings.map(({ rule }) => rule);
    };
    expect(await rulesOf('批注稿/年报.docx')).toContain('tracked-changes');
    expect(await rulesOf('清洁稿/年报.docx')).not.toContain('tracked-changes');
    expect(read('清洁稿/年报.docx').text).toBe(read('年报.docx').text);
  });

  test.each([
    [['草稿.txt', '--out', '批注稿'], '请给 .docx 文档'],
    [['草稿.txt', '--out', '批注稿', '--clean'], '请给 .docx 文档'],
    [['年报.docx', '--out', '批注稿', '--clean', '--author', '甲'], '--clean 不能与'],
    [['年报.docx', '--out', '.'], '副本与原文件是同一个文件'],
    [['年报.docx'], '请用 --out'],
    [['年报.docx', '--out', '没有'], '请先建立文件夹'],
    [['--out', '批注稿'], '缺少文件'],
    [['年报.docx', '--out', '批注稿', '--date', '昨天'], '--date 要写日期'],
    [['年报.docx', '--out', '批注稿', '--date', '2026-13-40'], '--date 要写日期'],
    [['没有.docx', '--out', '批注稿'], '找不到'],
    [['年报.docx', '--ot', '批注稿'], '--out'],
  ])('%j', async (argv, words) => {
    const { status, stderr } = await gouji({ cwd }, 'annotate', ...argv);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
    expect(readdirSync(join(cwd, '批注稿'))).toEqual([]);
  });

  it('leaves a file that is there', async () => {
    writeFileSync(join(cwd, '批注稿/年报.docx'), '别人的');
    expect((await gouji({ cwd }, 'annotate', '年报.docx', '--out', '批注稿')).status).toBe(2);
    expect(readFileSync(join(cwd, '批注稿/年报.docx'), 'utf8')).toBe('别人的');
  });
});

describe('convert', () => {
  test.each(['结果.docx', '结果.html', '结果.md'])('to %s', async (out) => {
    expect(await gouji({ cwd }, 'convert', '草稿.txt', '-o', out)).toEqual({ status: 0, stdout: `${out}\n`, stderr: '' });
    const text = out.endsWith('.docx') ? read(out).text : readFileSync(join(cwd, out), 'utf8');
    expect(values(text)).toEqual(values(SAMPLE));
  });

  test.each([
    ['twice over', `${SAMPLE}\n${SAMPLE}`, '文中还有第二份年报，没有写出'],
    ['without a table', SAMPLE.replace(/^一、本年新收[\s\S]*?(?=^四、政府信息公开行政复议)/mu, ''), '没有读到表格，已按原文逐行写出'],
  ])('says what of a report %s it does not write', async (_, text, words) => {
    writeFileSync(join(cwd, '怪.txt'), text);
    const { status, stderr } = await gouji({ cwd }, 'convert', '怪.txt', '-o', '结果.md');
    expect(status).toBe(0);
    expect(stderr).toContain(words);
  });

  it('fills a document of one’s own', async () => {
    const { status, stderr } = await gouji({ cwd }, 'convert', '草稿.txt', '--into', '年报.docx', '-o', '今年.docx');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(values(read('今年.docx').text)).toEqual(values(SAMPLE));
  });

  test.each([
    [['草稿.txt'], '请用 -o'],
    [['草稿.txt', '-o', '结果.pdf'], '之一结尾'],
    [['草稿.txt', '-o', '年报.docx'], '已存在'],
    [['草稿.txt', '年报.docx', '-o', '结果.md'], '请写一个文件'],
    [['没有.txt', '-o', '结果.md'], '找不到'],
    [['草稿.txt', '--into', '草稿.txt', '-o', '结果.docx'], '请给 .docx 文档'],
    [['草稿.txt', '--into', '年报.docx', '-o', '结果.md'], '--into 的结果要以 .docx 结尾'],
  ])('%j', async (argv, words) => {
    const before = readdirSync(cwd);
    const { status, stderr } = await gouji({ cwd }, 'convert', ...argv);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
    expect(readdirSync(cwd)).toEqual(before);
  });
});

const FORM = join(import.meta.dirname, '../../../../shared/word/official-form-wps.docx');

test.runIf(existsSync(FORM))('the official form takes all numbers of a report', async () => {
  const { status } = await gouji({ cwd }, 'convert', '草稿.txt', '--into', FORM, '-o', '填好.docx');
  expect(status).toBe(0);
  expect(values(read('填好.docx').text)).toEqual(values(SAMPLE));
});
