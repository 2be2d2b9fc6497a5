// Which mutants change nothing that could be noticed, and why? Each was looked at; an entry that no longer matches a survivor is told.

/** `file` ends the path; `original` is a part of the text that is replaced, `replacement` the whole of what comes instead, where one is meant. */
const EXPLAINED = [];

/** Why the mutant has no effect, or null. */
export function explain(mutant) {
  return EXPLAINED.find((entry) => matches(entry, mutant))?.why ?? null;
}

/** Entries of these files that explain no survivor any more. */
export function outdated(files, survivors) {
  return EXPLAINED.filter(({ file }) => files.some((name) => name.endsWith(file))).filter((entry) => !survivors.some((mutant) => matches(entry, mutant)));
}

function matches({ file, original, replacement }, mutant) {
  return mutant.file.endsWith(file) && mutant.original.includes(original) && (replacement === undefined || mutant.replacement === replacement);
}
