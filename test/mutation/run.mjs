#!/usr/bin/env node
// Mutation testing: breaks rules and equations in every small way, one at a time, and counts what no test noticed.
// --only TEXT takes files whose path holds the text, or a row of the table by its name; --survivors lists what was not noticed,
// --fresh begins anew, --write does too and puts all that was measured into docs/mutation.md. Else what was noticed and did not change is not
// tried again, which is quick but remembers also what a test no longer notices.

import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle } from './bundle.mjs';
import { explain, outdated } from './explained.mjs';
import { instrument, termMutants } from './mutants.mjs';
import { page, showMutant, showTable, tableOf } from './page.mjs';
import { openResults } from './results.mjs';
import { EQUATIONS, filesOf, GROUPS, TERMS, TESTS } from './scope.mjs';
import { openTrial } from './trial.mjs';

/** A run takes long, and what was measured is not to be lost. */
const SAVE_EVERY = 100;

const root = fileURLToPath(new URL('../..', import.meta.url));
if (!existsSync(new URL('node_modules/@stryker-mutator/instrumenter', import.meta.url))) {
  console.error('Stryker’s instrumenter is not installed. Once: npm ci --prefix test/mutation');
  process.exit(2);
}
const { values } = parseArgs({
  options: { only: { type: 'string' }, survivors: { type: 'boolean' }, fresh: { type: 'boolean' }, write: { type: 'boolean' } },
});

const everything = filesOf(root);
const group = GROUPS.find(({ name }) => name === values.only);
const isWanted = (file) => values.only === undefined || (group === undefined ? file.includes(values.only) : group.has(file));
const files = everything.filter(isWanted);
const { texts, mutants: inCode } = await instrument(root, files);
const withTerms = values.only === undefined || values.only === TERMS;
const mutated = withTerms ? [...files, EQUATIONS] : files;
const tests = TESTS.filter(({ about }) => mutated.some((file) => about.test(file))).map(({ file }) => file);
const scripts = await bundle({ root, tests, texts });
const trial = await openTrial({ root, mutated, ...scripts });
const mutants = withTerms ? [...inCode, ...termMutants(trial.equations)] : inCode;
const results = await openResults({ root, files: everything });
if (values.fresh === true || values.write === true) results.forget(mutants);
try {
  for (const [index, mutant] of mutants.entries()) {
    if (process.stderr.isTTY) process.stderr.write(`\r${index + 1}/${mutants.length} ${mutant.file}:${mutant.line}\u001B[K`);
    if (results.noticedBefore(mutant) === undefined) results.add(mutant, await trial.of(mutant));
    if (index % SAVE_EVERY === 0) await results.save();
  }
} finally {
  await results.save();
  await trial.close();
}

const survivors = told(results.of(mutants)).filter(({ noticedBy }) => noticedBy === null);
if (values.survivors === true) for (const mutant of survivors.filter(({ why }) => why === null)) console.log(showMutant(mutant));
for (const { file, code, why } of outdated(files, survivors)) console.log(`No survivor is explained by: ${file}, ${code}: ${why}`);
console.log(showTable(tableOf(told(results.of(mutants)))));
if (values.write === true) await writeFile(path.join(root, 'docs', 'mutation.md'), page(told(results.all())));

/** With the reason why one has no effect, where it is known. */
function told(measured) {
  return measured.map((mutant) => ({ ...mutant, why: mutant.noticedBy === null ? explain(mutant) : null }));
}
