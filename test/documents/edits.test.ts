// Edits of a document's text: written where they belong, and nothing else changes. More by command: `EDITS=10000 npx vitest run test/documents/edits.test.ts`.

import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/text/edits.ts';
import { createRng } from '../generator/rng.ts';
import { entriesOf } from './archive.ts';
import { generateDocument } from './generate.ts';
import { KINDS } from './kinds.ts';
import { randomEdit } from './random-edit.ts';
import { opened } from './read.ts';

const EDITS_IN_ALL = Number(process.env['EDITS'] ?? 300);
const EDITS_A_DOCUMENT = Math.min(20, Math.ceil(EDITS_IN_ALL / KINDS.length));
const BY = { author: '勾稽', date: '2026-01-05T09:00:00Z' };
/** What Word computes or shows by itself cannot be written: there a part of the edits is refused. */
const REFUSES = new Set(['fields', 'everything', 'stacked-cells', 'auto-rows', 'auto-both']);

describe('random edits', () => {
  const rounds = Math.ceil(EDITS_IN_ALL / KINDS.length / EDITS_A_DOCUMENT);

  test.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', (name, kind) => {
    let written = 0;
    let refused = 0;
    for (let round = 0; round < rounds; round++) {
      const seed = 4000 + round;
      const { bytes } = generateDocument(seed, kind, { formKind: '2021', density: round % 2 === 0 ? 'sparse' : 'dense' });
      const before = opened(bytes);
      const rng = createRng(seed);
      for (let turn = 0; turn < EDITS_A_DOCUMENT; turn++) {
        const edit = randomEdit(before.text, rng);
        const where = `${name}, seed ${seed}, turn ${turn}, ${JSON.stringify(edit)} of ${JSON.stringify(before.text.slice(edit.span.start, edit.span.end))}`;
        const saved = before.save([edit], { ...BY, asRevisions: turn % 2 === 1 });
        if ('refused' in saved) {
          expect(
            saved.refused.map((each) => each.edit),
            where,
          ).toEqual([edit]);
          expect(saved.refused[0]?.reason, where).not.toBe('unclear');
          refused++;
          continue;
        }
        written++;
        expect(opened(saved.bytes).text, where).toBe(applyEdits(before.text, [edit]));
        expect(entriesOf(saved.bytes, 'word/document.xml'), where).toEqual(entriesOf(bytes, 'word/document.xml'));
      }
    }
    if (process.env['EDITS'] !== undefined) console.log(`${name}: ${written} written, ${refused} refused`);
    expect(written).toBeGreaterThan(0);
    if (!REFUSES.has(name)) expect(refused / (written + refused), `${refused} of ${written + refused} refused`).toBeLessThan(0.2);
  });
});
