// Tries one mutant: holds the worker that runs the tests, and starts another one where a mutant never ends or takes all memory.

import { Worker } from 'node:worker_threads';
import { isOwn, isTried, TESTS } from './scope.mjs';

/** A mutant is tried by blocks of tests that take some seconds on the sound code, on a machine that may be busy. */
const LIMIT_MS = 120_000;
const MEMORY_MB = 1024;

/** `of(mutant)` says by which test it was noticed, or null. */
export async function openTrial(workerData) {
  let worker = start();
  const { blocks, equations } = await ask({});
  /** Mutated file → block → how many of its mutants it noticed. */
  const noticing = new Map();
  return {
    equations,
    async of(mutant) {
      // What noticed the mutants before it in the same file is tried first.
      const { file } = mutant;
      const keen = noticing.get(file) ?? new Map();
      const keenness = (block) => keen.get(nameOf(block)) ?? 0;
      const plan = planFor(mutant, blocks).sort((one, other) => keenness(other) - keenness(one));
      if (plan.length === 0) return null;
      try {
        const noticedBy = await ask({ mutant, plan });
        const block = plan.find((each) => noticedBy?.startsWith(nameOf(each)));
        if (block !== undefined) noticing.set(file, keen.set(nameOf(block), keenness(block) + 1));
        return noticedBy;
      } catch (error) {
        await worker.terminate();
        worker = start();
        return error.message;
      }
    },
    close: () => worker.terminate(),
  };

  function start() {
    return new Worker(new URL('worker.mjs', import.meta.url), { workerData, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
  }

  function ask(question) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => onError(new Error('no end')), LIMIT_MS);
      const onMessage = (answer) => settle(() => resolve(answer));
      const onError = (error) => settle(() => reject(error));
      const settle = (answer) => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError);
        answer();
      };
      worker.on('message', onMessage).on('error', onError);
      worker.postMessage(question);
    });
  }
}

function nameOf({ file, name }) {
  return `${file}: ${name}`;
}

/** The blocks that reach the mutant and are tried for its file: its own rule's, then file by file, the quickest first. */
function planFor({ id, file, equation }, blocks) {
  const onLoad = new Set(blocks.filter(({ name, reached }) => name === null && reached.includes(id)).map((block) => block.file));
  return blocks
    .filter((block) => block.name !== null && isTried(file, block) && (equation !== undefined || onLoad.has(block.file) || block.reached.includes(id)))
    .sort((one, other) => Number(isOwn(file, other)) - Number(isOwn(file, one)) || orderOf(one) - orderOf(other) || one.ms - other.ms)
    .map(({ file: testFile, name }) => ({ file: testFile, name }));
}

function orderOf({ file }) {
  return TESTS.findIndex((test) => test.file === file);
}
