// Cells of real kinds of Word documents beside the repository, and of the official form as WPS saved it.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { read, SHARED } from '../corpus/shared.ts';
import { opened } from './read.ts';

const FOLDER = SHARED === null ? null : path.join(SHARED, 'word');
const EXPECTED: Readonly<Record<string, Readonly<Record<string, number | null>>>> =
  FOLDER === null ? {} : JSON.parse(readFileSync(path.join(FOLDER, 'expected.json'), 'utf8'));

describe.skipIf(FOLDER === null)('documents beside the repository', () => {
  test.each(Object.keys(EXPECTED))('%s', (file) => {
    expect(cellsIn(file)).toEqual(EXPECTED[file]);
  });

  test('the official form as WPS saved it: 200 cells, all blank', () => {
    const cells = Object.values(cellsIn('official-form-wps.docx'));
    expect(cells).toHaveLength(200);
    expect(cells.filter((value) => value !== null)).toEqual([]);
  });
});

/** Cells that hold no number and are not blank are told by what they say. */
function cellsIn(file: string): Readonly<Record<string, unknown>> {
  const { report } = read(opened(readFileSync(path.join(FOLDER ?? '', file)), file).text);
  return Object.fromEntries(
    [...report.cells].map(([key, { reading, text }]) => [key, reading.kind === 'number' ? reading.value : reading.kind === 'blank' ? null : text]),
  );
}
