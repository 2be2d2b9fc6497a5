// Holds a claim against the tables. It agrees if any admissible reading fits: a false alarm costs more than a miss.

import { cellKey, splitKey, type CellKey } from '../../../forms/form.ts';
import { valueOf, type Cell, type Report } from '../../model.ts';
import { MAX_BESIDE } from '../../limits.ts';
import { jointReadings, NOTHING_NAMED, type Holds, type Named } from './joint-readings.ts';
import type { Claim, Interpretation } from '../claim-model.ts';
import { tidy } from '../../../text/numbers.ts';

type Cells = ReadonlyMap<CellKey, Cell>;
/** Null where a cell is absent, blank or no number. */
type NumberOf = (key: CellKey) => number | null;

/** Binary fractions of money. */
const EPSILON = 1e-6;

/** Gives the claims of one sentence their words, the first reading that fits and their status. */
export function verifyClaims(claims: readonly Claim[], namedOf: () => Named, { text, cells }: Pick<Report, 'text' | 'cells'>): readonly Claim[] {
  if (claims.length === 0) return claims;
  const holds = (claim: Claim, reading: Interpretation) => {
    const value = valueOfReading(reading, (key) => valueOf({ cells }, key), claim.scale);
    return value !== null && fits(claim, value);
  };
  const isDoubtful = claims.some((claim) => claim.readings.length > 0 && !claim.readings.some((reading) => holds(claim, reading)));
  const named = isDoubtful ? namedOf() : NOTHING_NAMED;
  const verified = (isDoubtful ? jointReadings(claims, named, holds) : claims).map((claim) => verifyClaim(claim, text, (key) => valueOf({ cells }, key)));
  const known = named.unclear ? verified.map((claim) => (claim.status === 'conflicts' ? ofOneRow(claim, holds) : claim)) : verified;
  const settled = known.map((claim, at) =>
    claim.kind === 'share' && claim.status === 'conflicts' ? ofNumbersBeside(claim, known.slice(0, at), holds) : claim,
  );
  return settled.map((claim) => (isShareOfSum(claim, settled, cells) ? { ...claim, status: 'unbound' } : claim));
}

/** 县政府规范性文件12件、县政府办规范性文件6件; 办结本年申请105件，另办结上年结转5件: numbers of one thing that only together are the table's. */
function isShareOfSum(claim: Claim, all: readonly Claim[], cells: Cells): boolean {
  if (claim.status !== 'conflicts' || claim.kind !== 'count') return false;
  const shares = all.filter((other) => other === claim || (other.kind === 'count' && other.status !== 'agrees' && isSameThing(claim, other)));
  if (shares.length < 2) return false;
  const sum = shares.reduce((so, { value }) => so + value, 0);
  return claim.readings.some((reading) => {
    const actual = valueOfReading(reading, (key) => valueOf({ cells }, key), claim.scale);
    return actual !== null && fits({ ...claim, value: tidy(sum) }, actual);
  });
}

/** Not all that came in or was finished: those are what others are parts of. */
function isPart(sum: readonly CellKey[]): boolean {
  return !sum.every((key) => WHOLES.has(splitKey(key).row) && splitKey(key).column === 'total');
}

const WHOLES: ReadonlySet<string> = new Set(['new', 'carried-in', 'total']);

/** 本机关未制作、未保存，从而无法提供的803件: behind words that may be a reason, the row of the group that it is the number of. */
function ofOneRow(claim: Claim, holds: Holds): Claim {
  const [first, ...others] = claim.readings;
  if (claim.kind !== 'count' || first === undefined || others.length > 0 || first.sum.length < 2 || !claim.topic.startsWith('applications/')) return claim;
  const reading = first.sum.map((key): Interpretation => ({ sum: [key] })).find((each) => holds(claim, each));
  return reading === undefined ? claim : { ...claim, readings: [first, reading], reading: 1, status: 'agrees' };
}

/** 法人或其他组织的8件申请中，商业企业占62.5%: a percentage that two numbers of its own sentence give is right. */
function ofNumbersBeside(claim: Claim, before: readonly Claim[], holds: Holds): Claim {
  const counts = before.slice(-MAX_BESIDE).flatMap((other) => {
    const read = other.kind === 'count' && other.status === 'agrees' && other.reading !== null ? other.readings[other.reading] : undefined;
    return read === undefined || read.over !== undefined ? [] : [read.sum];
  });
  // A share of a number that was not understood is not understood either.
  const last = before.at(-1);
  if (last?.kind === 'count' && last.status === 'unbound' && claim.topic.startsWith(`${last.topic}/`)) return { ...claim, reading: null, status: 'unbound' };
  const beside = counts.slice(-1).filter(isPart);
  const parts = [...beside, ...claim.readings.map(({ sum }) => sum)];
  const columns = [...new Set(counts.at(-1)?.map((key) => splitKey(key).column))];
  const named = claim.readings.flatMap(({ over }) => (over === undefined ? [] : [over]));
  // 商业企业申请中予以公开178件，占其办结数的68.5%: what was just counted is of that applicant's; 自然人13件，占85% is not of 自然人.
  const ofApplicant = named.map((over) => over.flatMap((key) => columns.map((column) => cellKey(splitKey(key).table, splitKey(key).row, column))));
  const pairs = [...counts, ...named].map((over) => ({ over, of: parts })).concat(ofApplicant.map((over) => ({ over, of: beside })));
  for (const { over, of } of pairs) {
    const reading = of
      .filter((sum) => sum.join() !== over.join())
      .map((sum): Interpretation => ({ sum, over }))
      .find((each) => holds(claim, each));
    if (reading !== undefined) return { ...claim, readings: [...claim.readings, reading], reading: claim.readings.length, status: 'agrees' };
  }
  return claim;
}

/** What was finished of the carried ones is bound to nothing, but counts among all that was finished. */
function isSameThing(claim: Claim, other: Claim): boolean {
  return other.topic === claim.topic || (claim.topic === 'applications/done' && other.topic === 'applications/carry-in' && other.status === 'unbound');
}

/** Gives the claim its words, the first reading that fits and its status. */
export function verifyClaim(claim: Claim, text: string, numberOf: NumberOf): Claim {
  const words = text.slice(claim.span.start, claim.span.end);
  const values = claim.readings.map((reading) => valueOfReading(reading, numberOf, claim.scale));
  if (claim.scope === 'other') return mayAgree(claim, values, words);
  if (claim.bound === 'at-most') return { ...claim, text: words, reading: null, status: isMoreThan(claim, values) ? 'conflicts' : 'unbound' };
  const reading = values.findIndex((value) => value !== null && fits(claim, value));
  if (reading >= 0) return { ...claim, text: words, reading, status: 'agrees' };
  if (claim.ofThisYear && isOfThisYearOnly(claim, numberOf)) return { ...claim, text: words, reading: null, status: 'unbound' };
  const known = values.length > 0 && values.every((value) => value !== null);
  // 余, 约 and their like are never held against the table.
  const sure = claim.plain || values.some((value) => value !== null && isNear(claim.value, value));
  return { ...claim, text: words, reading: null, status: known && sure && (claim.bound === 'exact' || claim.bound === 'rounded') ? 'conflicts' : 'unbound' };
}

/** 农业行政处罚决定27件: words that may narrow a number let it agree with the table, and never contradict it. */
function mayAgree(claim: Claim, values: readonly (number | null)[], words: string): Claim {
  const reading = claim.bound === 'exact' && claim.value > 0 ? values.findIndex((value) => value !== null && fits(claim, value)) : -1;
  if (reading < 0 && values.some((value) => value !== null && isTransposed(claim, value))) return { ...claim, text: words, reading: null, status: 'conflicts' };
  if (reading < 0) return { ...claim, text: words, readings: [], reading: null, status: 'unbound' };
  return { ...claim, text: words, reading, status: 'agrees' };
}

const MIN_DIGITS = 3;

/** 公开行政许可结果241条 over 214 decisions: what need not be the table's number is it all the same where two of its digits changed places. */
function isTransposed({ value, topic, bound }: Claim, actual: number): boolean {
  const [written, due] = [String(value), String(actual)];
  if (bound !== 'exact' || !OF_DECISIONS.test(topic) || written.length < MIN_DIGITS || written.length !== due.length || value === actual) return false;
  const at = [...written].findIndex((digit, index) => digit !== due[index]);
  return written[at] === due[at + 1] && written[at + 1] === due[at] && written.slice(at + 2) === due.slice(at + 2);
}

const OF_DECISIONS = /^(?:licences|penalties|coercion)/u;

/** More than the whole in every way to count it, and so near to it that it was meant to be of it. */
function isMoreThan({ value }: Claim, wholes: readonly (number | null)[]): boolean {
  return wholes.length > 0 && wholes.every((whole) => whole !== null && value > whole) && wholes.some((whole) => whole !== null && isNear(value, whole));
}

/** 收到112件，已办结104件，另办结上年结转6件: what was finished of this year's alone, the total without what was carried in; and its rate. */
function isOfThisYearOnly(claim: Claim, numberOf: NumberOf): boolean {
  return claim.readings.some(({ sum, over }) => {
    const columns = sum.map(splitKey).flatMap(({ table, row, column }) => (table === 'applications' && row === 'total' ? [column] : []));
    if (columns.length === 0 || columns.length < sum.length) return false;
    const finished = sumOfCells(sum, numberOf);
    const carried = sumOfCells(
      columns.map((column) => cellKey('applications', 'carried-in', column)),
      numberOf,
    );
    const whole = over === undefined ? 1 : sumOfCells(over, numberOf);
    return finished !== null && carried !== null && whole !== null && whole > 0 && fits(claim, ((finished - carried) / whole) * claim.scale);
  });
}

/** So near to a figure of the tables a number was meant to be that figure, whatever words stand beside it. */
const NEAR_SHARE = 0.15;
const NEAR_COUNT = 2;

function isNear(written: number, actual: number): boolean {
  return Math.abs(written - actual) <= Math.max(NEAR_COUNT, actual * NEAR_SHARE);
}

/** What the tables say under a reading, in the claim's unit; null where they do not say it. */
export function valueOfReading(reading: Interpretation, numberOf: NumberOf, scale: number): number | null {
  const cells = sumOfCells(reading.sum, numberOf);
  if (cells === null) return null;
  const { since, by = 1 } = reading;
  const sum = since === undefined ? cells : since.less ? since.value - cells : cells - since.value;
  if (by !== 1) return by === 0 ? null : (sum / by) * scale;
  if (reading.over === undefined) return tidy(sum * scale);
  const over = sumOfCells(reading.over, numberOf);
  return over === null || over === 0 ? null : (sum / over) * scale;
}

export function sumOfCells(keys: readonly CellKey[], numberOf: NumberOf): number | null {
  let sum = 0;
  for (const key of keys) {
    const value = numberOf(key);
    if (value === null) return null;
    sum += value;
  }
  return keys.length === 0 ? null : sum;
}

/** Whether the sentence may say so of this number. */
export function fits({ value, decimals, kind, bound }: Claim, actual: number): boolean {
  switch (bound) {
    case 'at-least':
      return actual >= value && actual <= value * 2;
    case 'at-most':
      return actual >= value;
    case 'about':
      return Math.abs(actual - value) <= value / 10;
    case 'rounded':
      return Math.abs(actual - value) < 10 ** -Math.max(0, decimals);
    case 'exact': {
      // A percentage may be rounded or cut; either is less than one in its last digit.
      const tolerance = kind === 'share' || decimals !== 0 ? 10 ** -decimals : 0;
      return Math.abs(actual - value) < tolerance + EPSILON && (tolerance > 0 || Math.abs(actual - value) < EPSILON);
    }
    default:
      return bound satisfies never;
  }
}
