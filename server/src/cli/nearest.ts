// Which of the names there are was probably meant? For a word of the command line that is none of them.

import { likeness } from '../text/han.ts';

/** Less alike, and it is another word. */
const MIN_LIKENESS = 0.7;
/** Nobody mistypes a longer name; the comparison is quadratic. */
const MAX_NAME = 64;

/** `，最接近的是 wrong-cell`, or nothing where no name is near. */
export function nearest(written: string, names: Iterable<string>): string {
  if (written.length > MAX_NAME) return '';
  const [best] = [...names].map((name) => ({ name, alike: likeness(written, name) })).sort((one, other) => other.alike - one.alike);
  return best !== undefined && best.alike >= MIN_LIKENESS ? `，最接近的是 ${best.name}` : '';
}
