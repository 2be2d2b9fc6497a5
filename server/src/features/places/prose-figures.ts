// Quantities in digits in the prose; no dates, ordinals or document numbers.

import { proseLines } from '../../rules/shared/prose.ts';
import { quantityAt } from '../../parse/prose/words/quantity.ts';
import type { Report } from '../../parse/model.ts';
import type { Span } from '../../text/span.ts';

interface Figure {
  /** The number alone. */
  readonly span: Span;
  readonly value: number;
  /** 件, 元, %, … */
  readonly measure: string;
}

/** Days and hours are dates and time limits; no table counts them. */
const NO_FIGURE = /^(?:日|天|小时)$/u;
const FIRST_DIGIT = /(?<![0-9.,])[0-9]/gu;

/** In the order of the text. */
export function figuresOf(report: Report): readonly Figure[] {
  const { folded } = report;
  return proseLines(report).flatMap((line) =>
    [...folded.slice(line.start, line.end).matchAll(FIRST_DIGIT)].flatMap(({ index }) => {
      const start = line.start + index;
      const quantity = quantityAt(folded, start);
      if (quantity === null || quantity.end > line.end || NO_FIGURE.test(quantity.measure.word)) return [];
      return [{ span: { start, end: quantity.numberEnd }, value: quantity.value, measure: quantity.measure.word }];
    }),
  );
}
