// How would a typist have come from the right number to this one? The likelier, the cheaper.

export interface Slip {
  /** 1 for the commonest slips, above `UNLIKELY` where the two numbers have nothing in common. */
  readonly cost: number;
  /** The slip in words, or null where there is none to name. */
  readonly words: string | null;
}

/** What two numbers that have nothing in common cost at least. */
const UNLIKELY = 5;

/** How a typist errs, the likelier kinds first; of two that fit the first is meant. Both numbers as they are written. */
const SLIPS: readonly (Slip & { readonly fits: (right: string, wrong: string) => boolean })[] = [
  { cost: 1, words: '像是两个数字颠倒', fits: isSwapped },
  { cost: 1.2, words: '像是一个数字打了两遍', fits: isDoubled },
  { cost: 1.6, words: '像是多打了一个数字', fits: (right, wrong) => isLonger(wrong, right) },
  { cost: 1.6, words: '像是少打了一个数字', fits: (right, wrong) => isLonger(right, wrong) },
  { cost: 1.5, words: '像是打错了一个数字', fits: (right, wrong) => right.length > 1 && differences(right, wrong) === 1 },
  { cost: 2.2, words: '像是没有填', fits: (_right, wrong) => wrong === '0' },
  // One digit for another says little, and least where none was to be typed at all.
  { cost: 2.6, words: null, fits: (right, wrong) => right === '0' && differences(right, wrong) === 1 },
  { cost: 2, words: null, fits: (right, wrong) => differences(right, wrong) === 1 },
  { cost: 2, words: '只差1', fits: (right, wrong) => Math.abs(Number(right) - Number(wrong)) === 1 },
];

/** From what was meant to what stands there; null where nothing was typed at all. */
export function slipOf(meant: number, typed: number | null): Slip {
  if (typed === null) return { cost: 1, words: '这一格空着' };
  const [right, wrong] = [String(meant), String(typed)];
  const slip = SLIPS.find(({ fits }) => fits(right, wrong));
  if (slip !== undefined) return { cost: slip.cost, words: slip.words };
  return { cost: UNLIKELY + Math.min(differences(right, wrong), UNLIKELY), words: null };
}

function isSwapped(right: string, wrong: string): boolean {
  if (right.length !== wrong.length || right === wrong) return false;
  const at = firstDifference(right, wrong);
  return right[at] === wrong[at + 1] && right[at + 1] === wrong[at] && right.slice(at + 2) === wrong.slice(at + 2);
}

function isDoubled(right: string, wrong: string): boolean {
  if (!isLonger(wrong, right)) return false;
  const at = firstDifference(right, wrong);
  return wrong[at] === wrong[at - 1];
}

/** Whether `long` is `short` with one more digit somewhere. */
function isLonger(long: string, short: string): boolean {
  if (long.length !== short.length + 1) return false;
  const at = firstDifference(short, long);
  return long.slice(at + 1) === short.slice(at);
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/** Differing digits of numbers of one length; all of them where the lengths differ. */
function differences(one: string, other: string): number {
  if (one.length !== other.length) return Math.max(one.length, other.length);
  let count = 0;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) count++;
  return count;
}
