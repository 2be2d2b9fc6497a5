// Counts the turns of loops that might stand still, so that none runs for ever. `test/text/turns.test.ts` finds loops that
// neither step towards a bound themselves nor count.

/** Named in the bundles only: they are the product, which goes on with what was read. Everything else is a test, and throws. */
declare const GOUJI_VERSION: string | undefined;

let isStrict = typeof GOUJI_VERSION === 'undefined';
let stalls = 0;

/** Counts the turns of one loop: `while (turns.more() && …)`. */
export class Turns {
  private left: number;

  /** `length` bounds the turns: that of the text or of the list moved over. One look more finds the end. */
  constructor(length: number) {
    this.left = length + 1;
  }

  /** False where the loop has taken more turns than there are places: it stands still, and ends here. */
  more(): boolean {
    return this.left-- > 0 || stalled();
  }
}

function stalled(): false {
  stalls++;
  if (isStrict) throw new Error('a loop over a text stands still');
  return false;
}

/** How many loops were ended so far; more than before means that something was not read. */
export function stallCount(): number {
  return stalls;
}

/** Carries out `work` as the product does, which goes on where a loop was ended. */
export function asInProduct<Result>(work: () => Result): Result {
  const before = isStrict;
  isStrict = false;
  try {
    return work();
  } finally {
    isStrict = before;
  }
}
