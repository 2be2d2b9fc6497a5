// Which mutants change nothing that could be noticed, and why? Each was looked at; an entry that no longer matches a survivor is told.

const FOUND = 'the compiler asks for the guard: an index or a search that cannot fail here';
const OF_FORM = 'the form has every table, row and column that a report read by it shows; the guard is the compiler’s';
const MOVES = 'a located move always has its two cells; the guard is the compiler’s';
const VALUED = 'a sentence contradicts its table only where a reading has a value; the guard is the compiler’s';
const SUMMED = 'every equation has a cell on either side; the guard is the compiler’s';
const SPARES = 'it only spares work: what is done twice comes out the same';
const PRESENT = 'only equations whose cells are all there are asked';

/** What is done to a guard or a default that nothing reaches. */
const GUARD = ['ArrayDeclaration', 'ConditionalExpression', 'OptionalChaining', 'StringLiteral'];
const WHOLE_GUARD = [...GUARD, 'LogicalOperator'];

/** `file` ends the path, `code` is a part of the line the mutant begins on; `mutators` are those of a guard unless others are named. */
const EXPLAINED = [
  { file: 'check/blank-totals.ts', code: 'if (key === undefined || found.has(key)) continue', mutators: WHOLE_GUARD, why: SUMMED },
  { file: 'check/blank-totals.ts', code: 'equations.byCell.get(key)?.some', why: SUMMED },
  { file: 'check/blank-totals.ts', code: 'if (cell !== undefined && value', why: 'a cell that has a filling is there' },
  { file: 'check/blanks.ts', code: 'if (blanks.length === 0) return values', why: SPARES },
  { file: 'check/blanks.ts', code: 'if (total === undefined ||', why: SUMMED },
  { file: 'check/blanks.ts', code: 'pass < TOTALS_DEEP', mutators: ['EqualityOperator'], why: SPARES },
  { file: 'check/blanks.ts', code: 'if (first !== undefined)', why: FOUND },
  { file: 'check/blanks.ts', code: 'round < MAX_FILLING_ROUNDS', mutators: ['EqualityOperator', 'UpdateOperator'], why: 'no form has so many blanks: the rounds end before' },
  { file: 'check/blanks.ts', code: 'if (changed === 0) return', why: SPARES },
  { file: 'check/blanks.ts', code: 'if (open.length === 0) return false', mutators: [...GUARD, 'BooleanLiteral'], why: SPARES },
  { file: 'check/blanks.ts', code: 'return open.length === 1 ?', mutators: ['BooleanLiteral'], why: SPARES },
  { file: 'check/blanks.ts', code: 'if (value !== 0 && !puzzle.definitions.has(key)', why: 'where it contradicts, 0 is what it becomes, and is already' },
  { file: 'check/blanks.ts', code: 'puzzle.report.cells.get(key)?.reading', why: PRESENT },
  { file: 'check/blanks.ts', code: "reading?.kind === 'number'", why: PRESENT },
  { file: 'check/equation-words.ts', code: "if (key === undefined) return ''", why: SUMMED },
  { file: 'check/equation-words.ts', code: "if (status !== 'broken' || left === null || right === null)", why: 'a broken equation has both its sums; the guard is the compiler’s' },
  { file: 'check/equation-words.ts', code: 'report.tables.find(({ id }) => id === spec.table)?.state', why: 'a report has an entry for every table, also a missing one' },
  { file: 'check/equation-words.ts', code: 'const odd = keys.filter(', why: 'cells that are absent were told before' },
  { file: 'check/equations.ts', code: 'filling.size === 0', why: SPARES },
  { file: 'check/equations.ts', code: 'difference > 0', mutators: ['EqualityOperator'], why: 'it is asked only where there is a difference' },
  { file: 'rules/amount-decimals.ts', code: 'cell.reading.decimals < decimals ?', mutators: ['EqualityOperator'], why: 'equal ones were left out before' },
  { file: 'rules/amount-decimals.ts', code: "const [whole = '', fraction = '']", why: FOUND },
  { file: 'rules/cell-blank.ts', code: 'tableOf(report.form.form, cell.table)?.section', why: OF_FORM },
  { file: 'rules/cell-blank.ts', code: "return spec === undefined ? ''", why: OF_FORM },
  { file: 'rules/column-header.ts', code: 'columnSpec(report.form.form,', why: OF_FORM },
  { file: 'rules/document-number.ts', code: 'edit === undefined', why: FOUND },
  { file: 'rules/form-typo.ts', code: 'if (right === undefined) return []', why: 'the pattern is made of the table that is looked into' },
  { file: 'rules/misfiled-case.ts', code: 'const move = ', why: MOVES },
  { file: 'rules/misfiled-case.ts', code: 'const cell = move === null', why: MOVES },
  { file: 'rules/misfiled-case.ts', code: 'if (move === null', mutators: WHOLE_GUARD, why: MOVES },
  { file: 'rules/misfiled-case.ts', code: 'return move === null', why: MOVES },
  { file: 'rules/prose-complete.ts', code: 'if (found === null', why: VALUED },
  { file: 'rules/prose-number.ts', code: 'if (found === null', why: VALUED },
  { file: 'rules/prose-rate.ts', code: 'if (found === null', why: VALUED },
  { file: 'rules/prose-rate.ts', code: 'if (first === undefined) return []', why: 'the first rate is never left out' },
  { file: 'rules/row-label.ts', code: "?.label ?? ''", why: OF_FORM },
  { file: 'rules/row-missing.ts', code: 'tableOf(', why: OF_FORM },
  { file: 'rules/section-order.ts', code: "return spec === undefined ? ''", why: OF_FORM },
  { file: 'rules/shifted-cells.ts', code: 'spec?.', why: OF_FORM },
  { file: 'rules/shifted-cells.ts', code: "columns[at % columns.length]?.label ?? ''", why: FOUND },
];

/** Why the mutant has no effect, or null. */
export function explain(mutant) {
  return EXPLAINED.find((entry) => matches(entry, mutant))?.why ?? null;
}

/** Entries of these files that explain no survivor any more. */
export function outdated(files, survivors) {
  return EXPLAINED.filter(({ file }) => files.some((name) => name.endsWith(file))).filter((entry) => !survivors.some((mutant) => matches(entry, mutant)));
}

function matches({ file, code, mutators = GUARD }, mutant) {
  return mutant.file.endsWith(file) && mutant.code.includes(code) && mutators.includes(mutant.mutator);
}
