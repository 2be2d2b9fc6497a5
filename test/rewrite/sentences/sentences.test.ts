// Sentences written from the tables agree with them, for every reader of ours.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { initialsOf } from '../../../server/src/rewrite/initials.ts';
import { cellsOfFigure } from '../../../server/src/rewrite/sentences/compose.ts';
import { FIGURES, SENTENCES } from '../../../server/src/rewrite/sentences/templates.ts';
import { FORMS } from '../../../server/src/forms/index.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { SHARED } from '../../corpus/shared.ts';
import { sentencesOf } from './insert.ts';
import { measureSentences, problemsOf } from './measure.ts';

/** `npm run accuracy` goes over a thousand. */
const TABLES = 120;
const TABLES_ALONE = 8;

describe('the table of sentences', () => {
  it('names figures that some form has, and nothing twice', () => {
    const named = SENTENCES.flatMap(({ lines, zero = [], positive = [] }) =>
      [...lines.join('').matchAll(/\[([a-z-]+)\]/gu)].map(([, name]) => name ?? '').concat(zero, positive),
    );
    expect(Object.keys(FIGURES).filter((name) => !named.includes(name))).toEqual([]);
    expect(named.filter((name) => Object.values(FORMS).every((form) => cellsOfFigure(form, name).length === 0))).toEqual([]);
    expect(new Set(SENTENCES.map(({ id }) => id)).size).toBe(SENTENCES.length);
  });

  it('is reached by initials', () => {
    expect(SENTENCES.flatMap(({ names }) => names.map(initialsOf)).filter((key) => !/^[a-z]{2,}$/u.test(key))).toEqual([]);
  });
});

it('brings no finding over random tables, and every number is read back', () => {
  const { sentences, problems } = measureSentences(TABLES, 'together');
  expect(problems.slice(0, 20)).toEqual([]);
  expect(sentences).toBeGreaterThan(TABLES * 8);
});

it('brings none when a sentence stands alone either', () => {
  const { sentences, problems } = measureSentences(TABLES_ALONE, 'alone');
  expect(problems.slice(0, 20)).toEqual([]);
  expect(sentences).toBeGreaterThan(TABLES_ALONE * 8);
});

it.runIf(SHARED !== null)('brings none in the published seeds', () => {
  const folder = path.join(SHARED ?? '', 'seeds');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
  expect(files.length).toBe(5);
  for (const name of files) {
    const report = parseReport(readFileSync(path.join(folder, name), 'utf8'));
    const placed = sentencesOf(report);
    expect(placed.length, name).toBeGreaterThan(5);
    for (const each of placed) expect(problemsOf(report, [each]), name).toEqual([]);
  }
});
