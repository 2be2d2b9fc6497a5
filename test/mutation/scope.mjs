// Files that are mutated, and the tests that have to notice.

import { readdirSync } from 'node:fs';
import path from 'node:path';

/** What mutants of the equations' terms are filed under; they are of the data, not of a line. */
export const TERMS = 'terms of equations';

/** Where the equations are written. */
export const EQUATIONS = 'server/src/forms/form-equations.ts';

const EVALUATION = /^server\/src\/(?:equations\/(?:evaluate|blanks|blank-totals)|findings\/equation-words|forms\/equations)\.ts$/u;

/** The rows of the table. */
export const GROUPS = [
  { name: 'rules', has: (file) => /^server\/src\/rules\/[\w-]+\.ts$/u.test(file) },
  { name: 'equations', has: (file, mutator) => EVALUATION.test(file) && mutator !== TERMS },
  { name: TERMS, has: (_file, mutator) => mutator === TERMS },
  { name: 'what rules share', has: (file) => SHARED.test(file) },
  { name: 'locating', has: (file) => LOCATING.test(file) },
  { name: 'inserting', has: (file) => file.startsWith('server/src/insertion/') },
];

/** Paths of the sources that are mutated, from the root. */
export function filesOf(root) {
  const folders = ['rules', 'rules/shared', 'findings', 'equations', 'diagnosis', 'insertion'].map((room) => `server/src/${room}`);
  const inFolders = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
  );
  return [...inFolders, EQUATIONS];
}

/** These take seconds and add nothing to what the equations' own tests notice. */
const SHARED = /^server\/src\/(?:check|(?:findings\/(?!equation)|rules\/shared\/)[\w-]+)\.ts$/u;
/** Equations that are searched and solved belong to locating. */
const LOCATING = /^server\/src\/(?:diagnosis\/[\w-]+|equations\/(?:system|search|recompute|target|solve-cell))\.ts$/u;
const TRIED = /rules\/(?:cell-blank|column-header|duplicate-paragraph|fee-statement|form-typo|row-label|section-missing|term|total-blank)\.ts$/u;
const LOCATED = /diagnosis\/|equations\/(?:system|search|recompute|target)|rules\/(?:wrong-cell|misfiled-case|unbalanced|shifted-cells|total-blank)\.ts$/u;

/**
 * Test files that run in this process, without a build or a connection, and the sources each is tried for, in the order
 * they are tried. For a rule those blocks come first that carry its name; then whatever other rules' fixtures run through the mutant.
 */
export const TESTS = [
  { file: 'test/rules/form-equations.test.ts', about: /equations/u },
  { file: 'test/equations/equations.test.ts', about: /equations|blank/u },
  { file: 'test/rules/equation-words.test.ts', about: /equation-words/u },
  { file: 'test/equations/blank-totals.test.ts', about: /blank/u },
  { file: 'test/rules/findings.test.ts', about: /./u, byName: true },
  { file: 'test/rules/fixes.test.ts', about: /./u, byName: true },
  { file: 'test/rules/pages.test.ts', about: /./u, byName: true },
  { file: 'test/rules/organ.test.ts', about: /organ|regulation-authority/u },
  { file: 'test/rules/radicals.test.ts', about: /radical/u },
  { file: 'test/rules/check.test.ts', about: new RegExp(`${SHARED.source}|rules/section-order`, 'u') },
  { file: 'test/rules/tried-fixes.test.ts', about: TRIED },
  { file: 'test/rules/skeleton.test.ts', about: SHARED },
  { file: 'test/rules/insert-parts.test.ts', about: /insert|section-missing|table-missing/u },
  { file: 'test/rules/insert-rows.test.ts', about: /insert|row-missing/u },
  { file: 'test/diagnosis/explanation.test.ts', about: /(?:diagnosis\/(?:explanation|slip)|equations\/system)\.ts$/u },
  { file: 'test/equations/search.test.ts', about: /equations\/search\.ts$/u },
  { file: 'test/equations/target.test.ts', about: /equations\/target\.ts$/u },
  { file: 'test/diagnosis/alignment.test.ts', about: LOCATED },
  { file: 'test/diagnosis/field-rows.test.ts', about: /diagnosis\//u },
  { file: 'test/diagnosis/fixes.test.ts', about: LOCATED },
  { file: 'test/diagnosis/locate.test.ts', about: LOCATED },
  { file: 'test/diagnosis/promises.test.ts', about: /diagnosis\//u },
  { file: 'test/equations/recompute.test.ts', about: LOCATED },
  { file: 'test/diagnosis/slip.test.ts', about: LOCATED },
  { file: 'test/parse/prose/sentences.test.ts', about: /check\/claims\.ts$/u },
  { file: 'test/parse/tables/interleaved.test.ts', about: /table-unreadable/u },
  { file: 'test/corpus/samples.test.ts', about: SHARED },
  { file: 'test/features/code-actions.test.ts', about: SHARED },
  { file: 'test/features/diagnostics.test.ts', about: /law-outdated/u },
  { file: 'test/features/equations.test.ts', about: /equation-words|check\/equations/u },
  { file: 'test/features/review.test.ts', about: SHARED },
];

/** Rules whose findings are what the equations say: their fixtures are tried for a mutant of the evaluation, and no others. */
const OF_EQUATIONS = ['cell-blank', 'total-blank', 'unbalanced', 'wrong-cell'];

/** Whether a block of a test file, by its outermost heading, is tried for a mutant of the file. */
export function isTried(mutated, { file, name }) {
  const { about, byName = false } = TESTS.find((test) => test.file === file);
  return byName && EVALUATION.test(mutated) ? OF_EQUATIONS.includes(name) : about.test(mutated);
}

/** Whether a block carries the name of the rule that the file holds. */
export function isOwn(mutated, { name }) {
  const rule = /rules\/([\w-]+)\.ts$/u.exec(mutated)?.[1];
  return rule !== undefined && (name === rule || name === `${rule}.md is what \`npm run generate\` writes`);
}
