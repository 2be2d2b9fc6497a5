// Scores how one sentence was judged: what read.ts marks, held against the findings and the claims.

import { checkReport } from '../../../../server/src/check.ts';
import type { Finding } from '../../../../server/src/findings/finding.ts';
import { parseReport } from '../../../../server/src/parse/parse.ts';
import type { Span } from '../../../../server/src/text/span.ts';
import { heldClaims } from '../../../../server/src/rules/shared/last-year-report.ts';
import { NO_SUPPRESSIONS, type PreviousReport } from '../../../../server/src/suppressions/suppression.ts';
import { embed, previousCellsOf, type World } from '../held-out/worlds.ts';
import type { Mark, Sentence } from './read.ts';

export interface Judged {
  /** A true one and one about something else: nothing said. A false one: told at every wrong number and nowhere else. */
  readonly right: boolean;
  readonly numbers: number;
  readonly bound: number;
  readonly offers: number;
  readonly offersRight: number;
  readonly misses: readonly string[];
}

export function judgeSentence(sentence: Sentence): Judged {
  const { text, offset } = embed(sentence.world, sentence.part, sentence.text);
  const report = parseReport(text);
  const end = offset + sentence.text.length;
  const previous = previousOf(sentence.world);
  const findings = checkReport(report, { suppressions: { ...NO_SUPPRESSIONS, previous } }).findings.filter(
    ({ span, severity }) => severity !== 'hint' && span.start < end && span.end > offset,
  );
  const placed = sentence.marks.map((mark) => ({ ...mark, start: mark.start + offset, end: mark.end + offset }));
  const misses: string[] = [];
  const numbers = placed.filter((mark) => !mark.wrong && !mark.optional);
  const claims = [...report.claims, ...heldClaims({ report, previous }).map(({ claim }) => claim)];
  const unbound = numbers.filter((mark) => !claims.some(({ status, span, numberSpan }) => status === 'agrees' && touches(numberSpan ?? span, mark)));
  misses.push(...unbound.map((mark) => `unbound ${text.slice(mark.start, mark.end)}`));
  const wrong = placed.filter((mark) => mark.wrong);
  const told = wrong.map((mark) => ({ mark, finding: findings.find(({ span }) => touches(span, mark)) }));
  const elsewhere = findings.filter((finding) => !wrong.some((mark) => touches(finding.span, mark)));
  misses.push(...told.filter(({ finding }) => finding === undefined).map(({ mark }) => `not told ${text.slice(mark.start, mark.end)}`));
  if (!sentence.anywhere) misses.push(...elsewhere.map(({ rule, span, message }) => `told ${rule} at ${text.slice(span.start, span.end)}: ${message}`));
  if (sentence.anywhere && findings.length === 0) misses.push('nothing told');
  const offers = told.filter(({ mark, finding }) => mark.right !== '' && finding !== undefined);
  const off = offers.filter(({ mark, finding }) => finding !== undefined && !offersValue(finding, mark, text));
  misses.push(...off.map(({ mark, finding }) => `offered ${finding?.fixes[0]?.title ?? 'nothing'} for ${mark.right}`));
  const right = sentence.anywhere ? findings.length > 0 : elsewhere.length === 0 && told.every(({ finding }) => finding !== undefined);
  return { right, numbers: numbers.length, bound: numbers.length - unbound.length, offers: offers.length, offersRight: offers.length - off.length, misses };
}

function previousOf(world: World): PreviousReport | null {
  const cells = previousCellsOf(world);
  return cells === null ? null : { path: '上年年报.txt', cells };
}

function touches(span: Span, mark: Span): boolean {
  return span.start < mark.end && span.end > mark.start;
}

/** The first fix, carried out, leaves the right number in the place of the wrong one. */
function offersValue({ fixes: [first] }: Finding, mark: Mark, text: string): boolean {
  const edits = first?.edits.filter(({ span }) => touches(span, mark)) ?? [];
  const [edit] = edits;
  if (edit === undefined || first?.edits.length !== 1) return false;
  const before = text.slice(Math.min(mark.start, edit.span.start), edit.span.start);
  const after = text.slice(edit.span.end, Math.max(mark.end, edit.span.end));
  const whole = `${before}${edit.newText}${after}`;
  const own = text.slice(Math.min(mark.start, edit.span.start), Math.max(mark.end, edit.span.end));
  return whole.replaceAll(',', '') === own.replaceAll(',', '').replace(text.slice(mark.start, mark.end).replaceAll(',', ''), mark.right.replaceAll(',', ''));
}
