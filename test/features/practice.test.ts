// The walkthrough's draft has the mistakes its steps speak of, and ends clean.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import type { Finding } from '../../server/src/findings/finding.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { lineOf } from '../../server/src/text/lines.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DRAFT = readFileSync(path.join(ROOT, 'docs/media/walkthrough/practice.nb.txt'), 'utf8');
/** What the steps look for on the line of their finding, in the order of the walkthrough. */
const WORDS = [...readFileSync(path.join(ROOT, 'client/src/commands/practice.ts'), 'utf8').matchAll(/words: '([^']+)'/gu)].map(([, words]) => words ?? '');

function findingsIn(text: string) {
  const report = parseReport(text);
  const { findings, equations } = checkReport(report);
  const lineText = ({ span }: Finding) => text.split('\n')[lineOf(report.lines, span.start)] ?? '';
  return { findings, equations, at: (words: string) => findings.filter((finding) => lineText(finding).includes(words)) };
}

it('is mended step by step, and ends without a finding', () => {
  expect(WORDS).toHaveLength(3);
  let text = DRAFT;
  for (const [done, words] of WORDS.entries()) {
    const { findings, at } = findingsIn(text);
    expect(findings).toHaveLength(WORDS.length - done);
    const [finding, ...more] = at(words);
    expect(more).toEqual([]);
    text = applyEdits(text, finding?.fixes[0]?.edits ?? []);
  }
  expect(findingsIn(text)).toMatchObject({ findings: [], equations: { total: 42, holding: 42 } });
});

it('can be mended in any order', () => {
  const last = findingsIn(DRAFT).at(WORDS[2] ?? '')[0];
  const { findings } = findingsIn(applyEdits(DRAFT, last?.fixes[0]?.edits ?? []));
  expect(findings.map(({ rule }) => rule)).toEqual(['wrong-cell', 'wrong-cell']);
});
