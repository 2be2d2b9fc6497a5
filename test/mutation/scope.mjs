// What is mutated, and which tests have to notice?

import { readdirSync } from 'node:fs';
import path from 'node:path';

/** What mutants of the equations' terms are filed under; they are of the data, not of a line. */
export const TERMS = 'terms of equations';

/** Where the equations are written. */
export const EQUATIONS = 'server/src/forms/equations.ts';

const EVALUATION = /^server\/src\/(?:check\/(?:equations|equation-words|blanks|blank-totals)|forms\/equations)\.ts$/u;

/** The rows of the table. */
export const GROUPS = [
  { name: 'rules', has: (file) => file.startsWith('server/src/check/rules/') },
  { name: 'equations', has: (file, mutator) => EVALUATION.test(file) && mutator !== TERMS },
  { name: TERMS, has: (_file, mutator) => mutator === TERMS },
  { name: 'what rules share', has: (file) => /^server\/src\/check\/[\w-]+\.ts$/u.test(file) && !EVALUATION.test(file) },
  { name: 'locating', has: (file) => file.startsWith('server/src/check/locate/') },
  { name: 'inserting', has: (file) => file.startsWith('server/src/check/insert/') },
];

/** Paths of the sources that are mutated, from the root. */
export function filesOf(root) {
  const folders = ['server/src/check/rules', 'server/src/check', 'server/src/check/locate', 'server/src/check/insert'];
  const inFolders = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.ts')).map((name) => `${folder}/${name}`),
  );
  return [...inFolders, EQUATIONS];
}

/** Test files that run in this process, without a build or a connection; slow ones only for the files they are about. */
export const TESTS = [
  { file: 'test/rules/rules.test.ts' },
  { file: 'test/rules/form-equations.test.ts', about: /equations/u },
  { file: 'test/rules/equations.test.ts', about: /equations|blank/u },
  { file: 'test/rules/pages.test.ts' },
  { file: 'test/rules/organ.test.ts' },
  { file: 'test/rules/radicals.test.ts' },
  { file: 'test/rules/check.test.ts', about: /check\/[\w-]+\.ts/u },
  { file: 'test/rules/skeleton.test.ts', about: /check\/[\w-]+\.ts/u },
  { file: 'test/rules/insert-parts.test.ts', about: /insert|section|table-missing/u },
  { file: 'test/rules/insert-rows.test.ts', about: /insert|row-missing/u },
  { file: 'test/locate/alignment.test.ts' },
  { file: 'test/locate/fixes.test.ts' },
  { file: 'test/locate/locate.test.ts' },
  { file: 'test/locate/promises.test.ts', about: /locate/u },
  { file: 'test/locate/recompute.test.ts' },
  { file: 'test/locate/slip.test.ts' },
  { file: 'test/claims/sentences.test.ts', about: /prose|claims|relations/u },
  { file: 'test/corpus/samples.test.ts' },
  { file: 'test/features/code-actions.test.ts' },
  { file: 'test/features/equations.test.ts' },
  { file: 'test/features/review.test.ts' },
];
