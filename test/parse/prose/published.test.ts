// Claims of published texts: one contradiction, none elsewhere; a bound number changed by one is found.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../server/src/findings/finding.ts';
import { readShared } from '../../accuracy/corpus.ts';
import { read, SHARED } from '../../corpus/shared.ts';

/** Texts whose tables can be read, so that a changed number has something to contradict. */
const CHANGED = ['seeds/002', 'seeds/003', '01_', '11_淮安市_2024_pdftotext-raw', '12_淮安市洪泽区_2023_pdfium'];

function prose(text: string): readonly Finding[] {
  return read(text).result.findings.filter((finding) => finding.rule.startsWith('prose-'));
}

if (SHARED === null) {
  test('published texts: the shared folder is not beside this clone, nothing to read', () => expect(SHARED).toBeNull());
} else {
  const folder = SHARED;
  const seeds = readdirSync(join(folder, 'seeds')).map((file) => `seeds/${file}`);
  const corpus = readdirSync(join(folder, 'corpus')).filter((file) => /^[01][0-9]_/u.test(file));
  const files = [...seeds, ...corpus];

  test('seed 000 contradicts its table once: 20 against 0', () => {
    const found = prose(readShared(folder, seeds.find((file) => file.startsWith('seeds/000')) ?? ''));
    expect(found.map(({ rule, severity, actual, expected }) => ({ rule, severity, actual, expected }))).toEqual([
      { rule: 'prose-number', severity: 'error', actual: 20, expected: 0 },
    ]);
  });

  test.each(files.filter((file) => !file.startsWith('seeds/000')))('%s: nothing is said against its sentences', (file) => {
    expect(prose(readShared(folder, file)).map((finding) => finding.message)).toEqual([]);
  });

  describe.each(files.filter((file) => CHANGED.some((beginning) => file.startsWith(beginning))))('%s', (file) => {
    const text = readShared(folder, file);
    // What words may narrow, the table may bear out but never contradicts.
    const isSure = ({ scope }: { readonly scope: string }) => scope !== 'other';
    const bound = read(text).report.claims.filter((claim) => isSure(claim) && claim.status === 'agrees' && claim.kind === 'count' && claim.bound === 'exact');
    test('has bound numbers', () => expect(bound.length).toBeGreaterThan(0));
    test.each(bound.map((claim) => [claim.text.replaceAll(/\s/gu, ''), claim] as const))('%s, changed by one, is found', (_, claim) => {
      const changed = text.slice(0, claim.numberSpan.start) + String(claim.value + 1) + text.slice(claim.numberSpan.end);
      expect(prose(changed)).toHaveLength(1);
    });
  });
}
