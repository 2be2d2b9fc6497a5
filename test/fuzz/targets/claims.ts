// Fuzz target: sentences that people write, and nearly write, through the grammar of claims, in a report whose tables are
// known.

import type { Claim } from '../../../server/src/parse/prose/claim-model.ts';
import { valueOfReading } from '../../../server/src/parse/prose/claims/verify-claim.ts';
import { valueOf, type Report } from '../../../server/src/parse/model.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import type { Rng } from '../../generator/rng.ts';
import { composeDraft, DRAFT_NAMES, type DraftForm } from '../../support/draft.ts';
import { rngOf } from '../case-rng.ts';
import { escapeText } from '../fixture.ts';
import { judgeFixes } from '../fix-invariants.ts';
import { judge } from '../invariants.ts';
import { minimise } from '../minimise.ts';
import { sentence } from '../sentence.ts';
import { stopwatch, TOO_LONG } from '../stopwatch.ts';
import type { Target } from '../target.ts';

/** Where sentences about applications stand. */
const PLACE = '规范登记、办理、答复各个环节。';
/** Figures of the draft. */
const NUMBERS = [0, 1, 2, 3, 8, 11, 12, 13, 15, 16, 17, 36];
const FIXES_EVERY = 8;

export const CLAIMS: Target = {
  name: 'claim grammar',
  question:
    'sentences built from the lexicon by orders of word classes: claims are slices, judged by cells that are there, and a number that the tables say is never held against them',
  start({ seed }) {
    return {
      run: (index) => {
        const { form, words } = caseOf(rngOf(seed, index));
        return judged(form, words, index % FIXES_EVERY === 0);
      },
      show(index, kind) {
        const { form, words } = caseOf(rngOf(seed, index));
        const small = kind === TOO_LONG ? words : minimise(words, (candidate) => judged(form, candidate, true).includes(kind));
        return { name: `form ${form}`, example: escapeText(small), fixture: escapeText(draft(form, small)) };
      },
    };
  },
};

function caseOf(rng: Rng): { readonly form: DraftForm; readonly words: string } {
  return { form: rng.pick(DRAFT_NAMES), words: sentence(rng, NUMBERS) };
}

function draft(form: DraftForm, words: string): string {
  return composeDraft({ form, layout: 'tab' }).replace(PLACE, () => words);
}

function judged(form: DraftForm, words: string, withFixes: boolean): readonly string[] {
  const text = draft(form, words);
  const tookTooLong = stopwatch();
  const found = [...judge(text).broken];
  if (tookTooLong()) found.push(TOO_LONG);
  // Judged above: it does not throw.
  if (found.length === 0) found.push(...strange(parseReport(text)));
  return withFixes ? [...found, ...judgeFixes(text)] : found;
}

function strange(report: Report): readonly string[] {
  const found = new Set<string>();
  for (const claim of report.claims) {
    const read = claim.reading === null ? null : claim.readings[claim.reading];
    // A row that this form has not is no evidence.
    const evidence = claim.status === 'conflicts' ? claim.readings : read == null ? [] : [read];
    if (evidence.some(({ sum, over = [] }) => [...sum, ...over].some((key) => !report.cells.has(key))))
      found.add(`${claim.topic}: judged by a cell that is not there`);
    if (read === undefined) found.add(`${claim.topic}: a reading that is not there`);
    if ((claim.status === 'agrees') !== (claim.reading !== null)) found.add(`${claim.topic}: agrees with nothing`);
    if (claim.numberSpan.start < claim.span.start || claim.numberSpan.end > claim.span.end) found.add(`${claim.topic}: its number stands outside`);
    if (claim.status === 'conflicts' && contradictsTheTables(report, claim)) found.add(`${claim.topic}: held against the tables with their own number`);
  }
  return [...found];
}

/** Whether what the likeliest reading gives, written in the claim's place, is still said to conflict. */
function contradictsTheTables(report: Report, claim: Claim): boolean {
  const { text } = report;
  const [reading] = claim.readings;
  const due = reading === undefined ? null : valueOfReading(reading, (key) => valueOf(report, key), claim.scale);
  if (claim.kind !== 'count' || claim.decimals > 0 || due === null || !Number.isInteger(due)) return false;
  const { start, end } = claim.numberSpan;
  if (!/^\d+$/u.test(text.slice(start, end))) return false;
  const after = parseReport(text.slice(0, start) + due + text.slice(end));
  return after.claims.some((each) => each.numberSpan.start === start && each.topic === claim.topic && each.status === 'conflicts');
}
