// Results of mutation testing as a table on the terminal, and as docs/mutation.md.

import { GROUPS } from './scope.mjs';

const HEADER = ['what', 'mutants', 'detected', 'without effect', 'survived', 'detected %', 'of those with effect %'];
/** A change is quoted up to this many characters. */
const MAX_QUOTED = 70;

/** One row a group, then the sum. */
export function tableOf(measured) {
  const rows = GROUPS.map(({ name, has }) =>
    rowOf(
      name,
      measured.filter(({ file, mutator }) => has(file, mutator)),
    ),
  );
  return [...rows.filter(([, count]) => count > 0), rowOf('all', measured)];
}

function rowOf(name, mutants) {
  const noticed = mutants.filter(({ noticedBy }) => noticedBy !== null).length;
  const explained = mutants.filter(({ why }) => why !== null).length;
  const share = (of) => ((100 * noticed) / of).toFixed(1);
  return [name, mutants.length, noticed, explained, mutants.length - noticed - explained, share(mutants.length), share(mutants.length - explained)];
}

export function showTable(rows) {
  const widths = HEADER.map((word, column) => Math.max(word.length, ...rows.map((row) => String(row[column]).length)));
  const line = (row) => row.map((field, column) => (column === 0 ? String(field).padEnd(widths[0]) : String(field).padStart(widths[column]))).join('  ');
  return [HEADER, ...rows].map(line).join('\n');
}

/** `file:line mutator: original → replacement`. */
export function showMutant({ file, line, mutator, original, replacement }) {
  return `${file}:${line} ${mutator}: ${oneLine(original)} → ${oneLine(replacement)}`;
}

/** docs/mutation.md. */
export function page(measured) {
  const survivors = measured.filter(({ noticedBy }) => noticedBy === null);
  return `# Does a broken rule fail a test?

Written by \`npm run mutate -- --write\`. Rules and equations are broken in every small way, one at a time: a condition turned round, a limit moved by one, a text emptied, a call left out, a part of a pattern dropped; and each term of each equation of the forms is dropped, put on the other side or swapped for the next equation's. Then the tests are run until one fails. What no test detected either has no effect, for the reason given, or shows a test that is missing.

${markdownTable(HEADER, tableOf(measured))}

The mutants of the code are those of Stryker's instrumenter, no kind left out. Its own runner starts vitest anew for each, which takes seconds; here rules and tests are evaluated anew in one process (\`test/mutation/worker.mjs\`), each text is read once, and most mutants take some hundredths of a second. \`test/mutation/scope.mjs\` says which tests are tried: only those that run in the process, so that what the protocol's, the command line's or the browser's tests would notice besides is not counted.

First \`npm ci --prefix test/mutation\`. \`npm run mutate\` tries what changed and what survived; \`-- --only wrong-cell\` one file, \`-- --only equations\` one row of the table, \`-- --survivors\` lists what no test detected, \`-- --fresh\` begins anew, and so does \`-- --write\`, since a test may have stopped noticing what it once did. Why a survivor has no effect is written in \`test/mutation/explained.mjs\`. A row is of what was measured; what was not is not listed.

## Without effect

${listByReason(survivors.filter(({ why }) => why !== null))}

## Survived

What a test might still be written for, or a reason be found.

${listByFile(survivors.filter(({ why }) => why === null))}
`;
}

function markdownTable(header, rows) {
  const line = (fields) => `| ${fields.join(' | ')} |`;
  return [line(header), line(header.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** One line a reason, the commonest first. */
function listByReason(mutants) {
  const counted = [...new Set(mutants.map(({ why }) => why))].map((why) => ({ why, count: mutants.filter((one) => one.why === why).length }));
  const lines = counted.sort((one, other) => other.count - one.count).map(({ why, count }) => `- ${count}: ${why}`);
  return lines.length === 0 ? 'None.' : lines.join('\n');
}

function listByFile(mutants) {
  const files = [...new Set(mutants.map(({ file }) => file))];
  if (files.length === 0) return 'None.';
  return files
    .map(
      (file) =>
        `\`${file}\`\n\n${mutants
          .filter((one) => one.file === file)
          .map((one) => `- ${change(one)}`)
          .join('\n')}`,
    )
    .join('\n\n');
}

function change({ line, original, replacement }) {
  return `line ${line}, ${code(original)} becomes ${code(replacement)}`;
}

/** Code that may hold backquotes; a pattern's brackets are not to read as a link. */
function code(text) {
  return `\`\` ${oneLine(text).replaceAll('](', '] (')} \`\``;
}

function oneLine(text) {
  const line = text.replaceAll(/\s+/gu, ' ');
  return line.length > MAX_QUOTED ? `${line.slice(0, MAX_QUOTED)}…` : line;
}
