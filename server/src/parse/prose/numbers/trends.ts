// Comparisons with a number that the text gives for last year: 38件，比上年35件增加3件.

import type { Quantity, Relation } from '../claim-model.ts';
import type { Clause } from '../words/clauses.ts';
import type { Figure } from './draft.ts';
import type { Token } from '../words/lex-sentence.ts';
import { spanIn, type Sentence } from '../words/sentences.ts';

export function trendsOf(sentence: Sentence, clauses: readonly Clause[], figures: readonly Figure[]): readonly Relation[] {
  const found: Relation[] = [];
  for (const [at, base] of figures.entries()) {
    // 比2023年的194件增长20.1%，比2022年的178件增长30.9%: each is compared with this year's, not the one with the other.
    if (!(base.last || (base.past && base.words.compare)) || isChange(base)) continue;
    const fits = (figure: Figure) =>
      !figure.last && !figure.past && figure.quantity.measure === base.quantity.measure && !isChange(figure) && isAlike(figure, base);
    // 2023年197件，2024年233件: the base may come first.
    const before = figures.filter((figure, index) => index < at && fits(figure));
    const became = base.rises ? figures[at + 1] : undefined;
    const current =
      became ?? before.find((figure) => bearsOut(figure, base, figures)) ?? before.at(-1) ?? figures.find((figure, index) => index > at && fits(figure));
    if (current === undefined) {
      found.push(...changesAlone(sentence, clauses, { base, figures }));
      continue;
    }
    const later = Math.max(base.clause, current.clause);
    // 收到346件，增加25件；结转上年19件: a semicolon ends what is compared.
    if (clauses.slice(Math.min(base.clause, current.clause) + 1, later + 1).some(({ opener }) => opener === ';')) continue;
    // 同比增长13.3%（上年15件）: the word may stand before the base.
    const trend = trendFrom(clauses, later, later + 2) ?? trendFrom(clauses, current.clause + 1, later) ?? trendFrom(clauses, base.clause, later);
    if (trend === null) continue;
    const behind = changesFrom(figures, trend.clause);
    // 同比下降25%，由52件降至39件: the change may stand first.
    const first = figures[Math.min(at, figures.indexOf(current)) - 1];
    const changes = behind.length > 0 || first === undefined || !isChange(first) || first.clause < Math.min(base.clause, current.clause) - 1 ? behind : [first];
    const { direction, start, end } = trend;
    const comparison = { kind: 'trend' as const, current: current.quantity, previous: base.quantity, direction, span: spanIn(sentence, start, end) };
    if (changes.length === 0) found.push({ ...comparison, change: null });
    for (const change of changes) found.push({ ...comparison, change: changeOf(change, base.quantity) });
  }
  return found;
}

/** 较上年1538件增加308件，增长20.03%: this year's number is not written, but the two changes have to agree. */
function changesAlone(
  sentence: Sentence,
  clauses: readonly Clause[],
  { base, figures }: { readonly base: Figure; readonly figures: readonly Figure[] },
): readonly Relation[] {
  const trend = trendFrom(clauses, base.clause, base.clause + 1);
  const [first, second] = trend === null ? [] : changesFrom(figures, trend.clause);
  const [count, percent] = first?.quantity.measure === '%' ? [second, first] : [first, second];
  if (trend === null || count === undefined || percent?.quantity.measure !== '%' || count.quantity.measure !== base.quantity.measure) return [];
  const { direction, start, end } = trend;
  const value = base.quantity.value + direction * count.quantity.value;
  const current = { ...count.quantity, value };
  return [{ kind: 'trend', current, previous: base.quantity, direction, span: spanIn(sentence, start, end), change: { ...percent.quantity, percent: true } }];
}

/** 增加206件，同比增长20.08%: the change by number and by percentage, one right behind the other. */
function changesFrom(figures: readonly Figure[], clause: number): readonly Figure[] {
  // 从321件上升到346件，增加25件: the change may stand behind what it became.
  const from = figures.findIndex((figure) => (figure.clause === clause || figure.clause === clause + 1) && isChange(figure));
  const [first, second] = from < 0 ? [] : figures.slice(from, from + 2);
  if (first === undefined) return [];
  const isAlso =
    second !== undefined &&
    second.clause <= clause + 1 &&
    isChange(second) &&
    second.words.trend === first.words.trend &&
    second.quantity.measure !== first.quantity.measure &&
    second.words.part === null;
  return isAlso ? [first, second] : [first];
}

/** 复议88件，维持53件、纠正6件，较上年的97件下降9.28%: which of several numbers is compared, the change tells. */
function bearsOut({ quantity }: Figure, { quantity: base }: Figure, figures: readonly Figure[]): boolean {
  const by = Math.abs(quantity.value - base.value);
  return figures.some((figure) => {
    if (!isChange(figure) || quantity.value > base.value !== (figure.words.trend === 'more')) return false;
    const { value, measure, decimals } = figure.quantity;
    return measure === '%' ? Math.abs((by / base.value) * 100 - value) < 10 ** -decimals : value === by;
  });
}

/** 申请量比2869件净增446件，其中商业企业498件: a part is compared with no whole. */
function isAlike({ words }: Figure, { words: base }: Figure): boolean {
  return words.column === base.column || words.list !== 'of-which';
}

/** 年均增长7.75% is over more than one year. */
function isChange(figure: Figure): boolean {
  return figure.words.trend !== null && figure.words.part === null;
}

function changeOf({ quantity }: Figure, base: Quantity): (Quantity & { readonly percent: boolean }) | null {
  if (quantity.measure === '%') return { ...quantity, percent: true };
  return quantity.measure === base.measure ? { ...quantity, percent: false } : null;
}

/** The word that says more or less, with its clause. */
function trendFrom(clauses: readonly Clause[], first: number, last: number) {
  for (let clause = first; clause <= last && clause < clauses.length; clause++) {
    for (const token of clauses[clause]?.tokens ?? []) {
      const direction = token.is === 'word' ? directionOf(token) : null;
      if (direction !== null) return { direction, clause, start: token.start, end: token.end };
    }
  }
  return null;
}

const DIRECTIONS: Readonly<Record<string, 1 | 0 | -1>> = { more: 1, risen: 1, same: 0, less: -1, fallen: -1 };

function directionOf({ as, id }: Extract<Token, { readonly is: 'word' }>): 1 | 0 | -1 | null {
  return as === 'trend' || as === 'filler' ? (DIRECTIONS[id] ?? null) : null;
}
