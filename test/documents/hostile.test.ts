// Nothing makes the document reader throw, or read what is not there: mutated archives and parts. More by command:
// `MUTATIONS=100000 npx vitest run test/documents/hostile.test.ts`.

import { describe, expect, test } from 'vitest';
import { openDocument } from '../../server/src/documents/open-document.ts';
import { createRng, type Rng } from '../generator/rng.ts';
import { generateDocument } from './generate.ts';
import { KINDS } from './kinds.ts';
import { packageOf, zip } from './write-docx.ts';

const COUNT = Number(process.env['MUTATIONS'] ?? 1500);
const NAME = '年报.docx';

const SAMPLES = KINDS.filter(({ name }) => ['official', 'everything', 'auto-both', 'utf16'].includes(name)).map(
  (kind) => generateDocument(77, kind, { formKind: '2021', density: 'sparse' }).bytes,
);

/** Every answer is a text with a map that holds, or a reason. */
function open(bytes: Uint8Array, where: string): void {
  const opening = openDocument(bytes, NAME);
  if (opening === null) return;
  if ('problem' in opening) {
    expect(opening.problem, where).not.toBe('');
    return;
  }
  const { text, map } = opening;
  const middle = Math.floor(text.length / 2);
  for (const { span } of map.sourceOf({ start: middle, end: middle + 20 })) {
    if (!(span.start >= 0 && span.start <= span.end)) expect.unreachable(where);
  }
  map.placeAt(middle);
  // What it becomes is read as asked, or it is refused; nothing else, and nothing thrown.
  const edits = [{ span: { start: middle, end: Math.min(text.length, middle + 1) }, newText: '7' }];
  const saved = opening.save(edits, { author: '勾稽', date: '2026-01-05T09:00:00Z', asRevisions: text.length % 2 === 0 });
  if (!('bytes' in saved) && saved.refused.length === 0) expect.unreachable(where);
}

describe('archives', () => {
  test('bytes changed, dropped, doubled', () => {
    for (let seed = 1; seed <= COUNT; seed++) {
      const rng = createRng(seed);
      open(mutated(rng.pick(SAMPLES), rng), `seed ${seed}`);
    }
  });
});

function mutated(bytes: Uint8Array, rng: Rng): Uint8Array {
  let copy = Uint8Array.from(bytes);
  for (let change = rng.int(1, 4); change > 0; change--) {
    // Most of what is believed stands at the end: the directory.
    const at = rng.chance(0.6) ? Math.max(0, copy.length - rng.int(1, 700)) : rng.int(0, copy.length - 1);
    const kind = rng.int(0, 3);
    if (kind === 0) copy[at] = rng.int(0, 255);
    else if (kind === 1) copy = Uint8Array.from([...copy.subarray(0, at), ...copy.subarray(at + rng.int(1, 40))]);
    else if (kind === 2) copy.set(copy.subarray(at, at + rng.int(1, 40)), rng.int(0, Math.max(0, copy.length - 41)));
    else new DataView(copy.buffer).setUint32(Math.min(at, copy.length - 4), rng.pick([0, 1, 0xff_ff, 0x7fff_ffff, 0xffff_ffff]), true);
    if (copy.length < 50) return copy;
  }
  return copy;
}

const PIECES = [
  '<w:p>',
  '</w:p>',
  '<w:tbl>',
  '</w:tbl>',
  '<w:tr>',
  '</w:tr>',
  '<w:tc>',
  '</w:tc>',
  '<w:r>',
  '</w:r>',
  '<w:t>',
  '</w:t>',
  '1',
  '&#x110000;',
  '&lt;',
  '<w:del>',
  '</w:del>',
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:fldChar w:fldCharType="separate"/>',
  '<w:fldChar w:fldCharType="end"/>',
  '<w:txbxContent>',
  '</w:txbxContent>',
  '<w:sdt>',
  '<w:sdtPr>',
  '</w:sdtPr>',
  '</w:sdt>',
  '<mc:AlternateContent>',
  '<mc:Choice>',
  '</mc:Choice>',
  '<mc:Fallback>',
  '</mc:Fallback>',
  '</mc:AlternateContent>',
  '<w:pPr>',
  '</w:pPr>',
  '<w:tcPr>',
  '</w:tcPr>',
  '<w:vMerge/>',
  '<w:hMerge/>',
  '<w:numPr><w:ilvl w:val="999999"/><w:numId w:val="1"/></w:numPr>',
  '<w:pPr xmlns:w="x">',
  '<![CDATA[2]]>',
  '<!--',
  '-->',
  '<?x?>',
  '<',
  '>',
  '"',
  "<a b='",
  '<w:gridSpan w:val="-1"/>',
  '\u0000',
  '\ud800',
] as const;

describe('parts', () => {
  test('elements in any order, open and closed as they come', () => {
    for (let seed = 1; seed <= COUNT; seed++) {
      const rng = createRng(seed);
      const body = Array.from({ length: rng.int(1, 40) }, () => rng.pick(PIECES)).join('');
      open(
        zip(
          packageOf(
            `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${body}</w:document>`,
          ),
        ),
        `seed ${seed}`,
      );
    }
  });

  test('well-formed elements nested at random', () => {
    for (let seed = 1; seed <= COUNT; seed++) {
      const rng = createRng(seed);
      open(
        zip(
          packageOf(
            `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${tree(rng, 7)}</w:document>`,
          ),
        ),
        `seed ${seed}`,
      );
    }
  });
});

const NAMES = [
  'w:p',
  'w:tbl',
  'w:tr',
  'w:tc',
  'w:r',
  'w:t',
  'w:del',
  'w:ins',
  'w:txbxContent',
  'w:sdt',
  'w:sdtPr',
  'w:pPr',
  'w:rPr',
  'w:tcPr',
  'w:trPr',
  'w:vMerge',
  'w:fldSimple',
  'mc:AlternateContent',
  'mc:Choice',
  'w:ruby',
  'w:numPr',
  'w:vanish',
] as const;

function tree(rng: Rng, depth: number): string {
  if (depth === 0 || rng.chance(0.1)) return rng.pick(['1', '甲', '2&lt;', '']);
  return Array.from({ length: rng.int(1, 3) }, () => {
    const name = rng.pick(NAMES);
    return `<${name}>${tree(rng, depth - 1)}</${name}>`;
  }).join('');
}
