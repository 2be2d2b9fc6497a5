// Alignments of a row with one value too few or too many: which one is lost, extra, run together or split, so that its sums
// hold.

export interface Alignment {
  readonly kind: 'lost' | 'extra' | 'run-together' | 'split';
  /** Where in the row as it should be (lost), or among the values as they stand (others). */
  readonly at: number;
  /** The row as it should be. */
  readonly values: readonly number[];
  /** For `run-together`: how many digits belong to the first of the two values. */
  readonly cut?: number;
}

export interface Alignable {
  /** The values as they stand, in plain digits. */
  readonly texts: readonly string[];
  /** How many values belong together, the last being the sum of the others. */
  readonly block: number;
  readonly blocks: number;
  /** What the equations across the row ask for; null where they cannot tell. */
  readonly target: readonly (number | null)[];
}

/** Every reading whose sums hold and that fulfils the target; readings with the same values count once. */
export function alignments(row: Alignable): readonly Alignment[] {
  const width = row.block * row.blocks;
  const all = row.texts.length === width - 1 ? [...insertions(row), ...cuts(row)] : row.texts.length === width + 1 ? [...removals(row), ...joins(row)] : [];
  const byValues = new Map<string, Alignment>();
  for (const alignment of all) {
    const key = alignment.values.join(' ');
    if (fits(row, alignment.values) && !byValues.has(key)) byValues.set(key, alignment);
  }
  return [...byValues.values()];
}

function numbers(texts: readonly string[]): readonly number[] {
  return texts.map(Number);
}

function insertions(row: Alignable): readonly Alignment[] {
  const present = numbers(row.texts);
  return Array.from({ length: present.length + 1 }, (_, at) => {
    const open = [...present.slice(0, at), 0, ...present.slice(at)];
    return { kind: 'lost', at, values: open.with(at, missing(row, open, at)) };
  });
}

/** The value at `at` for which its block adds up, the 0 standing there not counted. */
function missing({ block }: Alignable, values: readonly number[], at: number): number {
  const start = at - (at % block);
  const addends = values.slice(start, start + block - 1).reduce((sum, value) => sum + value, 0);
  const total = values[start + block - 1] ?? 0;
  return at === start + block - 1 ? addends : total - addends;
}

function cuts(row: Alignable): readonly Alignment[] {
  return row.texts.flatMap((text, at) =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => index + 1)
      // No number begins with a 0 that is not its only digit.
      .filter((cut) => text[cut] !== '0' || cut === text.length - 1)
      .map<Alignment>((cut) => {
        const texts = [...row.texts.slice(0, at), text.slice(0, cut), text.slice(cut), ...row.texts.slice(at + 1)];
        return { kind: 'run-together', at, values: numbers(texts), cut };
      }),
  );
}

function removals(row: Alignable): readonly Alignment[] {
  return row.texts.map((_, at) => ({ kind: 'extra', at, values: numbers(row.texts.toSpliced(at, 1)) }));
}

function joins(row: Alignable): readonly Alignment[] {
  return row.texts.slice(1).map((text, at) => {
    const joined = (row.texts[at] ?? '') + text;
    return { kind: 'split', at, values: numbers(row.texts.toSpliced(at, 2, joined)) };
  });
}

function fits({ block, target }: Alignable, values: readonly number[]): boolean {
  if (values.some((value, at) => value < 0 || (target[at] ?? value) !== value)) return false;
  for (let start = 0; start < values.length; start += block) {
    const own = values.slice(start, start + block);
    if (own.reduce((sum, value) => sum + value, 0) !== 2 * (own.at(-1) ?? 0)) return false;
  }
  return true;
}

/** Whether `wanted` is `present` with one value taken out and one put in elsewhere: everything between has moved on. */
export function isShifted(present: readonly number[], wanted: readonly number[]): boolean {
  for (let taken = 0; taken < present.length; taken++) {
    const rest = present.toSpliced(taken, 1);
    for (let put = 0; put < wanted.length; put++) {
      if (put !== taken && wanted.toSpliced(put, 1).every((value, at) => value === rest[at])) return true;
    }
  }
  return false;
}
