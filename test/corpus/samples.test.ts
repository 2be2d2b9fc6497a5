// Findings of each sample draft. The drafts open in the editor on `npm start`: they must show what they are for.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import { parseReport } from '../../server/src/parse/parse.ts';

const FOLDER = fileURLToPath(new URL('../samples/', import.meta.url));

/** Beginning of the file's name → its findings, in the order they are shown. */
const DUE: Readonly<Record<string, readonly string[]>> = {
  // One changed number, 14 typed as 41: one finding at that cell, not one for each sum it breaks.
  青石县: ['error wrong-cell'],
  // Clean: rows with spaces, a city; a table in Markdown; a web page.
  临澜市: [],
  澄水县: [],
  鹤洲市: [],
  // One cell a line: full-width digits, a title in other words, a carried-over count that balances nothing.
  望溪县: ['warning cell-notation', 'error wrong-cell', 'information section-title'],
  // The older form out of a PDF, with its radicals and a missing decimal.
  松陵区: ['information radical-character', 'information amount-decimals'],
  // Pipe rows with blanks, a stand-in, yuan instead of ten thousand yuan.
  白桦县: ['warning published-over-total', 'warning cell-blank', 'warning amount-unit', 'warning cell-blank'],
  // The older form two years too late, and part five missing.
  南屏山县: ['error form-outdated', 'error placeholder', 'error section-missing'],
  // A lost zero in lines out of a PDF; （六） left undivided.
  石磬县: ['error shifted-cells', 'warning form-mixed'],
};

const files = readdirSync(FOLDER);

test('every sample has its expectation', () => {
  const named = Object.keys(DUE).filter((name) => files.filter((file) => file.startsWith(name)).length === 1);
  expect(named).toHaveLength(files.length);
});

test.each(Object.entries(DUE))('%s', (name, due) => {
  const file = files.find((candidate) => candidate.startsWith(name));
  const report = parseReport(readFileSync(FOLDER + file, 'utf8'));
  const { findings } = checkReport(report);
  expect(report.recognised).toBe(true);
  expect(findings.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(due);
});
