// Numbers of a set of cells, all of them or none.

import type { CellKey } from '../forms/form.ts';
import type { Report } from '../parse/model.ts';
import type { Span } from '../text/span.ts';

interface Figure {
  readonly key: CellKey;
  readonly value: number;
  readonly span: Span;
}

type Figures<Keys extends readonly CellKey[]> = { readonly [Index in keyof Keys]: Figure };

/** In the order of the keys; null where one is missing, blank or no number: a rule that compares them has nothing to say then. */
export function figuresOf<const Keys extends readonly CellKey[]>(report: Report, keys: Keys): Figures<Keys> | null {
  const figures = keys.flatMap((key) => {
    const cell = report.cells.get(key);
    return cell?.reading.kind === 'number' ? [{ key, value: cell.reading.value, span: cell.span }] : [];
  });
  return figures.length === keys.length ? (figures as Figures<Keys>) : null;
}
