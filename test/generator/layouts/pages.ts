// Breaks a report into lines and pages as PDF extractors do.

import type { Rng } from '../rng.ts';

export interface PageStyle {
  /** The page mark of page `number`, as its own line. */
  readonly mark: (number: number) => string;
  /** A form feed before the next page's first line. */
  readonly formFeed: boolean;
}

export function drawPageStyle(rng: Rng): PageStyle {
  return {
    mark: rng.pick<(number: number) => string>([(number) => `- ${number} -`, (number) => `-${number}-`, (number) => `— ${number} —`, (number) => `${number}`]),
    formFeed: rng.chance(0.5),
  };
}

/** Puts the page's mark behind every `perPage` lines. */
export function paginate(lines: readonly string[], perPage: number, style: PageStyle): string {
  const out: string[] = [];
  let page = 1;
  lines.forEach((line, index) => {
    const fresh = index > 0 && index % perPage === 0;
    if (fresh) out.push(style.mark(page++));
    out.push(fresh && style.formFeed ? `\f${line}` : line);
  });
  return `${out.join('\n')}\n`;
}
