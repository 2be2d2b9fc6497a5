// Runs tests against a mutant until one fails. Evaluates the rules and the tests afresh for each, so that nothing computed
// under another is left.
// and runs tests until one fails. What reads a text is evaluated once, and each text read once, unless the mutant is in the forms.

import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { Script } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { isTried } from './scope.mjs';

/** Reports kept for the next mutant; their number bounds the memory. */
const MAX_REPORTS = 1500;
const PARSE = 'server/src/parse/parse.ts';
const FORMS = 'server/src/forms/';

const reading = compile(workerData.reading, 'reading.cjs');
const checking = compile(workerData.checking, 'checking.cjs');
const requireFromRoot = createRequire(workerData.root);
const stryker = (globalThis.__stryker__ = {});
const kept = reader();
/** The blocks of the sound code. */
const surveyed = new Set();

parentPort.on('message', async ({ mutant, plan }) => {
  parentPort.postMessage(plan === undefined ? await survey() : await tryMutant(mutant, plan));
});

function compile(text, filename) {
  return new Script(`(function (exports, require) {${text}\n})`, { filename });
}

/** False while the kept forms are changed: what is read then is not for the next mutant. */
let isSound = true;

/** The modules that read a text, by path; `parseReport` remembers. */
function reader() {
  const exports = {};
  reading.runInThisContext()(exports, requireFromRoot);
  const reports = new Map();
  const modules = new Map();
  return (file) => {
    if (!modules.has(file)) modules.set(file, file === PARSE ? remembering(exports.modules[file]()) : exports.modules[file]());
    return modules.get(file);
  };

  function remembering(module) {
    return {
      ...module,
      parseReport(text) {
        const report = reports.get(text) ?? module.parseReport(text);
        if (reports.size < MAX_REPORTS && isSound && !reports.has(text)) reports.set(text, frozen(report));
        return report;
      },
    };
  }
}

/** A mutant that writes into a report would leave that to the next one; thrown out of it, it is noticed. */
function frozen(value) {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value;
  for (const inner of value instanceof Map ? value.values() : Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

function evaluate(read = kept) {
  const exports = {};
  checking.runInThisContext()(exports, (name) => (name.startsWith('server/src/') ? read(name) : requireFromRoot(name)));
  return exports;
}

/** Runs all that may be tried on the sound code: for each block of tests how long it takes and which mutants it reaches. */
async function survey() {
  const blocks = [];
  for (const file of Object.keys(evaluate().tests)) {
    const program = evaluate();
    const onLoad = watch('load');
    const listed = load(program, file);
    const loaded = onLoad();
    for (const name of new Set(listed.map(blockOf))) {
      surveyed.add(name);
      if (!workerData.mutated.some((source) => isTried(source, { file, name }))) continue;
      const inBlock = watch(name);
      const start = performance.now();
      const failure = await firstFailure(listed.filter((test) => blockOf(test) === name));
      if (failure !== null) throw new Error(`${file}: ${failure.name} fails on the sound code: ${failure.message}`);
      blocks.push({ file, name, ms: performance.now() - start, reached: inBlock() });
    }
    blocks.push({ file, name: null, ms: 0, reached: loaded });
  }
  delete stryker.mutantCoverage;
  delete stryker.currentTestId;
  return { blocks, equations: listEquations(kept(`${FORMS}index.ts`)) };
}

/** Begins to note which mutants are reached; call the result for their ids. */
function watch(name) {
  stryker.mutantCoverage ??= { static: {}, perTest: {} };
  const { perTest } = stryker.mutantCoverage;
  perTest[name] = {};
  stryker.currentTestId = name;
  return () => Object.keys(perTest[name]);
}

/** The name of the test that failed, or null. */
async function tryMutant({ id, file, equation }, plan) {
  if (equation !== undefined) return withEquation(equation, () => firstNotice(kept, plan));
  stryker.activeMutant = id;
  return firstNotice(file.startsWith(FORMS) ? reader() : kept, plan);
}

async function firstNotice(read, plan) {
  const loaded = new Map();
  try {
    const program = evaluate(read);
    for (const { file, name } of plan) {
      if (!loaded.has(file)) loaded.set(file, load(program, file));
      const block = loaded.get(file).filter((test) => blockOf(test) === name);
      // Tests named after a rule have another name where the mutant took its id.
      const failure = await firstFailure(block.length > 0 ? block : loaded.get(file).filter((test) => !surveyed.has(blockOf(test))));
      if (failure !== null) return `${file}: ${failure.name}`;
    }
    return null;
  } catch (error) {
    return `not even loaded: ${error.message}`;
  }
}

/** Changes one equation of the kept forms for the length of a trial. */
async function withEquation({ form, index, side, place, change }, tryIt) {
  const equation = kept(`${FORMS}index.ts`)[form].equations[index];
  const before = { left: [...equation.left], right: [...equation.right] };
  const other = side === 'left' ? 'right' : 'left';
  const [key] = equation[side].splice(place, 1);
  if (change === 'moved') equation[other].push(key);
  if (change !== 'dropped' && change !== 'moved') equation[side].push(change);
  stryker.activeMutant = undefined;
  isSound = false;
  const noticedBy = await tryIt();
  isSound = true;
  for (const each of ['left', 'right']) equation[each].splice(0, equation[each].length, ...before[each]);
  return noticedBy;
}

function load(program, file) {
  program.tests[file]();
  return program.takeTests();
}

/** Tests under one outermost heading may share what they computed, and are run together. */
function blockOf({ names }) {
  return names[0];
}

async function firstFailure(tests) {
  for (const { names, run } of tests) {
    try {
      await run();
    } catch (error) {
      return { name: names.join(' › '), message: error.message };
    }
  }
  return null;
}

/** Forms share some equations; each is listed once. */
function listEquations(forms) {
  const seen = new Set();
  return Object.entries(forms).flatMap(([form, { equations = [] }]) =>
    equations.flatMap((equation, index) => {
      if (seen.has(equation)) return [];
      seen.add(equation);
      const { id, left, right } = equation;
      return [{ form, index, id, left, right }];
    }),
  );
}
