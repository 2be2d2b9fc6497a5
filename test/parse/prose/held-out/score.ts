// Scores how one sentence of the corpus was read. The rule of what is right stands at the head of test/accuracy/claims.ts.

import { checkReport } from '../../../../server/src/check.ts';
import type { CellKey } from '../../../../server/src/forms/form.ts';
import { splitKey } from '../../../../server/src/forms/form.ts';
import { parseReport } from '../../../../server/src/parse/parse.ts';
import type { Span } from '../../../../server/src/text/span.ts';
import { type Figure, figureOf, matchesFigure, valuesOfReadings } from './figures.ts';
import type { Marked, Sentence } from './read.ts';
import { claimsOf, type ReadClaim } from './read-claims.ts';
import { sameReadings } from './readings.ts';
import { type Topic, TOPICS } from './topics.ts';
import { cellsOf, embed } from './worlds.ts';

export interface SentenceScore {
  readonly marks: readonly { readonly group: string; readonly outcome: 'right' | 'missed' | 'false' }[];
  /** Reasons of the traps that were bound. */
  readonly traps: readonly string[];
  readonly statusJudged: number;
  readonly statusRight: number;
  readonly boundJudged: number;
  readonly boundRight: number;
  readonly findingsDue: 0 | 1;
  readonly findingsFound: 0 | 1;
  readonly findingsUndue: 0 | 1;
  readonly severityJudged: number;
  readonly severityRight: number;
  readonly misses: readonly string[];
}

export function scoreSentence(sentence: Sentence): SentenceScore {
  const { text, offset } = embed(sentence.world, sentence.part, sentence.text);
  const report = parseReport(text);
  const findings = checkReport(report).findings.filter((finding) => finding.rule.startsWith('prose-'));
  return compare(sentence, { text, offset, claims: claimsOf(report), findings });
}

/** What was read of a report in which the sentence stands at `offset`. */
export interface Reply {
  readonly text: string;
  readonly offset: number;
  readonly claims: readonly ReadClaim[];
  readonly findings: readonly Said[];
}

interface Said {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly span: Span;
}

/** Only what lies inside the sentence is compared. */
export function compare(sentence: Sentence, { text, offset, ...reply }: Reply): SentenceScore {
  const end = offset + sentence.text.length;
  const inside = ({ span }: { readonly span: Span }): boolean => span.start < end && span.end > offset;
  const claims = reply.claims.filter(inside);
  const findings = reply.findings.filter(inside);
  const marks: SentenceScore['marks'][number][] = [];
  const misses: string[] = [];
  const consumed = new Set<ReadClaim>();
  const cells = cellsOf(sentence.world);
  const states = { statusJudged: 0, statusRight: 0, boundJudged: 0, boundRight: 0 };
  for (const mark of sentence.claims) {
    const words = sentence.text.slice(mark.start, mark.end);
    const figure = figureOf(words, mark.zero) ?? { value: Number.NaN, tolerance: 0 };
    const at = claims.filter((claim) => standsOn(claim, mark, offset, text));
    for (const label of mark.labels) {
      const topic = TOPICS[label];
      if (topic === undefined) continue;
      const right = at.filter((claim) => claim.status !== 'unbound' && isValue(claim.value, figure, topic) && sameReadings(claim.readings, topic));
      for (const claim of right) consumed.add(claim);
      const [first] = right;
      if (first !== undefined) judge(first, { mark, figure, topic, cells }, { states, misses });
      const left = mark.bound !== 'exact' && at.some((claim) => claim.status === 'unbound' && isValue(claim.value, figure, topic));
      if (mark.optional) continue;
      marks.push({ group: topic.group, outcome: first !== undefined || left ? 'right' : 'missed' });
      if (first === undefined && !left) misses.push(`missed ${label} ${words}${at.length > 0 ? `, read ${at.map(describe).join(' and ')}` : ''}`);
    }
  }
  const traps: string[] = [];
  for (const claim of claims) {
    if (claim.status === 'unbound' || consumed.has(claim)) continue;
    marks.push({ group: groupOf(claim), outcome: 'false' });
    const trap = sentence.traps.find((each) => standsOn(claim, each, offset, text));
    if (trap !== undefined) traps.push(trap.reason);
    misses.push(`false ${trap === undefined ? '' : `(${trap.reason}) `}${describe(claim)}`);
  }
  return { marks, traps, ...states, ...judgeFindings(sentence, findings, misses), misses };
}

const OWN_LEVEL = /全[县市]/u;

interface Due {
  readonly mark: Marked;
  readonly figure: Figure;
  readonly topic: Topic;
  readonly cells: ReadonlyMap<CellKey, number>;
}

/** What is counted of one sentence. */
interface Counts {
  readonly states: { statusJudged: number; statusRight: number; boundJudged: number; boundRight: number };
  readonly misses: string[];
}

/** A status is judged by the claim's own readings, already found admissible; a hedged contradiction may be passed over. */
function judge(claim: ReadClaim, { mark, figure, topic, cells }: Due, { states, misses }: Counts): void {
  states.boundJudged++;
  if (claim.bound.replaceAll('-', '').toLowerCase() === mark.bound.toLowerCase()) states.boundRight++;
  else misses.push(`bound ${claim.bound} instead of ${mark.bound}`);
  if (topic.must.length === 0 && topic.yuan === true) return;
  const fits = valuesOfReadings(claim.readings, cells).some((value) => matchesFigure(figure, mark.bound, value, topic));
  if (mark.bound !== 'exact' && !fits) return;
  states.statusJudged++;
  if (claim.status === (fits ? 'agrees' : 'conflicts')) states.statusRight++;
  else misses.push(`status ${claim.status} of ${describe(claim)}`);
}

function judgeFindings(
  { text, claims, rules }: Sentence,
  findings: readonly Said[],
  misses: string[],
): Omit<SentenceScore, 'marks' | 'traps' | 'statusJudged' | 'statusRight' | 'boundJudged' | 'boundRight' | 'misses'> {
  const contradicted = claims.filter((claim) => claim.contradicted && !claim.optional);
  const sure = contradicted.filter((claim) => claim.bound === 'exact');
  const said = findings.map((finding) => finding.rule);
  const isDue = sure.length > 0 || rules.length > 0;
  const isFound = isDue && said.length > 0 && rules.every((rule) => said.includes(rule));
  const isUndue = !isDue && contradicted.length === 0 && said.length > 0;
  if (isDue && !isFound) misses.push(`finding due${rules.length > 0 ? ` (${rules.join(' ')})` : ''}, said ${said.join(' ') || 'nothing'}`);
  if (isFound && said.length > sure.length + rules.length) misses.push(`${said.length} findings for ${sure.length + rules.length} causes: ${said.join(' ')}`);
  if (isUndue) misses.push(`undue ${findings.map((finding) => `${finding.rule}: ${finding.message}`).join(' · ')}`);
  // As docs/rules/prose-number.md has it: 强制, but 核实 where a scope word of the organ's own level leaves a doubt.
  const severity = OWN_LEVEL.test(text) ? 'warning' : 'error';
  const numbers = findings.filter((finding) => isDue && sure.length > 0 && finding.rule === 'prose-number');
  const severityRight = numbers.filter((finding) => finding.severity === severity).length;
  if (severityRight < numbers.length) misses.push(`prose-number is not ${severity}`);
  return { severityJudged: numbers.length, severityRight, findingsDue: isDue ? 1 : 0, findingsFound: isFound ? 1 : 0, findingsUndue: isUndue ? 1 : 0 };
}

function standsOn(claim: ReadClaim, mark: { readonly start: number; readonly end: number; readonly zero?: boolean }, offset: number, text: string): boolean {
  const due = { start: offset + mark.start, end: offset + mark.end };
  if (mark.zero === true) return claim.value === 0 && claim.span.start < due.end && claim.span.end > due.start;
  if (claim.numberSpan === null) return false;
  const one = digitsOf(claim.numberSpan, text);
  const other = digitsOf(due, text);
  return one.start === other.start && one.end === other.end;
}

/** The span without what may or may not belong to a number. */
function digitsOf(span: Span, text: string): Span {
  const words = text.slice(span.start, span.end);
  const lead = /^(?:[\s约近]|百分之)*/u.exec(words)?.[0].length ?? 0;
  const trail = /[\s余多万%％]*$/u.exec(words)?.[0].length ?? 0;
  return { start: span.start + lead, end: span.end - trail };
}

function isValue(value: number, figure: Figure, topic: Topic): boolean {
  const same = (due: number): boolean => Math.abs(value - due) <= 1e-6;
  return same(figure.value) || (topic.yuan === true && same(figure.value / 10_000));
}

function describe({ value, status, readings }: ReadClaim): string {
  const keys = (list: readonly string[]): string => list.map((key) => key.replace('applications/', '')).join('+');
  return `${value} ${status} [${readings.map(({ sum, over }) => keys(sum) + (over === undefined ? '' : ` ÷ ${keys(over)}`)).join(' | ')}]`;
}

/** False claims are counted under the topic whose cells they took. */
function groupOf({ readings: [reading] }: ReadClaim): string {
  const [first] = reading?.sum ?? [];
  if (first === undefined) return 'received';
  if (reading?.over !== undefined) return 'rates';
  const { table, row, column } = splitKey(first);
  if (table === 'applications' && column !== 'total') return 'applicants';
  const known = Object.values(TOPICS).find((topic) => topic?.must.some(({ sum, over }) => over === undefined && sum.includes(first)));
  return known?.group ?? (table === 'disputes' ? 'disputes' : table === 'issued' ? 'documents' : row === 'fees' ? 'fees' : 'decisions');
}
