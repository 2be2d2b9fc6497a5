// Minimises a text that shows a failure: whole lines go first, then code units.

/** Tries in all; every one parses a text, and a run with many finds is to end. */
const MAX_TRIES = 4000;
const MAX_MS = 60_000;

/** Removes stretches of the text as long as `fails` stays true. */
export function minimise(text: string, fails: (candidate: string) => boolean): string {
  const until = performance.now() + MAX_MS;
  let tries = 0;
  const lasts = (candidate: string): boolean => tries++ < MAX_TRIES && performance.now() < until && fails(candidate);
  const lines = shrink(text.split(/(?<=\n)/u), (pieces) => lasts(pieces.join('')));
  return shrink(lines.join('').split(''), (pieces) => lasts(pieces.join(''))).join('');
}

/** Drops ever smaller runs of pieces, from halves down to single ones. */
function shrink(pieces: readonly string[], fails: (rest: readonly string[]) => boolean): readonly string[] {
  let rest = pieces;
  for (let size = Math.ceil(rest.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < rest.length;) {
      const without = [...rest.slice(0, at), ...rest.slice(at + size)];
      if (without.length < rest.length && fails(without)) rest = without;
      else at += size;
    }
  }
  return rest;
}
