// `npm run test:fast`: from text to findings in memory, without a build, files of other people, or a process of its own.

import base from './vitest.config.mjs';

/** Texts by the hundred, planted, generated or written down; `npm test` has them. */
const MANY_TEXTS = [
  'test/diagnosis/{field-rows,promises}.test.ts',
  'test/parse/document/invisible.test.ts',
  'test/parse/prose/{every-cell,populations,published,written}.test.ts',
  'test/parse/prose/{held-out,unseen}/**',
  'test/parse/tables/{added-columns,blank-markup,disordered,pastes,relocated-tables,styled-markup}.test.ts',
];

/** Puts other modules in the place of ours, which files of one thread would share. */
const MOCKED = ['test/parse/tables/invented-form.test.ts'];

export default {
  ...base,
  test: {
    ...base.test,
    include: ['test/{text,parse,equations,diagnosis}/**/*.test.ts', 'test/rules/{findings,equation-words,form-equations,organ}.test.ts', 'test/facade.test.ts'],
    exclude: [...MANY_TEXTS, ...MOCKED],
    // One thread for all files: they share no state but caches of parsed texts.
    pool: 'threads',
    isolate: false,
    maxWorkers: 1,
  },
};
