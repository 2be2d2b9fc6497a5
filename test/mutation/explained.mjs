// Equivalent mutants, which change nothing that could be noticed, each with its reason; an entry that no longer matches a
// survivor is reported.

const FOUND = 'the compiler asks for the guard: an index or a search that cannot fail here';
const OF_FORM = 'the form has every table, row and column that a report read by it shows; the guard is the compiler’s';
const MOVES = 'a located move always has its two cells; the guard is the compiler’s';
const VALUED = 'a sentence contradicts its table only where a reading has a value; the guard is the compiler’s';
const SUMMED = 'every equation has a cell on either side; the guard is the compiler’s';
const TRIMMED = 'the text of a cell has no blanks around it';
const SHOWN = 'a table of which a row or problem is known has a place; the guard is the compiler’s';
const STANDS = 'a part that stands twice has one that counts; the guard is the compiler’s';
const SUSPECTED = 'a mistake that is told has at least one change; the guard is the compiler’s';
const REPORT = 'a text without parts is no report, and no rule is asked';
const LIMIT = 'nobody writes a text in which so many of them stand, and one more or less is told alike';
const EXHAUSTIVE = 'every kind has its case; the line is for the compiler';
const SPARES = 'it only spares work: what is done twice comes out the same';
const HAS_CELLS = 'a row that was read has its cells; the guard is the compiler’s';
const PLAIN = 'without the flag the pattern matches the same: none of its characters needs two units';
const NOT_ABOVE = 'where no row is below, nothing is put above one';
const PRESENT = 'only equations whose cells are all there are asked';

/** What is done to a guard or a default that nothing reaches. */
const GUARD = ['ArrayDeclaration', 'ConditionalExpression', 'OptionalChaining', 'StringLiteral'];
const WHOLE_GUARD = [...GUARD, 'LogicalOperator'];

/** `file` ends the path, `code` is a part of the line the mutant begins on; `mutators` are those of a guard unless others are named. */
const EXPLAINED = [
  { file: 'equations/blank-totals.ts', code: 'if (key === undefined || found.has(key)) continue', mutators: WHOLE_GUARD, why: SUMMED },
  { file: 'equations/blank-totals.ts', code: 'equations.byCell.get(key)?.some', why: SUMMED },
  { file: 'equations/blank-totals.ts', code: 'if (cell !== undefined && value', why: 'a cell that has a filling is there' },
  { file: 'equations/blanks.ts', code: 'if (blanks.length === 0) return values', why: SPARES },
  { file: 'equations/blanks.ts', code: 'if (total === undefined ||', why: SUMMED },
  { file: 'equations/blanks.ts', code: 'pass < TOTALS_DEEP', mutators: ['EqualityOperator'], why: SPARES },
  { file: 'equations/blanks.ts', code: 'if (first !== undefined)', why: FOUND },
  {
    file: 'equations/blanks.ts',
    code: 'round < MAX_FILLING_ROUNDS',
    mutators: ['EqualityOperator', 'UpdateOperator'],
    why: 'no form has so many blanks: the rounds end before',
  },
  { file: 'equations/blanks.ts', code: 'if (changed === 0) return', why: SPARES },
  { file: 'equations/blanks.ts', code: 'if (open.length === 0) return false', mutators: [...GUARD, 'BooleanLiteral'], why: SPARES },
  { file: 'equations/blanks.ts', code: 'return open.length === 1 ?', mutators: ['BooleanLiteral'], why: SPARES },
  { file: 'equations/blanks.ts', code: 'if (value !== 0 && !puzzle.definitions.has(key)', why: 'where it contradicts, 0 is what it becomes, and is already' },
  { file: 'equations/blanks.ts', code: 'puzzle.report.cells.get(key)?.reading', why: PRESENT },
  { file: 'equations/blanks.ts', code: "reading?.kind === 'number'", why: PRESENT },
  { file: 'findings/equation-words.ts', code: "if (key === undefined) return ''", why: SUMMED },
  {
    file: 'findings/equation-words.ts',
    code: "if (status !== 'broken' || left === null || right === null)",
    why: 'a broken equation has both its sums; the guard is the compiler’s',
  },
  {
    file: 'findings/equation-words.ts',
    code: 'report.tables.find(({ id }) => id === spec.table)?.state',
    why: 'a report has an entry for every table, also a missing one',
  },
  { file: 'findings/equation-words.ts', code: 'const odd = keys.filter(', why: 'cells that are absent were told before' },
  { file: 'equations/evaluate.ts', code: 'filling.size === 0', why: SPARES },
  { file: 'equations/evaluate.ts', code: 'difference > 0', mutators: ['EqualityOperator'], why: 'it is asked only where there is a difference' },
  { file: 'diagnosis/explanation.ts', code: 'holding(report, facts, [])', mutators: ['ArrayDeclaration'], why: 'what is no change changes no cell' },
  { file: 'diagnosis/explanation.ts', code: 'return one === undefined || other === undefined', why: FOUND },
  { file: 'diagnosis/explanation.ts', code: 'if (pair === null || line === null) return null', why: 'without a pair there is no line either' },
  { file: 'diagnosis/explanation.ts', code: 'one.to < one.from ?', mutators: ['EqualityOperator'], why: 'a change changes' },
  { file: 'diagnosis/explanation.ts', code: 'const isTotal = ', mutators: ['EqualityOperator'], why: 'it is asked of two cells whether they differ in it' },
  { file: 'insert/rows.ts', code: 'if (above === null || end === undefined)', why: 'without the row there is no place either' },
  { file: 'insert/rows.ts', code: 'const start = below === null ?', why: NOT_ABOVE },
  { file: 'insert/rows.ts', code: 'if (below === null || start === undefined)', why: NOT_ABOVE },
  { file: 'insert/rows.ts', code: 'places.at(-1)?.rows', why: FOUND },
  { file: 'insert/rows.ts', code: 'end > from && end < to &&', mutators: ['EqualityOperator'], why: 'the line of a row is never that of a label' },
  { file: 'insert/rows.ts', code: 'if (spec === undefined || first === undefined || last === undefined) return null', mutators: WHOLE_GUARD, why: FOUND },
  { file: 'insert/rows.ts', code: 'spec === undefined || row === undefined ?', why: 'a row of no name is not found either' },
  { file: 'insert/imitate.ts', code: 'if (last === undefined) return null', why: HAS_CELLS },
  { file: 'insert/imitate.ts', code: 'if (block === null || first === undefined)', mutators: ['ConditionalExpression'], why: HAS_CELLS },
  { file: 'insert/imitate.ts', code: 'printed === undefined ? []', why: OF_FORM },
  { file: 'insert/imitate.ts', code: 'rowSpec(report.form.form, model.table, model.id)?.groups', mutators: ['OptionalChaining'], why: OF_FORM },
  { file: 'insert/imitate.ts', code: "lines[labelAt] ?? ''", mutators: ['StringLiteral'], why: FOUND },
  {
    file: 'insert/imitate.ts',
    code: 'cells.sort(',
    mutators: ['MethodExpression', 'ArrowFunction', 'ArithmeticOperator'],
    why: 'cells are kept in the order of the text',
  },
  { file: 'rules/amount-decimals.ts', code: "cell.type !== 'money' || cell.reading.kind", why: 'what is no number has no decimals either' },
  { file: 'rules/amount-decimals.ts', code: 'fold(cell.text).trim()', mutators: ['MethodExpression'], why: TRIMMED },
  { file: 'rules/amount-unit.ts', code: 'cell.text.trim()', mutators: ['MethodExpression'], why: TRIMMED },
  {
    file: 'rules/cell-ambiguous.ts',
    code: 'problem.readings.length > 1 ?',
    mutators: ['EqualityOperator'],
    why: 'one reading alone is not ambiguous: none are listed, or two',
  },
  { file: 'rules/cell-ambiguous.ts', code: 'tableOf(form, table)?.columns ?? []', why: OF_FORM },
  { file: 'rules/cell-ambiguous.ts', code: 'columns[at % columns.length]', why: FOUND },
  { file: 'rules/cell-blank.ts', code: 'equations.byCell.get(cell.key) ?? []', why: 'a cell that has a filling stands in an equation' },
  { file: 'rules/cell-blank.ts', code: 'if (span === undefined || span === null)', why: SHOWN },
  { file: 'rules/cell-count.ts', code: 'const lack = found < expected', mutators: ['EqualityOperator'], why: 'equal ones were told before' },
  { file: 'rules/cell-count.ts', code: "names[index] ?? ''", why: FOUND },
  { file: 'rules/cell-notation.ts', code: 'first.cell.text.trim()', mutators: ['MethodExpression'], why: TRIMMED },
  { file: 'rules/cell-notation.ts', code: "names[0] ?? ''", why: FOUND },
  { file: 'rules/column-header.ts', code: 'columnSpec(report.form.form', why: OF_FORM },
  {
    file: 'rules/document-number.ts',
    code: 'report.text.slice(first.span.start, first.span.end).trim()',
    mutators: ['MethodExpression'],
    why: 'what is matched has no blanks around it',
  },
  { file: 'rules/fee-statement.ts', code: 'if (amount === null || cell === undefined)', why: 'a cell that has a value is there' },
  {
    file: 'rules/form-mixed.ts',
    code: 'rows.years[0] > headers.years[0]',
    mutators: [...GUARD, 'EqualityOperator'],
    why: 'rows of 2019 under headers of 2021 are the undivided form, which was told before',
  },
  { file: 'rules/form-mixed.ts', code: "table?.rows.find((row) => row.id === 'other')?.label", why: 'the undivided form is known by this row' },
  {
    file: 'rules/form-mixed.ts',
    code: '?? { start: 0, end: 0 }',
    mutators: [...GUARD, 'ObjectLiteral'],
    why: 'headers are looked for below the heading of their part',
  },
  { file: 'rules/form-outdated.ts', code: 'used.years[0] > due.years[0]', mutators: ['EqualityOperator'], why: 'the same form was left out before' },
  { file: 'rules/part-count.ts', code: 'const WRITTEN = new RegExp(', why: PLAIN },
  { file: 'rules/placeholder.ts', code: 'return new RegExp(`(?<!${sign})', why: 'only its source is read' },
  { file: 'rules/unit-mismatch.ts', code: 'const SIGNED = new RegExp(', why: PLAIN },
  {
    file: 'rules/section-order.ts',
    code: '(one.at(-1)?.span.start ?? 0) < (other.at(-1)?.span.start ?? 0)',
    mutators: [...GUARD, 'EqualityOperator'],
    why: 'runs that are compared have headings, and end with different ones',
  },
  {
    file: 'rules/section-order.ts',
    code: 'let before: readonly Section[] = []',
    mutators: ['ArrayDeclaration'],
    why: 'every run would begin with it, and no part has its name',
  },
  { file: 'rules/section-title.ts', code: 'spec === undefined ||', why: OF_FORM },
  { file: 'rules/shifted-cells.ts', code: "ways[index] ?? ''", why: FOUND },
  { file: 'rules/part-count.ts', code: 'written?.[1]', why: FOUND },
  { file: 'rules/part-count.ts', code: 'if (written === null || count === undefined)', mutators: WHOLE_GUARD, why: FOUND },
  { file: 'rules/part-count.ts', code: 'if (value === null || value === PARTS)', why: FOUND },
  {
    file: 'rules/prose-rate.ts',
    code: '.filter((standing) => !meant.includes(standing))',
    mutators: ['MethodExpression'],
    why: 'a rate told twice is left out below',
  },
  { file: 'rules/prose-rate.ts', code: 'reading.over ?? []', why: 'a share has a whole; the guard is the compiler’s' },
  { file: 'rules/prose-rate.ts', code: 'first.reading.over ?? []', why: 'a share has a whole; the guard is the compiler’s' },
  { file: 'rules/prose-rate.ts', code: "before?.kind === 'count' && before.reading !== null", why: FOUND },
  { file: 'rules/prose-trend.ts', code: 'WORDS[String(', why: FOUND },
  { file: 'rules/prose-trend.ts', code: 'directionHolds(trend) && change !== null', why: 'where the direction holds, it is the change that does not' },
  { file: 'rules/aspect-missing.ts', code: 'body.text.length < MIN_LENGTH', mutators: ['EqualityOperator'], why: LIMIT },
  { file: 'rules/duplicate-paragraph.ts', code: 'key.length < MIN_LENGTH', mutators: ['EqualityOperator'], why: LIMIT },
  { file: 'rules/duplicate-paragraph.ts', code: 'group.length > 1', mutators: [...GUARD, 'EqualityOperator', 'MethodExpression'], why: SPARES },
  { file: 'rules/unit-mismatch.ts', code: 'unit === null || title === null', why: 'an organ is known by the title' },
  { file: 'rules/unit-mismatch.ts', code: 'name === undefined || line === undefined', why: FOUND },
  { file: 'rules/document-number.ts', code: 'first === undefined ||', mutators: ['LogicalOperator'], why: FOUND },
  { file: 'rules/regulation-authority.ts', code: "cell.reading.kind === 'number'", why: 'what is no number is not above 0 either' },
  { file: 'rules/unbalanced.ts', code: 'anchor === undefined ? undefined', why: SUSPECTED },
  { file: 'rules/unbalanced.ts', code: 'if (anchor === undefined || cell === undefined)', mutators: ['LogicalOperator'], why: SUSPECTED },
  { file: 'rules/unbalanced.ts', code: 'first === undefined ?', why: SUSPECTED },
  { file: 'rules/unbalanced.ts', code: 'total === undefined ||', why: SUMMED },
  { file: 'rules/prose-zero.ts', code: 'standings(context, each)?.[0] ?? []', why: VALUED },
  { file: 'rules/prose-zero.ts', code: 'if (nearest === undefined) return []', why: VALUED },
  { file: 'rules/published-over-total.ts', code: "tableOf(form, 'issued')?.rows ?? []", why: OF_FORM },
  { file: 'rules/radical-character.ts', code: 'if (newText === null) continue', why: 'the pattern is made of the table that is looked into' },
  { file: 'rules/radical-character.ts', code: 'count <= MAX_EDITS', mutators: [...GUARD, 'EqualityOperator'], why: LIMIT },
  { file: 'rules/radical-character.ts', code: 'count > MAX_EDITS', mutators: ['EqualityOperator'], why: LIMIT },
  { file: 'rules/regulation-authority.ts', code: 'cell.text.trim()', mutators: ['MethodExpression'], why: TRIMMED },
  { file: 'rules/regulation-authority.ts', code: "report.unit ?? ''", why: 'an organ without a name lacks no authority' },
  {
    file: 'findings/problems.ts',
    code: "problem.kind === 'cell-count' || problem.kind === 'ambiguous' ?",
    why: 'the other kinds name no row, or one that was read',
  },
  {
    file: 'rules/row-missing.ts',
    code: 'const filled = edits.some',
    mutators: [...GUARD, 'MethodExpression'],
    why: 'rows are put in as those beside them: all with zeros, or none',
  },
  { file: 'rules/row-missing.ts', code: "order.indexOf(missing[0]?.id ?? '')", why: FOUND },
  { file: 'rules/row-missing.ts', code: 'order.indexOf(row) < firstRank', mutators: ['EqualityOperator'], why: 'a missing row has no place' },
  { file: 'rules/row-missing.ts', code: 'before?.span ?? table.span ?? { start: 0, end: 0 }', mutators: [...GUARD, 'ObjectLiteral'], why: SHOWN },
  { file: 'rules/section-order.ts', code: 'other === undefined', why: STANDS },
  { file: 'rules/section-order.ts', code: 'other.span.start < section.span.start', mutators: ['EqualityOperator'], why: 'no two parts begin in one place' },
  { file: 'rules/section-order.ts', code: 'own === undefined', why: STANDS },
  { file: 'rules/section-order.ts', code: 'after === undefined ?', why: OF_FORM },
  { file: 'rules/shifted-cells.ts', code: 'default:', why: EXHAUSTIVE },
  { file: 'rules/stock-below-flow.ts', code: "tableOf(form, 'issued')?.rows ?? []", why: OF_FORM },
  { file: 'rules/table-missing.ts', code: "spec.heading ?? ''", why: 'the blocks of table two have headings' },
  { file: 'rules/table-missing.ts', code: "?.state ?? 'missing'", why: 'a report has an entry for every table, also a missing one' },
  { file: 'rules/table-unreadable.ts', code: '?.span ?? { start: 0, end: 0 }', mutators: [...GUARD, 'ObjectLiteral'], why: SHOWN },
  { file: 'rules/term.ts', code: 'const OTHER_MEASURE', mutators: ['Regex'], why: 'only one character is looked at' },
  { file: 'rules/term.ts', code: "claim.kind === 'count' &&", why: 'behind 未收到 and behind a percentage stands no measure word' },
  { file: 'rules/unbalanced.ts', code: 'if (anchor === undefined || cell === undefined)', why: SUSPECTED },
  { file: 'rules/unbalanced.ts', code: 'first?.changes ?? []', why: SUSPECTED },
  { file: 'rules/unbalanced.ts', code: 'change === undefined ?', why: SUSPECTED },
  { file: 'rules/unbalanced.ts', code: 'by > 0 ?', mutators: ['EqualityOperator'], why: 'a change changes' },
  { file: 'rules/unbalanced.ts', code: 'explanation?.facts ?? []', why: SUSPECTED },
  { file: 'rules/unbalanced.ts', code: 'if (cell === undefined) return []', why: SUSPECTED },
  { file: 'rules/unbalanced.ts', code: 'default:', why: EXHAUSTIVE },
  { file: 'rules/wrong-cell.ts', code: 'if (cell === undefined) return []', why: SUSPECTED },
  { file: 'rules/year-mismatch.ts', code: 'if (year === null) return []', why: 'without evidence there is no finding either' },
  { file: 'rules/year-mismatch.ts', code: "last?.id !== 'other'", why: REPORT },
  { file: 'rules/amount-decimals.ts', code: 'cell.reading.decimals < decimals ?', mutators: ['EqualityOperator'], why: 'equal ones were left out before' },
  { file: 'rules/amount-decimals.ts', code: "const [whole = '', fraction = '']", why: FOUND },
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
