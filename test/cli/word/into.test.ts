// `gouji convert --into`: of the document that is filled, everything stays byte for byte but the words and numbers that became others.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { decodePart } from '../../../server/src/documents/word/package.ts';
import { child, type Node, rawOf, treeOf, within } from '../../../server/src/documents/word-part/part-tree.ts';
import { writeWord } from '../../../server/src/documents/index.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { printedReport } from '../../../server/src/rewrite/export/printed-report.ts';
import { entriesOf } from '../../documents/archive.ts';
import { gouji } from '../call.ts';
import { folderWith } from '../support.ts';

const SAMPLE = readFileSync(join(import.meta.dirname, '../../samples/青石县人民政府办公室2023年政府信息公开工作年度报告.nb.txt'), 'utf8');
const FORM = join(import.meta.dirname, '../../../../shared/word/official-form-wps.docx');
const PART = 'word/document.xml';

function written(report: string): Uint8Array {
  return writeWord(printedReport(parseReport(report)));
}

/** Another year, one number and one sentence: what a report of last year differs in. */
const LAST_YEAR = SAMPLE.replaceAll('2023', '2022')
  .replace(/^(一、本年新收.*?\t)(\d+)/mu, (_, label: string, value: string) => `${label}${Number(value) + 7}`)
  .replace(/(?<=一、总体情况\n)/u, '上年的一段话，今年没有。\n');

async function filled(into: Uint8Array, told = ''): Promise<Uint8Array> {
  const cwd = folderWith({ '草稿.txt': SAMPLE, '模板.docx': into });
  const { status, stderr } = await gouji({ cwd }, 'convert', '草稿.txt', '--into', '模板.docx', '-o', '结果.docx');
  expect({ status, stderr }).toEqual({ status: 0, stderr: told });
  expect(Buffer.compare(readFileSync(join(cwd, '模板.docx')), into)).toBe(0);
  return readFileSync(join(cwd, '结果.docx'));
}

interface Paragraph {
  readonly raw: string;
  readonly text: string;
}

interface Part {
  /** The part without what stands in its paragraphs: tables, rows, cells, sections, and the properties of paragraphs in cells. */
  readonly frame: string;
  readonly inCells: readonly Paragraph[];
  readonly outside: readonly Paragraph[];
}

function partOf(bytes: Uint8Array): Part {
  const xml = decodePart(unzipSync(bytes)[PART] ?? new Uint8Array()) ?? '';
  const root = treeOf(xml);
  const paragraphs = [...within(root)].filter((node) => node.name === 'w:p' && ![...within(node)].some(({ name }) => name === 'w:p'));
  let frame = '';
  let from = 0;
  const [inCells, outside]: [Paragraph[], Paragraph[]] = [[], []];
  for (const node of paragraphs) {
    const isInCell = ancestors(node).some(({ name }) => name === 'w:tc');
    const own = child(node, 'w:pPr');
    frame += xml.slice(from, node.at) + (isInCell && own !== null ? rawOf(xml, own) : '');
    from = node.end;
    const text = [...within(node)].map((each) => (each.name === 'w:t' ? xml.slice(each.content, each.close) : '')).join('');
    (isInCell ? inCells : outside).push({ raw: rawOf(xml, node), text });
  }
  return { frame: frame + xml.slice(from), inCells, outside };
}

function ancestors(node: Node): readonly Node[] {
  return node.parent === null ? [] : [node.parent, ...ancestors(node.parent)];
}

function expectOnlyFilled(before: Uint8Array, after: Uint8Array): void {
  expect(entriesOf(after, PART)).toEqual(entriesOf(before, PART));
  const [own, now] = [partOf(before), partOf(after)];
  expect(now.frame).toBe(own.frame);
  expect(now.inCells).toHaveLength(own.inCells.length);
  const kept = own.inCells.filter(({ text }, index) => now.inCells[index]?.text === text);
  expect(kept.length).toBeGreaterThan(100);
  expect(now.inCells.filter(({ text }, index) => own.inCells[index]?.text === text)).toEqual(kept);
  // Paragraphs of the same words are the same, and none of them went away or came in another order.
  const texts = new Set(now.outside.map(({ text }) => text));
  const stayed = own.outside.filter(({ text }) => texts.has(text));
  const known = new Set(own.outside.map(({ text }) => text));
  expect(stayed.length).toBeGreaterThan(5);
  expect(now.outside.filter(({ text }) => known.has(text))).toEqual(stayed);
}

test('a protected document is filled with nothing, and none is written', async () => {
  const parts = unzipSync(written(LAST_YEAR));
  const settings = strFromU8(parts['word/settings.xml'] ?? new Uint8Array());
  parts['word/settings.xml'] = strToU8(settings.replace(/(?<=<w:settings[^>]*>)/u, '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'));
  const cwd = folderWith({ '草稿.txt': SAMPLE, '模板.docx': zipSync(parts) });
  const { status, stderr } = await gouji({ cwd }, 'convert', '草稿.txt', '--into', '模板.docx', '-o', '结果.docx');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^模板\.docx：请在 Word 或 WPS 中停止保护/u);
  expect(existsSync(join(cwd, '结果.docx'))).toBe(false);
});

describe('what is not filled stays', () => {
  test('in last year’s report', async () => {
    const before = written(LAST_YEAR);
    const after = await filled(before);
    expectOnlyFilled(before, after);
    const { outside } = partOf(after);
    expect(outside.some(({ text }) => text.includes('上年的一段话'))).toBe(false);
  });

  test('of a title its lines, where it says another year', async () => {
    const { outside } = partOf(await filled(written(LAST_YEAR)));
    expect(outside[0]?.raw).toContain('青石县人民政府办公室</w:t><w:br/><w:t xml:space="preserve">2023年');
  });

  test('in a document that says the same already, which stays as it is', async () => {
    const before = written(SAMPLE);
    expect(Buffer.compare(await filled(before), before)).toBe(0);
  });

  test.runIf(existsSync(FORM))('in the official form', async () => {
    const before = readFileSync(FORM);
    expectOnlyFilled(before, await filled(before, '草稿.txt：标题没有填入，请自行写上：模板中没有标题，或不能修改\n'));
  });
});
