// Edits kept as revisions: accepting them gives the text as it was asked for, rejecting them the text that was received.
// More by command: `REVISED=1000 npx vitest run test/documents/revisions.test.ts`.

import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { decodePart, encodePart } from '../../server/src/documents/word/package.ts';
import { attributeOf, child, type Node, rawOf, treeOf } from '../../server/src/documents/word-part/part-tree.ts';
import { applyEdits, type Edit, editsBetween } from '../../server/src/text/edits.ts';
import { createRng } from '../generator/rng.ts';
import { generateDocument } from './generate.ts';
import { KINDS } from './kinds.ts';
import { randomEdit } from './random-edit.ts';
import { opened } from './read.ts';
import { docx, paragraph, run } from './write-docx.ts';

const DOCUMENTS = Number(process.env['REVISED'] ?? 80);
const BY = { author: '勾稽', date: '2026-01-05T09:00:00Z' };

describe('accepted and rejected', () => {
  test.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', (name, kind) => {
    for (let round = 0; round < Math.ceil(DOCUMENTS / KINDS.length); round++) {
      const seed = 7000 + round;
      const { bytes } = generateDocument(seed, kind);
      const before = opened(bytes);
      const edits = editsApart(before.text, seed);
      const refused = new Set(before.refusals(edits).map(({ edit }) => edit));
      const kept = edits.filter((edit) => !refused.has(edit));
      const saved = before.save(kept, { ...BY, asRevisions: true });
      if ('refused' in saved) continue;
      expect(opened(saved.bytes).text, `${name}, seed ${seed}: accepted`).toBe(applyEdits(before.text, kept));
      expect(opened(rejected(saved.bytes)).text, `${name}, seed ${seed}: rejected ${JSON.stringify(kept)}`).toBe(before.text);
    }
  });
});

test('what is saved as a revision twice is rejected once', () => {
  const received = docx(paragraph(run('收到申请14件，办结9件。')));
  const before = opened(received);
  const texts = ['收到申请15件，办结9件。\n', '收到申请16件，已办结9件。\n', '收到申请1件，已办9件。\n'];
  let bytes = received;
  for (const text of texts) {
    const document = opened(bytes);
    const saved = document.save(editsBetween(document.text, text), { ...BY, asRevisions: true });
    if ('refused' in saved) throw new Error(saved.refused[0]?.message);
    ({ bytes } = saved);
    expect(opened(bytes).text).toBe(text);
    expect(opened(rejected(bytes)).text).toBe(before.text);
  }
});

/** Several edits that do not touch one another. */
function editsApart(text: string, seed: number): readonly Edit[] {
  const rng = createRng(seed);
  const edits: Edit[] = [];
  for (let turn = 0; turn < 8; turn++) {
    const edit = randomEdit(text, rng);
    if (edits.every(({ span }) => edit.span.end + 1 < span.start || edit.span.start > span.end + 1)) edits.push(edit);
  }
  return edits;
}

/** As Word does it for the revisions of ours alone. */
function rejected(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const name = Object.keys(parts).find((each) => /^word\/document\d*\.xml$/u.test(each)) ?? '';
  const part = parts[name] ?? new Uint8Array();
  const xml = decodePart(part) ?? '';
  parts[name] = new Uint8Array(encodePart(part, without(xml, treeOf(xml))));
  return zipSync(parts);
}

function isOurs(xml: string, node: Node): boolean {
  return attributeOf(xml, node, 'author') === BY.author;
}

/** The content of a node without what was put in, and with what was taken out. */
function without(xml: string, node: Node): string {
  let text = '';
  let from = node.content;
  for (const each of node.children) {
    text += xml.slice(from, each.at) + restored(xml, each);
    from = each.end;
  }
  return text + xml.slice(from, node.close);
}

function restored(xml: string, node: Node): string {
  if (node.name === 'w:ins' && isOurs(xml, node)) return '';
  if (node.name === 'w:del' && isOurs(xml, node)) return node.close === node.end ? '' : without(xml, node).replaceAll(/<(\/?[\w.-]*:?)delText\b/gu, '<$1t');
  if (isPutIn(xml, node)) return '';
  if (node.close === node.end) return rawOf(xml, node);
  return xml.slice(node.at, node.content) + without(xml, node) + xml.slice(node.close, node.end);
}

/** A paragraph or a row whose mark is put in. */
function isPutIn(xml: string, node: Node): boolean {
  const properties = node.name === 'w:p' ? child(node, 'w:pPr') : node.name === 'w:tr' ? child(node, 'w:trPr') : null;
  const holder = properties === null || node.name === 'w:tr' ? properties : child(properties, 'w:rPr');
  const mark = holder === null ? null : child(holder, 'w:ins');
  return mark !== null && isOurs(xml, mark);
}

test('a document without revisions of ours is left', () => {
  const [kind] = KINDS;
  if (kind === undefined) throw new Error('no kinds');
  const { bytes } = generateDocument(1, kind);
  expect(opened(rejected(bytes)).text).toBe(opened(bytes).text);
});

test('what somebody else put in is divided into insertions of their own, no two of one id', () => {
  const theirs = `<w:ins w:id="7" w:author="审核" w:date="2026-01-15T09:00:00Z">${run('收到申请14件，办结9件。')}</w:ins>`;
  const before = opened(docx(paragraph(theirs)));
  const saved = before.save(editsBetween(before.text, '收到申请15件，办结8件。\n'), { ...BY, asRevisions: true });
  if ('refused' in saved) throw new Error(saved.refused[0]?.message);
  const xml = decodePart(unzipSync(saved.bytes)['word/document.xml'] ?? new Uint8Array()) ?? '';
  const ids = [...xml.matchAll(/<w:(?:ins|del) [^>]*w:id="(\d+)"/gu)].map(([, id]) => id);
  expect(xml.match(/w:author="审核"/gu)?.length).toBe(3);
  expect(new Set(ids).size).toBe(ids.length);
});
