// Words, places and fixes of a sentence that contradicts its table, shared by the prose rules.

import type { CellKey, Form } from '../../forms/form.ts';
import { splitKey } from '../../forms/form.ts';
import type { Claim, Quantity, Interpretation } from '../../parse/prose/claim-model.ts';
import { fits, valueOfReading } from '../../parse/prose/claims/verify-claim.ts';
import { valueOf, type Report } from '../../parse/model.ts';
import type { Span } from '../../text/span.ts';
import { isMistyped, writtenLike } from '../../text/written-number.ts';
import { cellName, spokenCell, wholeTable } from '../../findings/describe.ts';
import { titled } from '../../findings/wording.ts';
import type { Fix, Related, RuleClass } from '../../findings/finding.ts';
import type { RuleContext } from '../rule.ts';
import { heldClaims } from './last-year-report.ts';
import type { OutsideFact } from '../../diagnosis/explanation.ts';
import type { Mistake } from '../../diagnosis/locate.ts';
import { MAX_CELLS_NAMED, MAX_CLAIM_SHOWN, MAX_FACT_CELLS, MAX_SENTENCE_QUOTED } from '../../findings/limits.ts';

/** What the tables say under one reading. */
export interface Standing {
  readonly reading: Interpretation;
  readonly value: number;
}

/** Conflicting claims of a kind that no located mistake of the table explains. */
export function contradictions(context: RuleContext, kind: Claim['kind']): readonly Claim[] {
  const found = context.report.claims.filter((claim) => claim.kind === kind && claim.status === 'conflicts' && !isExplained(context, claim));
  if (found.length === 0 || context.previous === null) return found;
  // 比上年35件增加4件: where last year's report is known, it says whether 35 or 4 is wrong.
  const decided = new Set(heldClaims(context).map(({ claim }) => claim.numberSpan.start));
  return found.filter(({ numberSpan }) => !decided.has(numberSpan.start));
}

/** What each reading gives, the likeliest first; one entry a value. */
export function standings({ report }: Pick<RuleContext, 'report'>, claim: Claim): readonly [Standing, ...Standing[]] | null {
  const all = claim.readings.flatMap((reading) => {
    const value = valueOfReading(reading, (key) => valueOf(report, key), claim.scale);
    // A mean as a sentence writes it.
    return value === null ? [] : [{ reading, value: claim.bound === 'rounded' ? Number(value.toFixed(Math.max(0, claim.decimals))) : value }];
  });
  const distinct = all.filter(({ value }, index) => all.findIndex((other) => other.value === value) === index);
  const doubt = (standing: Standing) => (isReadBeside(report, claim, standing.reading) ? 0 : isMeant(claim, standing.value) ? 1 : 2);
  const [first, ...rest] = distinct.length < 2 ? distinct : likeliestFirst(distinct, doubt);
  return first === undefined ? null : [first, ...rest];
}

function likeliestFirst(all: readonly Standing[], doubt: (standing: Standing) => number): readonly Standing[] {
  const doubts = new Map(all.map((standing) => [standing, doubt(standing)]));
  return all.toSorted((one, other) => (doubts.get(one) ?? 0) - (doubts.get(other) ?? 0));
}

/** So near to a value a number was meant to be that value. */
const NEAR_COUNT = 2;
const NEAR_SHARE = 0.02;

/** The number written is the value with a slip of the hand. */
function isMeant({ value: written, decimals }: Claim, value: number): boolean {
  const digits = Math.max(0, decimals);
  return Math.abs(written - value) <= Math.max(NEAR_COUNT, value * NEAR_SHARE) ? digits === 0 : isMistyped(written.toFixed(digits), value.toFixed(digits));
}

/** So many claims on either side belong to the same statement. */
const BESIDE = 2;

/** 收到233件，其中自然人…: the numbers beside it, of which several rows could be meant, mean those rows. */
function isReadBeside({ claims }: Pick<Report, 'claims'>, claim: Claim, reading: Interpretation): boolean {
  const at = claims.indexOf(claim);
  return claims.slice(Math.max(0, at - BESIDE), at + BESIDE + 1).some((other) => {
    const read = other.reading === null || other.readings.length < 2 ? undefined : other.readings[other.reading];
    if (read === undefined || other === claim || other.kind !== claim.kind) return false;
    const [first] = other.readings;
    const [own] = claim.readings;
    // 收到17件 and 应办19件 count in another order of likelihood.
    const isAlike = first !== undefined && own !== undefined && rowsOf(first) === rowsOf(own);
    return isAlike && rowsOf(read) === rowsOf(reading);
  });
}

function rowsOf({ sum, over = [] }: Interpretation): string {
  return [sum, over].map((keys) => [...new Set(keys.map((key) => splitKey(key).row))].join('+')).join('÷');
}

/** Cells that people count as one. */
const TOGETHER: Readonly<Record<string, string>> = {
  'disputes/direct/total disputes/after-review/total': '行政诉讼',
  'disputes/review/total disputes/direct/total disputes/after-review/total': '行政复议和行政诉讼',
};

/** 新收加上年结转; a long sum is named by its first cell. */
export function readingWords(form: Form, reading: Interpretation): string {
  const { since, by } = reading;
  const words = sumWords(form, reading);
  if (since !== undefined) return since.less ? `${since.value}减${words}` : `${words}减${since.value}`;
  return by === undefined ? words : `${words}除以${by}`;
}

function sumWords(form: Form, { sum }: Interpretation): string {
  const together = TOGETHER[sum.join(' ')];
  if (together !== undefined) return together;
  const named = sum.slice(0, MAX_CELLS_NAMED).map((key) => spokenCell(form, key));
  return sum.length > MAX_CELLS_NAMED ? `${named[0] ?? ''}等${sum.length}格之和` : named.join('加');
}

/** 表三, of whose cells a reading speaks. */
export function tableOfReading(form: Form, { sum: [first] }: Interpretation): string {
  return first === undefined ? '表格' : wholeTable(form, splitKey(first).table);
}

/** The sentence's words in one line: what a finding is known by, and in older versions its message held. */
export function wordsOfClaim({ text }: Claim): string {
  return endOf(text, MAX_SENTENCE_QUOTED);
}

/** Their end, where the number stands, as much as a first sentence has room for. */
export function quotedClaim({ text }: Claim): string {
  return `“${endOf(text, MAX_CLAIM_SHOWN)}”`;
}

function endOf(text: string, most: number): string {
  const words = text.replaceAll(/[\s\u200b]+/gu, '').replaceAll(/["“”;!]/gu, '');
  return words.length > most ? `…${words.slice(-most)}` : words;
}

/** The cells a reading speaks of: where to go when the table is the mistake. */
export function placesOf({ report }: RuleContext, reading: Interpretation): readonly Related[] {
  const keys = [...reading.sum, ...(reading.over ?? [])].slice(0, MAX_CELLS_NAMED * 2);
  return keys.flatMap((key) => {
    const cell = report.cells.get(key);
    return cell === undefined ? [] : [{ message: `${cellName(report.detectedForm.form, key)}为${valueOf(report, key) ?? '未填'}`, span: cell.span }];
  });
}

/** Changes the number in the sentence. Never preferred: the table may be the mistake. */
export function numberFix({ report }: Pick<RuleContext, 'report'>, span: Span, { value, source, basis = [] }: NewNumber): Fix {
  const written = report.folded.slice(span.start, span.end);
  const newText = withDecimals(writtenLike(written, value), written);
  return { title: titled(`正文改为 ${newText}（${source}）`, `正文改为 ${newText}`), kind: 'value', preferred: false, basis, edits: [{ span, newText }] };
}

const DECIMALS = /^[0-9,]+\.(?<digits>[0-9]+)$/u;

/** 61.50 becomes 51.50, not 51.5. */
function withDecimals(text: string, written: string): string {
  const due = DECIMALS.exec(written)?.groups?.['digits']?.length ?? 0;
  const own = DECIMALS.exec(text)?.groups?.['digits']?.length ?? 0;
  if (due === 0 || own >= due || !/^[0-9,.]+$/u.test(text)) return text;
  return `${text}${own === 0 ? '.' : ''}${'0'.repeat(due - own)}`;
}

export interface NewNumber {
  readonly value: number;
  /** What it comes from, in words. */
  readonly source: string;
  /** The cells it comes from. */
  readonly basis?: readonly CellKey[];
}

export function cellsOfReading({ sum, over = [] }: Interpretation): readonly CellKey[] {
  return [...sum, ...over];
}

/** Cells that numbers of sentences agree with: what is worked out from the numbers is worked out from them. */
export function cellsBehind({ report }: RuleContext, quantities: readonly Quantity[]): readonly CellKey[] {
  const starts = new Set(quantities.map(({ span }) => span.start));
  return report.claims.flatMap(({ status, reading, readings, numberSpan }) => {
    const read = status === 'agrees' && reading !== null && starts.has(numberSpan.start) ? readings[reading] : undefined;
    return read === undefined ? [] : cellsOfReading(read);
  });
}

/** 强制 where the sentence speaks for certain of just what the table counts, and the table is not in doubt itself. */
export function classOfContradiction(context: RuleContext, claim: Claim): RuleClass {
  return claim.scope === 'whole' && !claim.hedged && !isTableInDoubt(context, claim) ? '强制' : '核实';
}

/** Whether the claim's own cells stand in a sum that does not hold: then the sentence may be the one that is right. */
function isTableInDoubt({ equations }: RuleContext, claim: Claim): boolean {
  return claim.readings.some(({ sum }) => sum.some((key) => equations.byCell.get(key)?.some((equation) => equation.status === 'broken') === true));
}

export function isSaidAlready({ report }: RuleContext, { span }: Quantity): boolean {
  return report.claims.some((claim) => claim.status === 'conflicts' && claim.numberSpan.start === span.start && claim.kind === 'count');
}

/** The table's own mistake, fixed, makes the sentence right: that finding says both. */
function isExplained({ report, location }: RuleContext, claim: Claim): boolean {
  return location.mistakes.some((mistake) =>
    mendsOf(mistake).some((mend) =>
      claim.readings.some((reading) => {
        if (![...reading.sum, ...(reading.over ?? [])].some((key) => mend.has(key))) return false;
        const fixed = valueOfReading(reading, (key) => mend.get(key) ?? valueOf(report, key) ?? 0, claim.scale);
        return fixed !== null && fits(claim, fixed);
      }),
    ),
  );
}

/** What each way to mend it makes of which cells. */
export function mendsOf(mistake: Mistake): readonly ReadonlyMap<CellKey, number>[] {
  const mend = (changes: readonly { readonly key: CellKey; readonly to: number }[]) => new Map(changes.map(({ key, to }) => [key, to]));
  switch (mistake.kind) {
    case 'cell':
      return [mend([mistake.change])];
    case 'misfiled':
      return mistake.candidates.map(({ changes }) => mend(changes));
    case 'open':
      return mistake.suspects.map(({ changes }) => mend(changes));
    case 'displaced':
      return mistake.candidates.map(({ values }) => new Map(mistake.cells.flatMap((key, at) => (values[at] === undefined ? [] : [[key, values[at]]]))));
    default:
      return mistake satisfies never;
  }
}

/** What the sentences say of the table, as evidence for which of its cells is wrong. */
export function factsOf({ claims }: Report): readonly OutsideFact[] {
  return claims.flatMap((claim) => {
    if (claim.kind !== 'count' || claim.bound !== 'exact' || claim.scale !== 1 || claim.hedged || claim.decimals < 0) return [];
    const readings = claim.reading === null ? claim.readings : claim.readings.slice(claim.reading, claim.reading + 1);
    return readings
      .filter(
        ({ sum, over, since, by }) =>
          over === undefined && since === undefined && by === undefined && sum.length <= MAX_FACT_CELLS && sum.every((key) => splitKey(key).table !== 'issued'),
      )
      .map(({ sum }) => ({ cells: sum, value: claim.value, words: `正文写明“${wordsOfClaim(claim)}”` }));
  });
}
