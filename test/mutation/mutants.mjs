// Mutants of the code, by Stryker's instrumenter, all in one text to be switched on one at a time; and those of the equations,
// by hand.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { EQUATIONS, TERMS } from './scope.mjs';

const SILENT = { debug() {}, info() {}, warn() {}, isDebugEnabled: () => false };

/** Instrumented text and mutants of these files; ids are unique over all of them. */
export async function instrument(root, files) {
  const { Instrumenter } = await import('@stryker-mutator/instrumenter');
  const sources = await Promise.all(files.map(async (name) => ({ name, mutate: true, content: await readFile(path.join(root, name), 'utf8') })));
  const result = await new Instrumenter(SILENT).instrument(sources, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
  });
  const lines = new Map(sources.map(({ name, content }) => [name, content.split('\n')]));
  const mutants = result.mutants.map(({ id, fileName, location, mutatorName, replacement }) => ({
    id,
    file: fileName,
    line: location.start.line + 1,
    column: location.start.column,
    mutator: mutatorName,
    code: lines.get(fileName)[location.start.line].trim(),
    original: between(lines.get(fileName), location),
    replacement,
  }));
  return { texts: new Map(result.files.map(({ name, content }) => [name, content])), mutants };
}

/** Each term of each equation dropped, put on the other side, and another cell in its place. */
export function termMutants(equations) {
  return equations.flatMap(({ form, index, id, left, right }) => {
    const following = equations.find((other) => other.form === form && other.index === index + 1);
    const terms = [...left.map((key, place) => ({ side: 'left', key, place })), ...right.map((key, place) => ({ side: 'right', key, place }))];
    return terms.flatMap(({ side, key, place }) => {
      const neighbour = following?.[side][place];
      const changes = neighbour === undefined || neighbour === key ? ['dropped', 'moved'] : ['dropped', 'moved', neighbour];
      return changes.map((change) => ({
        id: null,
        file: EQUATIONS,
        line: 0,
        column: 0,
        mutator: TERMS,
        code: '',
        original: `${form} ${id}: ${key} ${side}`,
        replacement: change,
        equation: { form, index, side, place, change },
      }));
    });
  });
}

function between(lines, { start, end }) {
  if (start.line === end.line) return lines[start.line].slice(start.column, end.column);
  return [lines[start.line].slice(start.column), ...lines.slice(start.line + 1, end.line), lines[end.line].slice(0, end.column)].join('\n');
}
