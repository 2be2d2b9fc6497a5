// What stands in for vitest inside the bundle: tests are listed, not run, so that any of them can be run after any mutation. Its `expect` is vitest's own.

import { ASYMMETRIC_MATCHERS_OBJECT, chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import { format } from 'node:util';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);

/** The tests of the file that is being loaded: names from the outside in, and the function. */
let listed = [];
let blocks = [];

export function takeTests() {
  const taken = listed;
  listed = [];
  return taken;
}

export const describe = withEach((name, body) => {
  blocks = [...blocks, name];
  body();
  blocks = blocks.slice(0, -1);
});

export const test = withEach(list);
export const it = withEach(list);

function list(name, ...rest) {
  listed.push({ names: [...blocks, name], run: rest.find((each) => typeof each === 'function') });
}

function withEach(declare) {
  const each =
    (cases) =>
    (name, body, ...rest) => {
      for (const one of cases) {
        const values = Array.isArray(one) ? one : [one];
        declare(titleOf(name, values), () => body(...values), ...rest);
      }
    };
  return Object.assign((...given) => declare(...given), { each });
}

function titleOf(name, values) {
  const [first] = values;
  const named = name.replaceAll(/\$(\w+)/gu, (whole, key) => (first !== null && typeof first === 'object' && key in first ? String(first[key]) : whole));
  return format(named, ...values.slice(0, (named.match(/%[sdifjoO]/gu) ?? []).length));
}
