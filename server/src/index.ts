/**
 * The engine as a library: what an editor, a service or a script embeds. Pure functions over plain data, without Node,
 * without a network; the same in a browser. Nothing else in these sources is meant to be imported from outside.
 *
 * ```ts
 * const report = parseReport(text);
 * const { findings, equations } = checkReport(report);
 * const [fix] = findings.flatMap((finding) => finding.fixes);
 * const fixed = fix === undefined ? text : applyEdits(text, fix.edits);
 * ```
 *
 * Every place is a `Span`: UTF-16 offsets into the text that was given, `start` ≤ `end` ≤ its length. `rangeOf` turns one
 * into LSP's lines and characters.
 */

/** Text → `Report`. Any text: it never throws, and takes time in proportion to the text. `recognised` is false where the text is no report. */
export { parseReport } from './parse/parse.ts';
export type { Cell, Report, Section, Table, TableRow } from './parse/model.ts';
export type { Claim } from './parse/prose/claim-model.ts';

/** `Report` → findings with their fixes, in the order of the text. A text that is no report has none. */
export { checkReport, type CheckOptions } from './check.ts';
export type { CheckResult, Finding, Fix, Related, RuleClass, RuleLevel, Severity } from './findings/finding.ts';
export type { EquationTally } from './equations/evaluate.ts';

/** Whether the report can be handed in (可以报送), and what is in the way. */
export { readinessOf, type Readiness } from './readiness/judge.ts';

/** The text after edits that do not overlap, in any order. */
export { applyEdits, type Edit } from './text/edits.ts';
/** The text of a file with every layout fix made; null where there is none. No number changes its value, no word goes. */
export { fixAll, type FixedText } from './fixes/fix-all.ts';

/** What `.gouji.json` says, for `CheckOptions.suppressions`; a damaged file is a `problem` in Chinese, never an exception. */
export { readSuppressions } from './suppressions/read-config.ts';

/** The forms as plain data: parts, tables, rows, columns, equations (40 of 2019, 42 of 2021). */
export { FORMS, formForYear } from './forms/index.ts';
export type { CellKey, Form, FormId, TableId } from './forms/form.ts';

/** All rules, by id (`ruleOf`) and in the order in which they run. */
export { RULES, ruleOf } from './rules/registry.ts';

export { indexLines, rangeOf } from './text/lines.ts';
export type { Position, Range, Span } from './text/span.ts';
