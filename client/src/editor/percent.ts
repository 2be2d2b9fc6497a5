// A percentage is marked with its sign: 100% and not 100.

const PERCENT = new Set(['%', '％', '‰']);

/** Behind the sign that follows the number, else behind the number: `end` is that of the number in its line. */
export function behindPercent(line: string, end: number): number {
  return PERCENT.has(line.charAt(end)) ? end + 1 : end;
}
